import { type Expression, sql, type SqlBool } from "kysely";
import type { DecidedContribution } from "#app/domain/contributions.ts";
import { type Day, laterOf } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/evidence.ts";
import { canonicalJson } from "#app/domain/history-chain.ts";
import type { Author } from "./chain.ts";
import { type Db, inWriteTransaction } from "./open.ts";

export type NewContribution = {
  action_year_id: number;
  /** The code of the office that reports. */
  office: string;
  contribution: DecidedContribution;
  by: Author;
};

export type ContributionOutcome = { recorded: true; id: number } | { recorded: false };

/** Which contributions are asked for: those of an action, of some annualità, of every plan, or those that wait for the RTD. */
export type ContributionScope =
  { planActionId: number } | { actionYearIds: readonly number[] } | "all" | "waiting";

export type ContributionRow = Awaited<ReturnType<typeof listContributions>>[number];

/**
 * The contributions that took effect by a day, with what a page tells of them, in the order of plans, actions, years,
 * offices and recording. `is_news`: nobody has written on the annualità since, by the sequence of its last line. Those
 * that wait are all those of an annualità where some is news, or claims that its office has no part.
 */
export async function listContributions(db: Db, scope: ContributionScope, day: Day) {
  const rows = await selectContributions(db)
    .where("contribution.effective_on", "<=", day)
    .where(isAsked(scope))
    .orderBy("plan.first_year")
    .orderBy("plan.id")
    .orderBy("plan_action.ordinal")
    .orderBy("plan_action.id")
    .orderBy("action_year.year")
    .orderBy("office.id")
    .orderBy("contribution.id")
    .execute();
  return rows.map(withEvidence);
}

/** One contribution, told as in the lists. */
export async function findContribution(db: Db, id: number) {
  const row = await selectContributions(db).where("contribution.id", "=", id).executeTakeFirst();
  return row && withEvidence(row);
}

/** The proof as it was reported, read from its text. */
function withEvidence<Row extends { evidence: string | null }>({ evidence, ...row }: Row) {
  return { ...row, evidence: evidence === null ? null : (JSON.parse(evidence) as Evidence) };
}

/** True where neither the contribution nor the RTD's agreement to it came before the last line of the annualità. */
const IS_NEWS = sql<boolean>`max(contribution.after_sequence, coalesce(agreement.after_sequence, 0)) >=
  coalesce((select max(sequence) from status_line where action_year_id = contribution.action_year_id), 0)`;

function isAsked(scope: ContributionScope): Expression<SqlBool> {
  if (scope === "all") return sql<SqlBool>`true`;
  if (scope === "waiting")
    return sql<SqlBool>`contribution.action_year_id in (
      select contribution.action_year_id from contribution
      left join contribution_agreement as agreement on agreement.contribution_id = contribution.id
      where ${IS_NEWS} or (contribution.status = 'not-pertinent' and agreement.contribution_id is null))`;
  if ("planActionId" in scope) return sql<SqlBool>`plan_action.id = ${scope.planActionId}`;
  return sql<SqlBool>`contribution.action_year_id in (${sql.join([-1, ...scope.actionYearIds])})`;
}

function selectContributions(db: Db) {
  return db
    .selectFrom("contribution")
    .innerJoin("action_year", "action_year.id", "contribution.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .innerJoin("office", "office.id", "contribution.office_id")
    .leftJoin("office as author_office", "author_office.id", "contribution.author_office_id")
    .leftJoin("contribution_agreement as agreement", "agreement.contribution_id", "contribution.id")
    .select([
      "contribution.id",
      "contribution.action_year_id",
      "plan.id as plan_id",
      "plan.code as plan",
      "plan_action.code as code",
      "action_year.year",
      "office.code as office",
      "office.name as office_name",
      "contribution.status",
      "contribution.progress",
      "contribution.effective_on",
      "contribution.evidence",
      sql<0 | 1>`contribution.evidence is not null`.as("has_evidence"),
      "contribution.note",
      "contribution.recorded_at",
      "contribution.author_id",
      "contribution.author_role",
      "author_office.name as author_office",
      "contribution.after_sequence",
      "agreement.recorded_at as agreed_at",
      sql<0 | 1>`${IS_NEWS}`.as("is_news"),
    ]);
}

/** The last contribution that an office recorded for an annualità, whatever day it takes effect, and the one before it. */
function listLastTwo(tx: Db, { action_year_id, office_id }: { action_year_id: number; office_id: number }) {
  return tx
    .selectFrom("contribution")
    .selectAll()
    .where("action_year_id", "=", action_year_id)
    .where("office_id", "=", office_id)
    .orderBy("id", "desc")
    .limit(2)
    .execute();
}

/**
 * Appends a contribution (R10), if the office's last one is still `expected` (0: none). The same contribution sent twice
 * by the same hand (a double click) is one.
 */
export async function recordContribution(
  db: Db,
  entry: NewContribution,
  expected: number,
): Promise<ContributionOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const place = { action_year_id: entry.action_year_id, office_id: await officeIdOf(tx, entry.office) };
    const [last, before] = await listLastTwo(tx, place);
    if ((last?.id ?? 0) !== expected) {
      const again = last !== undefined && (before?.id ?? 0) === expected && isSame(last, entry);
      return again ? { recorded: true, id: last.id } : { recorded: false };
    }
    const { contribution, by } = entry;
    const head = await findHead(tx);
    const row = await tx
      .insertInto("contribution")
      .values({
        ...place,
        status: contribution.status,
        progress: contribution.progress,
        evidence: contribution.evidence && canonicalJson(contribution.evidence),
        note: contribution.note,
        effective_on: contribution.effectiveOn,
        ...authored(by, head),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { recorded: true, id: row.id };
  });
}

/** Records that the RTD agrees with an office that has no part (R10). Agreeing twice is agreeing once. */
export async function recordAgreement(db: Db, contributionId: number, by: Author): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const head = await findHead(tx);
    await tx
      .insertInto("contribution_agreement")
      .values({ contribution_id: contributionId, ...authored(by, head) })
      .onConflict((conflict) => conflict.column("contribution_id").doNothing())
      .execute();
  });
}

async function officeIdOf(tx: Db, code: string): Promise<number> {
  const office = await tx
    .selectFrom("office")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return office.id;
}

/** The last line of the chain: what is recorded now comes after it. */
async function findHead(tx: Db) {
  const head = await tx
    .selectFrom("status_line")
    .select(["sequence", "recorded_at"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return head ?? { sequence: 0, recorded_at: "" };
}

function authored(by: Author, head: { sequence: number; recorded_at: string }) {
  return {
    recorded_at: laterOf(by.at, head.recorded_at),
    author_id: by.id,
    author_role: by.role,
    author_office_id: by.officeId,
    after_sequence: head.sequence,
  };
}

function isSame(
  recorded: Awaited<ReturnType<typeof listLastTwo>>[number],
  { contribution, by }: NewContribution,
) {
  return (
    recorded.author_id === by.id &&
    recorded.status === contribution.status &&
    recorded.progress === contribution.progress &&
    recorded.effective_on === contribution.effectiveOn &&
    recorded.note === contribution.note &&
    recorded.evidence === (contribution.evidence && canonicalJson(contribution.evidence))
  );
}
