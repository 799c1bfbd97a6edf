import type { Day } from "../days.ts";
import type { Held } from "../life.ts";
import type { BlockerKind } from "../level/blockers.ts";

/** A row with a life and the edits that opened and closed it. */
type EditedRow = Held & { opened_by_edit_id: number; closed_by_edit_id: number | null };

/** Every row of a process that somebody may have edited, those that held once included. */
export type ProcessRows = {
  versions: readonly EditedRow[];
  offices: readonly EditedRow[];
  blockers: readonly (EditedRow & { blocker_id: number; ordinal: number; kind: BlockerKind })[];
};

/** What one edit did to a process; `kind` of a blocker is the one that it had before, or was given where it is new. */
export type ProcessChange =
  | { what: "added" | "reworded" | "retired" | "offices" }
  | { what: "blocker-added" | "blocker-changed" | "blocker-retired"; ordinal: number; kind: BlockerKind };

export type ProcessEdit = { edit: number; on: Day; changes: ProcessChange[] };

/** The edits of a process in order of recording (design, section 3), each with what it did; the first is the one that added it. */
export function processEdits(rows: ProcessRows): ProcessEdit[] {
  const all: readonly EditedRow[] = [...rows.versions, ...rows.offices, ...rows.blockers];
  const ids = new Set(
    all.flatMap(({ opened_by_edit_id, closed_by_edit_id }) =>
      closed_by_edit_id === null ? [opened_by_edit_id] : [opened_by_edit_id, closed_by_edit_id],
    ),
  );
  return [...ids]
    .sort((a, b) => a - b)
    .map((edit) => ({ edit, on: dayOf(edit, all), changes: changesBy(edit, rows) }));
}

function dayOf(edit: number, rows: readonly EditedRow[]): Day {
  const closed = rows.find(({ closed_by_edit_id }) => closed_by_edit_id === edit);
  return (
    closed?.held_until_on ?? rows.find(({ opened_by_edit_id }) => opened_by_edit_id === edit)!.held_from_on
  );
}

function changesBy(edit: number, { versions, offices, blockers }: ProcessRows): ProcessChange[] {
  const [opened, closed] = [touched(versions, edit, "opened"), touched(versions, edit, "closed")];
  if (opened.length > 0 && closed.length === 0) return [{ what: "added" }];
  if (opened.length === 0 && closed.length > 0) return [{ what: "retired" }];
  const officesMoved = touched(offices, edit, "opened").length + touched(offices, edit, "closed").length > 0;
  return [
    ...(opened.length > 0 ? [{ what: "reworded" as const }] : []),
    ...(officesMoved ? [{ what: "offices" as const }] : []),
    ...blockerChanges(edit, blockers),
  ];
}

function blockerChanges(edit: number, blockers: ProcessRows["blockers"]): ProcessChange[] {
  const [opened, closed] = [touched(blockers, edit, "opened"), touched(blockers, edit, "closed")];
  const was = new Map(closed.map((row) => [row.blocker_id, row]));
  const is = new Set(opened.map((row) => row.blocker_id));
  return [
    ...opened.map(({ blocker_id, ordinal, kind }) => {
      const before = was.get(blocker_id);
      return before
        ? { what: "blocker-changed" as const, ordinal, kind: before.kind }
        : { what: "blocker-added" as const, ordinal, kind };
    }),
    ...closed
      .filter(({ blocker_id }) => !is.has(blocker_id))
      .map(({ ordinal, kind }) => ({ what: "blocker-retired" as const, ordinal, kind })),
  ];
}

function touched<Row extends EditedRow>(rows: readonly Row[], edit: number, how: "opened" | "closed"): Row[] {
  return rows.filter((row) => (how === "opened" ? row.opened_by_edit_id : row.closed_by_edit_id) === edit);
}
