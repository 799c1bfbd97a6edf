import type { Day } from "../days.ts";
import type { Held } from "../life.ts";
import type { Direction } from "./indicators.ts";
import type { ObjectiveKind } from "./objectives.ts";

/** A row with a life, the edits that opened and closed it, and what it is a row of. */
type EditedRow = Held & { of: number; opened_by_edit_id: number; closed_by_edit_id: number | null };

export type VersionRow = EditedRow & {
  title: string;
  description: string | null;
  kind: ObjectiveKind;
  is_transversal: 0 | 1;
  weight: number;
};
export type StepRow = EditedRow & {
  ordinal: number;
  code_as_written: string | null;
  text: string;
  planned_as_written: string | null;
  weight: number;
};
export type IndicatorRow = EditedRow & {
  name: string;
  unit: string;
  start_value: number | null;
  target_value: number;
  direction: Direction;
};
export type LinkRow = EditedRow & {
  plan: string;
  action: string;
  year: number | null;
  rationale: string;
  weight: number;
};

/** Every row of an objective that somebody may have edited, those that held once included. */
export type ObjectiveRows = {
  versions: readonly VersionRow[];
  offices: readonly (EditedRow & { name: string })[];
  steps: readonly StepRow[];
  indicators: readonly IndicatorRow[];
  links: readonly LinkRow[];
};

/** What an edit did to one thing: where it opened a row only it was added, where it closed one only it was taken away. */
export type Moved<Row> =
  { how: "added"; to: Row } | { how: "removed"; from: Row } | { how: "changed"; from: Row; to: Row };

export type ObjectiveChanges = {
  objective: Moved<VersionRow>[];
  offices: Moved<{ name: string }>[];
  steps: Moved<StepRow>[];
  indicators: Moved<IndicatorRow>[];
  links: Moved<LinkRow>[];
};

export type ObjectiveEdit = { edit: number; on: Day; changes: ObjectiveChanges };

/** The edits of an objective in order of recording (design, section 3), each with what it did; the first is the one that added it. */
export function objectiveEdits(rows: ObjectiveRows): ObjectiveEdit[] {
  const all: readonly EditedRow[] = Object.values(rows).flat();
  const ids = new Set(
    all.flatMap(({ opened_by_edit_id, closed_by_edit_id }) =>
      closed_by_edit_id === null ? [opened_by_edit_id] : [opened_by_edit_id, closed_by_edit_id],
    ),
  );
  return [...ids]
    .sort((a, b) => a - b)
    .map((edit) => ({
      edit,
      on: dayOf(edit, all),
      changes: {
        objective: movedBy(edit, rows.versions),
        offices: movedBy(edit, rows.offices),
        steps: movedBy(edit, rows.steps),
        indicators: movedBy(edit, rows.indicators),
        links: movedBy(edit, rows.links),
      },
    }));
}

function dayOf(edit: number, rows: readonly EditedRow[]): Day {
  const closed = rows.find(({ closed_by_edit_id }) => closed_by_edit_id === edit);
  return (
    closed?.held_until_on ?? rows.find(({ opened_by_edit_id }) => opened_by_edit_id === edit)!.held_from_on
  );
}

function movedBy<Row extends EditedRow>(edit: number, rows: readonly Row[]): Moved<Row>[] {
  const opened = rows.filter(({ opened_by_edit_id }) => opened_by_edit_id === edit);
  const closed = new Map(
    rows.filter(({ closed_by_edit_id }) => closed_by_edit_id === edit).map((row) => [row.of, row]),
  );
  const isOpened = new Set(opened.map((row) => row.of));
  return [
    ...opened.map((to): Moved<Row> => {
      const from = closed.get(to.of);
      return from ? { how: "changed", from, to } : { how: "added", to };
    }),
    ...[...closed.values()]
      .filter((row) => !isOpened.has(row.of))
      .map((from): Moved<Row> => ({ how: "removed", from })),
  ];
}
