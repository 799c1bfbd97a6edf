import { describe, expect, test } from "vitest";
import {
  type ContributionContext,
  decideContribution,
  takesContributions,
  type TypedContribution,
} from "#app/domain/contribution/contribution-decisions.ts";
import {
  CONTRIBUTION_STATUSES,
  type ContributionFact,
  whatOfficesSay,
} from "#app/domain/contribution/contributions.ts";
import { contributingOffices, type Person } from "#app/domain/permissions.ts";
import { aContribution } from "#tests/support/examples.ts";

const OFFICES = ["settore-3", "settore-4"];

function aTyped(varied: Partial<TypedContribution> = {}): TypedContribution {
  return {
    status: "in-progress",
    progress: 40,
    effectiveOn: "2022-06-15",
    evidence: null,
    note: "",
    ...varied,
  };
}

function aContext(varied: Partial<ContributionContext> = {}): ContributionContext {
  return {
    adoptedOn: "2021-05-04",
    status: "in-progress",
    previous: undefined,
    standingFrom: "2021-05-04",
    today: "2022-06-30",
    ...varied,
  };
}

describe("what an office says on a day", () => {
  const said = (contributions: ContributionFact[], day = "2022-12-31") =>
    whatOfficesSay(OFFICES, contributions, day).map(({ standing, claim }) => [
      standing?.id ?? null,
      claim?.id ?? null,
    ]);

  test("is its last contribution by then, in the order of day and recording", () => {
    const contributions = [
      aContribution({ id: 3, effective_on: "2022-03-01" }),
      aContribution({ id: 1, effective_on: "2022-09-01" }),
      aContribution({ id: 2, effective_on: "2022-03-01" }),
    ];

    expect(said(contributions)).toEqual([
      [1, null],
      [null, null],
    ]);
    expect(said(contributions, "2022-08-31")[0]).toEqual([3, null]);
    expect(said(contributions, "2022-02-28")[0]).toEqual([null, null]);
  });

  test("stays what it said before, while it waits for the RTD to agree that it has no part", () => {
    const before = aContribution({ id: 1, effective_on: "2022-03-01" });
    const claim = aContribution({ id: 2, status: "not-pertinent", effective_on: "2022-04-01" });

    expect(said([before, claim])[0]).toEqual([1, 2]);
    expect(said([claim])[0]).toEqual([null, 2]);
    expect(said([before, { ...claim, agreed_at: "2022-04-05T10:00:00.000Z" }])[0]).toEqual([2, null]);
  });

  test("is what it reported since, whatever became of a claim before it", () => {
    const claim = aContribution({ id: 1, status: "not-pertinent", effective_on: "2022-04-01" });
    const since = aContribution({ id: 2, effective_on: "2022-05-01" });

    expect(said([claim, since])[0]).toEqual([2, null]);
    expect(said([{ ...claim, agreed_at: "2022-04-05T10:00:00.000Z" }, since])[0]).toEqual([2, null]);
  });

  test("is not asked of an office that does not answer for the annualità", () => {
    expect(said([aContribution({ office: "settore-1" })])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe("a contribution", () => {
  const decided = (typed: Partial<TypedContribution>, context: Partial<ContributionContext> = {}) => {
    const decision = decideContribution(aTyped(typed), aContext(context));
    return decision.ok ? decision.contribution.progress : [decision.field, decision.reason];
  };

  test("has the progress of its status", () => {
    const previous = { progress: 60, effective_on: "2022-01-01" };

    expect(decided({ status: "to-start" }, { previous })).toBe(0);
    expect(decided({ status: "completed" }, { previous })).toBe(100);
    expect(decided({ status: "in-progress", progress: 75 }, { previous })).toBe(75);
    expect(decided({ status: "in-progress", progress: null }, { previous })).toBe(60);
    expect(decided({ status: "suspended", note: "fermo" }, { previous })).toBe(60);
    expect(decided({ status: "not-pertinent", note: "non nostro" })).toBe(0);
  });

  test("is never at 100 unless it is completed, also after it was", () => {
    const previous = { progress: 100, effective_on: "2022-01-01" };

    expect(decided({ status: "suspended", note: "fermo" }, { previous })).toBe(99);
    expect(decided({ status: "in-progress", progress: null }, { previous })).toBe(99);
    expect(decided({ status: "in-progress", progress: 100 })).toEqual(["progress", "progress-out-of-range"]);
    expect(decided({ status: "in-progress", progress: 40.5 })).toEqual(["progress", "progress-out-of-range"]);
  });

  test("takes effect between the office's last one, the day the annualità stands from, and today", () => {
    const previous = { progress: 10, effective_on: "2022-02-01" };

    expect(decided({ effectiveOn: "2022-07-01" })).toEqual(["effectiveOn", "in-the-future"]);
    expect(decided({ effectiveOn: "2022-01-31" }, { previous })).toEqual([
      "effectiveOn",
      "before-the-last-contribution",
    ]);
    expect(decided({ effectiveOn: "2021-05-03" })).toEqual(["effectiveOn", "before-the-annualita"]);
    expect(decided({ effectiveOn: "2022-02-01" }, { previous })).toBe(40);
    expect(decided({ effectiveOn: "2022-06-30" })).toBe(40);
  });

  test("says why where the work stopped, or where the office has no part", () => {
    for (const status of CONTRIBUTION_STATUSES) {
      const needsNote = status === "suspended" || status === "not-pertinent";
      expect([status, decided({ status, note: "" })]).toEqual([
        status,
        needsNote ? ["note", "note-required"] : expect.any(Number),
      ]);
    }
    expect(decided({ note: "x".repeat(2001) })).toEqual(["note", "text-too-long"]);
  });

  test("is taken by what is open or completed, not by what was given up or moved", () => {
    expect(decided({}, { status: "cancelled" })).toEqual(["status", "takes-none"]);
    expect(decided({}, { status: "rescheduled" })).toEqual(["status", "takes-none"]);
    expect(decided({}, { status: "completed" })).toBe(40);
    expect(takesContributions("suspended")).toBe(true);
  });

  test("is taken only once the plan is adopted", () => {
    expect(decided({}, { adoptedOn: null })).toEqual(["status", "not-adopted"]);
    expect(decided({}, { adoptedOn: "2022-07-01" })).toEqual(["status", "not-adopted"]);
  });
});

describe("who reports", () => {
  const dirigente = (...offices: string[]): Person => ({ role: "dirigente", offices });

  test("is a dirigente or referente, for the own offices among those that share the annualità", () => {
    const shared = { offices: ["settore-1", ...OFFICES], lead: "settore-1" };

    expect(contributingOffices(dirigente("settore-4", "uo-4.1"), shared)).toEqual(["settore-4"]);
    expect(contributingOffices(dirigente("settore-4", "settore-3"), shared)).toEqual(OFFICES);
    expect(contributingOffices({ role: "referente", offices: ["settore-1"] }, shared)).toEqual(["settore-1"]);
    expect(contributingOffices(dirigente("settore-2"), shared)).toEqual([]);
  });

  test("is nobody where a single office answers, nor who only reads, nor the RTD, who decides", () => {
    expect(contributingOffices(dirigente("settore-3"), { offices: ["settore-3"], lead: null })).toEqual([]);
    for (const role of ["rtd", "giunta", "lettore", "amministratore"] as const)
      expect(contributingOffices({ role, offices: OFFICES }, { offices: OFFICES, lead: null })).toEqual([]);
  });
});
