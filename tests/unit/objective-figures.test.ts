import { describe, expect, test } from "vitest";
import {
  decideFigure,
  type FigureContext,
  type TypedFigure,
} from "#app/domain/objective/figure-decisions.ts";
import {
  type AskedIndicator,
  decideReading,
  refusalsOfIndicator,
} from "#app/domain/objective/indicator-decisions.ts";

const SPAN = { firstYear: 2024, lastYear: 2024 };

function figure(varied: Partial<TypedFigure> = {}, context: Partial<FigureContext> = {}) {
  const none = { actOrgan: "", actNumber: "", actOn: null };
  const typed = {
    percent: 80,
    effectiveOn: "2024-12-31",
    reason: "lavoro svolto fuori dai punti",
    ...none,
    ...varied,
  };
  const decision = decideFigure(typed, {
    kind: "declared",
    span: SPAN,
    today: "2025-02-10",
    last: undefined,
    ...context,
  });
  return decision.ok ? decision.figure : decision.refusals.map(({ field, reason }) => `${field}: ${reason}`);
}

const ACT = { actOrgan: "Nucleo di valutazione", actNumber: "3", actOn: "2025-02-01" };

describe("what an office declares of its objective", () => {
  test("is a percentage, a day and a reason", () => {
    expect(figure()).toMatchObject({ kind: "declared", percent: 80, act: null });
    expect(figure({ reason: "" })).toEqual(["reason: reason-required"]);
  });

  test.each([-1, 101, 60.5])("is not %s per cent", (percent) => {
    expect(figure({ percent })).toEqual(["percent: percent-out-of-range"]);
  });

  test("is of a day that the objective has had, not before what was declared last", () => {
    const last = { percent: 50, effective_on: "2024-10-01" };

    expect(figure({ effectiveOn: "2023-12-31" })).toEqual(["effectiveOn: before-the-objective"]);
    expect(figure({ effectiveOn: "2025-02-11" })).toEqual(["effectiveOn: in-the-future"]);
    expect(figure({ effectiveOn: "2024-09-30" }, { last })).toEqual(["effectiveOn: before-the-last-figure"]);
    expect(figure({ effectiveOn: "2024-10-01" }, { last })).toMatchObject({ percent: 80 });
  });

  test("is taken back by an empty percentage with a reason, where there is something to take back", () => {
    const last = { percent: 50, effective_on: "2024-10-01" };

    expect(figure({ percent: null }, { last })).toMatchObject({ percent: null });
    expect(figure({ percent: null, reason: "" }, { last })).toEqual(["reason: reason-required"]);
    expect(figure({ percent: null })).toEqual(["percent: nothing-to-take-back"]);
    expect(figure({ percent: null }, { last: { ...last, percent: null } })).toEqual([
      "percent: nothing-to-take-back",
    ]);
  });

  test("has no act", () => {
    expect(figure(ACT)).toMatchObject({ act: null });
  });
});

describe("what the Nucleo validates", () => {
  test("has its act, whole and not to come, and may do without a reason", () => {
    const context = { kind: "validated" } as const;

    expect(figure({ ...ACT, reason: "" }, context)).toMatchObject({
      act: { organ: "Nucleo di valutazione", number: "3", on: "2025-02-01" },
    });
    expect(figure({}, context)).toEqual([
      "actOrgan: act-required",
      "actNumber: act-required",
      "actOn: act-required",
    ]);
    expect(figure({ ...ACT, actOn: "2025-02-11" }, context)).toEqual(["actOn: act-in-the-future"]);
  });
});

describe("an indicator", () => {
  const ASKED: AskedIndicator = {
    name: "Pratiche online",
    unit: "%",
    start: 20,
    target: 80,
    direction: "up",
    source: "protocollo",
  };

  test("says its name, its unit and where it is read", () => {
    expect(refusalsOfIndicator(ASKED, [])).toEqual([]);
    expect(refusalsOfIndicator({ ...ASKED, name: "", unit: "", source: "" }, [])).toMatchObject([
      { field: "name" },
      { field: "unit" },
      { field: "source" },
    ]);
  });

  test("has a name of its own in its objective", () => {
    expect(refusalsOfIndicator(ASKED, [{ name: "Pratiche online" }])).toMatchObject([
      { reason: "name-taken" },
    ]);
  });

  test("goes towards its target, or stays where it is", () => {
    const behind = [{ field: "target", reason: "target-behind-the-start" }];

    expect(refusalsOfIndicator({ ...ASKED, target: 10 }, [])).toEqual(behind);
    expect(refusalsOfIndicator({ ...ASKED, direction: "down" }, [])).toEqual(behind);
    expect(refusalsOfIndicator({ ...ASKED, target: 20, direction: "down" }, [])).toEqual([]);
    expect(refusalsOfIndicator({ ...ASKED, start: null, target: -5 }, [])).toEqual([]);
  });

  test("is read on a day that its objective has had", () => {
    const reading = { value: 45.5, effectiveOn: "2023-12-31", note: "", evidence: null };
    const around = { span: SPAN, today: "2024-07-01" };

    expect(decideReading(reading, around)).toMatchObject({ reason: "before-the-objective" });
    expect(decideReading({ ...reading, effectiveOn: "2024-07-02" }, around)).toMatchObject({
      reason: "in-the-future",
    });
    expect(decideReading({ ...reading, effectiveOn: "2024-07-01" }, around)).toMatchObject({ ok: true });
  });
});
