import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placedYears } from "#app/domain/desk/placed-years.ts";
import type { Person } from "#app/domain/permissions.ts";
import {
  nextItem,
  type Recorded,
  type ReportedPart,
  type RoundItem,
  roundItems,
  roundProgress,
} from "#app/domain/desk/update-round.ts";
import { aLine } from "#tests/support/examples.ts";
import { placedPlans, TODAY } from "#tests/support/placed-plans.ts";

const RTD: Person = { role: "rtd", offices: [] };
const SETTORE_4: Person = { role: "dirigente", offices: ["settore-4"] };
const SETTORI_3_E_4: Person = { role: "referente", offices: ["settore-3", "settore-4"] };
const NOTHING: Recorded = { lines: [], contributions: [] };

function itemsFor(person: Person, contributions: ReportedPart[] = []): RoundItem[] {
  return roundItems(placedYears(placedPlans()), person, { contributions, on: TODAY });
}

const named = (items: readonly RoundItem[]) =>
  items.map(({ code, actionYear, office }) => `${code}/${actionYear.year}${office ? ` ${office}` : ""}`);

/** What Settore 4 reported on 4.3.6 of 2022, shared with Settore 3: in progress at 40, on 01/10/2026. */
function aPart(varied: Partial<ReportedPart> = {}): ReportedPart {
  return {
    id: 1,
    action_year_id: 2022,
    office: "settore-4",
    status: "in-progress",
    progress: 40,
    recorded_at: "2026-10-01T10:00:00Z",
    has_evidence: 0,
    ...varied,
  };
}

describe("a round asks", () => {
  test("of a dirigente, late before stale: the status of what is theirs alone, the contribution to what they share", () => {
    expect(named(itemsFor(SETTORE_4))).toEqual(["4.3.6/2022 settore-4", "4.3.6/2024", "5.1.1/2025"]);
  });

  test("of who answers for two offices, the contribution of each", () => {
    expect(named(itemsFor(SETTORI_3_E_4))).toEqual([
      "4.3.6/2022 settore-3",
      "4.3.6/2022 settore-4",
      "4.3.6/2024",
      "5.1.1/2026",
      "5.1.1/2025",
    ]);
  });

  test("of the RTD, what no office updates by itself", () => {
    expect(named(itemsFor(RTD))).toEqual(["4.3.6/2022", "5.1.3/2026"]);
  });

  test.each(["giunta", "lettore", "amministratore"] as const)("nothing of %s", (role) => {
    expect(itemsFor({ role, offices: ["settore-3", "settore-4"] })).toEqual([]);
  });

  test("an office that spoke lately again where it is late, until its part is done or is none", () => {
    const isAsked = (part: ReportedPart) =>
      named(itemsFor(SETTORE_4, [part])).includes("4.3.6/2022 settore-4");

    expect(isAsked(aPart())).toBe(true);
    expect(isAsked(aPart({ status: "completed", progress: 100 }))).toBe(false);
    expect(isAsked(aPart({ status: "not-pertinent" }))).toBe(false);
    expect(isAsked(aPart({ office: "settore-3", status: "completed" }))).toBe(true);
  });
});

describe("in a round", () => {
  const items = itemsFor(SETTORE_4);
  const after = (since: Partial<Recorded>, contributions: ReportedPart[] = []) => {
    const progress = roundProgress(items, { contributions }, { ...NOTHING, ...since });
    return {
      confirmed: named(progress.confirmed),
      updated: named(progress.updated),
      left: named(progress.left),
    };
  };

  test("all is left when nothing was recorded since it began", () => {
    expect(after({})).toEqual({ confirmed: [], updated: [], left: named(items) });
  });

  test("a line that says the same is a confirmation", () => {
    const line = aLine({ sequence: 9, action_year_id: 5125, progress: 40 });

    expect(after({ lines: [line] })).toMatchObject({ confirmed: ["5.1.1/2025"], updated: [] });
  });

  test.each([
    { to_status: "suspended" as const, progress: 40 },
    { progress: 50 },
    { progress: 40, due_on: "2027-06-30" },
    { progress: 40, has_evidence: 1 as const },
  ])("a line with %j is an update", (varied) => {
    const line = aLine({ sequence: 9, action_year_id: 5125, ...varied });

    expect(after({ lines: [line] })).toMatchObject({ confirmed: [], updated: ["5.1.1/2025"] });
  });

  test("a shared annualità is done by the contribution of that office, not by a line or by another office", () => {
    const line = aLine({ sequence: 9, action_year_id: 2022 });

    expect(after({ lines: [line] }).left).toContain("4.3.6/2022 settore-4");
    expect(after({ contributions: [aPart({ id: 2, office: "settore-3" })] }).left).toContain(
      "4.3.6/2022 settore-4",
    );
    expect(after({ contributions: [aPart({ id: 2 })] }).updated).toEqual(["4.3.6/2022 settore-4"]);
  });

  test("a contribution that repeats the last one is a confirmation", () => {
    expect(after({ contributions: [aPart({ id: 2 })] }, [aPart()])).toMatchObject({
      confirmed: ["4.3.6/2022 settore-4"],
    });
    expect(after({ contributions: [aPart({ id: 2, progress: 60 })] }, [aPart()])).toMatchObject({
      updated: ["4.3.6/2022 settore-4"],
    });
  });

  test("the next is the first left after the one at hand, and none past the last, whatever was skipped before", () => {
    const { left } = roundProgress(items, NOTHING, {
      ...NOTHING,
      lines: [aLine({ sequence: 9, action_year_id: 2024 })],
    });

    expect(named([nextItem({ items, left }, items[0]!)!])).toEqual(["5.1.1/2025"]);
    expect(nextItem({ items, left }, items[2]!)).toBeUndefined();
  });

  test("from an annualità that the round does not ask about, the next is the first left", () => {
    const elsewhere = { actionYear: { id: 1 }, office: null };

    expect(nextItem({ items, left: items }, elsewhere)).toBe(items[0]);
  });
});

test("whatever is recorded, every item is in exactly one place, and going on from item to item meets all that is left", () => {
  const items = itemsFor(SETTORI_3_E_4);
  const ids = items.map(({ actionYear }) => actionYear.id);
  const aRecord = fc.record({
    lines: fc.array(
      fc
        .record({ id: fc.constantFrom(...ids, 1), progress: fc.nat({ max: 99 }) })
        .map(({ id, progress }) => aLine({ sequence: 9, action_year_id: id, progress })),
    ),
    contributions: fc.array(
      fc.constantFrom("settore-1", "settore-3", "settore-4").map((office) => aPart({ id: 2, office })),
    ),
  });
  fc.assert(
    fc.property(aRecord, (since) => {
      const progress = roundProgress(items, NOTHING, since);
      const told = [...progress.confirmed, ...progress.updated, ...progress.left];
      expect(named(told).sort()).toEqual(named(items).sort());

      const met: RoundItem[] = [];
      for (let item = progress.left[0]; item; item = nextItem(progress, item)) met.push(item);
      expect(met).toEqual(progress.left);
    }),
  );
});
