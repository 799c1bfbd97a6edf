import { describe, expect, test } from "vitest";
import { objectiveCode } from "#app/domain/objective/new-objective-code.ts";
import {
  type AskedNewObjective,
  decideNewObjective,
  decideObjective,
} from "#app/domain/objective/objective-edits.ts";
import type { OfficeFact } from "#app/domain/office/offices.ts";

const TODAY = "2026-10-15";

const OFFICES: OfficeFact[] = [
  { code: "settore-3", parent_code: null, ceased_on: null },
  { code: "settore-9", parent_code: null, ceased_on: "2026-01-01" },
];

const ASKED: AskedNewObjective = {
  code: null,
  document: "PEG 2026",
  firstYear: 2026,
  lastYear: 2026,
  number: "1",
  title: "Protocollo informatico",
  description: null,
  kind: "management",
  isTransversal: false,
  offices: ["settore-3"],
  weight: 1,
};

function refusals(varied: Partial<AskedNewObjective>) {
  const decision = decideNewObjective(
    { ...ASKED, ...varied },
    { taken: ["PEG-2026-1"], offices: OFFICES, today: TODAY },
  );
  return decision.ok ? [] : decision.refusals.map(({ field, reason }) => `${field}: ${reason}`);
}

describe("an objective added by hand", () => {
  test("has an office, a document, a year and a title", () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ document: "", title: "", offices: [] })).toEqual([
      "document: document-required",
      "title: title-required",
      "office: offices-required",
    ]);
  });

  test.each<[Partial<AskedNewObjective>, string[]]>([
    [{ firstYear: 1999, lastYear: 1999 }, ["firstYear: year-unlikely", "lastYear: year-unlikely"]],
    [{ lastYear: 2101 }, ["lastYear: year-unlikely"]],
    [{ lastYear: 2025 }, ["lastYear: years-reversed"]],
    [{ lastYear: 2036 }, ["lastYear: too-many-years"]],
    [{ lastYear: 2035 }, []],
    [{ weight: -0.5 }, ["weight: weight-negative"]],
    [{ weight: 0 }, []],
    [{ weight: 100.5 }, ["weight: weight-too-large"]],
    [{ offices: ["settore-9"] }, ["office: office-ceased"]],
    [{ offices: ["settore-3", "ufficio-x"] }, ["office: office-unknown"]],
  ])("is judged by what it says: %o", (varied, expected) => {
    expect(refusals(varied)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["PEG-2026+2_a.1", []],
    ["peg-2026-1", ["code: code-taken"]],
    ["Nuovo", ["code: code-reserved"]],
    ["collegamenti", ["code: code-reserved"]],
    ["..", ["code: code-malformed"]],
    ["PEG 2026", ["code: code-malformed"]],
    ["città", ["code: code-malformed"]],
  ])("typed the code %s", (code, expected) => {
    expect(refusals({ code })).toEqual(expected);
  });
});

describe("an objective edited", () => {
  const edited = (offices: string[], held: string[]) =>
    decideObjective({ ...ASKED, offices }, { held, offices: OFFICES, today: TODAY });

  test("keeps an office that has ceased, and is given no other such", () => {
    expect(edited(["settore-9"], ["settore-9"])).toEqual({ ok: true });
    expect(edited(["settore-3", "settore-9"], ["settore-3"])).toEqual({
      ok: false,
      refusals: [{ field: "office", reason: "office-ceased" }],
    });
  });

  test("stays without an office where no document gave it one, and never loses the last", () => {
    expect(edited([], [])).toEqual({ ok: true });
    expect(edited([], ["settore-3"])).toMatchObject({ refusals: [{ reason: "offices-required" }] });
  });
});

describe("the code that the program gives", () => {
  test.each([
    [{ document: "PEG 2026", firstYear: 2026, number: "1" }, [], "PEG-2026-1"],
    [{ document: "PEG 2026", firstYear: 2026, number: "1" }, ["peg-2026-1"], "PEG-2026-1-2"],
    [{ document: "PEG 2026", firstYear: 2026, number: null }, ["PEG-2026-1"], "PEG-2026-2"],
    [{ document: "PdO", firstYear: 2026, number: "UO 3.4 / 2" }, [], "PDO-2026-UO-3.4-2"],
    [{ document: "DUP 2026/2028", firstYear: 2026, number: null }, [], "DUP-2026-2028-1"],
    [{ document: "«»", firstYear: 2026, number: "…" }, [], "OB-2026-1"],
  ])("to %o is %s %s", (objective, taken, expected) => {
    expect(objectiveCode(objective, taken)).toBe(expected);
  });

  test("is one that may be given, however long what it is made from", () => {
    const document = "Piano integrato di attività e organizzazione del 2026 e seguenti";
    const code = objectiveCode({ document, firstYear: 2026, number: "numero lunghissimo" }, []);

    expect(refusals({ code })).toEqual([]);
  });
});
