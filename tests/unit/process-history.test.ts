import { describe, expect, test } from "vitest";
import { processEdits, type ProcessRows } from "#app/domain/work-process/process-history.ts";

const FIRST = {
  held_from_on: "2020-12-31",
  held_until_on: null,
  opened_by_edit_id: 1,
  closed_by_edit_id: null,
};

/** A row, and the one that takes its place by an edit made on a day. */
function replacedBy(edit: number, on: string) {
  return [
    { ...FIRST, held_until_on: on, closed_by_edit_id: edit },
    { ...FIRST, held_from_on: on, opened_by_edit_id: edit },
  ];
}

const ARCHIVE = { blocker_id: 7, ordinal: 1, kind: "paper_archive" } as const;

function editsOf(rows: Partial<ProcessRows>) {
  return processEdits({ versions: [FIRST], offices: [FIRST], blockers: [], ...rows });
}

describe("the edits of a process", () => {
  test("begin with the one that added it, with its offices and blockers", () => {
    expect(editsOf({ blockers: [{ ...FIRST, ...ARCHIVE }] })).toEqual([
      { edit: 1, on: "2020-12-31", changes: [{ what: "added" }] },
    ]);
  });

  test("say that it was reworded, or given to other offices, on their day", () => {
    expect(
      editsOf({ versions: replacedBy(4, "2026-10-01"), offices: replacedBy(4, "2026-10-01") })[1],
    ).toEqual({
      edit: 4,
      on: "2026-10-01",
      changes: [{ what: "reworded" }, { what: "offices" }],
    });
  });

  test("name the blocker that was added, changed or retired", () => {
    const retired = { ...FIRST, ...ARCHIVE, held_until_on: "2026-10-03", closed_by_edit_id: 6 };
    const added = { ...FIRST, blocker_id: 8, ordinal: 2, kind: "counter_service" as const };
    const blockers = [
      retired,
      {
        ...added,
        held_from_on: "2026-10-02",
        opened_by_edit_id: 5,
        held_until_on: "2026-10-04",
        closed_by_edit_id: 9,
      },
      { ...added, held_from_on: "2026-10-04", opened_by_edit_id: 9 },
    ];

    expect(editsOf({ blockers }).slice(1)).toEqual([
      {
        edit: 5,
        on: "2026-10-02",
        changes: [{ what: "blocker-added", ordinal: 2, kind: "counter_service" }],
      },
      {
        edit: 6,
        on: "2026-10-03",
        changes: [{ what: "blocker-retired", ordinal: 1, kind: "paper_archive" }],
      },
      {
        edit: 9,
        on: "2026-10-04",
        changes: [{ what: "blocker-changed", ordinal: 2, kind: "counter_service" }],
      },
    ]);
  });

  test("end with its retirement, which closes all that it has", () => {
    const closed = { ...FIRST, held_until_on: "2026-10-05", closed_by_edit_id: 12 };

    expect(
      editsOf({ versions: [closed], offices: [closed], blockers: [{ ...closed, ...ARCHIVE }] })[1],
    ).toEqual({ edit: 12, on: "2026-10-05", changes: [{ what: "retired" }] });
  });
});
