import { describe, expect, test } from "vitest";
import type { BlockerOnDay, ProcessOnDay } from "#app/domain/smartability.ts";
import {
  type Filtered,
  filterProcesses,
  type ProcessFilter,
  withoutStanding,
} from "#app/domain/work-process/process-filter.ts";

const OFFICES = [
  { code: "settore-2", parent_code: null },
  { code: "uo-2.3", parent_code: "settore-2" },
  { code: "settore-4", parent_code: null },
];

function onDay(varied: Partial<ProcessOnDay> = {}): ProcessOnDay {
  return {
    id: 1,
    code: "FVG-TEC-088",
    written: "no",
    observedOn: "2020-12-31",
    level: "no",
    attainable: "yes",
    figure: "unlockable",
    blockers: [aBlocker()],
    ...varied,
  };
}

function aBlocker(varied: Partial<BlockerOnDay> = {}): BlockerOnDay {
  return {
    id: 1,
    ordinal: 1,
    kind: "paper_archive",
    subkind: null,
    extent: "whole",
    basis: "stated",
    removability: "digital",
    state: "open",
    claims: [],
    ...varied,
  };
}

const ARCHIVE: Filtered = {
  code: "FVG-TEC-088",
  name: "Accesso agli atti",
  activity: "Ricerca dell’attività già svolta",
  map: "000",
  areas: ["Tecnico"],
  offices: [{ code: "settore-4" }],
  risk: null,
  on_paper: null,
  onDay: onDay(),
};

const PENSIONS: Filtered = {
  code: "CAS-210-2-B",
  name: "Pensioni",
  activity: null,
  map: "003",
  areas: ["AREA RISORSE", "SEGRETARIO GENERALE"],
  offices: [{ code: "uo-2.3" }, { code: "settore-4" }],
  risk: "low",
  on_paper: 1,
  onDay: onDay({
    written: "partial",
    level: "yes",
    figure: null,
    blockers: [aBlocker({ kind: "unspecified", state: "removed" })],
  }),
};

function codesOf(filter: ProcessFilter) {
  return filterProcesses([ARCHIVE, PENSIONS], filter, OFFICES).map(({ code }) => code);
}

const BOTH = ["FVG-TEC-088", "CAS-210-2-B"];

describe("a list of processes", () => {
  test("that nothing narrows is whole, in its order", () => {
    expect(codesOf({})).toEqual(BOTH);
    expect(codesOf({ text: " – " })).toEqual(BOTH);
  });

  test.each<[ProcessFilter, string[]]>([
    [{ map: "003" }, ["CAS-210-2-B"]],
    [{ area: "SEGRETARIO GENERALE" }, ["CAS-210-2-B"]],
    [{ area: "Tecnico" }, ["FVG-TEC-088"]],
    [{ level: "no" }, ["FVG-TEC-088"]],
    [{ level: "yes" }, ["CAS-210-2-B"]],
    [{ written: "in-part" }, ["CAS-210-2-B"]],
    [{ written: "no" }, ["FVG-TEC-088"]],
    [{ figure: "unlockable" }, ["FVG-TEC-088"]],
    [{ figure: "never" }, []],
    [{ risk: "low" }, ["CAS-210-2-B"]],
    [{ onPaper: true }, ["CAS-210-2-B"]],
    [{ onPaper: false }, []],
    [{ map: "000", risk: "low" }, []],
  ])("is narrowed by %o", (filter, codes) => {
    expect(codesOf(filter)).toEqual(codes);
  });

  test("asked for an office has the processes of those under it", () => {
    expect(codesOf({ office: "settore-2" })).toEqual(["CAS-210-2-B"]);
    expect(codesOf({ office: "uo-2.3" })).toEqual(["CAS-210-2-B"]);
    expect(codesOf({ office: "settore-4" })).toEqual(BOTH);
  });

  test("asked for a kind of blocker has those that it still stops, not those that it no longer does", () => {
    expect(codesOf({ kind: "paper_archive" })).toEqual(["FVG-TEC-088"]);
    expect(codesOf({ kind: "unspecified" })).toEqual([]);
  });

  test.each([
    ["attivita svolta", "without its accent"],
    ["SVOLTA  gia", "in capitals, in another order"],
    ["dell'attivita", "with the apostrophe of the keyboard"],
    ["accesso", "by the name of its process"],
    ["tec-088", "by a part of its code"],
    ["tecnico ricerca", "by its area and a word"],
  ])("finds by «%s», %s", (text) => {
    expect(codesOf({ text })).toEqual(["FVG-TEC-088"]);
  });

  test("finds every word, or nothing", () => {
    expect(codesOf({ text: "accesso pensioni" })).toEqual([]);
  });

  test("is counted by level and figure whatever of them is asked for", () => {
    const filter: ProcessFilter = { level: "no", figure: "never", map: "000" };

    expect(codesOf(withoutStanding(filter))).toEqual(["FVG-TEC-088"]);
  });
});
