import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { agendaOf, filterDeadlines } from "#app/domain/deadline/agenda.ts";
import { deadlinesOf, isOfPerson, legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import { rhythmsOf } from "#app/domain/deadline/step-deadlines.ts";
import { aDayTerm, anObjective, aReportOn, aStepOnDay, briefly, every } from "#tests/support/deadlines.ts";
import { placedPlans, TODAY } from "#tests/support/placed-plans.ts";

const NOW = asOfNow(TODAY);
const NOTHING = { plans: [], objectives: [], rounds: [] };

function ofSteps(steps: ReturnType<typeof aStepOnDay>[], at = asOfNow("2024-07-01")) {
  return deadlinesOf({ ...NOTHING, objectives: [anObjective(steps)] }, at);
}

describe("annualità", () => {
  const deadlines = deadlinesOf({ ...NOTHING, plans: placedPlans() }, NOW);

  test("fall on their due day, late where that is over; a rescheduled one falls on no day", () => {
    expect(deadlines.map(briefly)).toEqual([
      "annualita-2021 2021-12-31 done",
      "annualita-2022 2022-12-31 open late",
      "annualita-2024 2024-12-31 open late",
      "annualita-5226 2026-11-30 open",
      "annualita-5125 2026-12-31 open",
      "annualita-5126 2026-12-31 open",
      "annualita-5326 2026-12-31 open",
      "annualita-5426 2026-12-31 open",
    ]);
  });

  test("are of the offices that answer for them", () => {
    const settore4 = { role: "dirigente" as const, offices: ["settore-4"] };
    const own = deadlines.filter((one) => isOfPerson(one, settore4));

    expect(own.map(({ id }) => id)).toEqual([
      "annualita-2021",
      "annualita-2022",
      "annualita-2024",
      "annualita-5125",
    ]);
  });
});

describe("a step with a due day", () => {
  const due = [aDayTerm("due", "2024-06-30")];

  test("is late once the day is over", () => {
    const on = (at: ReturnType<typeof asOf>) => ofSteps([aStepOnDay(1, due)], at).map(briefly);

    expect(on(asOfNow("2024-06-30"))).toEqual(["punto-101 2024-06-30 open"]);
    expect(on(asOf("2024-06-30"))).toEqual(["punto-101 2024-06-30 open late"]);
  });

  test("is done with the report that concludes it, and still open with a part of it, or where none says how far it is", () => {
    const done = aStepOnDay(1, due, { reports: [aReportOn("2024-05-02", 100)] });
    const part = aStepOnDay(2, due, { reports: [aReportOn("2024-05-02", 60)] });
    const silent = aStepOnDay(3, due, { reports: [aReportOn("2024-05-02")] });

    expect(ofSteps([done, part, silent]).map(briefly)).toEqual([
      "punto-101 2024-06-30 done",
      "punto-102 2024-06-30 open late",
      "punto-103 2024-06-30 open late",
    ]);
  });
});

describe("a step that holds from a day on", () => {
  test("is never late, however long ago the day was", () => {
    const step = aStepOnDay(1, [aDayTerm("from", "2024-01-01")]);

    expect(ofSteps([step], asOf("2026-12-31")).map(briefly)).toEqual([
      "punto-101-dal-2024-01-01 dal 2024-01-01 open",
    ]);
  });
});

describe("a step with periods", () => {
  test("falls due with each, late where it is not reported", () => {
    const monthly = aStepOnDay(1, [every("month")], { reports: [aReportOn("2024-02-10")] });
    const deadlines = ofSteps([monthly], asOfNow("2024-04-01"));

    expect(deadlines).toHaveLength(12);
    expect(deadlines.slice(0, 4).map(briefly)).toEqual([
      "punto-101-2024-01-31 2024-01-31 open late",
      "punto-101-2024-02-29 2024-02-29 done",
      "punto-101-2024-03-31 2024-03-31 open late",
      "punto-101-2024-04-30 2024-04-30 open",
    ]);
  });

  test("counts the working days that follow a period: ten after Easter's 31 March are 15 April", () => {
    const service = { kind: "service", amount: 10, unit: "working-day", side: "after", of: null } as const;
    const monthly = aStepOnDay(1, [every("month"), { ...service, asWritten: "entro 10 giorni lavorativi" }]);
    const deadlines = ofSteps([monthly], asOfNow("2024-04-10"));

    expect(briefly(deadlines[2]!)).toBe("punto-101-2024-03-31 2024-04-15 open");
    expect(briefly(deadlines[11]!)).toBe("punto-101-2024-12-31 2025-01-16 open");
  });

  test.each(["day", "week"] as const)("of a %s is one line of its own, not a deadline a %s", (rhythm) => {
    const objective = anObjective([aStepOnDay(1, [every(rhythm)], { reports: [aReportOn("2024-02-10")] })]);

    expect(deadlinesOf({ ...NOTHING, objectives: [objective] }, NOW)).toEqual([]);
    expect(rhythmsOf(objective, 2024)).toMatchObject([
      { ordinal: 1, every: rhythm, periods: rhythm === "day" ? 366 : 52, reported: 1 },
    ]);
    expect(rhythmsOf(objective, 2025)).toEqual([]);
  });
});

describe("a round", () => {
  test("is due by its term, of the offices that are asked", () => {
    const round = { id: 3, title: "Monitoraggio al 30/6", due_on: "2026-10-10", offices: ["settore-4"] };
    const [deadline] = deadlinesOf({ ...NOTHING, rounds: [round] }, NOW);

    expect(briefly(deadline!)).toBe("giro-3 2026-10-10 open late");
    expect(deadline!.offices).toEqual(["settore-4"]);
  });
});

describe("the agenda of a year", () => {
  const all = [
    ...deadlinesOf(
      { ...NOTHING, plans: placedPlans(), objectives: [anObjective([aStepOnDay(1, [every("month")])])] },
      NOW,
    ),
    ...legalDeadlinesOf(2026, NOW),
  ];
  const agenda = (year: number, withDone = false) => agendaOf(all, { year, withDone, at: NOW });

  test("of this year begins with what is late of any year; of points of years past it says how many", () => {
    const { late, lateBefore } = agenda(2026);

    expect(late.map(({ first }) => first.id)).toEqual(["annualita-2022", "annualita-2024"]);
    expect(lateBefore).toEqual([{ year: 2024, deadlines: 12 }]);
  });

  test("of a year past has what is late of that year; twelve months of a point are one thing", () => {
    const { late, lateBefore } = agenda(2024);

    expect(late.map(({ first, more }) => [first.id, more])).toEqual([
      ["punto-101-2024-01-31", 11],
      ["annualita-2024", 0],
    ]);
    expect(lateBefore).toEqual([]);
  });

  test("goes by months", () => {
    expect(
      agenda(2026)
        .months.map(({ month, deadlines }) => [month, deadlines.length])
        .sort(),
    ).toEqual([
      ["2026-03", 1],
      ["2026-06", 1],
      ["2026-09", 1],
      ["2026-11", 1],
      ["2026-12", 5],
    ]);
  });

  test("counts what is done, and lists it where it is asked for", () => {
    expect(agenda(2021).months).toEqual([{ month: "2021-12", deadlines: [], done: 1 }]);
    expect(agenda(2021, true).months[0]!.deadlines.map(({ id }) => id)).toEqual(["annualita-2021"]);
  });

  test("of some offices leaves out what is the municipality's, and of a kind all others", () => {
    const of = { offices: new Set(["settore-4"]), kind: null, withLegal: false };
    const settore4 = filterDeadlines(all, of);
    const legal = filterDeadlines(all, { ...of, offices: null, kind: "legal" });

    expect(settore4.every(({ kind }) => kind === "action-year")).toBe(true);
    expect(legal.map(({ kind }) => kind)).toEqual(["legal", "legal", "legal", "legal"]);
    expect(filterDeadlines(all, { ...of, withLegal: true })).toHaveLength(settore4.length + legal.length);
  });
});
