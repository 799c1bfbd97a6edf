import { beforeAll, describe, expect, test } from "vitest";
import { groupBy } from "#app/domain/grouping.ts";
import type { OpenDatabase } from "#db/open.ts";
import { loadDemonstration, SHIPPED_FILES } from "#seeds/load.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import {
  lettersOf,
  lettersOfDocument,
  listLoadedActivities,
  listLoadedLinks,
  listLoadedObjectiveOffices,
  listLoadedObjectives,
  listLoadedPoints,
} from "#tests/support/objectives.ts";
import peg from "../support/sources/peg-2024.json";
import ptd from "../support/sources/ptd-objectives.json";

const PEG = ["PEG-50000-20000", "PEG-50000-30000", "PEG-50000-40000", "PEG-CED"];

/** The files that hold objectives: what the tests on words and on people look through. */
const FILES = [
  "obiettivi.csv",
  "attivita-obiettivi.csv",
  "punti-obiettivi.csv",
  "priorita.csv",
  "obiettivi-discordanze.csv",
  "assegnazioni-obiettivi.csv",
  "collegamenti-obiettivi.csv",
];

const sourceActivities = peg.objectives.flatMap(({ id, attivita }) =>
  attivita.map((one) => ({ ...one, objective: id })),
);

type SourcePoint = {
  code: string | null;
  programmato: string | null;
  shared_programmato?: boolean;
  programmato_split_by_page_break?: string;
};
const sourcePoints = sourceActivities.flatMap(({ objective, n, sub }) =>
  (sub as SourcePoint[]).map((one) => ({ ...one, objective, activity: n })),
);

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("the objectives of document 004", () => {
  test("are 21, with document, settore, UO, number, mission and the title of what they are a part of", async () => {
    const loaded = (await listLoadedObjectives(demonstration.db)).slice(0, 21);

    expect(
      loaded.map((one) => [one.code, one.document, one.number_as_written, one.title, one.is_transversal]),
    ).toEqual(
      ptd.objectives.map((one) => [one.id, one.document, one.number, one.title, one.transversal ? 1 : 0]),
    );
    expect(loaded.map((one) => [one.office_as_written, one.unit_as_written])).toEqual(
      ptd.objectives.map((one) => [one.transversal ? null : one.settore, one.uo]),
    );
    expect(
      loaded.map(({ kind }) => ({ strategic: "strategico", operational: "operativo" })[kind as string]),
    ).toEqual(ptd.objectives.map(({ type }) => type));
    expect(loaded.map((one) => [one.mission_as_written, one.programme_as_written])).toEqual(
      ptd.objectives.map((one) => [
        one.missione?.toString() ?? null,
        one.programma?.toString() ?? one.programmi?.join(" e ") ?? null,
      ]),
    );
    expect(loaded.map((one) => [one.parent_title_as_written, one.title_as_written])).toEqual(
      ptd.objectives.map((one) => [one.parent_title ?? null, one.title_as_written ?? null]),
    );
  });

  test("are of the years of their document: DUP 2021-2023, PdO 2021", async () => {
    const loaded = (await listLoadedObjectives(demonstration.db)).slice(0, 21);
    const years = (document: string) =>
      new Set(
        loaded
          .filter((one) => one.document === document)
          .map((one) => `${one.first_year}-${one.last_year} dal ${one.held_from_on}`),
      );

    expect(years("DUP 2021/2023")).toEqual(new Set(["2021-2023 dal 2021-01-01"]));
    expect(years("PdO 2021")).toEqual(new Set(["2021-2021 dal 2021-01-01"]));
  });

  test("have the document's own words, act included", async () => {
    const document = lettersOfDocument("004-ptd-2021-2023.txt");

    for (const one of (await listLoadedObjectives(demonstration.db)).slice(0, 21))
      for (const written of [
        one.title,
        one.title_as_written,
        one.act_as_written,
        one.office_as_written,
        one.unit_as_written,
        one.parent_title_as_written,
      ])
        if (written !== null) expect(document, `${one.code}: ${written}`).toContain(lettersOf(written));
  });
});

describe("the objectives of document 002", () => {
  test("are 4, told apart by programme and project, all of 2024", async () => {
    const loaded = (await listLoadedObjectives(demonstration.db)).slice(21);

    expect(
      loaded.map((one) => [
        one.code,
        one.programme_as_written,
        one.project_as_written,
        one.title,
        one.description,
      ]),
    ).toEqual(
      peg.objectives.map((one) => [one.id, one.programma, one.progetto, one.obiettivo, one.descrizione]),
    );
    expect(new Set(loaded.map((one) => `${one.kind} ${one.first_year}-${one.last_year}`))).toEqual(
      new Set(["management 2024-2024"]),
    );
  });

  test("have 43 activities, 3, 17, 3 and 20, numbered and titled as written; one has neither", async () => {
    const loaded = await listLoadedActivities(demonstration.db);

    expect(PEG.map((code) => loaded.filter(({ objective }) => objective === code).length)).toEqual([
      3, 17, 3, 20,
    ]);
    expect(loaded.map((one) => [one.objective, one.ordinal, one.number_as_written, one.title])).toEqual(
      sourceActivities.map((one) => [one.objective, one.n, one.n_as_written, one.title]),
    );
    expect(loaded.filter(({ title }) => title === null).map((one) => [one.objective, one.ordinal])).toEqual([
      ["PEG-CED", 15],
    ]);
  });

  test("have 106 points, 10, 37, 9 and 50, of which 76 with a code", async () => {
    const loaded = await listLoadedPoints(demonstration.db);

    expect(PEG.map((code) => loaded.filter(({ objective }) => objective === code).length)).toEqual([
      10, 37, 9, 50,
    ]);
    expect(loaded.filter((one) => one.code_as_written !== null)).toHaveLength(76);
    expect(loaded.map((one) => [one.objective, one.activity, one.code_as_written])).toEqual(
      sourcePoints.map((one) => [one.objective, one.activity, one.code]),
    );
    for (const code of PEG) {
      const ordinals = loaded.filter(({ objective }) => objective === code).map(({ ordinal }) => ordinal);
      expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
    }
  });

  test("have the programmato of the reference, one of them put together over a page break", async () => {
    const loaded = await listLoadedPoints(demonstration.db);
    const onOnePage = (text: string | undefined) => text?.replace(" [page break]", "");

    expect(loaded.map(({ planned }) => planned)).toEqual(
      sourcePoints.map((one) => onOnePage(one.programmato_split_by_page_break) ?? one.programmato),
    );
    expect(loaded.filter(({ planned }) => planned === null)).toHaveLength(5);
  });

  test("have one term for several points twice: six share one, two another", async () => {
    const shared = (await listLoadedPoints(demonstration.db)).filter((one) => one.is_shared === 1);

    expect(shared.map((one) => `${one.objective}/${one.activity}`)).toEqual([
      ...Array<string>(6).fill("PEG-50000-30000/13"),
      ...Array<string>(2).fill("PEG-50000-30000/14"),
    ]);
    expect(new Set(shared.map(({ planned }) => planned)).size).toBe(2);
    expect(shared).toHaveLength(sourcePoints.filter((one) => one.shared_programmato).length);
  });

  test("have the document's own words everywhere, accents and typing errors included", async () => {
    const document = lettersOfDocument("002-peg-2024-2026.txt");
    const activities = await listLoadedActivities(demonstration.db);
    const points = await listLoadedPoints(demonstration.db);
    const written = [
      ...activities.flatMap(({ title, text }) => [title, text]),
      ...points.flatMap((one) => [one.heading_as_written, one.text, one.planned]),
    ].filter((text) => text !== null);

    for (const text of written) expect(document).toContain(lettersOf(text));
    expect(written).toEqual(written.map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim()));
    for (const piece of ["È stato sostituito", "E’ stato predisposto", "infomative varie"])
      expect(written.join(" ")).toContain(piece);
  });

  test("have no effettivo: nothing was reported yet", async () => {
    expect(await demonstration.db.selectFrom("step_report").selectAll().execute()).toEqual([]);
  });

  test("have before them 45 priorities in four areas, in the document's words", async () => {
    const document = lettersOfDocument("002-peg-2024-2026.txt");
    const priorities = await demonstration.db.selectFrom("objective_priority").selectAll().execute();
    const areas = Object.keys(peg.obiettivi_correlati);

    for (const { text } of priorities) expect(document).toContain(lettersOf(text));
    expect(areas.map((area) => priorities.filter((one) => one.area === area).length)).toEqual([
      4, 17, 12, 12,
    ]);
    expect(priorities).toHaveLength(45);
  });
});

describe("the offices of an objective", () => {
  test("are those that document 004 names; for the transversal ones every Settore and the UOA", async () => {
    const offices = groupBy(await listLoadedObjectiveOffices(demonstration.db), (one) => one.objective);
    const everyone = "settore-1 settore-2 settore-3 settore-4 uoa-ufficio-del-sindaco";
    const expected: Record<string, string> = {
      "Settore 1": "settore-1",
      "Settore 3 – Risorse": "settore-3",
      "U.O.A. Ufficio del Sindaco": "uoa-ufficio-del-sindaco",
      "UOA Ufficio del Sindaco": "uoa-ufficio-del-sindaco",
      "UO 2.3": "uo-2.3",
      "UO 3.4": "uo-3.4",
      "ogni UO di Settore e UOA": everyone,
    };

    for (const { id, uo, settore } of ptd.objectives) {
      const named = uo ?? settore;
      const loaded = (offices.get(id) ?? []).map(({ office }) => office).join(" ");
      expect(loaded, id).toBe(named === null ? "" : expected[named]);
    }
  });

  test("are marked as chosen by the demonstration for document 002, and for it alone", async () => {
    const offices = await listLoadedObjectiveOffices(demonstration.db);
    const chosen = (await listLoadedObjectives(demonstration.db)).filter((one) => one.office_is_chosen === 1);

    expect(chosen.map(({ code }) => code)).toEqual(PEG);
    expect(
      offices.filter(({ objective }) => PEG.includes(objective)).map((one) => [one.objective, one.office]),
    ).toEqual([
      ["PEG-50000-20000", "uo-2.3"],
      ["PEG-50000-30000", "settore-1"],
      ["PEG-50000-40000", "settore-1"],
      ["PEG-CED", "uo-3.4"],
    ]);
  });
});

describe("the links between objectives and actions", () => {
  test("of 2021-2023 are those that the reference infers, less the two that no word justifies", async () => {
    const loaded = (await listLoadedLinks(demonstration.db)).filter(({ plan }) => plan === "2021-2023");
    const inferred = ptd.objectives.flatMap(({ id, related_actions_inferred }) =>
      related_actions_inferred.map((action) => `${id} ${action.replace("PTD-", "").replace("-", ".")}`),
    );
    const links = loaded.map(({ objective, action }) => `${objective} ${action}`);

    expect(links.filter((link) => !inferred.includes(link))).toEqual([]);
    expect(inferred.filter((link) => !links.includes(link))).toEqual([
      "DUP-M1P11-1 4.6.3",
      "DUP-M1P11-5 4.5.4",
    ]);
    expect(links).toHaveLength(30);
  });

  test("of 2021-2023 quote the objective or the action, word for word", async () => {
    const loaded = (await listLoadedLinks(demonstration.db)).filter(({ plan }) => plan === "2021-2023");

    for (const { rationale, objectiveTitle, actionTitle } of loaded) {
      const quotes = [...rationale.matchAll(/«([^»]+)»/g)].map(([, quote]) => quote!);
      expect(quotes, rationale).not.toEqual([]);
      for (const quote of quotes)
        expect(
          [objectiveTitle, actionTitle].some((title) => title.includes(quote)),
          quote,
        ).toBe(true);
    }
  });

  test("of 2024-2026 bring the actions made from an activity back to its objective, which holds their title", async () => {
    const loaded = (await listLoadedLinks(demonstration.db)).filter(({ plan }) => plan === "2024-2026");
    const points = await listLoadedPoints(demonstration.db);
    const activities = await listLoadedActivities(demonstration.db);
    const sources = await demonstration.db
      .selectFrom("plan_action")
      .innerJoin("plan", "plan.id", "plan_action.plan_id")
      .select(["plan_action.code", "plan_action.source_section as section"])
      .where("plan.code", "=", "2024-2026")
      .where("source_document", "=", "002")
      .execute();
    const ofActivities = sources.filter(({ section }) => !section!.includes("Priorità"));
    const linked = loaded.map(({ action }) => action);

    expect(linked.toSorted()).toEqual(ofActivities.map(({ code }) => code).toSorted());
    expect(sources.map(({ code }) => code).filter((code) => !linked.includes(code))).toEqual([
      "4.1.3",
      "4.1.4",
      "4.4.11",
      "4.6.8",
    ]);
    for (const { objective, actionTitle, rationale } of loaded) {
      const number = Number(/attività (\d+)/.exec(rationale)![1]);
      const written = [
        ...activities
          .filter((one) => one.objective === objective && one.ordinal === number)
          .map(({ title }) => title!),
        ...points
          .filter((one) => one.objective === objective && one.activity === number)
          .flatMap((one) => [one.text, one.heading_as_written ?? ""]),
      ];
      expect(written.join("\n"), rationale).toContain(actionTitle);
    }
  });

  test("are of the whole action, from the day that its plan is adopted, and leave three objectives without any", async () => {
    const loaded = await listLoadedLinks(demonstration.db);
    const objectives = (await listLoadedObjectives(demonstration.db)).map(({ code }) => code);

    expect(new Set(loaded.map((one) => `${one.plan} ${one.held_from_on} ${one.action_year_id}`))).toEqual(
      new Set(["2021-2023 2021-05-04 null", "2024-2026 2024-02-29 null"]),
    );
    expect(objectives.filter((code) => !loaded.some(({ objective }) => objective === code))).toEqual([
      "DUP-M1P11-4",
      "DUP-M1P2+11",
      "PEG-50000-40000",
    ]);
  });
});

describe("what the documents do not agree on", () => {
  test("is noted, as many times at least as the references count, and of the documents too", async () => {
    const loaded = await demonstration.db
      .selectFrom("objective_discrepancy as discrepancy")
      .leftJoin("objective", "objective.id", "discrepancy.objective_id")
      .select(["objective.code", "discrepancy.detail", "discrepancy.source"])
      .execute();
    const of = (code: string | null) => loaded.filter((one) => one.code === code).length;

    for (const { id, inconsistencies } of peg.objectives)
      expect(of(id), id).toBeGreaterThanOrEqual(inconsistencies.length);
    expect(loaded.filter(({ source }) => source.startsWith("documento 004")).length).toBeGreaterThanOrEqual(
      ptd.inconsistencies.length,
    );
    expect(of(null)).toBe(2);
  });
});

describe("the files of objectives", () => {
  test("name nobody, and count no people", () => {
    for (const file of FILES) {
      expect(SHIPPED_FILES[file], file).toBeDefined();
      expect(SHIPPED_FILES[file], file).not.toMatch(
        /\b(dott|sig|ing|avv|geom|arch|rag)(\.ssa|\.ra)?\. |cat\. ?[A-D]|Specialista|Istruttore/i,
      );
    }
  });

  test.each([
    ["obiettivi.csv", ",operativo,Settore 2,", ",tattico,Settore 2,", "tipo"],
    ["obiettivi.csv", "DUP-M1P11-2,", "DUP-M1P11-1,", "codice"],
    ["obiettivi.csv", ",50000,20000,2024,2024,", ",50000,20000,2034,2034,", "anno"],
    ["obiettivi.csv", ",50000,20000,2024,2024,", ",50000,20000,2024,2023,", "ultimo_anno"],
    ["assegnazioni-obiettivi.csv", "PEG-CED,uo-3.4,1", "PEG-CDE,uo-3.4,1", "obiettivo"],
    ["assegnazioni-obiettivi.csv", "PEG-CED,uo-3.4,1", "PDO-S1-1.1,uo-3.4,1", "obiettivo"],
    ["assegnazioni-obiettivi.csv", "PEG-CED,uo-3.4,1", "PEG-CED,uo-3.5,1", "uffici"],
    ["assegnazioni-obiettivi.csv", "PEG-CED,uo-3.4,1", "PEG-CED,uo-3.4,sì", "scelta"],
    ["attivita-obiettivi.csv", "PEG-CED,2,Attività 2", "PEG-CDE,2,Attività 2", "obiettivo"],
    ["attivita-obiettivi.csv", "PEG-CED,2,Attività 2", "PEG-CED,3,Attività 2", "ordine"],
    ["punti-obiettivi.csv", "PEG-CED,8,1,,", "PEG-CED,80,1,,", "attivita"],
    ["punti-obiettivi.csv", "PEG-CED,20,1,a", "PEG-CED,20,2,a", "ordine"],
    ["punti-obiettivi.csv", "31/12/2024.,1,", "31/12/2024.,1,fatto", "effettivo"],
    ["obiettivi-discordanze.csv", "DUP-M1P2+11,", "DUP-M1P12,", "obiettivo"],
    ["collegamenti-obiettivi.csv", "PDO-TRASV-7,2021-2023", "PDO-TRASV-8,2021-2023", "obiettivo"],
    ["collegamenti-obiettivi.csv", "PDO-TRASV-7,2021-2023", "PDO-TRASV-7,2020-2022", "piano"],
    ["collegamenti-obiettivi.csv", "PDO-TRASV-7,2021-2023,4.5.1", "PDO-TRASV-7,2021-2023,4.5.11", "azione"],
    [
      "collegamenti-obiettivi.csv",
      "PDO-TRASV-7,2021-2023,4.5.1,",
      "PDO-TRASV-7,2021-2023,4.5.1,2023",
      "anno",
    ],
    ["collegamenti-obiettivi.csv", "PDO-TRASV-6,2021-2023,4.6.3", "PDO-TRASV-6,2021-2023,4.6.2", "azione"],
  ])("%s with «%s» as «%s» stops the load at its line and field", async (file, right, wrong, field) => {
    const text = SHIPPED_FILES[file]!;
    expect(text).toContain(right);
    const line = text.slice(0, text.indexOf(right)).split("\n").length;

    await expect(load({ [file]: text.replace(right, wrong) })).rejects.toThrow(
      `seeds/data/${file}:${line}: ${field}`,
    );
  });

  test("may link one annualità alone", async () => {
    const file = "collegamenti-obiettivi.csv";
    const text = SHIPPED_FILES[file]!.replace(
      "PDO-TRASV-7,2021-2023,4.5.1,",
      "PDO-TRASV-7,2021-2023,4.5.1,2021",
    );
    const { db } = await load({ [file]: text });
    const years = await db
      .selectFrom("objective_link")
      .innerJoin("action_year", "action_year.id", "objective_link.action_year_id")
      .select("action_year.year")
      .execute();

    expect(years).toEqual([{ year: 2021 }]);
  });
});

async function load(changed: Record<string, string>): Promise<OpenDatabase> {
  const database = await emptyDatabase();
  const files = { ...SHIPPED_FILES, ...changed };
  const hashPassword = (password: string) => Promise.resolve(password);
  await loadDemonstration(database.db, {
    files,
    today: "2026-10-15",
    now: "2026-10-15T08:00:00.000Z",
    hashPassword,
  });
  return database;
}
