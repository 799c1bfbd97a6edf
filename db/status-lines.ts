import type { Answerable } from "#app/domain/permissions.ts";
import { laterOf } from "#app/domain/days.ts";
import { canonicalJson } from "#app/domain/history-chain.ts";
import { isSeen } from "#app/domain/status/status-steps.ts";
import { appendToChain, type NewLine } from "./chain.ts";
import { type Db, inWriteTransaction } from "./open.ts";
import { findAnswering } from "./plan-action/answering.ts";
import { findReviewedUpToOf } from "./review/reviews.ts";
import { findKnownTarget, targetOf } from "./rescheduling-targets.ts";
import { recordTurns } from "./level/turn-records.ts";
import { prepare, type Prepared } from "./level/watched-lines.ts";

/**
 * What the decision was built from. The sequence of the last line of the annualità and, where it is rescheduled, of its target:
 * 0 where there was none. `isTheirs`: whether who records still may, whoever answers by now (R11); left out for the RTD.
 */
export type Expected = {
  sequence: number;
  targetSequence: number;
  isTheirs?: (answering: Answerable) => boolean;
};

/**
 * `changedHands`: nobody recorded anything meanwhile, but the annualità is others' to update. `seenByAReview`: a review that has seen the day
 * was closed meanwhile, and only the RTD records up to it (R4).
 */
export type RecordOutcome =
  | { recorded: true; sequence: number }
  | {
      recorded: false;
      meanwhile: Awaited<ReturnType<typeof findLastLine>>;
      changedHands?: true;
      seenByAReview?: true;
    };

/**
 * Appends a line to the history of an annualità and to the chain (R3), in one transaction with what it brings: the
 * annualità that a rescheduling makes, the offices of one that stood no longer, the levels of processes that it alters (R7).
 *
 * Writes nothing and returns the line that came meanwhile when the last line is no longer the expected one; nor anything when
 * who records no longer may. The same
 * line sent twice by the same hand (a double click) is one: the second time it is found recorded.
 */
export async function recordLine(
  db: Db,
  line: NewLine,
  expected: Expected,
  prepared?: Prepared,
): Promise<RecordOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const last = await findLastLine(tx, line.action_year_id);
    if ((last?.sequence ?? 0) !== expected.sequence) {
      const again =
        last !== undefined && isSameLine(last, line) && last.previous_in_action_year === expected.sequence;
      return again ? { recorded: true, sequence: last.sequence } : { recorded: false, meanwhile: last };
    }
    if (expected.isTheirs && !expected.isTheirs(await findAnswering(tx, line.action_year_id)))
      return { recorded: false, meanwhile: last, changedHands: true };
    if (
      expected.isTheirs &&
      isSeen(line.change.effectiveOn, await findReviewedUpToOf(tx, line.action_year_id))
    )
      return { recorded: false, meanwhile: last, seenByAReview: true };
    const known = await findKnownTarget(tx, line);
    const lastOfTarget = known ? await findLastLine(tx, known) : undefined;
    if ((lastOfTarget?.sequence ?? 0) !== expected.targetSequence)
      return { recorded: false, meanwhile: lastOfTarget };
    return appendWithTurns(tx, line, prepared ?? (await prepare(tx, line, last?.to_status ?? "to-start")));
  });
}

/** Appends a line with what it brings, and records the levels that it alters (R7). */
async function appendWithTurns(
  tx: Db,
  line: NewLine,
  { watched, on }: Prepared,
): Promise<{ recorded: true; sequence: number }> {
  const { effectiveOn } = line.change;
  const sequence = await appendToChain(tx, line, await targetOf(tx, line));
  await recordTurns(tx, watched, { sequence, effectiveOn: laterOf(on, effectiveOn) });
  return { recorded: true, sequence };
}

/** The last line recorded of an annualità, whatever day it takes effect, with who wrote it and the sequence before it. */
export function findLastLine(db: Db, actionYearId: number) {
  return db
    .selectFrom("status_line as line")
    .leftJoin("office", "office.id", "line.author_office_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .select((eb) => [
      "line.sequence",
      "line.to_status",
      "line.progress",
      "line.effective_on",
      "line.recorded_at",
      "line.author_id",
      "line.author_role",
      "line.reason",
      "line.evidence",
      "line.due_on",
      "line.replaces_sequence",
      "target.year as target_year",
      "office.name as author_office",
      eb.fn
        .coalesce(
          eb
            .selectFrom("status_line as before")
            .select((inner) => inner.fn.max("before.sequence").as("sequence"))
            .whereRef("before.action_year_id", "=", "line.action_year_id")
            .whereRef("before.sequence", "<", "line.sequence"),
          eb.val(0),
        )
        .as("previous_in_action_year"),
    ])
    .where((eb) =>
      eb(
        "line.sequence",
        "=",
        eb
          .selectFrom("status_line as last")
          .select((inner) => inner.fn.max("last.sequence").as("sequence"))
          .where("last.action_year_id", "=", actionYearId),
      ),
    )
    .executeTakeFirst();
}

/** The whole history of an action, replaced lines included, in order of recording. Names of people are not in it. */
export function listHistory(db: Db, planActionId: number) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .leftJoin("plan_action as target_action", "target_action.id", "target.plan_action_id")
    .leftJoin("plan as target_plan", "target_plan.id", "target_action.plan_id")
    .leftJoin("status_line as replacing", "replacing.replaces_sequence", "line.sequence")
    .leftJoin("office", "office.id", "line.author_office_id")
    .select([
      "line.sequence",
      "line.place",
      "line.action_year_id",
      "action_year.year",
      "line.from_status",
      "line.to_status",
      "line.progress",
      "line.due_on",
      "line.replaces_sequence",
      "line.effective_on",
      "line.recorded_at",
      "line.author_role",
      "line.reason",
      "line.reason_commitment",
      "line.evidence",
      "line.evidence_commitment",
      "line.target_action_year_id",
      "target.year as target_year",
      "target_plan.code as target_plan",
      "target_action.code as target_code",
      "office.name as author_office",
      "replacing.sequence as replaced_by",
    ])
    .where("action_year.plan_action_id", "=", planActionId)
    .orderBy("line.sequence")
    .execute();
}

/** A line with the annualità that it is of, to say what was just recorded. */
export function findLine(db: Db, sequence: number) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select(["plan_action.code", "action_year.year", "line.to_status", "line.progress", "line.author_id"])
    .where("line.sequence", "=", sequence)
    .executeTakeFirst();
}

/** Where the lines with some sequences are told, in the order of plans: what was just recorded, for the page that says so. */
export function listPlaces(db: Db, sequences: readonly number[]) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select([
      "line.sequence",
      "plan.code as plan",
      "plan_action.code as code",
      "action_year.year",
      "line.to_status",
      "line.progress",
    ])
    .where("line.sequence", "in", [-1, ...sequences])
    .orderBy("line.sequence")
    .execute();
}

/** The moment of the last line of the database, or undefined: no line is recorded before it. */
export async function findLastMoment(db: Db): Promise<string | undefined> {
  const last = await db
    .selectFrom("status_line")
    .select("recorded_at")
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.recorded_at;
}

/** Whether a recorded line says exactly what this one would, by the same hand. */
function isSameLine(
  recorded: NonNullable<Awaited<ReturnType<typeof findLastLine>>>,
  { change, by, replaces, askedTargetYear = change.targetYear }: NewLine,
): boolean {
  return (
    recorded.author_id === by.id &&
    recorded.to_status === change.to &&
    recorded.progress === change.progress &&
    recorded.effective_on === change.effectiveOn &&
    recorded.due_on === change.dueOn &&
    recorded.target_year === askedTargetYear &&
    recorded.replaces_sequence === replaces &&
    (recorded.reason ?? "") === change.reason &&
    recorded.evidence === (change.evidence ? canonicalJson(change.evidence) : null)
  );
}
