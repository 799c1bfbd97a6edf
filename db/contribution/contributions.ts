import { type Expression, sql, type SqlBool } from "kysely";
import type { Day } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { Db } from "../open.ts";

/** Which contributions are asked for: those of an action, of some annualità, of every plan, or those that wait for the RTD. */
export type ContributionScope =
  { planActionId: number } | { actionYearIds: readonly number[] } | "all" | "waiting";

export type ContributionRow = Awaited<ReturnType<typeof listContributions>>[number];

/**
 * The contributions that took effect by a day, with what a page tells of them, in the order of plans, actions, years,
 * offices and recording. `is_news`: nobody has written on the annualità since, by the sequence of its last line of that day. Those
 * that wait are all those of an annualità where some is news, or claims that its office has no part.
 */
export async function listContributions(db: Db, scope: ContributionScope, day: Day) {
  const rows = await selectContributions(db, day)
    .where("contribution.effective_on", "<=", day)
    .where(isAsked(scope, day))
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
  const row = await selectContributions(db, null).where("contribution.id", "=", id).executeTakeFirst();
  return row && withEvidence(row);
}

/** The proof as it was reported, read from its text. */
function withEvidence<Row extends { evidence: string | null }>({ evidence, ...row }: Row) {
  return { ...row, evidence: evidence === null ? null : (JSON.parse(evidence) as Evidence) };
}

/** The last line recorded before an edit changed who answers for the annualità: what its offices propose together may change with it. */
const HANDED_AFTER = sql`coalesce((select max(edit.after_sequence) from action_year_office as held
  join edit on edit.id in (held.opened_by_edit_id, held.closed_by_edit_id)
  where held.action_year_id = contribution.action_year_id), 0)`;

/** True where the contribution, the RTD's agreement to it or a change of who answers came after the last line of the annualità that took effect by a day. */
function isNews(day: Day | null) {
  return sql<boolean>`
    max(contribution.after_sequence, coalesce(agreement.after_sequence, 0), ${HANDED_AFTER}) >=
    coalesce((select max(sequence) from status_line
      where action_year_id = contribution.action_year_id and (${day} is null or effective_on <= ${day})), 0)`;
}

function isAsked(scope: ContributionScope, day: Day): Expression<SqlBool> {
  if (scope === "all") return sql<SqlBool>`true`;
  if (scope === "waiting")
    return sql<SqlBool>`contribution.action_year_id in (
      select contribution.action_year_id from contribution
      left join contribution_agreement as agreement on agreement.contribution_id = contribution.id
      where ${isNews(day)} or (contribution.status = 'not-pertinent' and agreement.contribution_id is null))`;
  if ("planActionId" in scope) return sql<SqlBool>`plan_action.id = ${scope.planActionId}`;
  return sql<SqlBool>`contribution.action_year_id in (${sql.join([-1, ...scope.actionYearIds])})`;
}

function selectContributions(db: Db, day: Day | null) {
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
      "action_year.plan_action_id",
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
      sql<0 | 1>`${isNews(day)}`.as("is_news"),
    ]);
}
