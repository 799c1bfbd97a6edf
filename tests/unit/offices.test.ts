import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  type AskedOffice,
  asTree,
  decideOffice,
  isActive,
  withThoseUnder,
} from "#app/domain/office/offices.ts";
import { OFFICES } from "#tests/support/offices.ts";

const TODAY = "2026-10-15";

function asked(varied: Partial<AskedOffice> = {}): AskedOffice {
  return {
    code: "settore-5",
    name: "Settore 5",
    kind: "settore",
    parent: null,
    email: null,
    source: "prova",
    ...varied,
  };
}

/** What is wrong with an office that there is already, by field. */
function wrongWith(varied: Partial<AskedOffice>, taken: string[] | null = null) {
  const decision = decideOffice(asked(varied), { offices: OFFICES, taken, today: TODAY });
  return decision.ok ? {} : Object.fromEntries(decision.refusals.map(({ field, reason }) => [field, reason]));
}

describe("an office", () => {
  test("is under another, or under none", () => {
    expect(wrongWith({ code: "settore-4", parent: "settore-3" })).toEqual({});
    expect(wrongWith({ code: "settore-4", parent: null })).toEqual({});
  });

  test("is never under itself", () => {
    expect(wrongWith({ code: "settore-3", parent: "settore-3" })).toEqual({ parent: "parent-is-itself" });
  });

  test("is never under one that is under it, however deep", () => {
    expect(wrongWith({ code: "settore-3", parent: "uo-3.4" })).toEqual({ parent: "parent-is-under-it" });
    expect(wrongWith({ code: "settore-3", parent: "uo-3.4.1" })).toEqual({ parent: "parent-is-under-it" });
  });

  test("is put under no office that has ceased, but may stay where it is", () => {
    expect(wrongWith({ code: "settore-4", parent: "settore-2" })).toEqual({ parent: "parent-ceased" });
    expect(wrongWith({ code: "uo-2.3", parent: "settore-2" })).toEqual({});
  });

  test("is put under no office that does not exist", () => {
    expect(wrongWith({ parent: "settore-9" })).toEqual({ parent: "parent-unknown" });
  });

  test("has a name and where it comes from, both asked for at once", () => {
    expect(wrongWith({ name: "", source: "" })).toEqual({ name: "name-required", source: "source-required" });
  });
});

describe("the code of a new office", () => {
  test.each(["settore-5", "uo-3.4", "a", "0"])("may be %s", (code) => {
    expect(wrongWith({ code }, [])).toEqual({});
  });

  test.each(["", "Settore-5", "settore 5", "settore_5", "-a", "a-", "a..b", "à", "../x", "a".repeat(61)])(
    "may not be «%s»",
    (code) => {
      expect(wrongWith({ code }, [])).toEqual({ code: "code-malformed" });
    },
  );

  test("is nobody's, neither an office's nor a group's", () => {
    expect(wrongWith({ code: "settori-3-e-4" }, ["settore-1", "settori-3-e-4"])).toEqual({
      code: "code-taken",
    });
  });

  test.each(["nuovo", "rtd"])("is not %s, which means something else", (code) => {
    expect(wrongWith({ code }, [])).toEqual({ code: "code-reserved" });
  });
});

describe("the organisation", () => {
  test("is told with each office after the one it is under", () => {
    expect(asTree(OFFICES).map(({ code, depth }) => [code, depth])).toEqual([
      ["settore-2", 0],
      ["uo-2.3", 1],
      ["settore-3", 0],
      ["uo-3.4", 1],
      ["uo-3.4.1", 2],
      ["settore-4", 0],
    ]);
  });

  test("keeps an office whose parent is not told, at the top", () => {
    const active = OFFICES.filter((office) => isActive(office, TODAY));

    expect(asTree(active).map(({ code, depth }) => [code, depth])[0]).toEqual(["uo-2.3", 0]);
  });

  test("has no circle, whatever moves the rule allows", () => {
    const codes = OFFICES.map(({ code }) => code);
    const moves = fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes)), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (wanted) => {
        let offices = OFFICES.map((office) => ({ ...office, ceased_on: null }));
        for (const [code, parent] of wanted) {
          const { ok } = decideOffice(asked({ code, parent }), { offices, taken: null, today: TODAY });
          if (ok) offices = offices.map((one) => (one.code === code ? { ...one, parent_code: parent } : one));
        }
        expect(asTree(offices)).toHaveLength(codes.length);
      }),
    );
  });

  test("an office stands until the day on which it ceases", () => {
    expect(isActive({ ceased_on: "2024-01-01" }, "2023-12-31")).toBe(true);
    expect(isActive({ ceased_on: "2024-01-01" }, "2024-01-01")).toBe(false);
  });

  test("an office is counted with those under it", () => {
    expect([...withThoseUnder("settore-3", OFFICES)]).toEqual(["settore-3", "uo-3.4", "uo-3.4.1"]);
  });
});
