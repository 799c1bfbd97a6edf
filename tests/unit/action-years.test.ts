import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActionYearState, actionYearsAt, answering, inOrder, type LineFact, silenceOf } from "#app/domain/action-years.ts";
import { asOf, asOfNow, dayAfter } from "#app/domain/days.ts";
import { situationOf } from "#app/domain/situations.ts";
import { aDayOfHistory, aLine, anActionYear, anUnplannedYear, aState, byId } from "#tests/support/examples.ts";

const THREE_YEARS = [2021, 2022, 2023].map((year) => anActionYear({ year }));
const YEARS = [...THREE_YEARS, anUnplannedYear(2024)];

function at(day: string, lines: LineFact[], facts = YEARS) {
  return actionYearsAt(facts, lines, asOf(day));
}

function situationAt(day: string, lines: LineFact[]) {
  return situationOf(at(day, lines).get(2022)!, asOf(day));
}

describe("an annualità without lines", () => {
  test("is to start, at zero, due on the last day of its year", () => {
    expect(at("2022-06-30", []).get(2022)).toEqual(aState());
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
    expect(situationAt("2023-02-01", [withAct, nothingNew, reopened, completedAgain])).toBe("completed-declared");
    expect(situationAt("2023-01-10", [withAct, nothingNew, reopened])).toBe("late");
  });

  test("given while work goes on proves nothing of the completion that follows", () => {
    const contract = aLine({ sequence: 1, effective_on: "2022-03-15", has_evidence: 1 });
    const completed = aLine({ sequence: 2, to_status: "completed", effective_on: "2022-10-03" });

    expect(situationAt("2022-12-31", [contract, completed])).toBe("completed-declared");
  });
});

describe("4.3.6 with 2021 rescheduled to 2024", () => {
  const moved = aLine({ sequence: 1, action_year_id: 2021, to_status: "rescheduled", target_action_year_id: 2024, effective_on: "2021-11-30" });
  const reopened = aLine({ sequence: 5, action_year_id: 2021, effective_on: "2022-06-01" });
  const onTheNext = aLine({ sequence: 3, action_year_id: 2024, effective_on: "2022-02-01" });
  const alsoMoved = { ...moved, sequence: 4, place: 4, action_year_id: 2023, effective_on: "2022-03-01" };

  test("makes 2024 stand, from that day, with the year it comes from", () => {
    expect([...at("2021-11-29", [moved]).keys()]).toEqual([2021, 2022, 2023]);
    expect(at("2021-11-30", [moved]).get(2024)).toMatchObject({ status: "to-start", comesFrom: [2021], addedOn: "2021-11-30" });
  });

  test("is answered by 2024, and back to front by nothing else", () => {
    const states = at("2021-12-31", [moved]);

    expect(answering(states.get(2021)!, states)).toBe(states.get(2024));
    expect(answering(states.get(2022)!, states)).toBe(states.get(2022));
  });

  test("and an update of 2021 afterwards still points to 2024", () => {
    const noted = aLine({ sequence: 2, action_year_id: 2021, to_status: "rescheduled", effective_on: "2022-01-20" });

    expect(at("2022-12-31", [moved, noted]).get(2021)!.targetId).toBe(2024);
  });

  test("and an update of 2021 afterwards does not make 2024 younger", () => {
    const noted = aLine({ sequence: 2, action_year_id: 2021, to_status: "rescheduled", effective_on: "2022-01-20" });

    expect(at("2022-12-31", [moved, noted]).get(2024)!.addedOn).toBe("2021-11-30");
  });

  test("then reopened: 2024, which nobody touched, is gone", () => {
    expect([...at("2022-06-01", [moved, reopened]).keys()]).toEqual([2021, 2022, 2023]);
    expect(at("2022-05-31", [moved, reopened]).has(2024)).toBe(true);
  });

  test("then reopened: 2024, touched meanwhile, stands beside it", () => {
    const states = at("2022-06-01", [moved, onTheNext, reopened]);

    expect(states.get(2021)).toMatchObject({ status: "in-progress", targetId: null });
    expect(states.get(2024)).toMatchObject({ status: "in-progress", comesFrom: [] });
  });

  test("then reopened: 2024, which 2023 points to as well, stands beside it", () => {
    expect(at("2022-06-01", [moved, alsoMoved, reopened]).get(2024)).toMatchObject({ comesFrom: [2023], addedOn: "2022-03-01" });
  });

  test("is followed to the end when 2024 is rescheduled in its turn", () => {
    const further = aLine({ sequence: 2, action_year_id: 2024, to_status: "rescheduled", target_action_year_id: 2025, effective_on: "2022-02-01" });
    const states = at("2022-12-31", [moved, further], [...YEARS, anUnplannedYear(2025)]);

    expect(answering(states.get(2021)!, states)).toBe(states.get(2025));
  });
});

test("an annualità planned anyway stays when the rescheduling to it is withdrawn", () => {
  const moved = aLine({ sequence: 1, action_year_id: 2021, to_status: "rescheduled", target_action_year_id: 2022, effective_on: "2021-11-30" });
  const reopened = aLine({ sequence: 2, action_year_id: 2021, effective_on: "2021-12-15" });

  expect(at("2021-12-01", [moved]).get(2022)!.comesFrom).toEqual([2021]);
  expect(at("2021-12-31", [moved, reopened]).get(2022)).toEqual(aState());
});

test("a target that nobody knows of leaves the annualità without an answer", () => {
  const moved = aState({ year: 2021, status: "rescheduled", targetId: 2099 });

  expect(answering(moved, byId([moved]))).toBeUndefined();
});

describe("silence on an open annualità", () => {
  const silence = (state: Partial<ActionYearState>, day: string) => silenceOf(aState(state), asOf(day));

  test("counts the days since its last line was recorded, not since it took effect", () => {
    const updated = { status: "in-progress", effectiveOn: "2022-02-01", recordedAt: "2022-03-01T09:00:00Z" } as const;

    expect(silence(updated, "2022-05-30")).toEqual({ days: 90, everUpdated: true }); // March 30, April 30, May 30
    expect(silence(updated, "2022-05-31")).toEqual({ days: 91, everUpdated: true });
  });

  test("counts from the day in Rome: recorded at half past eleven at night (UTC) is already the day after", () => {
    expect(silence({ recordedAt: "2022-03-01T23:30:00Z" }, "2022-03-12")).toEqual({ days: 10, everUpdated: true });
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

describe("properties", () => {
  test("as of a day nothing that takes effect later is seen", () => {
    fc.assert(
      fc.property(aDayOfHistory, fc.array(fc.tuple(fc.integer({ min: 2021, max: 2025 }), fc.integer({ min: 1, max: 400 }))), ({ facts, lines, day }, later) => {
        const afterwards = later.map(([id, days], index) =>
          aLine({ sequence: 1000 + index, action_year_id: id, to_status: "rescheduled", target_action_year_id: 2025, effective_on: dayAfter(day, days), due_on: "2030-12-31", has_evidence: 1 }),
        );
        expect(actionYearsAt(facts, [...afterwards, ...lines], asOf(day))).toEqual(actionYearsAt(facts, lines, asOf(day)));
        expect(actionYearsAt(facts, lines.filter((line) => line.effective_on <= day), asOf(day))).toEqual(actionYearsAt(facts, lines, asOf(day)));
      }),
    );
  });

  test("the order in which the lines are read does not matter", () => {
    const shuffled = aDayOfHistory.chain((history) =>
      fc.shuffledSubarray(history.lines, { minLength: history.lines.length }).map((lines) => ({ history, lines })),
    );
    fc.assert(
      fc.property(shuffled, ({ history, lines }) => {
        expect(actionYearsAt(history.facts, lines, asOf(history.day))).toEqual(actionYearsAt(history.facts, history.lines, asOf(history.day)));
      }),
    );
  });

  test("an annualità that a rescheduling points to always stands, and knows where it comes from", () => {
    fc.assert(
      fc.property(aDayOfHistory, ({ facts, lines, day }) => {
        const states = actionYearsAt(facts, lines, asOf(day));
        for (const state of states.values()) {
          expect(state.targetId !== null).toBe(state.status === "rescheduled");
          if (state.targetId !== null) expect(states.get(state.targetId)?.comesFrom).toContain(state.id);
        }
      }),
    );
  });

  test("a rescheduled annualità is answered, in the end, by one that is not rescheduled", () => {
    fc.assert(
      fc.property(aDayOfHistory, ({ facts, lines, day }) => {
        const states = actionYearsAt(facts, lines, asOf(day));
        for (const state of states.values()) expect(answering(state, states)?.status).not.toBe("rescheduled");
      }),
      { numRuns: 1000 },
    );
  });
});
