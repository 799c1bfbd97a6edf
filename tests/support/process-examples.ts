import fc from "fast-check";
import { asOf, type Day, dayAfter, type Viewpoint } from "#app/domain/days.ts";
import { type MapFacts, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import type { LineFact } from "#app/domain/status/action-years.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import {
  BLOCKER_KINDS,
  type BlockerKind,
  EXTENTS,
  type Extent,
  REMOVABILITIES,
  type Removability,
} from "#app/domain/level/blockers.ts";
import { workAt, type WorkFacts } from "#app/domain/level/claimed-work.ts";
import { CLAIM_EFFECTS, CLAIM_STATES, type ClaimEffect, type ClaimState } from "#app/domain/level/claims.ts";
import { type Level, WRITTEN, type Written } from "#app/domain/level/levels.ts";
import { aLegalHistory, aLine, anActionYear, type History, PLAN } from "#tests/support/examples.ts";

/** The day that the maps of the demonstration are taken to describe. */
export const OBSERVED = "2020-12-31";

const FROM_ADOPTION_ON = { held_from_on: PLAN.adopted_on, held_until_on: null };

/** A claim as a test writes it: `{ actions: ["4.6.3", "4.4.1/2022"], effect: "full" }`, the second narrowed to a year. */
export type WrittenClaim = {
  actions: string[];
  effect: ClaimEffect;
  state?: ClaimState;
  since?: Day;
};
export type WrittenBlocker = {
  kind: BlockerKind;
  extent: Extent;
  removability: Removability;
  claims?: WrittenClaim[];
};
export type WrittenProcess = {
  code: string;
  written: Written;
  observed_on?: Day;
  blockers?: WrittenBlocker[];
};

export function actionId(code: string): number {
  return Number(code.replaceAll(".", ""));
}

export function yearId(code: string, year: number): number {
  return actionId(code) * 10_000 + year;
}

/** Processes as facts. Ids count from 1 in the order written: processes, blockers and claims each. Claims are confirmed unless they say otherwise. */
export function mapFacts(processes: readonly WrittenProcess[]): MapFacts {
  const facts = { processes: [], blockers: [], claims: [], claimActions: [], claimYears: [] } as {
    [Kind in keyof MapFacts]: MapFacts[Kind][number][];
  };
  for (const { code, written, observed_on = OBSERVED, blockers = [] } of processes) {
    const held = { held_from_on: observed_on, held_until_on: null };
    const work_process_id = facts.processes.push({
      ...{ id: facts.processes.length + 1, code, written, observed_on },
      ...held,
    });
    for (const [index, { kind, extent, removability, claims = [] }] of blockers.entries()) {
      const blocker = { kind, subkind: null, extent, basis: "stated", removability } as const;
      const identity = { id: facts.blockers.length + 1, work_process_id, ordinal: index + 1 };
      const blocker_id = facts.blockers.push({ ...identity, ...blocker, ...held });
      for (const claim of claims) addClaim(facts, blocker_id, claim);
    }
  }
  return facts;
}

function addClaim(
  facts: Pick<
    { [Kind in keyof MapFacts]: MapFacts[Kind][number][] },
    "claims" | "claimActions" | "claimYears"
  >,
  blocker_id: number,
  { actions, effect, state = "confirmed", since = PLAN.adopted_on }: WrittenClaim,
): void {
  const id = facts.claims.length + 1;
  facts.claims.push({ id, blocker_id, state, effect, held_from_on: since, held_until_on: null });
  for (const code of new Set(actions.map((named) => named.split("/")[0]!)))
    facts.claimActions.push({ unblock_claim_id: id, plan_action_id: actionId(code) });
  for (const [code, year] of actions.map((named) => named.split("/")))
    if (year !== undefined)
      facts.claimYears.push({
        unblock_claim_id: id,
        plan_action_id: actionId(code!),
        action_year_id: yearId(code!, Number(year)),
      });
}

/** Actions with the years that the plan adopted, and what happened to them. */
export function workFacts(
  years: Readonly<Record<string, readonly number[]>>,
  lines: readonly LineFact[] = [],
): WorkFacts {
  const actionYears = Object.entries(years).flatMap(([code, each]) =>
    each.map((year) => ({ id: yearId(code, year), plan_action_id: actionId(code), year })),
  );
  const lives = actionYears.map(({ id }) => ({ action_year_id: id, due_on: null, ...FROM_ADOPTION_ON }));
  return { actionYears, lives, lines };
}

/** Lines in the order written, each `[action, year, status, day]`. */
export function linesOf(
  ...written: (readonly [code: string, year: number, to: Status, on: Day, varied?: Partial<LineFact>])[]
): LineFact[] {
  return written.map(([code, year, to_status, effective_on, varied], index) =>
    aLine({
      ...{ sequence: index + 1, action_year_id: yearId(code, year), to_status, effective_on },
      progress: to_status === "completed" ? 100 : 0,
      ...varied,
    }),
  );
}

export function onDay({ facts, work }: { facts: MapFacts; work: WorkFacts }, at: Viewpoint): ProcessOnDay[] {
  return smartabilityAt(facts, workAt(work, at));
}

/** The only process of a test, at the end of a day. */
export function theProcess(facts: MapFacts, work: WorkFacts, day: Day): ProcessOnDay {
  return onDay({ facts, work }, asOf(day))[0]!;
}

/** Levels by process, to be compared. */
export function levelsOf(processes: readonly ProcessOnDay[]): Map<number, Level> {
  return new Map(processes.map(({ id, level }) => [id, level]));
}

/** From the lowest up; what is outsourced neither rises nor falls. */
export function heightOf(level: Level): number {
  return { outsourced: -1, no: 0, "in-part": 1, yes: 2 }[level];
}

/** Maps, claims and histories as they might be, and a day to look at them from. */
export type Municipality = { facts: MapFacts; work: WorkFacts; day: Day };

const ACTIONS = [1, 2, 3];
const UNPLANNED = 4;

/** The plainest histories: an action with three annualità, most of them completed on some day. */
const aPlainHistory: fc.Arbitrary<Pick<History, "facts" | "lines">> = fc
  .array(fc.option(fc.nat({ max: 700 }), { freq: 6 }), { minLength: 3, maxLength: 3 })
  .map((completions) => ({
    facts: completions.map((_, index) => anActionYear({ year: 2021 + index })),
    lines: completions.flatMap((days, index) =>
      days === null
        ? []
        : aLine({
            ...{ sequence: index + 1, action_year_id: 2021 + index, to_status: "completed", progress: 100 },
            effective_on: dayAfter(PLAN.adopted_on, days),
          }),
    ),
  }));

/** Three actions, each with a history of its own: what was completed, reopened, cancelled, rescheduled, put right. */
const someWork: fc.Arbitrary<WorkFacts> = fc
  .tuple(
    ...ACTIONS.map((id) => fc.tuple(fc.constant(id), fc.oneof(aLegalHistory, aPlainHistory, aPlainHistory))),
  )
  .map((histories) => ({
    actionYears: histories.flatMap(([action, { facts }]) =>
      facts.map(({ id, year }) => ({ id: own(action, id), plan_action_id: action, year })),
    ),
    lives: histories.flatMap(([action, { facts }]) =>
      facts
        .filter(({ planned_from_on }) => planned_from_on !== null)
        .map(({ id }) => ({ action_year_id: own(action, id), due_on: null, ...FROM_ADOPTION_ON })),
    ),
    lines: histories.flatMap(([action, { lines }]) =>
      lines.map((line) => ({
        ...line,
        sequence: line.sequence * 10 + action,
        place: line.place * 10 + action,
        action_year_id: own(action, line.action_year_id),
        target_action_year_id:
          line.target_action_year_id === null ? null : own(action, line.target_action_year_id),
      })),
    ),
  }));

function own(action: number, year: number): number {
  return action * 10_000 + year;
}

const someDay = fc.nat({ max: 1200 }).map((days) => dayAfter(PLAN.adopted_on, days));

const aClaim = fc.record({
  named: fc.uniqueArray(
    fc.record({
      action: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ACTIONS) }, fc.constant(UNPLANNED)),
      years: fc.oneof(
        { weight: 2, arbitrary: fc.constant<number[]>([]) },
        { weight: 5, arbitrary: fc.constantFrom<number[]>([2021], [2022], [2023], [2021, 2022]) },
      ),
    }),
    { minLength: 1, maxLength: 2, size: "xsmall", selector: ({ action }) => action },
  ),
  effect: fc.constantFrom(...CLAIM_EFFECTS),
  states: fc.array(fc.tuple(fc.constantFrom(...CLAIM_STATES, "confirmed" as const), someDay), {
    maxLength: 2,
  }),
});

const aBlocker = fc.record({
  kind: fc.constantFrom(...BLOCKER_KINDS),
  extent: fc.constantFrom(...EXTENTS),
  removability: fc.constantFrom(...REMOVABILITIES, "digital" as const, "partly" as const),
  change: fc.option(fc.record({ on: someDay, extent: fc.constantFrom(...EXTENTS, null) }), { freq: 5 }),
  claims: fc.array(aClaim, { maxLength: 3 }),
});

const aProcess = fc.record({
  written: fc.constantFrom(...WRITTEN, "no" as const, "partial" as const),
  observed_on: fc.constantFrom(OBSERVED, OBSERVED, "2021-10-31", "2022-06-30"),
  retired: fc.option(someDay, { freq: 9 }),
  blockers: fc.array(aBlocker, { maxLength: 3 }),
});

/** Two rows of a life where something changes on a day after the first; one where nothing does. */
function lived<Row extends object>(from: Day, first: Row, change: { on: Day; row: Row | null } | null) {
  if (change === null || change.on <= from) return [{ ...first, held_from_on: from, held_until_on: null }];
  const before = { ...first, held_from_on: from, held_until_on: change.on };
  return change.row === null
    ? [before]
    : [before, { ...change.row, held_from_on: change.on, held_until_on: null }];
}

const someMaps: fc.Arbitrary<MapFacts> = fc
  .array(aProcess, { minLength: 1, maxLength: 5 })
  .map((processes) => {
    const placed = processes.map((process, index) => ({ ...process, id: index + 1 }));
    const blockers = placed.flatMap((process) =>
      process.blockers.map((blocker, index) => ({ ...blocker, process, ordinal: index + 1 })),
    );
    const identified = blockers.map((blocker, index) => ({ ...blocker, id: index + 1 }));
    const claims = identified
      .flatMap((blocker) => blocker.claims.map((claim) => ({ ...claim, blocker })))
      .map((claim, index) => ({ ...claim, id: index + 1 }));
    return {
      processes: placed.flatMap(({ id, written, observed_on, retired }) =>
        lived(
          observed_on,
          { id, code: `P-${id}`, written, observed_on },
          retired === null ? null : { on: retired, row: null },
        ),
      ),
      blockers: identified.flatMap(({ id, ordinal, process, kind, extent, removability, change }) => {
        const row = { id, work_process_id: process.id, ordinal, kind, subkind: null, extent, removability };
        const first = { ...row, basis: "stated" as const };
        const next = change && {
          on: change.on,
          row: change.extent === null ? null : { ...first, extent: change.extent },
        };
        return lived(process.observed_on, first, next);
      }),
      claims: claims.flatMap(({ id, blocker, effect, states: [first, second] }) => {
        const row = { id, blocker_id: blocker.id, effect };
        const begun = { ...row, state: first?.[0] ?? ("confirmed" as const) };
        const next = second === undefined ? null : { on: second[1], row: { ...row, state: second[0] } };
        return lived(PLAN.adopted_on, begun, next);
      }),
      claimActions: claims.flatMap(({ id, named }) =>
        named.map(({ action }) => ({ unblock_claim_id: id, plan_action_id: action })),
      ),
      claimYears: claims.flatMap(({ id, named }) =>
        named.flatMap(({ action, years }) =>
          years.map((year) => ({
            unblock_claim_id: id,
            plan_action_id: action,
            action_year_id: own(action, year),
          })),
        ),
      ),
    };
  });

/** Any municipality that the rules allow. The last action that claims may name has no annualità. */
export const aMunicipality: fc.Arbitrary<Municipality> = fc.record({
  facts: someMaps,
  work: someWork,
  day: fc.integer({ min: 200, max: 1500 }).map((days) => dayAfter(PLAN.adopted_on, days)),
});
