import { describe, expect, test } from "vitest";
import { officesAfter, type WrittenOffices, writtenOffices } from "#app/domain/edit/action-year-offices.ts";
import type { LifeRows } from "#app/domain/edit/plan-action-history.ts";
import type { Organisation } from "#app/domain/edit/plan-action-responsibles.ts";

const TODAY = "2026-10-15";

function organisation(...members: string[]): Organisation {
  const office = (code: string) => ({ code, ceased_on: null, successor_code: null });
  return {
    offices: [
      ...["settore-1", "settore-3", "settore-4"].map(office),
      { code: "settore-5", ceased_on: "2026-01-01", successor_code: "settore-6" },
      office("settore-6"),
    ],
    groups: [
      { code: "gruppo", offices: members },
      { code: "tutti", offices: ["settore-1", "settore-3", "settore-4", "settore-6"] },
    ],
  };
}

describe("the offices of an open annualità", () => {
  const after = (
    answering: string[],
    from: string[],
    to: string[],
    {
      members = ["settore-3", "settore-4"],
      ...byHand
    }: Partial<WrittenOffices> & { members?: string[] } = {},
  ) =>
    officesAfter(
      { answering, added: [], takenOff: [], ...byHand },
      { from, to },
      organisation(...members),
      TODAY,
    );

  test("change with the responsibles: who comes enters, who is named no longer leaves", () => {
    expect(after(["settore-3", "settore-4"], ["gruppo"], ["settore-1", "settore-3"])).toEqual([
      "settore-1",
      "settore-3",
    ]);
  });

  test("stay when only the order changes, or a responsible whose offices others name, too", () => {
    const both = ["settore-3", "settore-4"];

    expect(after(both, ["gruppo", "rtd"], ["rtd", "gruppo"])).toEqual(both);
    expect(after(both, ["gruppo"], ["settore-4", "settore-3"])).toEqual(both);
    expect(after(both, ["gruppo", "settore-3"], ["gruppo"])).toEqual(both);
  });

  test("leave with their group also where it has lost them since: it is what is written that counts", () => {
    const lost = { members: ["settore-3"] };

    expect(after(["settore-3", "settore-4"], ["gruppo"], ["settore-1"], lost)).toEqual(["settore-1"]);
    expect(after(["settore-3", "settore-4"], ["gruppo"], ["settore-3"], lost)).toEqual(["settore-3"]);
  });

  test("stay with a group that stays, though it has lost them since", () => {
    const lost = { members: ["settore-3"] };

    expect(after(["settore-1", "settore-3", "settore-4"], ["gruppo", "settore-1"], ["gruppo"], lost)).toEqual(
      ["settore-3", "settore-4"],
    );
  });

  test("leave with whichever group goes where one that stays has lost them: which they came with is not written", () => {
    const lost = { members: ["settore-3"] };

    expect(after(["settore-1", "settore-3", "settore-4"], ["gruppo", "tutti"], ["gruppo"], lost)).toEqual([
      "settore-3",
    ]);
  });

  test("enter when they are named, though a group that named them already got them too late to be written", () => {
    const got = { members: ["settore-3", "settore-4", "settore-1"] };

    expect(after(["settore-3", "settore-4"], ["gruppo"], ["settore-1", "settore-3"], got)).toEqual([
      "settore-1",
      "settore-3",
    ]);
    expect(after(["settore-3", "settore-4"], ["gruppo"], ["gruppo", "rtd"], got)).toEqual([
      "settore-3",
      "settore-4",
    ]);
  });

  test("keep one that the RTD added, whoever else goes", () => {
    const added = { added: ["settore-1"] };

    expect(after(["settore-1", "settore-3"], ["gruppo"], ["gruppo", "rtd"], added)).toEqual([
      "settore-1",
      "settore-3",
    ]);
    expect(after(["settore-1", "settore-3"], ["gruppo"], ["settore-4"], added)).toEqual([
      "settore-1",
      "settore-4",
    ]);
  });

  test("get one that the RTD took off back only when it is named itself", () => {
    const takenOff = { takenOff: ["settore-4"] };

    expect(after(["settore-3"], ["gruppo"], ["gruppo", "rtd"], takenOff)).toEqual(["settore-3"]);
    expect(after(["settore-3"], ["gruppo"], ["tutti"], takenOff)).toEqual([
      "settore-1",
      "settore-3",
      "settore-6",
    ]);
    expect(after(["settore-3"], ["gruppo"], ["settore-3", "settore-4"], takenOff)).toEqual([
      "settore-3",
      "settore-4",
    ]);
  });
});

describe("what is written on an annualità", () => {
  const life = (opened: number, closed: number | null = null) => ({
    held_from_on: `2026-01-${String(opened).padStart(2, "0")}`,
    held_until_on: closed === null ? null : `2026-01-${String(closed).padStart(2, "0")}`,
    opened_by_edit_id: opened,
    closed_by_edit_id: closed,
  });
  const office = (code: string, ...edits: Parameters<typeof life>) => ({
    ...{ code, name: code, year: 2026 },
    ...life(...edits),
  });
  const written = (...offices: LifeRows["offices"]) => {
    const responsibles = [{ code: "gruppo", name: "Gruppo", ...life(1) }];
    const rows = { versions: [], themes: [], norms: [], leads: [], years: [], responsibles, offices };
    return writtenOffices(rows, 2026, organisation());
  };

  test("tells what came with the responsibles from what an edit of the offices alone added or took off", () => {
    expect(
      written(office("settore-3", 1), office("settore-4", 1, 7), office("settore-1", 7), {
        ...office("settore-6", 7),
        year: 2025,
      }),
    ).toEqual({ answering: ["settore-3", "settore-1"], added: ["settore-1"], takenOff: ["settore-4"] });
  });

  test("does not take for taken off one that was given back", () => {
    expect(written(office("settore-4", 1, 7), office("settore-4", 8))).toMatchObject({ takenOff: [] });
  });

  test("holds the successor of an office that ceased to have come as that had come", () => {
    expect(written(office("settore-5", 1, 7), office("settore-6", 7))).toMatchObject({ added: [] });
    expect(written(office("settore-5", 3, 7), office("settore-6", 7))).toMatchObject({
      added: ["settore-6"],
    });
  });
});
