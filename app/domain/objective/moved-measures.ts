import type { Day } from "../days.ts";
import { groupBy } from "../grouping.ts";
import type { Held } from "../life.ts";
import type { Span } from "./objectives.ts";
import { understood } from "./planned.ts";
import { stepName } from "./step-name.ts";

type StepRow = {
  id: number;
  ordinal: number;
  code_as_written: string | null;
  planned_as_written: string | null;
} & Held;

/**
 * A step that once counted in the percentage, and that somebody retired or planned otherwise. `after`: its one due day, where that was over by then.
 * `since`: what is planned now; undefined of one that was retired.
 */
export type MovedMeasure = {
  ordinal: number;
  name: string;
  on: Day;
  before: string | null;
  since: string | null | undefined;
  after: Day | null;
};

/**
 * What of an objective was measured by a day, and was then retired or given another programmato (R9, R11). Who keeps the steps is who is judged by them:
 * a percentage that rose because a late step went away must say so. `rows`: the whole lives of its steps.
 */
export function movedMeasures(rows: readonly StepRow[], span: Span, day: Day): MovedMeasure[] {
  return [...groupBy(rows, ({ id }) => id).values()]
    .flatMap((life) => movedIn(life.filter(lasted), span, day))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.ordinal - b.ordinal));
}

/** Of two edits on one day the first held on no day: nobody was ever measured by it. */
function lasted({ held_from_on, held_until_on }: Held): boolean {
  return held_until_on === null || held_from_on < held_until_on;
}

function movedIn(life: readonly StepRow[], span: Span, day: Day): MovedMeasure[] {
  const inOrder = life.toSorted((a, b) => (a.held_from_on < b.held_from_on ? -1 : 1));
  return inOrder.flatMap((row, index) => {
    const next = inOrder[index + 1];
    const on = row.held_until_on;
    const { measure } = understood(row.planned_as_written, span);
    const isSame = next?.planned_as_written === row.planned_as_written;
    if (on === null || on > day || measure.kind === "continuous" || isSame) return [];
    return [
      {
        ordinal: row.ordinal,
        name: stepName(row),
        on,
        before: row.planned_as_written,
        since: next && next.planned_as_written,
        after: measure.kind === "due" && measure.dueOn < on ? measure.dueOn : null,
      },
    ];
  });
}
