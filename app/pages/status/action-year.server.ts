import { lastSequenceOf } from "#app/domain/status/last-sequences.ts";
import type { Params } from "@remix-run/react";
import { historyEntries } from "#app/domain/plan/action-history.ts";
import { consequenceOf } from "#app/domain/plan/consequences.ts";
import { asOfNow, yearOf } from "#app/domain/days.ts";
import { firstPossibleDay } from "#app/domain/status/corrections.ts";
import { maySetDueDay, offeredSteps, type Person } from "#app/domain/permissions.ts";
import { closesACircle } from "#app/domain/status/rescheduling.ts";
import {
  type Change,
  type Current,
  isOpen,
  type Status,
  usualProgressAfter,
} from "#app/domain/status/status-steps.ts";
import { isVariationStep } from "#app/domain/review/closed-plans.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { today } from "#app/clock.server.ts";
import { historyOf } from "../plan/history.server.ts";
import { notFound } from "#app/http.server.ts";
import { planActionOnDay, planOr404 } from "../plan/plan-on-day.server.ts";
import { closingReviewOf } from "../review/closed-plan.server.ts";
import { processesAfter } from "../work-process/process-consequences.server.ts";
import type { Choice } from "./status-form.server.ts";

/** How many years an annualità may be rescheduled beyond the plan's last or, when that is over, beyond this one. */
const YEARS_BEYOND = 3;

export type FoundActionYear = Awaited<ReturnType<typeof actionYearOr404>>;

/** The annualità that an address names, as it is now, with its plan and action; or the 404 page. */
export async function actionYearOr404(params: Params) {
  const plan = await planOr404(params.plan);
  if (plan.adopted_on === null)
    throw notFound(
      `Il piano ${plan.code} non è ancora adottato: le sue annualità non hanno ancora uno stato.`,
    );
  const { facts, action } = await planActionOnDay(plan, params.code, asOfNow(today()));
  const actionYear = action.years.find((one) => String(one.year) === params.year);
  if (!actionYear) throw notFound(`L’azione ${action.code} non ha un’annualità ${params.year ?? ""}.`);
  return { plan, facts, action, actionYear, closedBy: await closingReviewOf(plan) };
}

/** The same annualità as it is by now. */
export async function findAgain({ plan, action, actionYear }: FoundActionYear): Promise<FoundActionYear> {
  return actionYearOr404({ plan: plan.code, code: action.code, year: String(actionYear.year) });
}

/** Where the annualità stands, for the rules: its status, its progress, and the first day on which a line may take effect. */
export function currentOf({ plan, actionYear }: Pick<FoundActionYear, "plan" | "actionYear">): Current {
  return {
    status: actionYear.status,
    progress: actionYear.progress,
    since: actionYear.effectiveOn ?? firstPossibleDay(actionYear.addedOn, plan),
  };
}

/** An annualità that the change itself would make: it points nowhere. */
const NOT_THERE_YET = -1;

/** The years an annualità may be rescheduled to: those of the plan and a few beyond it, its own apart. */
export function targetYearsOf(plan: { first_year: number; last_year: number }, year: number): number[] {
  const last = Math.max(plan.last_year, yearOf(today())) + YEARS_BEYOND;
  return yearsOf({ first_year: plan.first_year, last_year: last }).filter((one) => one !== year);
}

/** The status of the annualità a rescheduling would point to, undefined when there is none. */
export function targetStatusOf({ action }: FoundActionYear, targetYear: number | null): Status | undefined {
  return action.years.find((one) => one.year === targetYear)?.status;
}

/**
 * Where a change sends an annualità: a year of its own action, null where it sends it nowhere; `carriedTo` where it is an
 * annualità of the action that continues this one (R1).
 */
export type Destination = { targetYear: number | null; carriedTo?: number };

/** The annualità there, undefined where there is none yet. */
function destinationId({ action }: FoundActionYear, { targetYear, carriedTo }: Destination) {
  return carriedTo ?? action.years.find((one) => one.year === targetYear)?.id;
}

/** The sequences the decision was built from: that of the form for the annualità, that just read for its target. */
export function expectedOf(found: FoundActionYear, sequence: number, destination: Destination) {
  const target = destinationId(found, destination);
  return { sequence, targetSequence: lastSequenceOf(found.facts.lines, target) };
}

/**
 * True when, once a decided change is recorded, some annualità of the action would be rescheduled round in a circle on some
 * day. `replaced` is the line that a rettifica stands in for: putting a reopening right can do it, too.
 */
export function leadsBack(
  found: FoundActionYear,
  change: Change & { progress: number },
  { carriedTo, replaced }: { carriedTo?: number; replaced?: { sequence: number; place: number } },
): boolean {
  const { facts, actionYear } = found;
  if (change.to !== "rescheduled" && !replaced) return false;
  const sequence = Math.max(0, ...facts.lines.map((line) => line.sequence)) + 1;
  const target = destinationId(found, { targetYear: change.targetYear, carriedTo }) ?? NOT_THERE_YET;
  return closesACircle(
    facts.actionYears,
    facts.lines.filter((line) => line.sequence !== replaced?.sequence),
    {
      sequence,
      place: replaced?.place ?? sequence,
      action_year_id: actionYear.id,
      to_status: change.to,
      progress: change.progress,
      due_on: change.dueOn,
      target_action_year_id: change.targetYear === null ? null : target,
      effective_on: change.effectiveOn,
      recorded_at: `${change.effectiveOn}T12:00:00.000Z`,
      has_evidence: 0,
    },
  );
}

/** What each choice of the form would bring, to the action and to processes, by the rules that will judge it (R1, R5, R7). */
export async function consequencesOf(
  { facts, plan, action, actionYear }: FoundActionYear,
  choices: readonly Choice[],
) {
  const steps = choices.map((choice) => {
    const to = choice === "no-news" || choice === "update" ? actionYear.status : choice;
    return { actionYearId: actionYear.id, to, progress: usualProgressAfter(actionYear, to) };
  });
  const processes = await processesAfter(action.id, steps);
  return choices.map((choice, index) => ({
    choice,
    consequence: consequenceOf(facts, plan, { ...steps[index]!, today: today() }),
    processes: processes[index]!,
  }));
}

/** "Nessuna novità" first; an update where there is something to update; then the steps that rules and role allow, without the variations of a closed plan. */
export function choicesOf(user: Person, { actionYear, closedBy }: FoundActionYear): Choice[] {
  const { status } = actionYear;
  const hasUpdates =
    status === "in-progress" || status === "completed" || (maySetDueDay(user) && isOpen(status));
  const steps = offeredSteps(user, status).filter((to) => !closedBy || !isVariationStep(status, to));
  return ["no-news", ...(hasUpdates ? (["update"] as const) : []), ...steps];
}

/** What was recorded of this annualità so far, newest first. */
export async function entriesOf({ action, actionYear }: FoundActionYear) {
  const history = await historyOf(action.id);
  const own = history.filter((line) => line.action_year_id === actionYear.id);
  return historyEntries(own, [actionYear], asOfNow(today()));
}
