import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionYearsAt, inOrder, type LineFact } from "#app/domain/status/action-years.ts";
import {
  type CorrectableLine,
  decideCorrection,
  firstPossibleDay,
  neighboursOf,
} from "#app/domain/status/corrections.ts";
import { asOf } from "#app/domain/days.ts";
import { situationOf } from "#app/domain/status/situations.ts";
import type { Change } from "#app/domain/status/status-steps.ts";
import { aChange, aContext, aLegalHistory, aLine, anActionYear, PLAN } from "#tests/support/examples.ts";

/** 4.3.6 in 2022, as the demonstration has it: begun in February, suspended in April, resumed in June. */
const begun = aLine({ sequence: 100, progress: 15, effective_on: "2022-02-22" });
const suspended = aLine({ sequence: 114, to_status: "suspended", progress: 15, effective_on: "2022-04-12" });
const resumed = aLine({ sequence: 136, progress: 25, effective_on: "2022-06-21" });

function correct(
  lines: readonly CorrectableLine[],
  wrong: CorrectableLine,
  change: Partial<Change>,
  today = "2022-09-30",
) {
  const context = { ...aContext({ year: 2022, today }), standingFrom: "2021-05-04" };
  return decideCorrection(lines, wrong, aChange({ reason: "Giorno sbagliato", ...change }), context);
}

/** The lines once one of them is put right: the wrong one is no longer among them, the right one has its place. */
function putRight(lines: readonly LineFact[], wrong: LineFact, right: Partial<LineFact>): LineFact[] {
  return [...lines.filter((line) => line !== wrong), aLine({ sequence: 900, place: wrong.place, ...right })];
}

describe("a rettifica", () => {
  const lines = [begun, suspended, resumed];
  const suspension = { to: "suspended", progress: null } as const;

  test("always says why, also where the line itself needed no reason", () => {
    expect(correct([begun], begun, { progress: 20, reason: "" })).toEqual({
      ok: false,
      field: "reason",
      reason: "reason-required",
    });
  });

  test("has a day between those of its neighbours, both included", () => {
    expect(correct(lines, suspended, { ...suspension, effectiveOn: "2022-02-22" }).ok).toBe(true);
    expect(correct(lines, suspended, { ...suspension, effectiveOn: "2022-06-21" }).ok).toBe(true);
  });

  test("with a day before the line before, or after the line after, is refused", () => {
    expect(correct(lines, suspended, { ...suspension, effectiveOn: "2022-02-21" })).toEqual({
      ok: false,
      field: "effectiveOn",
      reason: "before-the-last-line",
    });
    expect(correct(lines, suspended, { ...suspension, effectiveOn: "2022-06-22" })).toEqual({
      ok: false,
      field: "effectiveOn",
      reason: "after-the-next-line",
    });
  });

  test("gives no other progress to a line whose progress the next one kept: that one is put right first", () => {
    expect(
      correct([begun, suspended], begun, { progress: begun.progress + 5, effectiveOn: begun.effective_on }),
    ).toEqual({
      ok: false,
      field: "progress",
      reason: "next-line-keeps-progress",
    });
    expect(
      correct([begun], begun, { progress: begun.progress + 5, effectiveOn: begun.effective_on }).ok,
    ).toBe(true);
  });

  test("of the first line goes back to where the annualità came to stand, no further", () => {
    expect(correct(lines, begun, { progress: begun.progress, effectiveOn: "2021-05-04" }).ok).toBe(true);
    expect(correct(lines, begun, { progress: begun.progress, effectiveOn: "2021-05-03" })).toMatchObject({
      reason: "before-the-last-line",
    });
  });

  test("of the last line goes up to today, no further", () => {
    expect(correct(lines, resumed, { effectiveOn: "2022-09-30" }).ok).toBe(true);
    expect(correct(lines, resumed, { effectiveOn: "2022-10-01" })).toMatchObject({ reason: "in-the-future" });
  });

  test("cannot change a status that the next line starts from", () => {
    expect(correct(lines, suspended, { to: "cancelled", effectiveOn: "2022-04-12" })).toEqual({
      ok: false,
      field: "to",
      reason: "next-line-starts-elsewhere",
    });
  });

  test("of the last line may say another status, if the line before leads there", () => {
    expect(
      correct([begun, suspended], suspended, { to: "completed", effectiveOn: "2022-04-12" }),
    ).toMatchObject({
      ok: true,
      change: { to: "completed", progress: 100 },
    });
    expect(correct(lines, resumed, { to: "completed", effectiveOn: "2022-06-21" })).toMatchObject({
      reason: "not-reachable",
    });
  });

  test("may turn a step into an update: nothing had changed", () => {
    expect(
      correct([begun, suspended], suspended, { to: "in-progress", progress: 20, effectiveOn: "2022-04-12" }),
    ).toMatchObject({
      ok: true,
      change: { to: "in-progress", progress: 20 },
    });
  });

  test("looks at the neighbours that count: a rettifica has the place of the line it replaced", () => {
    const again = aLine({
      sequence: 140,
      place: 114,
      to_status: "suspended",
      progress: 15,
      effective_on: "2022-05-02",
    });

    expect(neighboursOf([resumed, again, begun], again)).toEqual({ before: begun, after: resumed });
  });

  test("of one of two lines of the same day knows which came first", () => {
    const sameDay = aLine({
      sequence: 101,
      to_status: "suspended",
      progress: 15,
      effective_on: "2022-02-22",
    });

    expect(neighboursOf([sameDay, begun], begun)).toEqual({ before: undefined, after: sameDay });
    expect(neighboursOf([sameDay, begun], sameDay)).toEqual({ before: begun, after: undefined });
  });
});

describe("a completion recorded with today's day and put right to the month before", () => {
  const completed = aLine({
    sequence: 2,
    to_status: "completed",
    progress: 100,
    effective_on: "2022-10-20",
    has_evidence: 1,
  });
  const before = [aLine({ sequence: 1, progress: 60, effective_on: "2022-03-15" }), completed];
  const after = putRight(before, completed, {
    to_status: "completed",
    progress: 100,
    effective_on: "2022-09-20",
  });
  const stateAt = (lines: LineFact[], day: string) =>
    actionYearsAt([anActionYear()], lines, asOf(day)).get(2022)!;

  test("counts as of mid-month, where it did not before", () => {
    expect(stateAt(before, "2022-10-05").status).toBe("in-progress");
    expect(stateAt(after, "2022-10-05").status).toBe("completed");
    expect(stateAt(after, "2022-09-19").status).toBe("in-progress");
  });

  test("leaves the replaced line in no state: its proof is gone with it", () => {
    expect(situationOf(stateAt(before, "2022-10-31"), asOf("2022-10-31"))).toBe("completed-proven");
    expect(situationOf(stateAt(after, "2022-10-31"), asOf("2022-10-31"))).toBe("completed-declared");
  });
});

describe("a rescheduling put right", () => {
  test("to another year moves what answers for it", () => {
    const facts = [anActionYear({ year: 2021 }), anActionYear({ year: 2022 }), anActionYear({ year: 2023 })];
    const moved = aLine({ action_year_id: 2021, to_status: "rescheduled", target_action_year_id: 2022 });
    const right = putRight([moved], moved, {
      action_year_id: 2021,
      to_status: "rescheduled",
      target_action_year_id: 2023,
    });
    const states = actionYearsAt(facts, right, asOf("2022-12-31"));

    expect(states.get(2022)!.comesFrom).toEqual([]);
    expect(states.get(2023)!.comesFrom).toEqual([2021]);
  });
});

describe("the first day a line may take effect", () => {
  test("is that of the annualità, never before its plan was adopted", () => {
    expect(firstPossibleDay("2022-09-01", PLAN)).toBe("2022-09-01");
    expect(firstPossibleDay("2021-01-01", PLAN)).toBe("2021-05-04");
  });

  test("is the first of January of the plan where no act of adoption is known", () => {
    expect(firstPossibleDay("2020-11-30", { ...PLAN, adopted_on: null })).toBe("2021-01-01");
  });
});

test("with or without rettifiche, the lines of an annualità go forward in time, in the order of their places", () => {
  fc.assert(
    fc.property(aLegalHistory, ({ facts, lines }) => {
      for (const { id } of facts) {
        const places = inOrder(lines.filter((line) => line.action_year_id === id)).map((line) => line.place);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }),
  );
});
