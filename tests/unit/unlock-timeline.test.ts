import { describe, expect, test } from "vitest";
import { asOf, asOfNow, type Viewpoint } from "#app/domain/days.ts";
import type { MapFacts } from "#app/domain/smartability.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { workAt, type WorkFacts } from "#app/domain/work-process/claimed-work.ts";
import type { ClaimState } from "#app/domain/work-process/claims.ts";
import { causesOf } from "#app/domain/work-process/level-causes.ts";
import { levelHistory } from "#app/domain/work-process/level-history.ts";
import { unlockFinding } from "#app/domain/work-process/unlock-finding.ts";
import { unlockTimeline } from "#app/domain/work-process/unlock-timeline.ts";

const HELD = { held_from_on: "2020-12-31", held_until_on: null };
const TODAY = asOfNow("2023-11-15");

/** A process that is NO for a paper archive, which a claim on actions 1 (annualità 2021) and 2 (2022, 2023) takes away. */
function facts(states: [ClaimState, string][] = [["confirmed", "2021-05-04"]]): MapFacts {
  return {
    processes: [{ ...HELD, id: 1, code: "FVG-TEC-088", written: "no", observed_on: "2020-12-31" }],
    blockers: [
      {
        ...HELD,
        ...{ id: 1, work_process_id: 1, ordinal: 1, kind: "paper_archive", subkind: null },
        ...{ extent: "whole", basis: "stated", removability: "digital" },
      },
    ],
    claims: states.map(([state, held_from_on], index) => ({
      ...{ id: 1, blocker_id: 1, state, effect: "full", held_from_on },
      held_until_on: states[index + 1]?.[1] ?? null,
    })),
    claimActions: [1, 2].map((plan_action_id) => ({ unblock_claim_id: 1, plan_action_id })),
    claimYears: [],
  };
}

type Line = [
  year: 2021 | 2022 | 2023,
  to: WorkFacts["lines"][number]["to_status"],
  on: string,
  progress?: number,
];

function work(lines: Line[]): WorkFacts {
  const years = [2021, 2022, 2023].map((year) => ({ id: year, plan_action_id: year === 2021 ? 1 : 2, year }));
  return {
    actionYears: years,
    lives: years.map(({ id }) => ({ ...HELD, action_year_id: id, due_on: null })),
    lines: lines.map(([year, to_status, effective_on, progress = 0], index) => ({
      ...{ sequence: index + 1, place: index + 1, action_year_id: year, to_status, progress, effective_on },
      ...{
        due_on: null,
        target_action_year_id: null,
        recorded_at: `${effective_on}T09:00:00.000Z`,
        has_evidence: 1,
      },
    })),
  };
}

function looked(lines: Line[], { at = TODAY, maps = facts() }: { at?: Viewpoint; maps?: MapFacts } = {}) {
  const read = { facts: maps, work: work(lines) };
  const process = smartabilityAt(maps, workAt(read.work, at))[0]!;
  const changes = levelHistory(1, read, at.day);
  return {
    timeline: unlockTimeline(process, changes, at),
    finding: unlockFinding(process),
    causes: changes.map((change) => causesOf(change, read)),
  };
}

const DONE: Line[] = [
  [2021, "completed", "2021-12-20", 100],
  [2022, "completed", "2023-02-10", 100],
  [2023, "completed", "2023-09-01", 100],
];

describe("the timeline of what unlocks a process", () => {
  test("has a bar for each annualità, to its completion or its term, and for how late it is", () => {
    const { timeline } = looked([
      DONE[0]!,
      [2022, "in-progress", "2022-06-30", 70],
      [2023, "in-progress", "2023-06-30", 25],
    ]);

    expect(timeline?.bars).toEqual([
      expect.objectContaining({
        planActionId: 1,
        year: 2021,
        from: "2021-01-01",
        until: "2021-12-20",
        lateUntil: null,
      }),
      expect.objectContaining({
        planActionId: 2,
        year: 2022,
        progress: 70,
        until: "2022-12-31",
        lateUntil: "2023-11-15",
      }),
      expect.objectContaining({
        planActionId: 2,
        year: 2023,
        progress: 25,
        until: "2023-12-31",
        lateUntil: null,
      }),
    ]);
  });

  test("has the level as it was, then as it would be if what is late is recovered", () => {
    const { timeline } = looked([DONE[0]!, [2022, "in-progress", "2022-06-30", 70]]);

    expect(timeline?.levels).toMatchObject([
      { level: "no", since: "2020-12-31", from: "2021-01-01", until: "2023-11-15", isForecast: false },
      { level: "no", from: "2023-11-15", until: "2023-12-31", isForecast: true },
      { level: "yes", from: "2023-12-31", isForecast: true },
    ]);
  });

  test("keeps the level of the day where nothing can be forecast", () => {
    const { timeline } = looked([DONE[0]!, [2022, "suspended", "2022-06-30", 70]]);

    expect(timeline?.levels.map(({ level, isForecast }) => [level, isForecast])).toEqual([
      ["no", false],
      ["no", true],
    ]);
  });

  test("is not drawn where every claim was rejected", () => {
    expect(looked(DONE, { maps: facts([["rejected", "2021-05-04"]]) }).timeline).toBeNull();
  });
});

describe("what the timeline shows at first sight", () => {
  test("is what is missing, and since when the rest is done", () => {
    expect(looked([DONE[0]!, [2022, "in-progress", "2022-06-30", 70]]).finding).toEqual({
      kind: "awaits",
      actions: [2],
      restSince: "2021-12-20",
      isProposed: false,
    });
  });

  test("is who finished last, once the claim acts", () => {
    expect(looked(DONE).finding).toEqual({ kind: "lifted", on: "2023-09-01", actions: [2] });
  });

  test.each([
    ["proposed", "to-confirm"],
    ["contested", "contested"],
  ] as const)("of a claim that is %s and whose work is done is %s", (state, kind) => {
    expect(looked(DONE, { maps: facts([[state, "2021-05-04"]]) }).finding).toEqual({ kind });
  });

  test("is that nothing acts, where an annualità was cancelled", () => {
    expect(looked([DONE[0]!, [2022, "cancelled", "2022-06-30"]]).finding).toEqual({ kind: "void" });
  });
});

describe("the cause of a level", () => {
  test("is the line that completed the last annualità, and the one that reopened it", () => {
    const { causes } = looked([...DONE, [2022, "in-progress", "2023-10-01", 90]]);

    expect(causes).toMatchObject([
      [],
      [
        {
          kind: "work",
          began: true,
          lines: [{ sequence: 3, planActionId: 2, year: 2023, status: "completed" }],
        },
      ],
      [
        {
          kind: "work",
          began: false,
          lines: [{ sequence: 4, planActionId: 2, year: 2022, status: "in-progress" }],
        },
      ],
    ]);
  });

  test("is the decision on the claim, where that is what altered it", () => {
    const maps = facts([
      ["proposed", "2021-05-04"],
      ["confirmed", "2023-10-02"],
      ["contested", "2023-10-20"],
    ]);

    expect(looked(DONE, { maps }).causes).toEqual([
      [],
      [{ kind: "decision", blocker: "paper_archive", state: "confirmed", effect: "full" }],
      [{ kind: "decision", blocker: "paper_archive", state: "contested", effect: "full" }],
    ]);
  });

  test("is not told before it was", () => {
    expect(looked(DONE, { at: asOf("2023-08-31") }).causes).toEqual([[]]);
  });
});
