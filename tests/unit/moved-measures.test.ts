import { describe, expect, test } from "vitest";
import { movedMeasures } from "#app/domain/objective/moved-measures.ts";

const SPAN = { firstYear: 2024, lastYear: 2024 };
const STEP = {
  ...{ id: 7, ordinal: 3, code_as_written: "c", planned_as_written: "Entro il 30/06/2024" as string | null },
  ...{ held_from_on: "2024-01-01", held_until_on: null as string | null },
};

describe("what was measured and is so no more", () => {
  test("is a step that was retired, from its day on, with its term where that was over", () => {
    const retired = [{ ...STEP, held_until_on: "2024-09-01" }];

    expect(movedMeasures(retired, SPAN, "2024-08-31")).toEqual([]);
    expect(movedMeasures(retired, SPAN, "2024-09-01")).toEqual([
      {
        ...{ ordinal: 3, name: "3 (c)", on: "2024-09-01", before: "Entro il 30/06/2024" },
        ...{ since: undefined, after: "2024-06-30" },
      },
    ]);
  });

  test("is a programmato that was changed, before or after its term", () => {
    const changed = [
      { ...STEP, held_until_on: "2024-05-01" },
      { ...STEP, held_from_on: "2024-05-01", planned_as_written: "Su richiesta" },
    ];

    expect(movedMeasures(changed, SPAN, "2024-12-31")).toMatchObject([
      { on: "2024-05-01", before: "Entro il 30/06/2024", since: "Su richiesta", after: null },
    ]);
  });

  test("is neither a new text under the same programmato, nor what was never measured", () => {
    const reworded = [
      { ...STEP, held_until_on: "2024-05-01" },
      { ...STEP, held_from_on: "2024-05-01" },
    ];
    const onRequest = [{ ...STEP, planned_as_written: "Su richiesta", held_until_on: "2024-05-01" }];

    expect(movedMeasures([...reworded], SPAN, "2024-12-31")).toEqual([]);
    expect(movedMeasures(onRequest, SPAN, "2024-12-31")).toEqual([]);
  });

  test("is not what held on no day, put right on the day that it was written", () => {
    const mended = [
      { ...STEP, held_until_on: "2024-01-01" },
      { ...STEP, planned_as_written: "Entro il 31/07/2024" },
    ];

    expect(movedMeasures(mended, SPAN, "2024-12-31")).toEqual([]);
  });
});
