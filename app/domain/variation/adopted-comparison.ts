import { type PlanActionYear, withinPlan } from "../plan/plan-at.ts";
import { yearsOf } from "../plan/yearly-progress.ts";

/** How an annualità differs from the plan as adopted; one that came from another year may be dropped later: it is both. */
export const CELL_MARKS = ["added", "moved-here", "dropped", "moved-away"] as const;
export type CellMark = (typeof CELL_MARKS)[number];

type Compared = Pick<PlanActionYear, "year" | "adopted" | "status" | "origins">;

/**
 * Against the plan as adopted (R12): an annualità that was not in it was added, or came from another year; one that is cancelled was
 * dropped, one that is rescheduled went elsewhere.
 */
export function marksOf({ adopted, status, origins }: Compared): CellMark[] {
  const marks: CellMark[] = [];
  if (!adopted) marks.push(origins.length > 0 ? "moved-here" : "added");
  if (status === "cancelled") marks.push("dropped");
  if (status === "rescheduled") marks.push("moved-away");
  return marks;
}

/** A year of the plan, adopted against today: adopted + added + moved here − dropped − moved away = left. */
export type YearComparison = { year: number; adopted: number; left: number } & Record<CellMark, number>;

/** The plan as adopted against what it is on the day, year by year. */
export function compareWithAdopted(
  years: readonly PlanActionYear[],
  plan: { first_year: number; last_year: number },
): YearComparison[] {
  return yearsOf(plan).map((year) => {
    const ofYear = withinPlan([...years], plan).filter((one) => one.year === year);
    const marked = (mark: CellMark) => ofYear.filter((one) => marksOf(one).includes(mark)).length;
    const adopted = ofYear.filter((one) => one.adopted).length;
    const counts = {
      added: marked("added"),
      "moved-here": marked("moved-here"),
      dropped: marked("dropped"),
      "moved-away": marked("moved-away"),
    };
    const left = adopted + counts.added + counts["moved-here"] - counts.dropped - counts["moved-away"];
    return { year, adopted, ...counts, left };
  });
}
