import { describe, expect, test } from "vitest";
import {
  type FilteredObjective,
  filterObjectives,
  type ObjectiveFilter,
  ownObjectives,
  yearToShow,
} from "#app/domain/objective/objective-filter.ts";

const OFFICES = [
  { code: "settore-2", parent_code: null },
  { code: "uo-2.3", parent_code: "settore-2" },
  { code: "settore-4", parent_code: null },
];

function anObjective(varied: Partial<FilteredObjective> = {}): FilteredObjective {
  return {
    code: "PDO-S2-UO2.3-3",
    title: "Gestione documentale e piano di fascicolazione",
    description: null,
    document: "PdO 2021",
    first_year: 2021,
    last_year: 2021,
    kind: "operational",
    offices: [{ code: "uo-2.3" }],
    ...varied,
  };
}

const DUP = anObjective({
  code: "DUP-M1P8",
  title: "Redigere e attuare un piano comunale di transizione al digitale",
  document: "DUP 2021/2023",
  last_year: 2023,
  kind: "strategic",
  offices: [],
});
const FILING = anObjective();
const ALL = [
  DUP,
  FILING,
  anObjective({
    code: "PEG-CED",
    title: "UFFICIO CED",
    first_year: 2024,
    last_year: 2024,
    kind: "management",
    offices: [{ code: "settore-4" }],
  }),
];

function codes(filter: ObjectiveFilter) {
  return filterObjectives(ALL, filter, OFFICES).map(({ code }) => code);
}

describe("the filter of objectives", () => {
  test("without anything asked keeps them all", () => {
    expect(codes({})).toEqual(["DUP-M1P8", "PDO-S2-UO2.3-3", "PEG-CED"]);
  });

  test("finds an objective of several years in each of them, and in no other", () => {
    expect([2020, 2021, 2022, 2023, 2024].map((year) => codes({ year }).includes("DUP-M1P8"))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test("finds by an office those of the offices under it, not those of the one above", () => {
    expect(codes({ office: "settore-2" })).toEqual(["PDO-S2-UO2.3-3"]);
    expect(codes({ office: "uo-2.3" })).toEqual(["PDO-S2-UO2.3-3"]);
    expect(codes({ office: "settore-4" })).toEqual(["PEG-CED"]);
  });

  test("finds by kind, and by words without their accents, in title, code and document", () => {
    expect(codes({ kind: "strategic" })).toEqual(["DUP-M1P8"]);
    expect(codes({ text: "FASCICOLAZIONE pdo" })).toEqual(["PDO-S2-UO2.3-3"]);
    expect(codes({ text: "fascicolazione dup" })).toEqual([]);
  });

  test("wants all that is asked together", () => {
    expect(codes({ year: 2021, kind: "operational", office: "settore-2" })).toEqual(["PDO-S2-UO2.3-3"]);
    expect(codes({ year: 2022, kind: "operational" })).toEqual([]);
  });
});

describe("own objectives", () => {
  test("are those of the offices that a dirigente or a referente answers for", () => {
    const own = (role: "dirigente" | "referente") =>
      ownObjectives(ALL, { role, offices: ["settore-2", "uo-2.3"] });

    expect(own("dirigente")).toEqual([FILING]);
    expect(own("referente")).toEqual([FILING]);
  });

  test("are nobody else's: the RTD keeps them all and owns none", () => {
    for (const role of ["rtd", "giunta", "lettore", "amministratore"] as const)
      expect(ownObjectives(ALL, { role, offices: ["uo-2.3"] })).toEqual([]);
  });
});

describe("the year to show", () => {
  test("is the current one where it has objectives", () => {
    expect(yearToShow(ALL, 2022)).toBe(2022);
  });

  test("is the last before it, also where a later one has some", () => {
    expect(yearToShow([FILING, anObjective({ first_year: 2030, last_year: 2030 })], 2026)).toBe(2021);
    expect(yearToShow(ALL, 2026)).toBe(2024);
  });

  test("is the first after it where none came before", () => {
    expect(yearToShow(ALL, 2019)).toBe(2021);
  });

  test("is none without objectives", () => {
    expect(yearToShow([], 2026)).toBeUndefined();
  });
});
