import { describe, expect, test } from "vitest";
import {
  type Change,
  decideStep,
  isOpen,
  isReopening,
  LONGEST_TEXT,
  NEXT,
  type Status,
  STATUSES,
} from "#app/domain/status/status-steps.ts";
import { aChange, aContext, aCurrent, anEvidence } from "#tests/support/examples.ts";

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

  test.each(pairs.filter(([from, to]) => NEXT[from].includes(to)))(
    "from %s to %s says why where R1 wants it",
    (from, to) => {
      const isAskedWhy = ["suspended", "rescheduled", "cancelled"].includes(to) || !isOpen(from);
      const decision = decideStep(aCurrent({ status: from }), { ...fullChange(to), reason: "" }, aContext());

      expect(decision.ok).toBe(!isAskedWhy);
      if (!decision.ok) expect(decision).toEqual({ ok: false, field: "reason", reason: "reason-required" });
    },
  );

  test("takes effect today or before, never tomorrow", () => {
    const on = (effectiveOn: string) =>
      decideStep(aCurrent(), aChange({ effectiveOn }), aContext({ today: "2022-06-30" }));

    expect(on("2022-06-30").ok).toBe(true);
    expect(on("2022-07-01")).toEqual({ ok: false, field: "effectiveOn", reason: "in-the-future" });
  });

  test("takes effect on the day of the line before or after it, never earlier", () => {
    const since = aCurrent({ status: "in-progress", since: "2022-03-15" });
    const on = (effectiveOn: string) =>
      decideStep(since, aChange({ to: "completed", effectiveOn }), aContext());

    expect(on("2022-03-15").ok).toBe(true);
    expect(on("2022-03-14")).toEqual({ ok: false, field: "effectiveOn", reason: "before-the-last-line" });
  });

  test("needs no proof to complete, and keeps the proof it is given", () => {
    const evidence = anEvidence();

    expect(decideStep(aCurrent(), aChange({ to: "completed" }), aContext()).ok).toBe(true);
    expect(decideStep(aCurrent(), aChange({ to: "completed", evidence }), aContext())).toMatchObject({
      change: { evidence },
    });
  });

  test("has a reason of two thousand characters at most", () => {
    const saying = (length: number) =>
      decideStep(aCurrent(), aChange({ reason: "x".repeat(length) }), aContext());

    expect(saying(LONGEST_TEXT).ok).toBe(true);
    expect(saying(LONGEST_TEXT + 1)).toEqual({ ok: false, field: "reason", reason: "text-too-long" });
  });

  test("moves the term only with a reason", () => {
    const due = { dueOn: "2023-02-28", reason: "" };

    expect(decideStep(aCurrent(), aChange(due), aContext({ year: 2022 }))).toEqual({
      ok: false,
      field: "reason",
      reason: "reason-required",
    });
  });

  test("cannot be due before the year of the annualità begins, nor more than ten years after it", () => {
    const due = (dueOn: string) =>
      decideStep(aCurrent(), aChange({ dueOn, reason: "Proroga" }), aContext({ year: 2022 }));

    expect(due("2022-01-01").ok).toBe(true);
    expect(due("2026-12-31").ok).toBe(true);
    expect(due("2032-12-31").ok).toBe(true);
    expect(due("2033-01-01")).toEqual({ ok: false, field: "dueOn", reason: "due-too-far" });
    expect(due("2021-12-31")).toEqual({ ok: false, field: "dueOn", reason: "due-before-the-year" });
  });
});

describe("a rescheduling", () => {
  const reschedule = (targetYear: number | null, targetStatus?: Status) =>
    decideStep(
      aCurrent({ status: "in-progress" }),
      aChange({ to: "rescheduled", reason: "Gara deserta", targetYear }),
      {
        ...aContext({ year: 2021 }),
        targetStatus,
      },
    );

  test("names another year: later, earlier, or beyond the plan", () => {
    expect(reschedule(2024)).toMatchObject({ ok: true, change: { targetYear: 2024 } });
    expect(reschedule(2020)).toMatchObject({ ok: true, change: { targetYear: 2020 } });
    expect(reschedule(null)).toEqual({ ok: false, field: "targetYear", reason: "target-required" });
    expect(reschedule(2021)).toEqual({ ok: false, field: "targetYear", reason: "target-is-the-same-year" });
  });

  test("to the action that continues it names any year, the same too, where nothing is closed", () => {
    const carry = (targetStatus?: Status) =>
      decideStep(
        aCurrent({ status: "suspended" }),
        aChange({ to: "rescheduled", reason: "Continua", targetYear: 2021 }),
        { ...aContext({ year: 2021 }), targetStatus, carriesOver: true },
      );

    expect(carry()).toMatchObject({ ok: true, change: { targetYear: 2021 } });
    expect(carry("to-start").ok).toBe(true);
    expect(carry("completed")).toEqual({ ok: false, field: "targetYear", reason: "target-is-closed" });
  });

  test.each(["to-start", "in-progress", "suspended"] as const)(
    "to a year that is %s is taken by it",
    (status) => {
      expect(reschedule(2022, status).ok).toBe(true);
    },
  );

  test.each(["completed", "cancelled", "rescheduled"] as const)(
    "to a year already %s is refused",
    (status) => {
      expect(reschedule(2022, status)).toEqual({
        ok: false,
        field: "targetYear",
        reason: "target-is-closed",
      });
    },
  );

  test("alone has a target: on any other step the year typed is dropped", () => {
    expect(decideStep(aCurrent(), aChange({ targetYear: 2024 }), aContext())).toMatchObject({
      change: { targetYear: null },
    });
  });
});

test("only a closed annualità can be reopened", () => {
  expect(pairs.filter(([from, to]) => isReopening(from, to)).map(([from]) => from)).toEqual([
    "completed",
    "rescheduled",
    "cancelled",
  ]);
});
