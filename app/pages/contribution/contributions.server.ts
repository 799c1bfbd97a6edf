import { lastSequencesOf } from "#app/domain/status/last-sequences.ts";
import { takesContributions } from "#app/domain/contribution/contribution-decisions.ts";
import { type OfficeSays, whatOfficesSay } from "#app/domain/contribution/contributions.ts";
import { type Day, dayInRome, type Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { isShared } from "#app/domain/permissions.ts";
import {
  planAt,
  type PlanActionOnDay,
  type PlanActionYear,
  type PlanFacts,
} from "#app/domain/plan/plan-at.ts";
import { differs, type Proposal, proposalOf } from "#app/domain/contribution/proposals.ts";
import { type ContributionRow, findContribution, listContributions } from "#db/contribution/contributions.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listPlans } from "#db/plan/plans.ts";
import { findReviewedUpTo } from "#db/review/reviews.ts";
import type { PlanRow } from "#db/schema.ts";

/** A shared annualità with what each of its offices reports, by name, and what that proposes (R10). */
export type SharedYear = {
  actionYear: PlanActionYear;
  says: (OfficeSays<ContributionRow> & { name: string })[];
  proposal: Proposal | null;
  /** Where status and proposal differ, both show. */
  differs: boolean;
};

/** A shared annualità of some plan, with the last line recorded of it: 0 where there is none. */
export type ReportedYear = SharedYear & {
  plan: PlanRow;
  action: { code: string; title: string };
  sequence: number;
  /** The last day that a closed review of the plan has seen (R4). */
  reviewedUpTo: Day | undefined;
};

/** The shared annualità of an action on a day, with what their offices say. */
export function sharedYearsOf(
  action: PlanActionOnDay,
  facts: Pick<PlanFacts, "offices">,
  contributions: readonly ContributionRow[],
  day: Day,
): SharedYear[] {
  return sharedYears(action, reportsOf(facts, contributions), day);
}

/** What is reported, by annualità, and how the offices are called. */
type Reports = { byYear: Map<number, ContributionRow[]>; names: Map<string, string> };

function reportsOf(
  { offices }: Pick<PlanFacts, "offices">,
  contributions: readonly ContributionRow[],
): Reports {
  return {
    byYear: groupBy(contributions, (one) => one.action_year_id),
    names: new Map(offices.map(({ code, name }) => [code, name])),
  };
}

function sharedYears(action: PlanActionOnDay, { byYear, names }: Reports, day: Day): SharedYear[] {
  return action.years.filter(isShared).map((actionYear) => {
    const says = whatOfficesSay(actionYear.offices, byYear.get(actionYear.id) ?? [], day);
    const proposal = proposalOf(says);
    return {
      actionYear,
      says: says.map((one) => ({ ...one, name: names.get(one.office)! })),
      proposal,
      differs: proposal !== null && takesContributions(actionYear.status) && differs(proposal, actionYear),
    };
  });
}

/**
 * What contributions ask of the RTD in every adopted plan (R10): proposals that differ from the status and that nobody has
 * answered since, by writing on the annualità; and claims of an office that it has no part, until the RTD agrees or the
 * office reports something else. Of a past day, what waited at its end.
 */
export async function waitingContributions(db: Db, at: Viewpoint) {
  const { day, isOver } = at;
  const rows = await listContributions(db, isOver ? "all" : "waiting", day);
  const years = await reportedYears(db, isOver ? rows.map((row) => notAgreedAfter(row, day)) : rows, at);
  return {
    proposals: years.filter((year) => year.differs && year.says.some(({ standing }) => standing?.is_news)),
    claims: years.flatMap((year) => year.says.flatMap(({ claim }) => (claim ? [{ year, claim }] : []))),
  };
}

function notAgreedAfter(row: ContributionRow, day: Day): ContributionRow {
  const isLater = row.agreed_at !== null && dayInRome(row.agreed_at) > day;
  return isLater ? { ...row, agreed_at: null } : row;
}

/** The shared annualità that some contributions are about, in adopted plans, where they may still change something. */
export async function reportedYears(
  db: Db,
  contributions: readonly ContributionRow[],
  at: Viewpoint,
): Promise<ReportedYear[]> {
  const years: ReportedYear[] = [];
  for (const plan of await listPlans(db)) {
    const isAdopted = plan.adopted_on !== null && plan.adopted_on <= at.day;
    const own = contributions.filter((row) => row.plan_id === plan.id);
    if (isAdopted && own.length > 0) years.push(...(await reportedYearsOf(db, plan, own, at)));
  }
  return years;
}

async function reportedYearsOf(db: Db, plan: PlanRow, contributions: ContributionRow[], at: Viewpoint) {
  const actionIds = [...new Set(contributions.map((row) => row.plan_action_id))];
  const facts = await listPlanFacts(db, { planId: plan.id, actionIds }, at.day);
  const reports = reportsOf(facts, contributions);
  const sequences = lastSequencesOf(facts.lines);
  const reviewedUpTo = await findReviewedUpTo(db, plan.id);
  return planAt(facts, plan, at).flatMap((action) =>
    sharedYears(action, reports, at.day)
      .filter(({ actionYear: { id, status } }) => reports.byYear.has(id) && takesContributions(status))
      .map((year) => ({
        ...year,
        plan,
        action: { code: action.code, title: action.title },
        sequence: sequences.get(year.actionYear.id) ?? 0,
        reviewedUpTo,
      })),
  );
}

/** The claim that the RTD comes from agreeing with, as the address names it. */
export async function agreedClaim(db: Db, id: string | null) {
  const found = /^\d{1,15}$/.test(id ?? "") ? await findContribution(db, Number(id)) : undefined;
  return found?.agreed_at ? found : undefined;
}
