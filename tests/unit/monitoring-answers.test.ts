import { describe, expect, test } from "vitest";
import {
  answersOf,
  countAnswers,
  type ItemFact,
  type LineSince,
  type PartSince,
  type RoundFacts,
  wayOf,
} from "#app/domain/monitoring/answers.ts";
import { spokenKey } from "#app/domain/monitoring/asked-items.ts";

const AT = "2026-10-16T09:00:00.000Z";
const LED: ItemFact = { id: 1, office: "settore-4", action_year_id: 10, objective_step_id: null };
const SHARED: ItemFact = { id: 2, office: "settore-3", action_year_id: 10, objective_step_id: null };
const STEP: ItemFact = { id: 3, office: "uo-3.4", action_year_id: null, objective_step_id: 20 };

/** 10: led by Settore 4, shared with Settore 3, in corso 40% when the round opened; 20: a step of UO 3.4, which is under Settore 3. */
function facts(varied: Partial<RoundFacts> = {}): RoundFacts {
  return {
    before: {
      years: new Map([[10, { status: "in-progress", progress: 40 }]]),
      parts: new Map([[spokenKey(10, "settore-3"), { status: "in-progress", progress: 30 }]]),
    },
    lines: [],
    parts: [],
    reports: [],
    confirmations: [],
    years: new Map([[10, { status: "in-progress", offices: ["settore-3", "settore-4"], lead: "settore-4" }]]),
    steps: new Map([[20, { offices: ["uo-3.4"], isDone: false }]]),
    above: (office) => (office === "uo-3.4" ? ["uo-3.4", "settore-3"] : [office]),
    ...varied,
  };
}

function aLine(varied: Partial<LineSince> = {}): LineSince {
  return {
    action_year_id: 10,
    status: "in-progress",
    progress: 40,
    has_evidence: 0,
    recorded_at: AT,
    author_id: "someone",
    author_role: "dirigente",
    author_office: "settore-4",
    ...varied,
  };
}

function aPart(varied: Partial<PartSince> = {}): PartSince {
  const { action_year_id, recorded_at, author_id } = aLine();
  return {
    action_year_id,
    recorded_at,
    author_id,
    office: "settore-3",
    status: "in-progress",
    progress: 30,
    has_evidence: 0,
    ...varied,
  };
}

function answerTo(item: ItemFact, varied: Partial<RoundFacts> = {}) {
  return answersOf([item], facts(varied)).get(item.id)!;
}

describe("an annualità that an office updates itself", () => {
  test("waits until the office says something", () => {
    expect(answerTo(LED)).toMatchObject({ state: "waiting", way: "status", at: null });
  });

  test("is confirmed by a line that says nothing new, and by whom", () => {
    expect(answerTo(LED, { lines: [aLine()] })).toMatchObject({ state: "confirmed", at: AT, by: "someone" });
  });

  test("is changed by any line that says more, also when the next one repeats it", () => {
    const moved = aLine({ progress: 60 });

    expect(answerTo(LED, { lines: [moved, aLine({ progress: 60 })] })).toMatchObject({
      state: "changed",
      from: { status: "in-progress", progress: 40 },
      to: { status: "in-progress", progress: 60 },
    });
    expect(answerTo(LED, { lines: [aLine({ has_evidence: 1 })] }).state).toBe("changed");
    expect(answerTo(LED, { lines: [aLine({ status: "suspended" })] }).state).toBe("changed");
  });

  test("is not answered by the RTD, whose line is not the office's word", () => {
    const byRtd = aLine({ author_role: "rtd", author_office: null, progress: 60 });

    expect(answerTo(LED, { lines: [byRtd] }).state).toBe("waiting");
  });

  test("that the RTD closed is no longer to be confirmed; one that the office completed is changed", () => {
    const closed = new Map([[10, { status: "completed" as const, offices: ["settore-4"], lead: null }]]);
    const done = aLine({ status: "completed", progress: 100 });

    expect(answerTo(LED, { years: closed }).state).toBe("withdrawn");
    expect(answerTo(LED, { years: closed, lines: [done] }).state).toBe("changed");
  });

  test("that others answer for by now is no longer asked, and what was answered before stays answered", () => {
    const others = new Map([[10, { status: "in-progress" as const, offices: ["settore-1"], lead: null }]]);

    expect(answerTo(LED, { years: others }).state).toBe("withdrawn");
    expect(answerTo(LED, { years: new Map() }).state).toBe("withdrawn");
    expect(answerTo(LED, { years: others, lines: [aLine()] }).state).toBe("confirmed");
  });
});

describe("an annualità that an office shares", () => {
  test("is answered by the office's contribution, not by another's nor by the capofila's line", () => {
    expect(answerTo(SHARED, { parts: [aPart()] }).state).toBe("confirmed");
    expect(answerTo(SHARED, { parts: [aPart({ office: "settore-4" })] }).state).toBe("waiting");
    expect(answerTo(SHARED, { lines: [aLine({ progress: 60 })] }).state).toBe("waiting");
  });

  test("is changed by a contribution that says otherwise than the last before the round", () => {
    expect(answerTo(SHARED, { parts: [aPart({ progress: 50 })] })).toMatchObject({
      state: "changed",
      from: { progress: 30 },
      to: { progress: 50 },
    });
  });

  test("of which the office had never said anything is changed by its first contribution", () => {
    const before = { years: facts().before.years, parts: new Map() };

    expect(answerTo(SHARED, { before, parts: [aPart()] })).toMatchObject({ state: "changed", from: null });
  });
});

describe("a step of an objective", () => {
  test("is answered by a report of its office or of one above it, or by a confirmation", () => {
    const report = {
      id: 7,
      objective_step_id: 20,
      recorded_at: AT,
      author_id: "someone",
      author_role: "dirigente",
      author_office: "settore-3",
    } as const;
    const confirmation = { monitoring_item_id: 3, recorded_at: AT, author_id: "someone" };

    expect(answerTo(STEP).state).toBe("waiting");
    expect(answerTo(STEP, { reports: [report] })).toMatchObject({ state: "changed", report: 7 });
    expect(answerTo(STEP, { confirmations: [confirmation] }).state).toBe("confirmed");
    expect(answerTo(STEP, { reports: [{ ...report, author_office: "settore-4" }] }).state).toBe("waiting");
    expect(
      answerTo(STEP, { reports: [{ ...report, author_role: "rtd", author_office: "uo-3.4" }] }).state,
    ).toBe("waiting");
  });

  test("that is done, retired or given to others is no longer asked", () => {
    expect(answerTo(STEP, { steps: new Map([[20, { offices: ["uo-3.4"], isDone: true }]]) }).state).toBe(
      "withdrawn",
    );
    expect(answerTo(STEP, { steps: new Map([[20, { offices: ["settore-1"], isDone: false }]]) }).state).toBe(
      "withdrawn",
    );
    expect(answerTo(STEP, { steps: new Map() }).state).toBe("withdrawn");
  });
});

test("the only office and the capofila update the status; each of several offices reports its part; the others neither", () => {
  expect(wayOf("a", { offices: ["a"], lead: null })).toBe("status");
  expect(wayOf("a", { offices: ["a", "b"], lead: "a" })).toBe("status");
  expect(wayOf("a", { offices: ["b"], lead: "a" })).toBe("status");
  expect(wayOf("b", { offices: ["a", "b"], lead: "a" })).toBe("contribution");
  expect(wayOf("c", { offices: ["a", "b"], lead: "a" })).toBeNull();
  expect(wayOf("a", undefined)).toBeNull();
});

test("answered are the confirmed and the changed; asked are all, those no longer to be confirmed too", () => {
  const states = ["waiting", "confirmed", "confirmed", "changed", "withdrawn"] as const;

  expect(countAnswers(states.map((state) => ({ state })))).toEqual({
    waiting: 1,
    confirmed: 2,
    changed: 1,
    withdrawn: 1,
    asked: 5,
    answered: 3,
  });
});

test("a contribution that is confirmed stands as it was; one reported afterwards is the office's word", () => {
  const confirmations = [{ monitoring_item_id: SHARED.id, recorded_at: AT, author_id: "someone" }];
  const said = { status: "in-progress", progress: 30 };

  expect(answersOf([SHARED], facts({ confirmations })).get(SHARED.id)).toMatchObject({
    ...{ state: "confirmed", way: "contribution", by: "someone", from: said, to: said },
  });
  expect(
    answersOf([SHARED], facts({ confirmations, parts: [aPart({ progress: 50 })] })).get(SHARED.id),
  ).toMatchObject({ state: "changed", to: { progress: 50 } });
});
