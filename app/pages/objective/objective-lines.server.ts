import type { ObjectiveLine, ObjectiveLines } from "#app/components/objective/objective-lines.tsx";
import { type Viewpoint, yearOf } from "#app/domain/days.ts";
import { isToUpdate, missedRhythm, type NearestDue, nearestDue } from "#app/domain/objective/nearest-due.ts";
import { withThoseUnder } from "#app/domain/office/offices.ts";
import { isOfYear, yearToShow } from "#app/domain/objective/objective-filter.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { stepStanding } from "#app/domain/objective/step-standing.ts";
import { type NamedYear, whyLine } from "#app/objective-why.ts";
import { adoptedPlansOnDay } from "#app/pages/plan/plan-on-day.server.ts";
import { stepStandingWords } from "#app/term-sentences.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { objectiveRow } from "./objective-rows.server.ts";
import { objectivesOnDay } from "./objectives-on-day.server.ts";

/**
 * Some objectives, a line each, those with the nearest due day first: of the year of the day looked at or, where it has none, of the nearest that has
 * (R9).
 */
export async function objectiveLines(
  objectives: readonly ObjectiveOnDay[],
  at: Viewpoint,
): Promise<ObjectiveLines> {
  const current = yearOf(at.day);
  const year = yearToShow(objectives, current);
  if (year === undefined) return { year: current, current, total: 0, toUpdate: 0, rows: [] };
  const names = await yearNames(at);
  const shown = objectives
    .filter((one) => isOfYear(one, year))
    .map((objective) => ({ objective, due: nearestDue(objective.steps, at) }))
    .sort((a, b) => (a.due?.dueOn ?? NEVER).localeCompare(b.due?.dueOn ?? NEVER));
  return {
    ...{ year, current, total: objectives.length },
    toUpdate: shown.filter(
      ({ objective, due }) => isToUpdate(due, at) || missedRhythm(objective.steps, at) !== undefined,
    ).length,
    rows: shown.map(({ objective, due }) => lineOf(objective, due, { names, at })),
  };
}

/** The objectives of an office and of those under it, as its sheet shows them. */
export async function linesOfOffice(
  office: string,
  offices: readonly { code: string; parent_code: string | null }[],
  at: Viewpoint,
): Promise<ObjectiveLines> {
  const codes = withThoseUnder(office, offices);
  const own = (await objectivesOnDay(at)).filter((one) => one.offices.some(({ code }) => codes.has(code)));
  return objectiveLines(own, at);
}

const NEVER = "9999-12-31";

function lineOf(
  objective: ObjectiveOnDay,
  due: NearestDue<StepOnDay> | undefined,
  { names, at }: { names: ReadonlyMap<number, NamedYear>; at: Viewpoint },
): ObjectiveLine {
  return {
    ...objectiveRow(objective),
    why: whyLine(objective, names),
    next: due
      ? {
          ordinal: due.step.ordinal,
          step: stepName(due.step),
          dueOn: due.dueOn,
          isLate: due.standing === "late",
          words: stepStandingWords(due.step, due.standing, at),
        }
      : null,
    rhythm: missedRhythm(objective.steps, at) ?? null,
  };
}

/** How the annualità of the adopted plans are called, by id. */
function yearNames(at: Viewpoint): Promise<ReadonlyMap<number, NamedYear>> {
  return whileUnchanged(["nomi delle annualità", at.day, at.isOver], async () => {
    const plans = await adoptedPlansOnDay(at);
    const actions = plans.flatMap((plan) => plan.actions);
    return new Map(
      actions.flatMap(({ code, years }) => years.map(({ id, year }) => [id, { code, year }] as const)),
    );
  });
}

/** What the RTD is told of the objectives of the year: how many have points that are late, and how many objectives no office has. */
export async function objectivesFigures(at: Viewpoint) {
  const all = await objectivesOnDay(at);
  const year = yearToShow(all, yearOf(at.day));
  const ofYear = all.filter((one) => year !== undefined && isOfYear(one, year));
  return {
    year,
    total: ofYear.length,
    late: ofYear.filter(({ steps }) => steps.some((step) => stepStanding(step, at) === "late")).length,
    withoutOffice: all
      .filter(({ offices }) => offices.length === 0)
      .map(({ code, title }) => ({ code, title })),
  };
}
