import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { claimsOf, FIGURES, type MapFacts, type ProcessOnDay } from "#app/domain/smartability.ts";
import { inOrder, type LineFact } from "#app/domain/status/action-years.ts";
import { isOpen, type Status } from "#app/domain/status/status-steps.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import { aLine } from "#tests/support/examples.ts";
import {
  aMunicipality,
  heightOf,
  levelsOf,
  type Municipality,
  onDay,
} from "#tests/support/process-examples.ts";

const MANY = { numRuns: 500 };

function seenFrom({ facts, work, day }: Municipality): ProcessOnDay[] {
  return onDay({ facts, work }, asOf(day));
}

/** A municipality and one of its annualità in one of some statuses on its day. */
function withYear(...statuses: Status[]) {
  return aMunicipality.chain((municipality) => {
    const states = [...workAt(municipality.work, asOf(municipality.day)).states.values()];
    const ids = states.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
    return fc.record({
      municipality: fc.constant(municipality),
      yearId: ids.length === 0 ? fc.constant(null) : fc.constantFrom(...ids),
    });
  });
}

/** The same municipality with one more line, on its day. */
function after(
  { facts, work, day }: Municipality,
  action_year_id: number,
  to_status: Status,
  sequence = 100_000,
): Municipality {
  const line = aLine({ sequence, action_year_id, to_status, effective_on: day });
  return { facts, work: { ...work, lines: [...work.lines, line] }, day };
}

/** The same municipality where some claims are confirmed, and always were. */
function confirming(
  municipality: Municipality,
  isConfirmed: (claim: { id: number }) => boolean,
): Municipality {
  const claims = municipality.facts.claims.map((claim) =>
    isConfirmed(claim) ? { ...claim, state: "confirmed" as const } : claim,
  );
  return { ...municipality, facts: { ...municipality.facts, claims } };
}

function openYears({ work, day }: Municipality): number[] {
  const states = [...workAt(work, asOf(day)).states.values()];
  return states.filter(({ status }) => isOpen(status)).map(({ id }) => id);
}

function without(
  facts: MapFacts,
  isLeftOut: (claim: { id: number; blocker_id: number }) => boolean,
): MapFacts {
  return { ...facts, claims: facts.claims.filter((claim) => !isLeftOut(claim)) };
}

function expectNoneLower(now: readonly ProcessOnDay[], before: readonly ProcessOnDay[]): void {
  const levels = levelsOf(before);
  for (const { id, level } of now) expect(heightOf(level)).toBeGreaterThanOrEqual(heightOf(levels.get(id)!));
}

/** What a reader is shown of each process: levels, figure, what has become of its blockers, how far its claims are. */
function shown(processes: readonly ProcessOnDay[]) {
  return processes.map(({ id, level, attainable, figure, blockers }) => ({
    ...{ id, level, attainable, figure },
    blockers: blockers.map(({ state, claims }) => [state, claims.map(({ standing }) => standing)]),
  }));
}

describe("whatever the maps, the claims and the histories", () => {
  test("confirming a claim never lowers a level", () => {
    fc.assert(
      fc.property(aMunicipality, fc.boolean(), (any, isAllDone) => {
        const municipality = isAllDone
          ? openYears(any).reduce((was, id) => after(was, id, "completed"), any)
          : any;
        const before = seenFrom(municipality);
        for (const { id } of municipality.facts.claims)
          expectNoneLower(seenFrom(confirming(municipality, (claim) => claim.id === id)), before);
      }),
      MANY,
    );
  });

  test("completing an annualità never lowers a level", () => {
    fc.assert(
      fc.property(aMunicipality, fc.boolean(), (any, isAllConfirmed) => {
        const municipality = isAllConfirmed ? confirming(any, () => true) : any;
        const before = seenFrom(municipality);
        for (const id of openYears(municipality))
          expectNoneLower(seenFrom(after(municipality, id, "completed")), before);
      }),
      MANY,
    );
  });

  test("reopening a completed annualità gives back exactly what there was", () => {
    fc.assert(
      fc.property(withYear("to-start", "in-progress"), ({ municipality, yearId }) => {
        fc.pre(yearId !== null);
        const completed = after(municipality, yearId, "completed");
        const reopened = after(completed, yearId, "in-progress", 100_001);
        expect(shown(seenFrom(reopened))).toEqual(shown(seenFrom(municipality)));
      }),
      MANY,
    );
  });

  test("the attainable level is never below the current one", () => {
    fc.assert(
      fc.property(aMunicipality, (municipality) => {
        for (const { level, attainable } of seenFrom(municipality))
          expect(heightOf(attainable)).toBeGreaterThanOrEqual(heightOf(level));
      }),
      MANY,
    );
  });

  test("a structural blocker never vanishes", () => {
    fc.assert(
      fc.property(aMunicipality, (municipality) => {
        for (const { level, attainable, written, blockers } of seenFrom(municipality)) {
          const structural = blockers.filter(({ removability }) => removability === "structural");
          expect(structural.every(({ state }) => state === "open")).toBe(true);
          if (structural.length === 0 || written === "outsourced") continue;
          const highest = structural.some(({ extent }) => extent === "whole") ? "no" : "in-part";
          expect(heightOf(level)).toBeLessThanOrEqual(heightOf(highest));
          expect(heightOf(attainable)).toBeLessThanOrEqual(heightOf(highest));
        }
      }),
      MANY,
    );
  });

  test("the order in which lines are recorded does not matter, only their effective days", () => {
    fc.assert(
      fc.property(aMunicipality, fc.infiniteStream(fc.nat()), (municipality, keys) => {
        const { work } = municipality;
        const lines = recordedInAnotherOrder(work.lines, keys);
        expect(seenFrom({ ...municipality, work: { ...work, lines } }).map(withoutMoments)).toEqual(
          seenFrom(municipality).map(withoutMoments),
        );
      }),
      MANY,
    );
  });

  test("a cancelled annualità unlocks nothing, today or in the attainable level", () => {
    fc.assert(
      fc.property(
        withYear("to-start", "in-progress", "suspended", "completed"),
        ({ municipality, yearId }) => {
          fc.pre(yearId !== null);
          const cancelled = after(municipality, yearId, "cancelled");
          const naming = claimsNaming(municipality.facts, yearId);
          const facts = without(municipality.facts, ({ id }) => naming.has(id));
          expect(levelsAndAttainable(cancelled)).toEqual(levelsAndAttainable({ ...cancelled, facts }));
        },
      ),
      MANY,
    );
  });

  test("what was completed by the day of the map unlocks nothing, today or in the attainable level", () => {
    fc.assert(
      fc.property(aMunicipality, (municipality) => {
        const done = new Set(
          seenFrom(municipality)
            .flatMap(claimsOf)
            .filter(({ doneOn }) => doneOn !== null)
            .map(({ id }) => id),
        );
        const { facts, day } = municipality;
        const processes = facts.processes.map((process) => ({ ...process, observed_on: day }));
        const redrawn = { ...municipality, facts: { ...facts, processes } };
        const undone = { ...redrawn, facts: without(redrawn.facts, ({ id }) => done.has(id)) };
        const unclaimed = { ...redrawn, facts: without(redrawn.facts, () => true) };
        expect(levelsAndAttainable(redrawn)).toEqual(levelsAndAttainable(undone));
        expect(levelsOf(seenFrom(redrawn))).toEqual(levelsOf(seenFrom(unclaimed)));
      }),
      MANY,
    );
  });

  test("the four figures add up to the processes below SI, esterno apart", () => {
    fc.assert(
      fc.property(aMunicipality, (municipality) => {
        const processes = seenFrom(municipality);
        const { levels, below, figures } = figuresOf(processes);
        expect(FIGURES.reduce((sum, figure) => sum + figures[figure], 0)).toBe(below);
        expect(below).toBe(processes.length - levels.yes - levels.outsourced);
      }),
      MANY,
    );
  });
});

function levelsAndAttainable(municipality: Municipality) {
  return seenFrom(municipality).map(({ id, level, attainable }) => ({ id, level, attainable }));
}

/** The claims that ask for an annualità by name, or for all those of its action. */
function claimsNaming({ claimActions, claimYears }: MapFacts, yearId: number): Set<number> {
  const naming = claimActions.filter(({ unblock_claim_id, plan_action_id }) => {
    const years = claimYears.filter(
      (row) => row.unblock_claim_id === unblock_claim_id && row.plan_action_id === plan_action_id,
    );
    return years.length === 0
      ? plan_action_id === Math.floor(yearId / 10_000)
      : years.some(({ action_year_id }) => action_year_id === yearId);
  });
  return new Set(naming.map(({ unblock_claim_id }) => unblock_claim_id));
}

/** Other sequences and places, but for lines of one annualità on one day: their order is all that tells them apart. */
function recordedInAnotherOrder(lines: readonly LineFact[], keys: Iterator<number>): LineFact[] {
  const shuffled = lines
    .map((line) => ({ line, key: keys.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ line }, index) => ({ ...line, sequence: index + 1, place: index + 1 }));
  const sameDay = (line: LineFact) => `${line.action_year_id} ${line.effective_on}`;
  const queues = new Map<string, LineFact[]>();
  for (const line of inOrder(lines)) queues.set(sameDay(line), [...(queues.get(sameDay(line)) ?? []), line]);
  return shuffled.map(({ action_year_id, effective_on, sequence, place }) => {
    const line = queues.get(`${action_year_id} ${effective_on}`)!.shift()!;
    return { ...line, sequence, place };
  });
}

/** The process without when and by which lines its work came to be so. */
function withoutMoments(process: ProcessOnDay) {
  return JSON.parse(
    JSON.stringify(process, (key, value: unknown) => (key === "recordedAt" ? null : value)),
  ) as unknown;
}
