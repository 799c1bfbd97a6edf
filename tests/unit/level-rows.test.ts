import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import {
  type LevelRow,
  pastYears,
  realRow,
  rowsFrom,
  suppositionRow,
} from "#app/domain/smartability/level-rows.ts";
import { LEVELS } from "#app/domain/level/levels.ts";
import {
  actionId,
  aMunicipality,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

/** A process SI, one outsourced, and one NO for each list of claims, all of them on its only blocker, of the whole. */
function processesWith(claims: WrittenClaim[][], at = asOfNow("2022-06-30")) {
  const stopped = claims.map((claims, index): WrittenProcess => {
    const blocker = { kind: "paper_archive", extent: "whole", removability: "digital", claims } as const;
    return { code: `NO-${index}`, written: "no", blockers: [blocker] };
  });
  const facts = mapFacts([
    { code: "SI", written: "yes" },
    { code: "ESTERNO", written: "outsourced" },
    ...stopped,
  ]);
  const work = workFacts(
    { "4.4.1": [2021], "4.6.3": [2022], "4.10.3": [2023] },
    linesOf(["4.6.3", 2022, "in-progress", "2022-01-10"]),
  );
  return onDay({ facts, work }, at);
}

const full = (action: string, state: "confirmed" | "proposed" = "confirmed"): WrittenClaim => ({
  actions: [action],
  effect: "full",
  state,
});

const told = ({ kind, day, counts }: LevelRow) => [kind, day, counts.yes, counts.no];

describe("the rows of levels", () => {
  test("are today, the years to come as forecast and with what is late recovered, and the most that can be", () => {
    // 4.4.1/2021 is late, 4.6.3 is due on 31/12/2022, 4.10.3 on 31/12/2023; the last claim is only proposed
    const processes = processesWith([
      [full("4.4.1")],
      [full("4.6.3")],
      [full("4.10.3")],
      [full("4.6.3", "proposed")],
    ]);

    expect(rowsFrom(processes, asOfNow("2022-06-30")).map(told)).toEqual([
      ["now", "2022-06-30", 1, 4],
      ["expected", "2022-12-31", 2, 3],
      ["recovered", "2022-12-31", 3, 2],
      ["expected", "2023-12-31", 3, 2],
      ["recovered", "2023-12-31", 4, 1],
      ["attainable", null, 5, 0],
    ]);
  });

  test("have none for what is late where recovering it alters nothing", () => {
    const rows = rowsFrom(processesWith([[full("4.6.3")]]), asOfNow("2022-06-30"));

    expect(rows.map(({ kind }) => kind)).toEqual(["now", "expected", "attainable"]);
  });

  test("call a past day real, not today", () => {
    const at = asOf("2022-06-30");

    expect(rowsFrom(processesWith([], at), at)[0]).toMatchObject({ kind: "real", day: "2022-06-30" });
  });

  test("say how they change against the maps", () => {
    const [, , attainable] = rowsFrom(processesWith([[full("4.6.3")]]), asOfNow("2022-06-30"));

    expect(attainable!.change).toEqual({ yes: 1, "in-part": 0, no: -1, outsourced: 0 });
    expect(realRow("2021-12-31", processesWith([])).change).toEqual({
      yes: 0,
      "in-part": 0,
      no: 0,
      outsourced: 0,
    });
  });

  test("of a supposition are by confirmed claims or by proposed ones as well", () => {
    const processes = processesWith([[full("4.6.3")], [full("4.6.3", "proposed")]]);
    const rows = [false, true].map((withProposed) =>
      suppositionRow(processes, [actionId("4.6.3")], { withProposed }),
    );

    expect(rows.map(told)).toEqual([
      ["if-completed", null, 2, 1],
      ["if-proposed", null, 3, 0],
    ]);
  });

  test("have the same processes, whatever is forecast, and none above the most that can be", () => {
    fc.assert(
      fc.property(aMunicipality, ({ day, ...municipality }) => {
        const at = asOfNow(day);
        const processes = onDay(municipality, at);
        const rows = rowsFrom(processes, at);
        const most = rows.at(-1)!;
        for (const { counts, total, change } of rows) {
          expect(LEVELS.reduce((sum, level) => sum + counts[level], 0)).toBe(total);
          expect(total).toBe(processes.length);
          expect(LEVELS.reduce((sum, level) => sum + change[level], 0)).toBe(0);
          expect(counts.yes).toBeLessThanOrEqual(most.counts.yes);
          expect(counts.no).toBeGreaterThanOrEqual(most.counts.no);
        }
      }),
    );
  });
});

describe("the past years", () => {
  test("are those whose end is over, from the first on", () => {
    expect(pastYears(2021, asOfNow("2023-12-31"))).toEqual([2021, 2022]);
    expect(pastYears(2021, asOfNow("2024-01-01"))).toEqual([2021, 2022, 2023]);
    expect(pastYears(2021, asOfNow("2021-05-04"))).toEqual([]);
    expect(pastYears(2024, asOf("2022-12-31"))).toEqual([]);
  });

  test("leave out the day looked at, which has a row of its own", () => {
    expect(pastYears(2021, asOf("2022-12-31"))).toEqual([2021]);
  });
});
