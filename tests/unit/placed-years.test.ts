import { describe, expect, test } from "vitest";
import {
  attentionByOffice,
  attentionOf,
  nearestTerm,
  notCarriedOver,
  ownWork,
  withoutOwner,
} from "#app/domain/desk/desk.ts";
import { isOwn, placedYears, reasonToAsk, wayToUpdate } from "#app/domain/desk/placed-years.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { placedPlans } from "#tests/support/placed-plans.ts";

const placed = placedYears(placedPlans());
const named = (ones: readonly { code: string; actionYear: { year: number } }[]) =>
  ones.map(({ code, actionYear }) => `${code}/${actionYear.year}`);
const find = (name: string) => placed.find((one) => `${one.code}/${one.actionYear.year}` === name)!;

describe("an annualità is brought up", () => {
  test.each([
    ["4.3.6/2022", "late"],
    ["4.3.6/2024", "late"],
    ["5.1.1/2025", "stale"],
    ["5.1.1/2026", "never-updated"],
    ["5.1.2/2026", undefined],
    ["4.3.6/2021", undefined],
  ])("%s: %s", (name, reason) => {
    expect(reasonToAsk(find(name).actionYear)).toBe(reason);
  });

  test("in one list alone: late and silent is late", () => {
    const attention = attentionOf(placed);

    expect(named(attention.late)).toEqual(["4.3.6/2022", "4.3.6/2024"]);
    expect(named(attention.stale)).toEqual(["5.1.1/2025"]);
    expect(named(attention["never-updated"])).toEqual(["5.1.1/2026", "5.1.3/2026"]);
  });

  test("for each office that answers for it", () => {
    const rows = attentionByOffice(attentionOf(placed));

    expect(rows.get("settore-4")).toEqual({ late: 2, stale: 1, "never-updated": 0 });
    expect(rows.get("settore-3")).toEqual({ late: 1, stale: 0, "never-updated": 1 });
  });
});

describe("an annualità in its place", () => {
  test("knows its plan, the plan after, and whether it is beyond its own", () => {
    expect(find("4.3.6/2022")).toMatchObject({ plan: "2021-2023", nextPlan: "2024-2026", beyondPlan: false });
    expect(find("4.3.6/2024")).toMatchObject({ plan: "2021-2023", beyondPlan: true });
    expect(find("5.1.1/2026")).toMatchObject({ plan: "2024-2026", nextPlan: null, beyondPlan: false });
  });

  test("is one's own where one's office answers or is the capofila", () => {
    const person = { role: "dirigente", offices: ["settore-4"] } as const;

    expect(named(placed.filter(({ actionYear }) => isOwn(person, actionYear)))).toEqual([
      "4.3.6/2021",
      "4.3.6/2022",
      "4.3.6/2024",
      "5.1.1/2025",
    ]);
  });

  test.each(ROLES)("is brought up to date by %s as R10 and R11 say", (role) => {
    const ways = ["4.3.6/2022", "5.1.1/2025"].map((name) =>
      wayToUpdate({ role, offices: ["settore-4"] }, find(name).actionYear),
    );
    const isOffice = role === "dirigente" || role === "referente";

    expect(ways).toEqual(
      role === "rtd" ? ["status", "status"] : isOffice ? ["contribution", "status"] : [null, null],
    );
  });
});

describe("the RTD alone decides", () => {
  test("on what an earlier plan left open: what is completed there, and what is of the last plan, is not asked for", () => {
    expect(named(notCarriedOver(placed))).toEqual(["4.3.6/2022", "4.3.6/2024"]);
  });

  test("on what no office answers for, unless the role RTD does", () => {
    expect(named(withoutOwner(placed, new Set()))).toEqual(["5.1.3/2026"]);
  });

  test("on what only ceased offices answer for", () => {
    expect(named(withoutOwner(placed, new Set(["settore-3"])))).toEqual([
      "5.1.1/2026",
      "5.1.2/2026",
      "5.1.3/2026",
    ]);
  });
});

describe("who answers for an office", () => {
  const person = { role: "dirigente", offices: ["settore-4"] } as const;

  const UNANSWERED = { year: 2026, reported: new Map<number, string[]>() };

  test("sees what is open of theirs by the nearest due day, what is late first", () => {
    const both = { ...person, offices: ["settore-4", "settore-3"] };

    expect(named(ownWork(placed, both, UNANSWERED).toUpdate)).toEqual([
      "4.3.6/2022",
      "4.3.6/2024",
      "5.1.2/2026",
      "5.1.1/2025",
      "5.1.1/2026",
    ]);
    expect(ownWork(placed, both, UNANSWERED).waiting).toEqual([]);
    expect(named(ownWork(placed, both, { ...UNANSWERED, year: 2025 }).toUpdate)).not.toContain("5.1.1/2026");
  });

  test("is not asked again for what each of their offices has reported and waits for the RTD", () => {
    const { id } = find("4.3.6/2022").actionYear;
    const reported = (offices: string[]) => ({ ...UNANSWERED, reported: new Map([[id, offices]]) });

    expect(named(ownWork(placed, person, reported(["settore-4"])).waiting)).toEqual(["4.3.6/2022"]);
    expect(named(ownWork(placed, person, reported(["settore-4"])).toUpdate)).not.toContain("4.3.6/2022");
    expect(ownWork(placed, person, reported(["settore-3"])).waiting).toEqual([]);
    const both = { ...person, offices: ["settore-4", "settore-3"] };
    expect(ownWork(placed, both, reported(["settore-4"])).waiting).toEqual([]);
  });

  test("is told the nearest due day that is not over, and how many fall on it", () => {
    const both = { ...person, offices: ["settore-4", "settore-3"] };
    const { toUpdate } = ownWork(placed, both, UNANSWERED);

    expect(nearestTerm(toUpdate)).toEqual({ dueOn: "2026-11-30", years: 1 });
    expect(nearestTerm(toUpdate.slice(0, 2))).toBeUndefined();
  });

  test("sees nothing of others", () => {
    const { toUpdate, waiting } = ownWork(placed, { ...person, offices: ["settore-1"] }, UNANSWERED);

    expect([...toUpdate, ...waiting]).toEqual([]);
  });
});
