import { type Freshness, freshnessOf } from "./freshness.ts";
import { type CarriedYear, placeOf } from "./carried-years.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "./plan-at.ts";
import { yearsOf } from "./yearly-progress.ts";
import { type CellMark, marksOf } from "../variation/adopted-comparison.ts";

/** An annualità as a cell shows it. `isMatch`: the filters speak of it; `from`: what of earlier plans goes on in it; `marks`: how it differs from the plan as adopted, where that is asked. */
export type MatrixCell = Pick<
  PlanActionYear,
  "year" | "status" | "situation" | "progress" | "dueOn" | "target" | "origins"
> & { isMatch: boolean; from: CarriedYear[]; marks: CellMark[] };

/** An action as the matrix draws it: a cell for each year of the plan, null where it has no annualità. */
export type MatrixRow = Pick<
  PlanActionOnDay,
  "code" | "title" | "areaCode" | "responsibles" | "unknownYearCount"
> & { cells: (MatrixCell | null)[]; freshness: Freshness };

/** The rows of a page of the matrix, exactly as they are drawn. `matching`: the annualità that the filters speak of, if they do; `isCompared`: with the plan as adopted. */
export function matrixRows(
  actions: readonly PlanActionOnDay[],
  matching: readonly PlanActionYear[],
  plan: { first_year: number; last_year: number },
  carried: ReadonlyMap<string, CarriedYear[]> = new Map(),
  isCompared = false,
): MatrixRow[] {
  const marked = new Set(matching);
  return actions.map((action) => {
    const years = withinPlan(action.years, plan);
    return {
      code: action.code,
      title: action.title,
      areaCode: action.areaCode,
      responsibles: action.responsibles,
      unknownYearCount: action.unknownYearCount,
      cells: yearsOf(plan).map((year) => {
        const actionYear = years.find((one) => one.year === year);
        const from = carried.get(placeOf(action.code, year)) ?? [];
        if (!actionYear) return null;
        const marks = isCompared ? marksOf(actionYear) : [];
        return { ...cellOf(actionYear), isMatch: marked.has(actionYear), from, marks };
      }),
      freshness: freshnessOf(action),
    };
  });
}

function cellOf(actionYear: PlanActionYear) {
  const { year, status, situation, progress, dueOn, target, origins } = actionYear;
  return { year, status, situation, progress, dueOn, target, origins };
}
