import { describe, expect, test } from "vitest";
import { actionYearsAt, answering, type LineFact } from "#app/domain/status/action-years.ts";
import { asOf } from "#app/domain/days.ts";
import { closesACircle } from "#app/domain/status/rescheduling.ts";
import { aLine, anActionYear, anUnplannedYear } from "#tests/support/examples.ts";

const YEARS = [2021, 2022, 2023].map((year) => anActionYear({ year }));

/** What moves one year to another, or brings it back to work, from a day on. */
function moved(sequence: number, [from, to]: [number, number], effective_on: string, place = sequence) {
  const target = { to_status: "rescheduled", target_action_year_id: to } as const;
  return aLine({ sequence, place, action_year_id: from, effective_on, ...target });
}

function reopened(sequence: number, year: number, effective_on: string): LineFact {
  return aLine({ sequence, action_year_id: year, effective_on });
}

describe("2022 brought forward to 2021, then reopened on 27 March 2022", () => {
  const lines = [moved(1, [2022, 2021], "2021-05-28"), reopened(2, 2022, "2022-03-27")];

  test("2021 postponed to 2022 from a day before, though recorded later, would go round in a circle on 2 January", () => {
    const late = moved(3, [2021, 2022], "2021-12-01");

    expect(closesACircle(YEARS, lines, late)).toBe(true);
    const states = actionYearsAt(YEARS, [...lines, late], asOf("2022-01-02"));
    expect(answering(states.get(2021)!, states)?.status).toBe("rescheduled");
  });

  test("2021 postponed to 2022 from the day of the reopening on does not", () => {
    expect(closesACircle(YEARS, lines, moved(3, [2021, 2022], "2022-03-27"))).toBe(false);
    expect(closesACircle(YEARS, lines, moved(3, [2021, 2022], "2022-06-01"))).toBe(false);
  });

  test("2021 postponed to 2022 until the day before the reopening does", () => {
    expect(closesACircle(YEARS, lines, moved(3, [2021, 2022], "2022-03-26"))).toBe(true);
  });

  test("2021 postponed to another year does not, whatever the day", () => {
    expect(closesACircle(YEARS, lines, moved(3, [2021, 2023], "2021-12-01"))).toBe(false);
  });
});

describe("4.3.6 of 2023 carried over to 2024 of the next plan", () => {
  const next = anActionYear({ id: 22024, plan_action_id: 2436, year: 2024 });
  const further = anActionYear({ id: 22025, plan_action_id: 2436, year: 2025 });
  const carried = moved(1, [2023, 22024], "2024-02-01");

  test("closes no circle, nor does the target postponed in its turn", () => {
    expect(closesACircle([...YEARS, next, further], [], carried)).toBe(false);
    expect(closesACircle([...YEARS, next, further], [carried], moved(2, [22024, 22025], "2024-03-01"))).toBe(
      false,
    );
  });
});

describe("an ordinary postponement", () => {
  test("closes no circle", () => {
    expect(closesACircle(YEARS, [], moved(1, [2021, 2022], "2021-12-01"))).toBe(false);
  });

  test("closes none to a year that is not in the plan yet", () => {
    expect(closesACircle([...YEARS, anUnplannedYear(2024)], [], moved(1, [2023, 2024], "2023-12-01"))).toBe(
      false,
    );
  });

  test("closes none where two years already lead to the same one", () => {
    const lines = [moved(1, [2021, 2023], "2021-12-01")];

    expect(closesACircle(YEARS, lines, moved(2, [2022, 2023], "2022-12-01"))).toBe(false);
  });

  test("closes none where the target is itself postponed further on", () => {
    const lines = [moved(1, [2022, 2023], "2021-11-01")];

    expect(closesACircle(YEARS, lines, moved(2, [2021, 2022], "2021-12-01"))).toBe(false);
  });
});

describe("a circle", () => {
  test("of three years is one as well", () => {
    const lines = [
      moved(1, [2022, 2023], "2021-06-01"),
      moved(2, [2023, 2021], "2021-07-01"),
      reopened(3, 2023, "2022-01-10"),
    ];

    expect(closesACircle(YEARS, lines, moved(4, [2021, 2022], "2021-12-01"))).toBe(true);
    expect(closesACircle(YEARS, lines, moved(4, [2021, 2022], "2022-01-10"))).toBe(false);
  });

  test("that closes only on a later day is one as well", () => {
    const lines = [moved(1, [2022, 2021], "2022-02-01"), reopened(2, 2022, "2022-03-27")];

    expect(closesACircle(YEARS, lines, moved(3, [2021, 2022], "2021-12-01"))).toBe(true);
  });

  test("is judged with a rettifica in the place of the line that it replaces", () => {
    const before = [moved(1, [2022, 2021], "2021-05-28"), reopened(2, 2022, "2021-12-01")];
    const inPlaceOfTheFirst = moved(4, [2022, 2021], "2021-12-01", 1);
    const others = [before[1]!, moved(3, [2021, 2022], "2021-12-01")];

    expect(closesACircle(YEARS, others, inPlaceOfTheFirst)).toBe(false);
    expect(closesACircle(YEARS, others, { ...inPlaceOfTheFirst, place: 4 })).toBe(true);
  });
});
