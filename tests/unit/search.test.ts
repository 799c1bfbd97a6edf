import { describe, expect, test } from "vitest";
import {
  actionNamed,
  type Label,
  readSearch,
  searchActions,
  type SearchedProcess,
  searchThings,
  thingNamed,
} from "#app/domain/search.ts";
import { fold } from "#app/domain/words.ts";

const PAST = { id: 1, code: "2021-2023", first_year: 2021, standing: "adopted" } as const;
const IN_FORCE = { id: 2, code: "2024-2026", first_year: 2024, standing: "in-force" } as const;
const DRAFT = { id: 3, code: "2027-2029", first_year: 2027, standing: "draft" } as const;
const PLANS = [PAST, IN_FORCE, DRAFT];

/** The id of an action is that of its plan, then its code without dots. */
function anAction(plan: { id: number }, code: string, title: string) {
  return { id: Number(`${plan.id}${code.replaceAll(".", "")}`), plan_id: plan.id, code, title };
}

const ACTIONS = [
  anAction(PAST, "4.1.2", "Fascicolazione elettronica"),
  anAction(PAST, "4.3.6", "Attivazione dell’identità digitale: più servizi"),
  anAction(PAST, "4.10.1", "Manuale della conservazione"),
  anAction(IN_FORCE, "4.3.6", "Servizi in linea con l’identità digitale"),
  anAction(IN_FORCE, "4.4.1", "Microservizi e identità"),
  anAction(IN_FORCE, "4.9.9", "Conservazione a norma"),
  anAction(DRAFT, "4.3.6", "Identità digitale europea"),
  anAction(DRAFT, "5.1.1", "Archivio digitale"),
];

const LABELS: Label[] = [
  { kind: "area", text: "4.3 Identità e accessi", actions: [1436, 2436] },
  { kind: "norm", text: "Art. 64 CAD", actions: [2436] },
  { kind: "responsible", text: "Dirigenti dei Settori", actions: [1412, 1436, 2441] },
  { kind: "responsible", text: "Settore 3 – Conservazione", actions: [2436] },
];

function found(text: string) {
  return searchActions(ACTIONS, LABELS, readSearch(text, PLANS), PLANS).flatMap(({ plan, actions }) =>
    actions.map(({ code }) => `${plan.code} ${code}`),
  );
}

function named(text: string) {
  const one = actionNamed(ACTIONS, readSearch(text, PLANS), PLANS);
  return one && `${one.plan.code} ${one.action.code}`;
}

describe("a search", () => {
  test("finds the plan in force first, then those adopted, then drafts", () => {
    expect(found("identita digitale")).toEqual(["2024-2026 4.3.6", "2021-2023 4.3.6", "2027-2029 4.3.6"]);
  });

  test.each([
    "IDENTITÀ digitale servizi",
    "servizi identita digitale",
    "più dell'identità",
    "piu DELL’IDENTITA",
  ])(
    "«%s» finds 4.3.6 of 2021-2023, whatever the order, the accents, the capitals and the apostrophes",
    (text) => {
      expect(found(text)).toContain("2021-2023 4.3.6");
    },
  );

  test("wants every word, each wherever it is", () => {
    expect(found("settori fascicolazione")).toEqual(["2021-2023 4.1.2"]);
    expect(found("accessi cad")).toEqual(["2024-2026 4.3.6"]);
    expect(found("fascicolazione cloud")).toEqual([]);
  });

  test("puts what begins a word of the title before what is inside one", () => {
    expect(found("servizi 2024-2026")).toEqual(["2024-2026 4.3.6", "2024-2026 4.4.1"]);
  });

  test("puts a title before who answers", () => {
    expect(found("conservazione")).toEqual(["2024-2026 4.9.9", "2024-2026 4.3.6", "2021-2023 4.10.1"]);
  });

  test("finds a code by its beginning, the whole part of it first", () => {
    expect(found("4.1")).toEqual(["2021-2023 4.1.2", "2021-2023 4.10.1"]);
  });

  test("does not take the end of a code, nor a digit inside it, for the word", () => {
    expect(found("3.6")).toEqual([]);
    expect(found("settori 6")).toEqual([]);
  });

  test("that names a plan beside its words is about that plan alone", () => {
    expect(found("identita 2021–2023")).toEqual(["2021-2023 4.3.6"]);
    expect(found("2027-2029 digitale")).toEqual(["2027-2029 4.3.6", "2027-2029 5.1.1"]);
  });

  test("without words finds nothing", () => {
    expect(found("")).toEqual([]);
    expect(found(" … ")).toEqual([]);
  });
});

describe("a code", () => {
  test("names the action of the plan in force", () => {
    expect(named(" 4.3.6. ")).toBe("2024-2026 4.3.6");
  });

  test("that the plan in force has not names that of the latest plan that has it, drafts last", () => {
    expect(named("4.10.1")).toBe("2021-2023 4.10.1");
    expect(named("5.1.1")).toBe("2027-2029 5.1.1");
  });

  test.each(["4.3.6 2021-2023", "2021–2023 4.3.6", "4.3.6, 2021-2023"])(
    "with a plan, «%s», names that plan's",
    (text) => {
      expect(named(text)).toBe("2021-2023 4.3.6");
    },
  );

  test("that the named plan has not names nothing", () => {
    expect(named("4.10.1 2024-2026")).toBeUndefined();
  });

  test("with other words is one of the words", () => {
    expect(named("4.3.6 servizi")).toBeUndefined();
    expect(found("4.3.6 servizi")).toEqual(["2024-2026 4.3.6", "2021-2023 4.3.6"]);
  });

  test("that no action has names nothing", () => {
    expect(named("9.9.9")).toBeUndefined();
    expect(named("2021-2023")).toBeUndefined();
  });
});

describe("processes", () => {
  const PROCESSES = [
    aProcess("FVG-TEC-088", "Accesso agli atti", "Archivio: ricerca"),
    aProcess("FVG-DEM-025", "Atti di nascita", "Attività di stato civile"),
    aProcess("P001-PL-N01", "Ricerca degli atti", "Ricerca degli atti"),
  ];

  function aProcess(code: string, title: string, name: string): SearchedProcess {
    return { code, title, name, map: "000", said: fold(`${code} ${title} ${name}`) };
  }

  function codesOf(text: string) {
    return searchThings(PROCESSES, readSearch(text, PLANS)).map(({ code }) => code);
  }

  test("are found by code, activity and name, the activities that say every word first", () => {
    expect(codesOf("tec-088")).toEqual(["FVG-TEC-088"]);
    expect(codesOf("ATTIVITA civile")).toEqual(["FVG-DEM-025"]);
    expect(codesOf("ricerca atti")).toEqual(["P001-PL-N01", "FVG-TEC-088"]);
    expect(codesOf("ricerca nascita")).toEqual([]);
    expect(codesOf("")).toEqual([]);
  });

  test("belong to no plan: asked for in one, there are none", () => {
    expect(codesOf("atti 2021-2023")).toEqual([]);
    expect(thingNamed(PROCESSES, readSearch("FVG-TEC-088 2021-2023", PLANS))).toBeUndefined();
  });

  test("are named by their whole code", () => {
    expect(thingNamed(PROCESSES, readSearch("fvg-tec-088", PLANS))).toBe(PROCESSES[0]);
    expect(thingNamed(PROCESSES, readSearch("fvg-tec", PLANS))).toBeUndefined();
    expect(thingNamed(PROCESSES, readSearch("fvg-tec-088 atti", PLANS))).toBeUndefined();
  });
});
