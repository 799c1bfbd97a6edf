import { describe, expect, test } from "vitest";
import {
  mayAnswerTurn,
  mayCorrect,
  mayCorrectReport,
  mayDecideClaims,
  mayProposeClaim,
  maySetDueDay,
  mayUpdate,
  offeredSteps,
  type Person,
  ROLES,
} from "#app/domain/permissions.ts";
import { NEXT, STATUSES } from "#app/domain/status/status-steps.ts";

const rtd: Person = { role: "rtd", offices: [] };
/** The head of Settore 3 answers for it and for the offices under it. */
const head: Person = { role: "dirigente", offices: ["settore-3", "uo-3.1", "uo-3.2"] };
const OFFICES_OF_ALL = ["settore-1", "settore-2", "settore-3", "settore-4", "uoa"];

describe("the RTD", () => {
  test("may update every annualità, also one that nobody holds", () => {
    expect(mayUpdate(rtd, { offices: ["settore-1"], lead: null })).toBe(true);
    expect(mayUpdate(rtd, { offices: [], lead: null })).toBe(true);
  });

  test.each(STATUSES)("is offered from %s every step that there is", (status) => {
    expect(offeredSteps(rtd, status)).toEqual(NEXT[status]);
  });
});

describe.each(["dirigente", "referente"] as const)("a %s of Settore 3", (role) => {
  const person: Person = { ...head, role };

  test("may update 4.13.2: of Settore 3 and of the RTD, and a role is not an office", () => {
    expect(mayUpdate(person, { offices: ["settore-3"], lead: null })).toBe(true);
  });

  test("may update what only an office under theirs holds", () => {
    expect(mayUpdate(person, { offices: ["uo-3.2"], lead: null })).toBe(true);
  });

  test("may not update 4.3.6, shared with Settore 4, unless Settore 3 is its capofila", () => {
    expect(mayUpdate(person, { offices: ["settore-3", "settore-4"], lead: null })).toBe(false);
    expect(mayUpdate(person, { offices: ["settore-3", "settore-4"], lead: "settore-4" })).toBe(false);
    expect(mayUpdate(person, { offices: ["settore-3", "settore-4"], lead: "settore-3" })).toBe(true);
  });

  test("may not update what is shared between two offices of theirs: two remain two", () => {
    expect(mayUpdate(person, { offices: ["uo-3.1", "uo-3.2"], lead: null })).toBe(false);
  });

  test("may not update what is another's, or nobody's", () => {
    expect(mayUpdate(person, { offices: ["settore-4"], lead: null })).toBe(false);
    expect(mayUpdate(person, { offices: [], lead: null })).toBe(false);
    expect(mayUpdate({ ...person, offices: [] }, { offices: ["settore-3"], lead: null })).toBe(false);
  });

  test("is offered to begin, to suspend, to complete; never to cancel, to reschedule, to reopen", () => {
    expect(offeredSteps(person, "to-start")).toEqual(["in-progress", "completed", "suspended"]);
    expect(offeredSteps(person, "in-progress")).toEqual(["completed", "suspended"]);
    expect(offeredSteps(person, "suspended")).toEqual(["in-progress"]);
    for (const closed of ["completed", "rescheduled", "cancelled"] as const)
      expect(offeredSteps(person, closed)).toEqual([]);
  });
});

describe.each(["giunta", "lettore", "amministratore"] as const)("the role %s", (role) => {
  const person: Person = { role, offices: OFFICES_OF_ALL };

  test("may update nothing, whatever offices are written beside it", () => {
    expect(mayUpdate(person, { offices: ["settore-3"], lead: "settore-3" })).toBe(false);
  });

  test("is offered no step", () => {
    for (const status of STATUSES) expect(offeredSteps(person, status)).toEqual([]);
  });
});

test("due days, and putting lines right, are the RTD's alone", () => {
  expect(ROLES.filter((role) => maySetDueDay({ role, offices: OFFICES_OF_ALL }))).toEqual(["rtd"]);
  expect(ROLES.filter((role) => mayCorrect({ role, offices: OFFICES_OF_ALL }))).toEqual(["rtd"]);
});

test("nobody is offered a step that R1 does not know", () => {
  for (const role of ROLES)
    for (const status of STATUSES)
      expect(NEXT[status]).toEqual(expect.arrayContaining([...offeredSteps({ ...head, role }, status)]));
});

describe("claims and turns of a process of UO 3.1 and Settore 4", () => {
  const process = { offices: ["uo-3.1", "settore-4"] };
  const asRole = (role: Person["role"]) => ({ ...head, role });

  test("the RTD and who updates for one of its offices propose claims", () => {
    expect(ROLES.filter((role) => mayProposeClaim(asRole(role), process))).toEqual([
      "rtd",
      "dirigente",
      "referente",
    ]);
    expect(ROLES.filter((role) => mayProposeClaim(asRole(role), { offices: ["settore-1"] }))).toEqual([
      "rtd",
    ]);
  });

  test("the RTD alone decides on them", () => {
    expect(ROLES.filter((role) => mayDecideClaims(asRole(role)))).toEqual(["rtd"]);
  });

  test("the dirigente of one of its offices alone answers a turn", () => {
    expect(ROLES.filter((role) => mayAnswerTurn(asRole(role), process))).toEqual(["dirigente"]);
    expect(mayAnswerTurn(head, { offices: ["settore-1"] })).toBe(false);
    expect(mayAnswerTurn(head, { offices: [] })).toBe(false);
  });
});

describe("an effettivo that was reported", () => {
  const objective = { offices: ["settore-3", "settore-4"] };
  const report = { author_role: "referente", author_office_code: "settore-3" } as const;

  test("is put right by the RTD and by the office that reported it", () => {
    expect(mayCorrectReport({ role: "rtd", offices: [] }, objective, report)).toBe(true);
    expect(mayCorrectReport({ role: "referente", offices: ["settore-3"] }, objective, report)).toBe(true);
  });

  test("is not by the other offices of the objective, nor by its own once the objective is others'", () => {
    expect(mayCorrectReport({ role: "dirigente", offices: ["settore-4"] }, objective, report)).toBe(false);
    expect(
      mayCorrectReport({ role: "dirigente", offices: ["settore-3"] }, { offices: ["settore-4"] }, report),
    ).toBe(false);
    expect(mayCorrectReport({ role: "giunta", offices: ["settore-3"] }, objective, report)).toBe(false);
  });

  test("by the RTD is the RTD's to put right, whichever office the RTD is of", () => {
    const ofTheRtd = { ...report, author_role: "rtd" } as const;

    expect(mayCorrectReport({ role: "dirigente", offices: ["settore-3"] }, objective, ofTheRtd)).toBe(false);
    expect(mayCorrectReport({ role: "rtd", offices: [] }, objective, ofTheRtd)).toBe(true);
  });
});
