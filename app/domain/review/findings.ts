import type { Day } from "../days.ts";
import { isBehind } from "../objective/objective-counts.ts";
import type { ObjectiveOnDay } from "../objective/objectives-on-day.ts";
import type { PlanActionOnDay, PlanActionYear } from "../plan/plan-at.ts";
import type { Tally, YearRow } from "../plan/yearly-progress.ts";
import type { Comparison } from "./comparison.ts";

/** An annualità with the action that it is of. */
export type NamedYear = { code: string; title: string; year: number; dueOn: Day; progress: number };

/**
 * What the data of a review say, as facts that a label turns into a sentence (R12). Always literally true, and each with what it rests on.
 *
 * - `year`: the year of the day looked at; `plan`: all its years;
 * - `compared`: against the review before, the composition effect told apart;
 * - `late`: how many, the one longest late, and in which areas;
 * - `slipped`: what is no longer done in its year;
 * - `levels`: processes whose level is above, or under, the one that the map wrote;
 * - `objectives`: those under what was expected by the day.
 */
export type ReviewFinding =
  | { kind: "year"; row: YearRow }
  | { kind: "plan"; figures: Tally; adopted: number }
  | { kind: "compared"; before: Day; comparison: Comparison }
  | { kind: "late"; late: number; total: number; oldest: NamedYear; areas: { code: string; late: number }[] }
  | { kind: "slipped"; rescheduled: NamedYear[]; cancelled: NamedYear[]; total: number }
  | { kind: "levels"; raised: number; lowered: number; processes: number; actions: string[] }
  | { kind: "objectives"; behind: Behind[]; measurable: number; total: number };

export type Behind = { code: string; percent: number; expectedPercent: number };

export type FoundFacts = {
  plan: { first_year: number; last_year: number };
  focus: YearRow | undefined;
  figures: Tally;
  adopted: number;
  actions: readonly Pick<PlanActionOnDay, "code" | "title" | "areaCode" | "years">[];
  compared: { before: Day; comparison: Comparison } | null;
  levels: { raised: number; lowered: number; processes: number; actions: string[] } | null;
  objectives: readonly Pick<ObjectiveOnDay, "code" | "progress">[];
};

/** The findings of a review, in the order in which they are read; what there is nothing to say of is left out. */
export function reviewFindings(facts: FoundFacts): ReviewFinding[] {
  const { focus, figures, adopted, compared, levels } = facts;
  return [
    ...(focus && focus.total > 0 ? [{ kind: "year" as const, row: focus }] : []),
    { kind: "plan", figures, adopted },
    ...(compared ? [{ kind: "compared" as const, ...compared }] : []),
    ...lateFinding(facts),
    ...slippedFinding(facts),
    ...(levels && levels.processes > 0 ? [{ kind: "levels" as const, ...levels }] : []),
    ...objectivesFinding(facts),
  ];
}

function lateFinding({ actions, figures, plan }: FoundFacts): ReviewFinding[] {
  const late = ofSituation(actions, plan, "late");
  const oldest = late.reduce<Named | undefined>(
    (first, one) => (first === undefined || one.dueOn < first.dueOn ? one : first),
    undefined,
  );
  if (!oldest) return [];
  const areas = new Map<string, number>();
  for (const { area } of late) areas.set(area, (areas.get(area) ?? 0) + 1);
  return [
    {
      kind: "late",
      late: late.length,
      total: figures.total,
      oldest: named(oldest),
      areas: [...areas].map(([code, number]) => ({ code, late: number })).sort((a, b) => b.late - a.late),
    },
  ];
}

function slippedFinding({ actions, figures, plan }: FoundFacts): ReviewFinding[] {
  const rescheduled = ofSituation(actions, plan, "rescheduled").map(named);
  const cancelled = ofSituation(actions, plan, "cancelled").map(named);
  if (rescheduled.length + cancelled.length === 0) return [];
  return [{ kind: "slipped", rescheduled, cancelled, total: figures.total }];
}

function objectivesFinding({ objectives }: FoundFacts): ReviewFinding[] {
  if (objectives.length === 0) return [];
  const measured = objectives.flatMap(({ code, progress }) =>
    progress.percent === null ? [] : [{ code, progress, percent: progress.percent }],
  );
  const behind = measured
    .filter(({ progress }) => isBehind(progress))
    .map(({ code, percent, progress }) => ({ code, percent, expectedPercent: progress.expectedPercent! }));
  return [{ kind: "objectives", behind, measurable: measured.length, total: objectives.length }];
}

type Named = NamedYear & { area: string };

function ofSituation(
  actions: FoundFacts["actions"],
  plan: FoundFacts["plan"],
  situation: PlanActionYear["situation"],
): Named[] {
  return actions.flatMap(({ code, title, areaCode, years }) =>
    years
      .filter(
        (one) => one.situation === situation && plan.first_year <= one.year && one.year <= plan.last_year,
      )
      .map(({ year, dueOn, progress }) => ({ code, title, area: areaCode, year, dueOn, progress })),
  );
}

function named({ code, title, year, dueOn, progress }: Named): NamedYear {
  return { code, title, year, dueOn, progress };
}
