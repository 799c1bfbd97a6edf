import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow, type Viewpoint, yearOf } from "#app/domain/days.ts";
import { type MapFacts, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt, type WorkFacts } from "#app/domain/level/claimed-work.ts";
import type { ClaimState } from "#app/domain/level/claims.ts";
import { explanationOf } from "#app/domain/smartability/explanation.ts";
import { levelsAtEndOf } from "#app/domain/smartability/forecast.ts";
import { causesOf } from "#app/domain/level/level-causes.ts";
import { levelHistory } from "#app/domain/level/level-history.ts";
import { endOfRunningYear, riseOf } from "#app/domain/smartability/rise.ts";
import { unlockFinding } from "#app/domain/smartability/unlock-finding.ts";
import { unlockTimeline } from "#app/domain/smartability/unlock-timeline.ts";
import {
  aMunicipality,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
} from "#tests/support/process-examples.ts";

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
    finding: unlockFinding(process, at),
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

describe("the level as it is forecast on the page of a process", () => {
  const BLOCKER = { kind: "paper_archive", extent: "whole", removability: "digital" } as const;
  const AT = asOfNow("2026-03-01");

  function forecastOf(claims: WrittenClaim[], years: Record<string, number[]>) {
    const read = {
      facts: mapFacts([{ code: "FVG-TEC-088", written: "no", blockers: [{ ...BLOCKER, claims }] }]),
      work: workFacts(years),
    };
    const process = onDay(read, AT)[0]!;
    const { levels, hangsOn } = unlockTimeline(process, levelHistory(1, read, AT.day), AT)!;
    const spans = levels.filter(({ isForecast }) => isForecast);
    return { spans: spans.map(({ level, from }) => `${level} ${from}`), hangsOn };
  }

  test("rises by steps: IN PARTE when what reduces is done, SI when the rest is", () => {
    const claims: WrittenClaim[] = [
      { actions: ["4.6.1"], effect: "partial" },
      { actions: ["4.6.3"], effect: "full" },
    ];

    expect(forecastOf(claims, { "4.6.1": [2026], "4.6.3": [2028] })).toEqual({
      spans: ["no 2026-03-01", "in-part 2026-12-31", "yes 2028-12-31"],
      hangsOn: { confirmation: false, recovery: false },
    });
  });

  test("says when it hangs on a confirmation, or on what is late", () => {
    const proposed: WrittenClaim = { actions: ["4.6.3"], effect: "full", state: "proposed" };

    expect(forecastOf([proposed], { "4.6.3": [2028] }).hangsOn).toEqual({
      confirmation: true,
      recovery: false,
    });
    expect(forecastOf([{ ...proposed, state: "confirmed" }], { "4.6.3": [2025] })).toEqual({
      spans: ["no 2026-03-01", "yes 2026-12-31"],
      hangsOn: { confirmation: false, recovery: true },
    });
  });

  test("is, at the end of each year, what is counted of all, with the claims of its way up confirmed", () => {
    let drawn = 0;
    fc.assert(
      fc.property(aMunicipality, fc.boolean(), ({ facts, work, day }, isOver) => {
        const at = isOver ? asOf(day) : asOfNow(day);
        for (const process of onDay({ facts, work }, at)) {
          const levels = unlockTimeline(process, [], at)?.levels ?? [];
          if (levels.length > 1) drawn += 1;
          const last = yearOf(endOfRunningYear(at));
          for (const year of levels.length === 0 ? [] : [0, 1, 2, 3].map((more) => last + more)) {
            const { recovered } = levelsAtEndOf([withItsWayConfirmed(process, at)], year, at);
            const shown = levels.filter(({ from }) => from <= `${year}-12-31`).at(-1)!.level;
            expect(recovered[shown], `${process.code} ${year}`).toBe(1);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(drawn).toBeGreaterThan(50);
  });
});

/** A process the claims of whose way up, where it has one, are confirmed. */
function withItsWayConfirmed(process: ProcessOnDay, at: Viewpoint): ProcessOnDay {
  const ids = new Set(explanationOf(process, at).way?.claims.map(({ id }) => id));
  const blockers = process.blockers.map((blocker) => ({
    ...blocker,
    claims: blocker.claims.map((claim) =>
      ids.has(claim.id) ? { ...claim, state: "confirmed" as const } : claim,
    ),
  }));
  return { ...process, blockers };
}

test("the day of a rise is the first on which the level forecast is there, not before the map would see it", () => {
  const claims: WrittenClaim[] = [{ actions: ["4.6.3"], effect: "full" }];
  const blockers = [{ kind: "paper_archive", extent: "whole", removability: "digital", claims }] as const;
  const facts = mapFacts([{ code: "FVG-TEC-088", written: "no", blockers: [...blockers] }]);
  const at = asOfNow("2026-12-31");
  const process = onDay({ facts, work: workFacts({ "4.6.3": [2026] }) }, at)[0]!;
  const { way } = explanationOf(process, at);

  expect(riseOf(process, way!, at)).toEqual({ on: "2026-12-31", ifRecovered: "2026-12-31" });
  expect(riseOf({ ...process, observedOn: "2026-12-31" }, way!, at)).toEqual({ on: null, ifRecovered: null });
});
