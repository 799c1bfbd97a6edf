import { describe, expect, test } from "vitest";
import { asOf, asOfNow, type Day } from "#app/domain/days.ts";
import {
  type LinkedYear,
  type MeasuredLink,
  type MeasuredStep,
  objectiveProgress,
  percentOf,
} from "#app/domain/objective/objective-progress.ts";
import type { StepMeasure } from "#app/domain/objective/step-measures.ts";
import { measureOf } from "#app/domain/objective/step-measures.ts";
import { type ReportFact, reportsInForce } from "#app/domain/objective/step-reports.ts";
import { readTerms, type Term } from "#app/domain/objective/terms.ts";

const SPAN = { firstYear: 2024, lastYear: 2024 };
const MONTHLY = measureOf([{ kind: "recurrence", every: "month", asWritten: "mensile" }], SPAN);
const ON_REQUEST = measureOf([{ kind: "on-request", asWritten: "su richiesta" }], SPAN);

function aReport(effective_on: Day, more: Partial<ReportFact> = {}): ReportFact {
  return {
    id: 1,
    objective_step_id: 1,
    effective_on,
    text: "fatto",
    evidence: null,
    progress: null,
    covers_from_on: null,
    covers_until_on: null,
    occurrences: null,
    replaces_id: null,
    is_withdrawal: 0,
    ...more,
  };
}

function aStep(
  measure: StepMeasure,
  reports: ReportFact[] = [],
  more: Partial<MeasuredStep> = {},
): MeasuredStep {
  return { id: 1, weight: 1, measure, reports, ...more };
}

function aYear(id: number, more: Partial<LinkedYear> = {}): LinkedYear {
  const year = { planActionId: 7, year: 2024, progress: 0, dueOn: "2024-12-31" };
  return { id, status: "in-progress", ...year, ...more };
}

function progressOf(
  facts: { steps?: MeasuredStep[]; links?: MeasuredLink[]; years?: LinkedYear[] },
  day: Day = "2024-12-31",
) {
  return objectiveProgress({ span: SPAN, steps: [], links: [], years: [], ...facts }, asOf(day));
}

function due(on: Day): Term {
  const [year, month, day] = on.split("-").map(Number);
  return { kind: "due", on: { year: year!, month: month!, day: day!, precision: "day" }, asWritten: on };
}

describe("a step with a period", () => {
  test("reported once by 31 January is 1/12, and 1/12 was expected", () => {
    const { addends, percent, expectedPercent } = progressOf(
      { steps: [aStep(MONTHLY, [aReport("2024-01-31")])] },
      "2024-01-31",
    );

    expect(addends).toMatchObject([{ done: { parts: 1, of: 12 }, expected: { parts: 1, of: 12 } }]);
    expect([percent, expectedPercent]).toEqual([8, 8]);
  });

  test("is not expected of January while the last day of January still has its evening", () => {
    const steps = [aStep(MONTHLY)];
    const { addends } = objectiveProgress({ span: SPAN, steps, links: [], years: [] }, asOfNow("2024-01-31"));

    expect(addends[0]!.expected).toEqual({ parts: 0, of: 12 });
  });

  test("reported twice in a month is reported once", () => {
    const reports = [aReport("2024-01-10"), aReport("2024-01-31", { id: 2 })];

    expect(progressOf({ steps: [aStep(MONTHLY, reports)] }).addends[0]!.done).toEqual({ parts: 1, of: 12 });
  });

  test("reported on a stretch of days is reported for every period that they touch", () => {
    const january = aReport("2024-02-05", { covers_from_on: "2024-01-01", covers_until_on: "2024-01-31" });
    const quarter = aReport("2024-07-02", { covers_from_on: "2024-04-01", covers_until_on: "2024-06-30" });

    expect(progressOf({ steps: [aStep(MONTHLY, [january, quarter])] }).addends[0]!.done).toEqual({
      parts: 4,
      of: 12,
    });
  });
});

describe("a step with a due day", () => {
  const step = (reports: ReportFact[]) => aStep({ kind: "due", dueOn: "2024-06-30" }, reports);

  test("is 0 or 1, and expected from the end of its day", () => {
    expect(progressOf({ steps: [step([])] }, "2024-06-29")).toMatchObject({ percent: 0, expectedPercent: 0 });
    expect(progressOf({ steps: [step([])] }, "2024-06-30")).toMatchObject({
      percent: 0,
      expectedPercent: 100,
    });
    expect(progressOf({ steps: [step([aReport("2024-05-02", { progress: 100 })])] })).toMatchObject({
      percent: 100,
    });
  });

  test("is worth the last declared percentage", () => {
    const reports = [aReport("2024-03-01", { progress: 30 }), aReport("2024-04-01", { id: 2, progress: 60 })];

    expect(progressOf({ steps: [step(reports)] })).toMatchObject({ percent: 60 });
  });
});

describe("a report without a percentage, made while its step was monthly or on request", () => {
  const step = (reports: ReportFact[]) => aStep({ kind: "due", dueOn: "2024-06-30" }, reports);
  const silent = aReport("2024-05-02", { id: 9 });

  test("does not conclude the step once it is due by a day", () => {
    expect(progressOf({ steps: [step([silent])] })).toMatchObject({ percent: 0 });
  });

  test("takes nothing from what was declared before", () => {
    const reports = [aReport("2024-03-01", { progress: 60 }), silent];

    expect(progressOf({ steps: [step(reports)] })).toMatchObject({ percent: 60 });
  });
});

describe("what cannot be measured", () => {
  test("is not in the percentage: an objective whose steps are all on request is not measurable, not at 0 %", () => {
    const steps = [aStep(ON_REQUEST, [aReport("2024-05-02")]), aStep(ON_REQUEST, [], { id: 2 })];

    expect(progressOf({ steps })).toMatchObject({ addends: [], percent: null, expectedPercent: null });
  });

  test("takes nothing from what can", () => {
    const steps = [
      aStep(ON_REQUEST),
      aStep({ kind: "due", dueOn: "2024-06-30" }, [aReport("2024-05-02", { progress: 100 })]),
    ];

    expect(progressOf({ steps }).percent).toBe(100);
  });

  test("is an objective whose weights are all zero", () => {
    expect(progressOf({ steps: [aStep(MONTHLY, [], { weight: 0 })] }).percent).toBeNull();
  });
});

describe("linked annualità", () => {
  const toAction = { planActionId: 7, actionYearId: null, weight: 1 };

  test("linked through the action and by itself counts once, with its own weight", () => {
    const links = [toAction, { planActionId: 7, actionYearId: 1, weight: 3 }];
    const { addends } = progressOf({ links, years: [aYear(1, { progress: 40 })] });

    expect(addends).toMatchObject([{ kind: "action-year", id: 1, weight: 3, done: { parts: 40, of: 100 } }]);
  });

  test("of another year than the objective's counts nothing", () => {
    expect(progressOf({ links: [toAction], years: [aYear(1, { year: 2023 })] }).percent).toBeNull();
  });

  test("cancelled is out, rescheduled is in with the progress that it had", () => {
    const years = [
      aYear(1, { status: "cancelled", progress: 90 }),
      aYear(2, { status: "rescheduled", progress: 20 }),
      aYear(3, { status: "completed", progress: 100 }),
    ];

    expect(progressOf({ links: [toAction], years })).toMatchObject({ done: 1.2, weight: 2, percent: 60 });
  });

  test("is expected when its due day is over, whatever its year", () => {
    const years = [aYear(1, { dueOn: "2024-06-30" }), aYear(2)];

    expect(progressOf({ links: [toAction], years }, "2024-06-30").expectedPercent).toBe(50);
  });

  test("of an action that is not linked counts nothing", () => {
    expect(progressOf({ links: [toAction], years: [aYear(1, { planActionId: 8 })] }).addends).toEqual([]);
  });
});

test("weights weigh: Σ weight · value / Σ weight", () => {
  const steps = [
    aStep({ kind: "due", dueOn: "2024-06-30" }, [aReport("2024-05-02", { progress: 100 })], { weight: 3 }),
    aStep({ kind: "due", dueOn: "2024-06-30" }, [], { id: 2, weight: 1 }),
  ];

  expect(progressOf({ steps })).toMatchObject({ done: 3, weight: 4, percent: 75 });
});

describe("whole percents", () => {
  test("never say 100 before all is done, nor 0 once something is", () => {
    expect(percentOf(999, 1000)).toBe(99);
    expect(percentOf(1, 1000)).toBe(1);
    expect(percentOf(0, 1000)).toBe(0);
    expect(percentOf(0.1 + 0.2, 0.3)).toBe(100);
  });
});

describe("how a step is measured", () => {
  test("by one day, or by several that are periods of their own", () => {
    expect(measureOf([due("2024-06-30")], SPAN)).toEqual({ kind: "due", dueOn: "2024-06-30" });
    expect(measureOf([due("2024-07-31"), due("2024-12-31")], SPAN)).toMatchObject({
      kind: "periods",
      every: "due-days",
      periods: [
        { from: "2024-01-01", until: "2024-07-31", dueOn: "2024-07-31" },
        { from: "2024-08-01", until: "2024-12-31", dueOn: "2024-12-31" },
      ],
    });
  });

  test.each([
    ["day", 366],
    ["week", 52],
    ["month", 12],
    ["quarter", 4],
    ["half-year", 2],
    ["year", 1],
  ] as const)("every %s of 2024: %i periods, one after the other, over the whole year", (every, count) => {
    const measure = measureOf([{ kind: "recurrence", every, asWritten: "" }], SPAN);
    if (measure.kind !== "periods") throw new Error("no periods");
    const { periods } = measure;

    expect(periods).toHaveLength(count);
    expect([periods[0]!.from, periods.at(-1)!.until]).toEqual(["2024-01-01", "2024-12-31"]);
    const gaps = periods.slice(1).filter((one, index) => one.from <= periods[index]!.until);
    expect(gaps).toEqual([]);
  });

  test("by the periods of every year of an objective that has several", () => {
    const measure = measureOf([{ kind: "recurrence", every: "quarter", asWritten: "" }], {
      firstYear: 2021,
      lastYear: 2023,
    });

    expect(measure).toMatchObject({ kind: "periods", periods: { length: 12 } });
  });

  test("with a service time after the period, each is due that many working days after its end", () => {
    const service = {
      kind: "service",
      amount: 10,
      unit: "working-day",
      side: "after",
      of: "scadenza del mese",
    } as const;
    const measure = measureOf(
      [
        { kind: "recurrence", every: "month", asWritten: "mensile" },
        { ...service, asWritten: "entro 10 giorni lavorativi" },
      ],
      SPAN,
    );

    expect(measure).toMatchObject({
      kind: "periods",
      periods: { 11: { until: "2024-12-31", dueOn: "2025-01-16" } },
    });
  });

  test.each([
    ["Trimestrale, entro 10 giorni lavorativi dalla richiesta del cittadino", "2024-03-31"],
    ["Trimestrale, entro 30 giorni dalla scadenza del contratto", "2024-03-31"],
    ["Trimestrale, entro 30 giorni dall'approvazione del bilancio dell'anno", "2024-03-31"],
    ["Trimestrale, entro 10 giorni", "2024-04-10"],
    ["Trimestrale, entro 10 giorni dalla fine di ogni trimestre", "2024-04-10"],
    ["Trimestrale, entro 10 giorni dal trimestre di riferimento", "2024-04-10"],
    ["Trimestrale, entro 5 giorni dalla richiesta e comunque entro 20 giorni dalla scadenza", "2024-04-20"],
    ["Trimestrale, entro un mese dalla fine del trimestre", "2024-04-30"],
  ])("with a service time only from the period's own end: «%s»", (planned, dueOn) => {
    expect(measureOf(readTerms(planned).terms, SPAN)).toMatchObject({
      every: "quarter",
      periods: { 0: { until: "2024-03-31", dueOn } },
    });
  });

  test("not at all: on request, per event, at an unspecified pace, from a day on, or with nothing understood", () => {
    const from = { year: 2024, month: 7, day: 1, precision: "day" } as const;
    const terms: Term[][] = [
      [{ kind: "on-request", asWritten: "" }],
      [{ kind: "per-event", asWritten: "" }],
      [{ kind: "recurrence", every: "unspecified", asWritten: "" }],
      [{ kind: "from", on: from, asWritten: "" }],
      [],
    ];

    expect(terms.map((one) => measureOf(one, SPAN).kind)).toEqual(Array(5).fill("continuous"));
  });
});

describe("reports that count on a day", () => {
  const wrong = aReport("2024-03-31", { id: 1 });
  const right = aReport("2024-02-29", { id: 2, replaces_id: 1 });

  test("are neither replaced nor withdrawn", () => {
    const withdrawn = aReport("2024-02-29", { id: 3, replaces_id: 2, is_withdrawal: 1 });

    expect(reportsInForce([wrong, right], "2024-12-31").map(({ id }) => id)).toEqual([2]);
    expect(reportsInForce([wrong, right, withdrawn], "2024-12-31")).toEqual([]);
  });

  test("that were put right keep the place, among those of a day, of the first that they go back to", () => {
    const first = aReport("2024-03-31", { id: 1, progress: 30 });
    const second = aReport("2024-03-31", { id: 2, progress: 60 });
    const again = aReport("2024-03-31", { id: 3, progress: 40, replaces_id: 1 });
    const onceMore = aReport("2024-03-31", { id: 4, progress: 45, replaces_id: 3 });

    expect(reportsInForce([first, second, again], "2024-12-31").map(({ id }) => id)).toEqual([3, 2]);
    expect(reportsInForce([first, second, again, onceMore], "2024-12-31").map(({ id }) => id)).toEqual([
      4, 2,
    ]);
  });

  test("are those of that day or before, in the order of their days", () => {
    const later = aReport("2024-05-01", { id: 4 });
    const recordedLast = aReport("2024-04-01", { id: 5 });

    expect(reportsInForce([later, recordedLast], "2024-04-30").map(({ id }) => id)).toEqual([5]);
    expect(reportsInForce([later, recordedLast], "2024-12-31").map(({ id }) => id)).toEqual([5, 4]);
  });
});
