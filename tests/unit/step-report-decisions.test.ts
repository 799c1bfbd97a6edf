import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { stepAddend } from "#app/domain/objective/objective-progress.ts";
import { suggestedDay } from "#app/domain/objective/reported-periods.ts";
import { measureOf, type StepMeasure } from "#app/domain/objective/step-measures.ts";
import {
  type DecidedReport,
  decideStepReport,
  type ReportContext,
  type TypedReport,
} from "#app/domain/objective/step-report-decisions.ts";
import type { ReportFact } from "#app/domain/objective/step-reports.ts";

const SPAN = { firstYear: 2024, lastYear: 2024 };
const MONTHLY = measureOf([{ kind: "recurrence", every: "month", asWritten: "mensile" }], SPAN);
const DUE: StepMeasure = { kind: "due", dueOn: "2024-06-30" };
const CONTINUOUS: StepMeasure = { kind: "continuous" };

function typed(varied: Partial<TypedReport> = {}): TypedReport {
  return {
    effectiveOn: "2024-03-10",
    text: "elenco trasmesso",
    evidence: null,
    isConcluded: true,
    progress: null,
    coversFrom: null,
    coversUntil: null,
    occurrences: null,
    ...varied,
  };
}

function decided(
  measure: StepMeasure,
  varied: Partial<TypedReport> = {},
  context: Partial<ReportContext> = {},
) {
  return decideStepReport(typed(varied), {
    measure,
    span: SPAN,
    today: "2025-02-10",
    existing: [],
    ...context,
  });
}

function refusals(...args: Parameters<typeof decided>) {
  const decision = decided(...args);
  return decision.ok ? [] : decision.refusals.map(({ field, reason }) => `${field}: ${reason}`);
}

function accepted(...args: Parameters<typeof decided>) {
  const decision = decided(...args);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
  return decision;
}

/** An effettivo as it stands in the database once it was decided. */
function recorded({ effectiveOn, covers, progress, ...report }: DecidedReport): ReportFact {
  return {
    id: 1,
    objective_step_id: 1,
    effective_on: effectiveOn,
    text: report.text,
    evidence: null,
    progress,
    covers_from_on: covers?.from ?? null,
    covers_until_on: covers?.until ?? null,
    occurrences: report.occurrences,
    replaces_id: null,
    is_withdrawal: 0,
  };
}

describe("the day of an effettivo", () => {
  test("is of the objective's first year or later, today included, never to come", () => {
    expect(refusals(DUE, { effectiveOn: "2023-12-31" })).toEqual(["effectiveOn: before-the-objective"]);
    expect(refusals(DUE, { effectiveOn: "2024-01-01" })).toEqual([]);
    expect(refusals(DUE, { effectiveOn: "2025-02-10" })).toEqual([]);
    expect(refusals(DUE, { effectiveOn: "2025-02-11" })).toEqual(["effectiveOn: in-the-future"]);
  });

  test("is refused together with all else that is wrong", () => {
    const wrong = { effectiveOn: "2025-02-11", text: "", isConcluded: false, progress: 101 };

    expect(refusals(DUE, wrong)).toEqual([
      "effectiveOn: in-the-future",
      "text: text-required",
      "progress: progress-out-of-range",
    ]);
  });
});

describe("the day that the form of an effettivo comes with", () => {
  const covering = (from: string, until: string) => [
    { ...recorded(accepted(MONTHLY, { effectiveOn: until, coversFrom: from, coversUntil: until }).report) },
  ];

  test("is today while the year lasts, and where there are no periods", () => {
    expect(suggestedDay(MONTHLY, [], "2024-05-20")).toBe("2024-05-20");
    expect(suggestedDay(DUE, [], "2026-10-15")).toBe("2026-10-15");
  });

  test("is the end of the last period that nobody reported on once the year is over: as it comes, it is accepted", () => {
    expect(suggestedDay(MONTHLY, [], "2026-10-15")).toBe("2024-12-31");
    expect(suggestedDay(MONTHLY, covering("2024-11-01", "2024-12-31"), "2026-10-15")).toBe("2024-10-31");
    const all = covering("2024-01-01", "2024-12-31");
    const day = suggestedDay(MONTHLY, all, "2026-10-15");
    expect(day).toBe("2024-12-31");
    expect(refusals(MONTHLY, { effectiveOn: day }, { today: "2026-10-15" })).toEqual([]);
  });
});

describe("a step due by a day", () => {
  test("is concluded, or so far on", () => {
    expect(accepted(DUE).report.progress).toBe(100);
    expect(accepted(DUE, { isConcluded: false, progress: 60 }).report.progress).toBe(60);
    expect(accepted(DUE, { isConcluded: true, progress: 60 }).report.progress).toBe(100);
  });

  test.each([null, -1, 101, 40.5])("is not %s per cent on", (progress) => {
    expect(refusals(DUE, { isConcluded: false, progress })).toEqual(["progress: progress-out-of-range"]);
  });

  test("has no use for a period nor for a count", () => {
    const { report } = accepted(DUE, { coversFrom: "1999-01-01", occurrences: -3 });

    expect([report.covers, report.occurrences]).toEqual([null, null]);
  });
});

describe("a monthly step", () => {
  test("reported by 31 January is 1/12, where 1/12 was expected", () => {
    const { report } = accepted(MONTHLY, { effectiveOn: "2024-01-31" });
    const step = { id: 1, weight: 1, measure: MONTHLY, reports: [recorded(report)] };

    expect(report.covers).toEqual({ from: "2024-01-01", until: "2024-01-31" });
    expect(stepAddend(step, asOf("2024-01-31"))).toMatchObject({
      done: { parts: 1, of: 12 },
      expected: { parts: 1, of: 12 },
    });
  });

  test("reports on the month of its day, as far as that day", () => {
    expect(accepted(MONTHLY).report.covers).toEqual({ from: "2024-03-01", until: "2024-03-10" });
  });

  test("told late says its months, and they count", () => {
    const late = { effectiveOn: "2025-02-10", coversFrom: "2024-10-01", coversUntil: "2024-12-31" };
    const { report } = accepted(MONTHLY, late);
    const step = { id: 1, weight: 1, measure: MONTHLY, reports: [recorded(report)] };

    expect(stepAddend(step, asOf("2025-02-10"))!.done).toEqual({ parts: 3, of: 12 });
  });

  test("told after its year without its months is asked for them", () => {
    expect(refusals(MONTHLY, { effectiveOn: "2025-02-10" })).toEqual(["coversFrom: period-required"]);
  });

  test.each([
    ["2024-02-01", null, "coversUntil: period-incomplete"],
    [null, "2024-02-01", "coversFrom: period-incomplete"],
    ["2024-03-02", "2024-03-01", "coversUntil: period-reversed"],
    ["2024-03-01", "2024-03-11", "coversUntil: period-after-the-day"],
    ["2023-12-31", "2024-01-31", "coversFrom: period-outside-the-objective"],
  ])("is not reported on from %s to %s", (coversFrom, coversUntil, refusal) => {
    expect(refusals(MONTHLY, { coversFrom, coversUntil })).toEqual([refusal]);
  });

  test("is not reported on beyond its years", () => {
    const beyond = { effectiveOn: "2025-02-10", coversFrom: "2024-12-01", coversUntil: "2025-01-31" };

    expect(refusals(MONTHLY, beyond)).toEqual(["coversUntil: period-outside-the-objective"]);
  });

  test("may be reported on twice, and is told so", () => {
    const existing = [recorded(accepted(MONTHLY, { effectiveOn: "2024-02-29" }).report)];
    const again = { coversFrom: "2024-02-01", coversUntil: "2024-03-10" };

    expect(accepted(MONTHLY, again, { existing }).alreadyReported.map(({ from }) => from)).toEqual([
      "2024-02-01",
    ]);
    expect(accepted(MONTHLY, {}, { existing }).alreadyReported).toEqual([]);
  });
});

test("days that touch no due day's stretch are no period", () => {
  const twice = measureOf(
    [30, 31].map((day, index) => ({
      kind: "due",
      on: { year: null, month: index === 0 ? 6 : 10, day, precision: "day" },
      asWritten: "entro",
    })),
    SPAN,
  );
  const after = { effectiveOn: "2024-12-01", coversFrom: "2024-11-01", coversUntil: "2024-11-30" };

  expect(refusals(twice, after)).toEqual(["coversFrom: no-such-period"]);
  expect(refusals(twice, { ...after, coversFrom: "2024-10-31" })).toEqual([]);
});

describe("a continuous step", () => {
  test("says how many times, or not", () => {
    expect(accepted(CONTINUOUS).report.occurrences).toBeNull();
    expect(accepted(CONTINUOUS, { occurrences: 0 }).report.occurrences).toBe(0);
    expect(
      accepted(CONTINUOUS, { occurrences: 12, progress: 300, isConcluded: false }).report.progress,
    ).toBeNull();
  });

  test.each([-1, 1.5])("has not happened %s times", (occurrences) => {
    expect(refusals(CONTINUOUS, { occurrences })).toEqual(["occurrences: occurrences-not-whole"]);
  });
});
