import { randomBytes } from "node:crypto";
import { STATUS_CODE } from "#app/domain/codes.ts";
import { type Day, laterOf } from "#app/domain/days.ts";
import { canonicalJson, type ChainedLine, commitmentTo, GENESIS, hashOf } from "#app/domain/history-chain.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Change, Status } from "#app/domain/status/status-steps.ts";
import type { Db } from "./open.ts";

/** Who records: an opaque id, with the role and office of that moment; `at` is the moment, ISO UTC. */
export type Author = { id: string; role: Role; officeId: number | null; at: string };

/** A decided change of one annualità, ready to be written down. */
export type NewLine = {
  action_year_id: number;
  from: Status;
  change: Change & { progress: number };
  /** The year that the person named for a rescheduling, also where an update of a rescheduled one leaves it out. */
  askedTargetYear?: number | null;
  /** The annualità of the action that continues this one, where a rescheduling carries over to the next plan (R1). */
  carriedTo?: number;
  /** The sequence of the wrong line, for a rettifica. */
  replaces: number | null;
  by: Author;
};

/** Writes a line at the head of the chain and returns its sequence. Its moment is never before that of the line before. */
export async function appendToChain(tx: Db, line: NewLine, targetId: number | null): Promise<number> {
  const head = await tx
    .selectFrom("status_line")
    .select(["sequence", "hash", "recorded_at"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const { change, by } = line;
  const reason = committed(change.reason === "" ? null : change.reason);
  const evidence = committed(change.evidence ? canonicalJson(change.evidence) : null);
  const sequence = (head?.sequence ?? 0) + 1;
  const row = {
    sequence,
    from_status: line.from,
    to_status: change.to,
    progress: change.progress,
    due_on: change.dueOn,
    replaces_sequence: line.replaces,
    effective_on: change.effectiveOn,
    recorded_at: laterOf(by.at, head?.recorded_at ?? by.at),
    author_id: by.id,
    author_role: by.role,
    reason_commitment: reason.commitment,
    evidence_commitment: evidence.commitment,
    previous_hash: head?.hash ?? GENESIS,
  };
  const codes = await codesOf(tx, line.action_year_id, targetId, by.officeId);
  await tx
    .insertInto("status_line")
    .values({
      ...row,
      action_year_id: line.action_year_id,
      target_action_year_id: targetId,
      place: line.replaces === null ? sequence : await placeOf(tx, line.replaces),
      author_office_id: by.officeId,
      reason: reason.text,
      reason_salt: reason.salt,
      evidence: evidence.text,
      evidence_salt: evidence.salt,
      hash: hashOf(contentOf({ ...row, ...codes })),
    })
    .execute();
  return sequence;
}

/** The head of the chain: the last line recorded; sequence 0, what the first line stands on and no moment before the first. */
export async function findHead(db: Db): Promise<{ sequence: number; hash: string; recorded_at: string }> {
  const head = await db
    .selectFrom("status_line")
    .select(["sequence", "hash", "recorded_at"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return head ?? { sequence: 0, hash: GENESIS, recorded_at: "" };
}

/** The sequence of the last line recorded; 0 before the first. */
export async function findHeadSequence(db: Db): Promise<number> {
  return (await findHead(db)).sequence;
}

/** The chain as it is verified and exported (R3): every line in order of recording, with the codes that were hashed. */
export async function listChain(db: Db): Promise<ChainedLine[]> {
  const rows = await selectChained(db).orderBy("line.sequence").execute();
  return rows.map(chainedLine);
}

/** The lines of a plan that took effect by a day (R4), as the chain has them. */
export async function listChainOfPlan(db: Db, planId: number, day: Day): Promise<ChainedLine[]> {
  const rows = await selectChained(db)
    .where("plan.id", "=", planId)
    .where("line.effective_on", "<=", day)
    .orderBy("line.sequence")
    .execute();
  return rows.map(chainedLine);
}

function chainedLine(row: ChainedRow): ChainedLine {
  return {
    content: contentOf(row),
    hash: row.hash,
    texts: [
      { text: row.reason, salt: row.reason_salt, commitment: row.reason_commitment },
      { text: row.evidence, salt: row.evidence_salt, commitment: row.evidence_commitment },
    ],
  };
}

type ChainedRow = Awaited<ReturnType<ReturnType<typeof selectChained>["execute"]>>[number];

function selectChained(db: Db) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .leftJoin("plan_action as target_action", "target_action.id", "target.plan_action_id")
    .leftJoin("plan as target_plan", "target_plan.id", "target_action.plan_id")
    .leftJoin("office", "office.id", "line.author_office_id")
    .selectAll("line")
    .select([
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "target_plan.code as target_plan",
      "target.year as target_year",
      "office.code as office",
    ]);
}

/** The content that a hash covers, from a row and the codes around it. Its keys are those of docs/formato-dati.md. */
function contentOf(
  row: Omit<
    ChainedRow,
    | "hash"
    | "action_year_id"
    | "target_action_year_id"
    | "place"
    | "author_office_id"
    | "reason"
    | "reason_salt"
    | "evidence"
    | "evidence_salt"
  >,
) {
  return {
    sequenza: row.sequence,
    piano: row.plan,
    azione: row.action,
    anno: row.year,
    da: STATUS_CODE[row.from_status],
    a: STATUS_CODE[row.to_status],
    avanzamento: row.progress,
    scadenza: row.due_on,
    versoPiano: row.target_plan,
    versoAnno: row.target_year,
    rettifica: row.replaces_sequence,
    effettivaDal: row.effective_on,
    registrataIl: row.recorded_at,
    autore: row.author_id,
    ruolo: row.author_role,
    ufficio: row.office,
    motivo: row.reason_commitment,
    prova: row.evidence_commitment,
    hashPrecedente: row.previous_hash,
  };
}

async function codesOf(tx: Db, actionYearId: number, targetId: number | null, officeId: number | null) {
  const identity = (id: number) =>
    tx
      .selectFrom("action_year")
      .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
      .innerJoin("plan", "plan.id", "plan_action.plan_id")
      .select(["plan.code as plan", "plan_action.code as action", "action_year.year"])
      .where("action_year.id", "=", id)
      .executeTakeFirstOrThrow();
  const target = targetId === null ? null : await identity(targetId);
  const office =
    officeId === null
      ? null
      : await tx.selectFrom("office").select("code").where("id", "=", officeId).executeTakeFirstOrThrow();
  return {
    ...(await identity(actionYearId)),
    target_plan: target?.plan ?? null,
    target_year: target?.year ?? null,
    office: office?.code ?? null,
  };
}

/** A rettifica stands in the place of the line that it replaces (R3), also when that was one itself. */
async function placeOf(tx: Db, sequence: number): Promise<number> {
  const replaced = await tx
    .selectFrom("status_line")
    .select("place")
    .where("sequence", "=", sequence)
    .executeTakeFirstOrThrow();
  return replaced.place;
}

function committed(text: string | null) {
  if (text === null) return { text: null, salt: null, commitment: null };
  const salt = randomBytes(16).toString("hex");
  return { text, salt, commitment: commitmentTo(text, salt) };
}
