import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow, lastDayOf, yearOf } from "#app/domain/days.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { forecastYears, levelAssumedOn, levelsAtEndOf } from "#app/domain/smartability/forecast.ts";
import {
  aMunicipality,
  heightOf,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
  yearId,
} from "#tests/support/process-examples.ts";

/** One process that is NO for its paper archive, which claims would remove. */
function onPaper(...claims: WrittenClaim[]) {
  return mapFacts([
    {
      code: "FVG-TEC-088",
      written: "no",
      blockers: [{ kind: "paper_archive", extent: "whole", removability: "digital", claims }],
    },
  ]);
}

const NO = { yes: 0, "in-part": 0, no: 1, outsourced: 0 };
const SI = { yes: 1, "in-part": 0, no: 0, outsourced: 0 };
const BY_463: WrittenClaim = { actions: ["4.6.3"], effect: "full" };
const YEARS = { "4.6.3": [2022, 2023] };

describe("at the end of a year to come", () => {
  test("what is to start or in progress, and not late, is completed on its due day", () => {
    const work = workFacts(YEARS, linesOf(["4.6.3", 2022, "in-progress", "2022-03-01"]));
    const processes = onDay({ facts: onPaper(BY_463), work }, asOfNow("2022-06-30"));

    expect(levelsAtEndOf(processes, 2022, asOfNow("2022-06-30")).expected).toEqual(NO); // 2023 is not due yet
    expect(levelsAtEndOf(processes, 2023, asOfNow("2022-06-30")).expected).toEqual(SI);
    expect(forecastYears(processes, asOfNow("2022-06-30"))).toEqual([2022, 2023]);
  });

  test("a due day of a later year is not come", () => {
    const postponed = linesOf(["4.6.3", 2023, "in-progress", "2022-03-01", { due_on: "2024-03-31" }]);
    const at = asOfNow("2022-06-30");
    const processes = onDay({ facts: onPaper(BY_463), work: workFacts(YEARS, postponed) }, at);

    expect(levelsAtEndOf(processes, 2023, at).expected).toEqual(NO);
    expect(levelsAtEndOf(processes, 2024, at).expected).toEqual(SI);
    expect(forecastYears(processes, at)).toEqual([2022, 2023, 2024]);
  });

  test("what is late counts in the second figure only", () => {
    const at = asOfNow("2023-02-01"); // 2022 was due on 31/12/2022
    const processes = onDay({ facts: onPaper(BY_463), work: workFacts(YEARS) }, at);

    expect(levelsAtEndOf(processes, 2023, at)).toEqual({ expected: NO, recovered: SI });
    expect(forecastYears(processes, at)).toEqual([2023]);
  });

  test("nothing is assumed of what is suspended, late or not", () => {
    const suspended = workFacts(
      YEARS,
      linesOf(["4.6.3", 2022, "in-progress", "2022-02-01"], ["4.6.3", 2022, "suspended", "2022-03-01"]),
    );
    for (const at of [asOfNow("2022-06-30"), asOfNow("2023-06-30")]) {
      const processes = onDay({ facts: onPaper(BY_463), work: suspended }, at);
      expect(levelsAtEndOf(processes, 2023, at)).toEqual({ expected: NO, recovered: NO });
    }
  });

  test("nothing is assumed of an action without annualità, nor of a cancelled one", () => {
    const at = asOfNow("2022-06-30");
    const without = onDay({ facts: onPaper(BY_463), work: workFacts({ "4.6.3": [] }) }, at);
    const cancelled = workFacts(YEARS, linesOf(["4.6.3", 2023, "cancelled", "2022-03-01"]));

    expect(levelsAtEndOf(without, 2023, at)).toEqual({ expected: NO, recovered: NO });
    const given = onDay({ facts: onPaper(BY_463), work: cancelled }, at);
    expect(levelsAtEndOf(given, 2023, at)).toEqual({ expected: NO, recovered: NO });
  });

  test("only confirmed claims act", () => {
    const at = asOfNow("2022-06-30");
    for (const state of ["proposed", "contested", "rejected"] as const) {
      const facts = onPaper({ ...BY_463, state });
      const processes = onDay({ facts, work: workFacts(YEARS) }, at);
      expect(levelsAtEndOf(processes, 2023, at)).toEqual({ expected: NO, recovered: NO });
      expect(forecastYears(processes, at)).toEqual([2022]);
    }
  });

  test("a rescheduled annualità is completed when its target is due", () => {
    const moved = linesOf([
      ...(["4.6.3", 2022, "rescheduled", "2022-03-01"] as const),
      { target_action_year_id: yearId("4.6.3", 2023) },
    ]);
    const at = asOfNow("2022-06-30");
    const facts = onPaper({ actions: ["4.6.3/2022"], effect: "full" });
    const processes = onDay({ facts, work: workFacts(YEARS, moved) }, at);

    expect(levelsAtEndOf(processes, 2022, at).expected).toEqual(NO);
    expect(levelsAtEndOf(processes, 2023, at).expected).toEqual(SI);
  });

  test("a completion assumed by the day of the map has been seen by it", () => {
    const at = asOfNow("2022-12-31");
    const facts = onPaper({ actions: ["4.6.3/2022"], effect: "full" });
    const processes = onDay({ facts, work: workFacts(YEARS) }, at);
    const redrawn = processes.map((process) => ({ ...process, observedOn: "2022-12-31" }));

    expect(levelsAtEndOf(processes, 2022, at).expected).toEqual(SI);
    expect(levelsAtEndOf(redrawn, 2022, at).expected).toEqual(NO);
  });
});

describe("the years that can be forecast", () => {
  const facts = onPaper(BY_463);

  test("begin with the one that is not over, and are at least that", () => {
    const nothing = onDay({ facts: onPaper(), work: workFacts(YEARS) }, asOfNow("2022-06-30"));

    expect(forecastYears(nothing, asOfNow("2022-06-30"))).toEqual([2022]);
    expect(forecastYears(nothing, asOfNow("2022-12-31"))).toEqual([2022]); // it still has the evening
    expect(forecastYears(nothing, asOf("2022-12-31"))).toEqual([]);
  });

  test("of the end of a year, begin with the next", () => {
    const processes = onDay({ facts, work: workFacts({ "4.6.3": [2023] }) }, asOf("2022-12-31"));

    expect(forecastYears(processes, asOf("2022-12-31"))).toEqual([2023]);
  });
});

test("today ≤ expected ≤ recovered ≤ attainable, and no year is below the one before", () => {
  fc.assert(
    fc.property(aMunicipality, ({ facts, work, day }) => {
      const at = asOf(day);
      for (const process of smartabilityAt(facts, workAt(work, at))) {
        let [lowest, highest] = [heightOf(process.level), heightOf(process.level)];
        for (const year of [0, 1, 2, 3].map((more) => yearOf(day) + more)) {
          const under = (recoveredOn: string | null) =>
            heightOf(levelAssumedOn(process, lastDayOf(year), { at, recoveredOn }));
          const [expected, recovered] = [under(null), under(`${year}-12-31`)];
          expect(expected).toBeGreaterThanOrEqual(lowest);
          expect(recovered).toBeGreaterThanOrEqual(Math.max(expected, highest));
          expect(heightOf(process.attainable)).toBeGreaterThanOrEqual(recovered);
          [lowest, highest] = [expected, recovered];
        }
      }
    }),
    { numRuns: 500 },
  );
});
