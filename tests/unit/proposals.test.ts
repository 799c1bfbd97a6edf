import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideContribution } from "#app/domain/contribution/contribution-decisions.ts";
import {
  CONTRIBUTION_STATUSES,
  type ContributionFact,
  type OfficeSays,
} from "#app/domain/contribution/contributions.ts";
import { decideTakeover, differs, proposalOf, type Proposal } from "#app/domain/contribution/proposals.ts";
import { STATUSES } from "#app/domain/status/status-steps.ts";
import { aContribution, aCurrent, anEvidence } from "#tests/support/examples.ts";

type Says = OfficeSays<ContributionFact>;

function says(...standing: (Partial<ContributionFact> | null)[]): Says[] {
  return standing.map((said, index) => ({
    office: `settore-${index + 1}`,
    standing: said && aContribution({ id: index + 1, office: `settore-${index + 1}`, ...said }),
    claim: null,
  }));
}

const COMPLETED = { status: "completed", progress: 100, has_evidence: 1 } as const;
const TO_START = { status: "to-start", progress: 0 } as const;
const SUSPENDED = { status: "suspended", progress: 30 } as const;
const NO_PART = { status: "not-pertinent", progress: 0, agreed_at: "2022-04-05T10:00:00.000Z" } as const;

describe("what contributions propose", () => {
  test("is nothing where nobody reported, or nobody who has a part", () => {
    expect(proposalOf(says(null, null))).toBeNull();
    expect(proposalOf(says(NO_PART, NO_PART))).toBeNull();
    expect(proposalOf(says(NO_PART, null))).toBeNull();
  });

  test("is completed where all are, on the latest of their days", () => {
    expect(
      proposalOf(
        says({ ...COMPLETED, effective_on: "2022-09-30" }, { ...COMPLETED, effective_on: "2022-06-30" }),
      ),
    ).toEqual({ status: "completed", progress: 100, on: "2022-09-30", proven: true });
  });

  test("is proven only if all are", () => {
    expect(proposalOf(says(COMPLETED, { ...COMPLETED, has_evidence: 0 }))?.proven).toBe(false);
  });

  test("leaves out an office that has no part, once the RTD agreed", () => {
    expect(proposalOf(says(COMPLETED, NO_PART))).toMatchObject({ status: "completed", proven: true });
  });

  test("is suspended where all that is open is", () => {
    expect(proposalOf(says(SUSPENDED, COMPLETED))).toMatchObject({ status: "suspended", progress: 65 });
    expect(proposalOf(says(SUSPENDED, TO_START))?.status).toBe("in-progress");
  });

  test("is to start where all is; else in progress, at the mean rounded down", () => {
    expect(proposalOf(says(TO_START, TO_START))).toMatchObject({ status: "to-start", progress: 0 });
    expect(proposalOf(says(COMPLETED, TO_START, TO_START))).toMatchObject({
      status: "in-progress",
      progress: 33,
    });
  });

  test("counts who has not reported yet as to start: the others cannot complete it alone", () => {
    expect(proposalOf(says(COMPLETED, null))).toMatchObject({ status: "in-progress", progress: 50 });
    expect(proposalOf(says(TO_START, null))).toMatchObject({ status: "to-start" });
  });
});

/** What an office says, as the rules let it be said; null where it has not reported. */
const aStanding = fc.option(
  fc
    .record({
      status: fc.constantFrom(...CONTRIBUTION_STATUSES),
      progress: fc.integer({ min: 0, max: 99 }),
      last: fc.integer({ min: 0, max: 100 }),
      day: fc.integer({ min: 1, max: 28 }),
      has_evidence: fc.constantFrom(0 as const, 1 as const),
    })
    .map(({ status, progress, last, day, has_evidence }) => {
      const effective_on = `2022-02-${String(day).padStart(2, "0")}`;
      const decision = decideContribution(
        { status, progress, effectiveOn: effective_on, evidence: null, note: "nota" },
        {
          adoptedOn: "2021-05-04",
          status: "in-progress",
          previous: { progress: last, effective_on },
          standingFrom: effective_on,
          today: "2022-12-31",
        },
      );
      if (!decision.ok) throw new Error(decision.reason);
      const agreed_at = status === "not-pertinent" ? "2022-03-01T10:00:00.000Z" : null;
      return { status, progress: decision.contribution.progress, effective_on, has_evidence, agreed_at };
    }),
);
const anySays = fc.array(aStanding, { minLength: 2, maxLength: 6 }).map((all) => says(...all));

function pertinentOf(all: Says[]) {
  return all.filter(({ standing }) => standing?.status !== "not-pertinent");
}

describe("whatever offices say, the proposal", () => {
  test("does not depend on their order", () => {
    fc.assert(
      fc.property(anySays, (all) => {
        expect(proposalOf([...all].reverse())).toEqual(proposalOf(all));
      }),
    );
  });

  test("does not change with one more that has no part", () => {
    fc.assert(
      fc.property(anySays, (all) => {
        expect(proposalOf([...all, ...says(NO_PART)])).toEqual(proposalOf(all));
      }),
    );
  });

  test("is there exactly where someone who has a part reported", () => {
    fc.assert(
      fc.property(anySays, (all) => {
        expect(proposalOf(all) !== null).toBe(pertinentOf(all).some(({ standing }) => standing !== null));
      }),
    );
  });

  test("is completed exactly where all that have a part are, and only then is it at 100 or proven", () => {
    fc.assert(
      fc.property(anySays, (all) => {
        const proposal = proposalOf(all);
        if (!proposal) return;
        const isCompleted = pertinentOf(all).every(({ standing }) => standing?.status === "completed");
        expect([proposal.status === "completed", proposal.progress === 100]).toEqual([
          isCompleted,
          isCompleted,
        ]);
        if (proposal.proven) expect(isCompleted).toBe(true);
      }),
    );
  });

  test("has a progress between the lowest and the highest, on the day of one of them that none comes after", () => {
    fc.assert(
      fc.property(anySays, (all) => {
        const proposal = proposalOf(all);
        if (!proposal) return;
        const parts = pertinentOf(all).map(({ standing }) => standing?.progress ?? 0);
        const days = pertinentOf(all).flatMap(({ standing }) => standing?.effective_on ?? []);
        expect(proposal.progress).toBeGreaterThanOrEqual(Math.min(...parts));
        expect(proposal.progress).toBeLessThanOrEqual(Math.max(...parts));
        expect(proposal.on).toBe(days.sort().at(-1));
      }),
    );
  });

  test("once taken over, does not differ any more; what cannot be taken over is a step that no line may take", () => {
    const aState = fc.record({
      status: fc.constantFrom(...STATUSES.filter((one) => one !== "cancelled" && one !== "rescheduled")),
      progress: fc.integer({ min: 0, max: 100 }),
      proven: fc.boolean(),
    });
    fc.assert(
      fc.property(anySays, aState, (all, state) => {
        const proposal = proposalOf(all);
        if (!proposal || !differs(proposal, state)) return;
        const decision = taken(proposal, state);
        if (!decision.ok) {
          expect(decision).toMatchObject({ field: "to", reason: "not-reachable" });
          return;
        }
        const { to, progress, evidence } = decision.change;
        expect(differs(proposal, { status: to, progress, proven: evidence !== null })).toBe(false);
      }),
    );
  });
});

describe("a proposal differs from the annualità", () => {
  const inProgress: Proposal = { status: "in-progress", progress: 40, on: "2022-03-15", proven: false };
  const completed: Proposal = { status: "completed", progress: 100, on: "2022-03-15", proven: true };

  test("by its status, by the progress of what is in progress, by a proof that is missing", () => {
    expect(differs(inProgress, { status: "suspended", progress: 40, proven: false })).toBe(true);
    expect(differs(inProgress, { status: "in-progress", progress: 60, proven: false })).toBe(true);
    expect(differs(inProgress, { status: "in-progress", progress: 40, proven: false })).toBe(false);
    expect(differs(completed, { status: "completed", progress: 100, proven: false })).toBe(true);
  });

  test("not where the annualità already has a proof that contributions lack", () => {
    expect(
      differs({ ...completed, proven: false }, { status: "completed", progress: 100, proven: true }),
    ).toBe(false);
  });
});

describe("taking a proposal over", () => {
  const completed: Proposal = { status: "completed", progress: 100, on: "2022-03-15", proven: true };

  test("records its status, on its day, with its proof", () => {
    expect(taken(completed, { status: "in-progress", progress: 40 })).toMatchObject({
      ok: true,
      change: { to: "completed", progress: 100, effectiveOn: "2022-03-15", evidence: anEvidence() },
    });
  });

  test("moves a day that comes before the last line up to it", () => {
    expect(taken(completed, { status: "in-progress", progress: 40, since: "2022-05-01" })).toMatchObject({
      change: { effectiveOn: "2022-05-01" },
    });
  });

  test("brings no proof where not all are proven", () => {
    expect(taken({ ...completed, proven: false }, {})).toMatchObject({ change: { evidence: null } });
  });

  test("is not possible where no line may take that step: from suspended to completed, back to to start", () => {
    expect(taken(completed, { status: "suspended" })).toMatchObject({ ok: false, reason: "not-reachable" });
    expect(
      taken({ status: "to-start", progress: 0, on: "2022-03-15", proven: false }, { status: "in-progress" }),
    ).toMatchObject({ ok: false, reason: "not-reachable" });
  });
});

function taken(proposal: Proposal, current: Parameters<typeof aCurrent>[0]) {
  return decideTakeover(
    aCurrent(current),
    proposal,
    { reason: "Accolti i contributi", evidence: anEvidence() },
    { year: 2022, today: "2022-12-31" },
  );
}
