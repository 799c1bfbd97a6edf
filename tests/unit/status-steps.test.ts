import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Change,
  decideStep,
  decideUpdate,
  isOpen,
  isReopening,
  LONGEST_TEXT,
  NEXT,
  type Status,
  STATUSES,
} from "#app/domain/status-steps.ts";
import { aChange, aContext, aCurrent, aLegalHistory, anEvidence } from "#tests/support/examples.ts";

/** R1, word for word: the steps that exist. */
const STEPS = [
  "to-start → in-progress",
  "to-start → completed",
  "to-start → suspended",
  "to-start → rescheduled",
  "to-start → cancelled",
  "in-progress → completed",
  "in-progress → suspended",
  "in-progress → rescheduled",
  "in-progress → cancelled",
  "suspended → in-progress",
  "suspended → rescheduled",
  "suspended → cancelled",
  "completed → in-progress",
  "rescheduled → in-progress",
  "cancelled → in-progress",
];
const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

/** A change that lacks nothing, so that only the step itself can be refused. */
function fullChange(to: Status): Change {
  return aChange({ to, reason: "Deciso in Giunta", targetYear: to === "rescheduled" ? 2023 : null });
}

describe("a step", () => {
  test.each(pairs)("from %s to %s exists only if R1 says so", (from, to) => {
    const decision = decideStep(aCurrent({ status: from }), fullChange(to), aContext());

    expect(decision.ok).toBe(STEPS.includes(`${from} → ${to}`));
    if (!decision.ok) expect(decision).toEqual({ ok: false, field: "to", reason: "not-reachable" });
  });

  test.each(pairs.filter(([from, to]) => NEXT[from].includes(to)))("from %s to %s says why where R1 wants it", (from, to) => {
    const isAskedWhy = ["suspended", "rescheduled", "cancelled"].includes(to) || !isOpen(from);
    const decision = decideStep(aCurrent({ status: from }), { ...fullChange(to), reason: "" }, aContext());

    expect(decision.ok).toBe(!isAskedWhy);
    if (!decision.ok) expect(decision).toEqual({ ok: false, field: "reason", reason: "reason-required" });
  });

  test("takes effect today or before, never tomorrow", () => {
    const on = (effectiveOn: string) => decideStep(aCurrent(), aChange({ effectiveOn }), aContext({ today: "2022-06-30" }));

    expect(on("2022-06-30").ok).toBe(true);
    expect(on("2022-07-01")).toEqual({ ok: false, field: "effectiveOn", reason: "in-the-future" });
  });

  test("takes effect on the day of the line before or after it, never earlier", () => {
    const since = aCurrent({ status: "in-progress", since: "2022-03-15" });
    const on = (effectiveOn: string) => decideStep(since, aChange({ to: "completed", effectiveOn }), aContext());

    expect(on("2022-03-15").ok).toBe(true);
    expect(on("2022-03-14")).toEqual({ ok: false, field: "effectiveOn", reason: "before-the-last-line" });
  });

  test("needs no proof to complete, and keeps the proof it is given", () => {
    const evidence = anEvidence();

    expect(decideStep(aCurrent(), aChange({ to: "completed" }), aContext()).ok).toBe(true);
    expect(decideStep(aCurrent(), aChange({ to: "completed", evidence }), aContext())).toMatchObject({ change: { evidence } });
  });

  test("has a reason of two thousand characters at most", () => {
    const saying = (length: number) => decideStep(aCurrent(), aChange({ reason: "x".repeat(length) }), aContext());

    expect(saying(LONGEST_TEXT).ok).toBe(true);
    expect(saying(LONGEST_TEXT + 1)).toEqual({ ok: false, field: "reason", reason: "text-too-long" });
  });

  test("cannot be due before the year of the annualità begins", () => {
    const due = (dueOn: string) => decideStep(aCurrent(), aChange({ dueOn }), aContext({ year: 2022 }));

    expect(due("2022-01-01").ok).toBe(true);
    expect(due("2026-12-31").ok).toBe(true);
    expect(due("2021-12-31")).toEqual({ ok: false, field: "dueOn", reason: "due-before-the-year" });
  });
});

describe("a rescheduling", () => {
  const reschedule = (targetYear: number | null, targetStatus?: Status) =>
    decideStep(aCurrent({ status: "in-progress" }), aChange({ to: "rescheduled", reason: "Gara deserta", targetYear }), {
      ...aContext({ year: 2021 }),
      targetStatus,
    });

  test("names another year: later, earlier, or beyond the plan", () => {
    expect(reschedule(2024)).toMatchObject({ ok: true, change: { targetYear: 2024 } });
    expect(reschedule(2020)).toMatchObject({ ok: true, change: { targetYear: 2020 } });
    expect(reschedule(null)).toEqual({ ok: false, field: "targetYear", reason: "target-required" });
    expect(reschedule(2021)).toEqual({ ok: false, field: "targetYear", reason: "target-is-the-same-year" });
  });

  test.each(["to-start", "in-progress", "suspended"] as const)("to a year that is %s is taken by it", (status) => {
    expect(reschedule(2022, status).ok).toBe(true);
  });

  test.each(["completed", "cancelled", "rescheduled"] as const)("to a year already %s is refused", (status) => {
    expect(reschedule(2022, status)).toEqual({ ok: false, field: "targetYear", reason: "target-is-closed" });
  });

  test("alone has a target: on any other step the year typed is dropped", () => {
    expect(decideStep(aCurrent(), aChange({ targetYear: 2024 }), aContext())).toMatchObject({ change: { targetYear: null } });
  });
});

describe("progress", () => {
  const after = (from: Status, last: number, to: Status, typed: number | null) => {
    const decision = decideStep(aCurrent({ status: from, progress: last }), { ...fullChange(to), progress: typed }, aContext());
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

  test.each([-1, 100, 101, 12.5, Number.NaN])("in progress is a whole number from 0 to 99, so not %d", (progress) => {
    expect(after("to-start", 0, "in-progress", progress)).toBe("progress-out-of-range");
  });
});

describe("an update without a step", () => {
  test("keeps the status, and may bring nothing new at all", () => {
    const suspended = aCurrent({ status: "suspended", progress: 40 });

    expect(decideUpdate(suspended, aChange({ to: "suspended" }), aContext())).toMatchObject({ ok: true, change: { progress: 40 } });
    expect(decideUpdate(suspended, aChange({ to: "completed" }), aContext())).toMatchObject({ ok: false, reason: "not-reachable" });
  });

  test("keeps progress at 0 before the start and at 100 after the end", () => {
    const updated = (status: Status, progress: number) => decideUpdate(aCurrent({ status, progress }), aChange({ to: status, progress: 30 }), aContext());

    expect(updated("to-start", 0)).toMatchObject({ change: { progress: 0 } });
    expect(updated("in-progress", 20)).toMatchObject({ change: { progress: 30 } });
    expect(updated("completed", 100)).toMatchObject({ change: { progress: 100 } });
  });

  test("cannot move a rescheduled annualità to yet another year", () => {
    const rescheduled = aCurrent({ status: "rescheduled", progress: 40 });

    expect(decideUpdate(rescheduled, aChange({ to: "rescheduled", targetYear: 2025 }), aContext())).toMatchObject({
      change: { targetYear: null },
    });
  });

  test("respects days like any other line", () => {
    const since = aCurrent({ status: "in-progress", since: "2022-03-15" });

    expect(decideUpdate(since, aChange({ effectiveOn: "2022-03-14" }), aContext())).toMatchObject({ reason: "before-the-last-line" });
    expect(decideUpdate(since, aChange({ effectiveOn: "2022-07-01" }), aContext())).toMatchObject({ reason: "in-the-future" });
  });
});

describe("properties", () => {
  test("only a closed annualità can be reopened", () => {
    expect(pairs.filter(([from, to]) => isReopening(from, to)).map(([from]) => from)).toEqual(["completed", "rescheduled", "cancelled"]);
  });

  test("the progress of every line lies within the bounds of its status", () => {
    const bounds: Record<Status, [number, number]> = {
      "to-start": [0, 0],
      "in-progress": [0, 99],
      completed: [100, 100],
      suspended: [0, 99],
      rescheduled: [0, 99],
      cancelled: [0, 99],
    };
    fc.assert(
      fc.property(aLegalHistory, ({ lines }) =>
        lines.every(({ to_status, progress }) => bounds[to_status][0] <= progress && progress <= bounds[to_status][1]),
      ),
    );
  });
});
