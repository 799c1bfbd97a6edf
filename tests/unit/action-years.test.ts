import { describe, expect, test } from "vitest";
import {
  type ActionYearState,
  actionYearsAt,
  inOrder,
  type LineFact,
  silenceOf,
} from "#app/domain/status/action-years.ts";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { situationOf } from "#app/domain/status/situations.ts";
import { aLine, anActionYear, aState } from "#tests/support/examples.ts";

const THREE_YEARS = [2021, 2022, 2023].map((year) => anActionYear({ year }));

function at(day: string, lines: LineFact[], facts = THREE_YEARS) {
  return actionYearsAt(facts, lines, asOf(day));
}

function situationAt(day: string, lines: LineFact[]) {
  return situationOf(at(day, lines).get(2022)!, asOf(day));
}

describe("an annualità without lines", () => {
  test("is to start, at zero, due on the last day of its year", () => {
    const fresh = { status: "to-start", progress: 0, dueOn: "2022-12-31", effectiveOn: null, comesFrom: [] };

    expect(at("2022-06-30", []).get(2022)).toMatchObject(fresh);
  });

  test("is due on the day the plan gives it, when it gives one", () => {
    const planned = anActionYear({ planned_due_on: "2022-09-30" });

    expect(at("2022-06-30", [], [planned]).get(2022)!.dueOn).toBe("2022-09-30");
  });
});

describe("the state on a day", () => {
  const begun = aLine({ sequence: 1, progress: 20, effective_on: "2022-03-15" });
  const done = aLine({ sequence: 2, to_status: "completed", progress: 100, effective_on: "2022-11-30" });

  test("is that of the last line that had taken effect", () => {
    const on = (day: string) => at(day, [done, begun]).get(2022)!.status;

    expect([on("2022-03-14"), on("2022-03-15"), on("2022-11-29"), on("2022-11-30")]).toEqual([
      "to-start",
      "in-progress",
      "in-progress",
      "completed",
    ]);
  });

  test("counts a line recorded in January that takes effect in December", () => {
    const late = { ...done, effective_on: "2022-12-20", recorded_at: "2023-01-16T09:00:00Z" };

    expect(situationAt("2022-12-31", [begun, late])).toBe("completed-declared");
    expect(situationAt("2022-12-19", [begun, late])).toBe("in-progress");
  });

  test("of two lines of the same day is that of the later place, whichever was recorded later", () => {
    const first = aLine({ sequence: 9, place: 1, to_status: "in-progress" });
    const second = aLine({ sequence: 2, place: 2, to_status: "suspended" });

    expect(at("2022-12-31", [first, second]).get(2022)!.status).toBe("suspended");
    expect(inOrder([second, first])).toEqual([first, second]);
  });

  test("keeps the due day once set, until another is set", () => {
    const moved = aLine({ sequence: 2, effective_on: "2022-05-01", due_on: "2023-06-30" });
    const confirmed = aLine({ sequence: 3, effective_on: "2022-07-01" });

    expect(at("2022-04-30", [begun, moved, confirmed]).get(2022)!.dueOn).toBe("2022-12-31");
    expect(at("2022-12-31", [begun, moved, confirmed]).get(2022)!.dueOn).toBe("2023-06-30");
    expect(situationAt("2022-12-31", [begun, moved, confirmed])).toBe("in-progress");
  });
});

describe("proof", () => {
  const withAct = aLine({ sequence: 1, to_status: "completed", effective_on: "2022-10-03", has_evidence: 1 });
  const nothingNew = aLine({ sequence: 2, to_status: "completed", effective_on: "2022-12-01" });
  const reopened = aLine({ sequence: 3, effective_on: "2023-01-10" });
  const completedAgain = aLine({ sequence: 4, to_status: "completed", effective_on: "2023-02-01" });

  test("given with the act is not taken away by a later «nessuna novità»", () => {
    expect(situationAt("2022-12-31", [withAct, nothingNew])).toBe("completed-proven");
  });

  test("may come after the completion, and counts from its own day", () => {
    const declared = { ...withAct, has_evidence: 0 } as const;
    const verbale = { ...nothingNew, has_evidence: 1 } as const;

    expect(situationAt("2022-11-30", [declared, verbale])).toBe("completed-declared");
    expect(situationAt("2022-12-01", [declared, verbale])).toBe("completed-proven");
  });

  test("of the first completion does not prove the second: reopened and completed again without proof is declared", () => {
    expect(situationAt("2023-02-01", [withAct, nothingNew, reopened, completedAgain])).toBe(
      "completed-declared",
    );
    expect(situationAt("2023-01-10", [withAct, nothingNew, reopened])).toBe("late");
  });

  test("given while work goes on proves nothing of the completion that follows", () => {
    const contract = aLine({ sequence: 1, effective_on: "2022-03-15", has_evidence: 1 });
    const completed = aLine({ sequence: 2, to_status: "completed", effective_on: "2022-10-03" });

    expect(situationAt("2022-12-31", [contract, completed])).toBe("completed-declared");
  });
});

describe("silence on an open annualità", () => {
  const silence = (state: Partial<ActionYearState>, day: string) => silenceOf(aState(state), asOf(day));

  test("counts the days since its last line was recorded, not since it took effect", () => {
    const updated = {
      status: "in-progress",
      effectiveOn: "2022-02-01",
      recordedAt: "2022-03-01T09:00:00Z",
    } as const;

    expect(silence(updated, "2022-05-30")).toEqual({ days: 90, everUpdated: true }); // March 30, April 30, May 30
    expect(silence(updated, "2022-05-31")).toEqual({ days: 91, everUpdated: true });
  });

  test("counts from the day in Rome: recorded at half past eleven at night (UTC) is already the day after", () => {
    expect(silence({ recordedAt: "2022-03-01T23:30:00Z" }, "2022-03-12")).toEqual({
      days: 10,
      everUpdated: true,
    });
  });

  test("counts from the beginning of its year, or from its addition when that is later, where nobody ever wrote", () => {
    expect(silence({}, "2022-04-01")).toEqual({ days: 90, everUpdated: false }); // January 31, February 28, March 31
    expect(silence({ addedOn: "2022-03-22" }, "2022-04-01")).toEqual({ days: 10, everUpdated: false });
  });

  test("is expected while its year has not begun", () => {
    expect(silence({ year: 2023 }, "2022-12-31")).toBeUndefined();
    expect(silence({ year: 2023, recordedAt: "2022-01-10T09:00:00Z" }, "2022-12-31")).toBeUndefined();
    expect(silenceOf(aState({ year: 2023 }), asOfNow("2023-01-01"))).toEqual({ days: 0, everUpdated: false });
  });

  test.each(["completed", "rescheduled", "cancelled"] as const)("is no matter once it is %s", (status) => {
    expect(silence({ status, recordedAt: "2022-01-10T09:00:00Z" }, "2026-10-15")).toBeUndefined();
  });
});
