import { asOfNow, type Day, firstDayOf, yearOf } from "../days.ts";
import type { ContributionStatus } from "../contribution/contributions.ts";
import type { PlacedYear } from "../desk/placed-years.ts";
import { stepAddend } from "../objective/objective-progress.ts";
import type { ObjectiveOnDay, StepOnDay } from "../objective/objectives-on-day.ts";
import { isOpen } from "../status/status-steps.ts";

/** What an office is asked about in a round: an annualità, or a step of one of its objectives. */
export type AskedItem = { office: string } & (
  { actionYearId: number; objectiveStepId: null } | { actionYearId: null; objectiveStepId: number }
);

/** The work as it stands when a round opens. `spoken`: the status of the last contribution of an office, by `spokenKey`. */
export type WorkToAsk = {
  placed: readonly PlacedYear[];
  objectives: readonly ObjectiveOnDay[];
  spoken: ReadonlyMap<string, ContributionStatus>;
  /** The offices that have not ceased: one that has is not asked. */
  active: readonly string[];
};

/** What an office said of an annualità goes by. */
export function spokenKey(actionYearId: number, office: string): string {
  return `${actionYearId} ${office}`;
}

/**
 * What each office is to confirm or change in a round (R6, R9, R10), office by office.
 *
 * Of the plans: what is open now and whose year has begun by the day looked at, asked of the offices that answer for it and of its
 * capofila; not of one whose part is completed or none, which has nothing to add. Of the objectives: `stepsToReport`.
 */
export function askedItems(
  work: WorkToAsk,
  { lookedAtOn, today }: { lookedAtOn: Day; today: Day },
): AskedItem[] {
  const asked = work.placed.filter(
    ({ actionYear }) => isOpen(actionYear.status) && firstDayOf(actionYear.year) <= lookedAtOn,
  );
  return work.active.flatMap((office) => [
    ...asked
      .filter((one) => isAskedOf(office, one, work))
      .map(({ actionYear }) => ({ office, actionYearId: actionYear.id, objectiveStepId: null })),
    ...stepsToReport(ofOffice(office, work.objectives), { year: yearOf(lookedAtOn), today }).map(
      ({ id }) => ({
        office,
        actionYearId: null,
        objectiveStepId: id,
      }),
    ),
  ]);
}

function isAskedOf(office: string, { actionYear }: PlacedYear, { spoken }: WorkToAsk): boolean {
  if (actionYear.lead === office) return true;
  if (!actionYear.offices.includes(office)) return false;
  const last = spoken.get(spokenKey(actionYear.id, office));
  return actionYear.offices.length === 1 || (last !== "completed" && last !== "not-pertinent");
}

function ofOffice(office: string, objectives: readonly ObjectiveOnDay[]): ObjectiveOnDay[] {
  return objectives.filter((one) => one.steps.length > 0 && one.offices.some(({ code }) => code === office));
}

/**
 * The steps of an office's objectives that a round asks about: of the year looked at or, where that has none, of the latest year that has some.
 * What is measured and not done, and what is continuative, because that is reported at each round (R9). An office that is asked about
 * everything that it ever planned answers nothing.
 */
export function stepsToReport(
  objectives: readonly ObjectiveOnDay[],
  { year, today }: { year: number; today: Day },
): StepOnDay[] {
  const begun = objectives.filter((one) => one.first_year <= year);
  const latest = Math.min(year, Math.max(...begun.map((one) => one.last_year)));
  return begun
    .filter((objective) => objective.last_year >= latest)
    .flatMap(({ steps }) =>
      steps.filter((step) => step.measure.kind === "continuous" || !isDone(step, today)),
    );
}

/** True once all that a step is measured by has been reported; what is continuative is never done. */
export function isDone(step: StepOnDay, today: Day): boolean {
  const addend = stepAddend(step, asOfNow(today));
  return addend !== undefined && addend.done.parts >= addend.done.of;
}
