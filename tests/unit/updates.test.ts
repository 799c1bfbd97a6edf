import { describe, expect, test } from "vitest";
import { type Change, decideStep, decideUpdate, type Status } from "#app/domain/status/status-steps.ts";
import { aChange, aContext, aCurrent } from "#tests/support/examples.ts";

/** A change that lacks nothing, so that only the step itself can be refused. */
function fullChange(to: Status): Change {
  return aChange({ to, reason: "Deciso in Giunta", targetYear: to === "rescheduled" ? 2023 : null });
}

describe("progress", () => {
  const after = (from: Status, last: number, to: Status, typed: number | null) => {
    const decision = decideStep(
      aCurrent({ status: from, progress: last }),
      { ...fullChange(to), progress: typed },
      aContext(),
    );
    return decision.ok ? decision.change.progress : decision.reason;
  };

  test("is given by the status: 100 when completed, the last one when stopped, what was declared in progress", () => {
    expect(after("in-progress", 40, "completed", 55)).toBe(100);
    expect(after("in-progress", 40, "suspended", 55)).toBe(40);
    expect(after("in-progress", 40, "rescheduled", 55)).toBe(40);
    expect(after("suspended", 40, "cancelled", 55)).toBe(40);
    expect(after("suspended", 40, "in-progress", 55)).toBe(55);
    expect(after("suspended", 40, "in-progress", null)).toBe(40);
  });

  test("of what is reopened goes back below 100", () => {
    expect(after("completed", 100, "in-progress", null)).toBe(99);
    expect(after("completed", 100, "in-progress", 70)).toBe(70);
  });

  test.each([-1, 100, 101, 12.5, Number.NaN])(
    "in progress is a whole number from 0 to 99, so not %d",
    (progress) => {
      expect(after("to-start", 0, "in-progress", progress)).toBe("progress-out-of-range");
    },
  );
});

describe("an update without a step", () => {
  test("keeps the status, and may bring nothing new at all", () => {
    const suspended = aCurrent({ status: "suspended", progress: 40 });

    expect(decideUpdate(suspended, aChange({ to: "suspended" }), aContext())).toMatchObject({
      ok: true,
      change: { progress: 40 },
    });
    expect(decideUpdate(suspended, aChange({ to: "completed" }), aContext())).toMatchObject({
      ok: false,
      reason: "not-reachable",
    });
  });

  test("keeps progress at 0 before the start and at 100 after the end", () => {
    const updated = (status: Status, progress: number) =>
      decideUpdate(aCurrent({ status, progress }), aChange({ to: status, progress: 30 }), aContext());

    expect(updated("to-start", 0)).toMatchObject({ change: { progress: 0 } });
    expect(updated("in-progress", 20)).toMatchObject({ change: { progress: 30 } });
    expect(updated("completed", 100)).toMatchObject({ change: { progress: 100 } });
  });

  test("cannot move a rescheduled annualità to yet another year", () => {
    const rescheduled = aCurrent({ status: "rescheduled", progress: 40 });

    expect(
      decideUpdate(rescheduled, aChange({ to: "rescheduled", targetYear: 2025 }), aContext()),
    ).toMatchObject({
      change: { targetYear: null },
    });
  });

  test("respects days like any other line", () => {
    const since = aCurrent({ status: "in-progress", since: "2022-03-15" });

    expect(decideUpdate(since, aChange({ effectiveOn: "2022-03-14" }), aContext())).toMatchObject({
      reason: "before-the-last-line",
    });
    expect(decideUpdate(since, aChange({ effectiveOn: "2022-07-01" }), aContext())).toMatchObject({
      reason: "in-the-future",
    });
  });
});
