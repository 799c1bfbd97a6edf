import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { asOf, dayInRome } from "#app/domain/days.ts";
import { verifyChain } from "#app/domain/history-chain.ts";
import { planAt, withinPlan } from "#app/domain/plan/plan-at.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { tally } from "#app/domain/plan/yearly-progress.ts";
import { listChain } from "#db/chain.ts";
import { listPlanActionSources } from "#db/export-facts.ts";
import type { OpenDatabase } from "#db/open.ts";
import { listDiscrepancies, listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { findPlan, findPlanInForce } from "#db/plan/plans.ts";
import { DEMONSTRATION_DAY, loadDemonstration, SHIPPED_FILES } from "#seeds/load.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import sources from "../support/sources/ptd-actions.json";

/** The texts of the documents that the actions come from. */
const DOCUMENT: Record<string, string> = {
  "004": documentOf("004-ptd-2021-2023.txt"),
  "002": documentOf("002-peg-2024-2026.txt"),
};

/** The responsibles of the source, and the groups, offices and role they were understood as. */
const RESPONSIBLE: Record<string, string> = {
  "Dirigenti dei Settori": "dirigenti-dei-settori",
  "Responsabili UOA": "responsabili-uoa",
  "Dirigenti Settori 3 e 4": "settori-3-e-4",
  "Dirigente Settore 3": "settore-3",
  RTD: "rtd",
};

/** The actions of 2021-2023 that continue in 2024-2026. */
const CONTINUING = [
  "4.2.1",
  "4.3.6",
  "4.4.5",
  "4.6.5",
  "4.8.4",
  "4.8.6",
  "4.9.1",
  "4.9.2",
  "4.9.3",
  "4.10.2",
  "4.10.3",
  "4.11.2",
  "4.11.3",
  "4.11.4",
];

/** What is carried over on the adoption day of 2024-2026, and the annualità of the next plan that it goes to. */
const CARRIED_OVER = {
  "4.2.1/2022": "4.2.1/2024",
  "4.2.1/2023": "4.2.1/2025",
  "4.3.6/2023": "4.3.6/2025",
  "4.4.5/2022": "4.4.5/2024",
  "4.4.5/2023": "4.4.5/2025",
  "4.6.5/2022": "4.6.5/2024",
  "4.6.5/2023": "4.6.5/2025",
  "4.8.4/2021": "4.8.4/2024",
  "4.8.6/2023": "4.8.6/2025",
  "4.9.1/2022": "4.9.1/2024",
  "4.9.1/2023": "4.9.1/2025",
  "4.9.2/2023": "4.9.2/2024",
  "4.9.3/2023": "4.9.3/2024",
  "4.10.2/2022": "4.10.2/2024",
  "4.10.2/2023": "4.10.2/2025",
  "4.10.3/2022": "4.10.3/2024",
  "4.10.3/2023": "4.10.3/2025",
  "4.11.2/2023": "4.11.2/2024",
  "4.11.3/2023": "4.11.3/2025",
  "4.11.4/2024": "4.11.4/2024",
};

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("the plan 2021-2023", () => {
  test("has the actions of the source, with their titles, areas, responsibles and years", async () => {
    const actions = await actionsOn("2021-2023", "2021-05-04");
    const loaded = actions.map((action) => ({
      code: action.code,
      area: action.areaCode,
      title: action.title,
      responsibles: action.responsibles.map(({ code }) => code),
      years: action.years.map(({ year }) => year),
      unknown: action.unknownYearCount,
    }));

    expect(loaded).toEqual(
      sources.map((source) => ({
        code: codeOf(source),
        area: source.area_code,
        title: source.title,
        responsibles: source.responsibles.map((name) => RESPONSIBLE[name]),
        years: source.years ?? [],
        unknown: source.years === null ? source.x_count_in_table : 0,
      })),
    );
  });

  test("keeps beside them what text and table say", async () => {
    const loaded = (await sourcesOf("2021-2023")).map((source) => ({
      code: source.code,
      table: source.years_in_table_count,
      years: source.years_as_written,
      inText: source.responsibles_as_written,
      inTable: source.responsibles_in_table_as_written,
    }));

    expect(loaded).toEqual(
      sources.map((source) => ({
        code: codeOf(source),
        table: source.x_count_in_table,
        years: source.years_as_written,
        inText: source.narrative_responsible_as_written,
        inTable: source.table_responsible_as_written,
      })),
    );
  });

  test("has the years that the X of the table are", () => {
    for (const source of sources) expect(source.years?.length ?? 2).toBe(source.x_count_in_table);
  });

  test("declares every discrepancy of the source, and its cause", async () => {
    const ids = new Map((await sourcesOf("2021-2023")).map(({ id, code }) => [id, code]));
    const declared = (await listDiscrepancies(demonstration.db)).map(
      (one) => `${ids.get(one.plan_action_id)}: ${one.code}`,
    );
    const known = sources.flatMap((source) =>
      source.inconsistencies.map(({ code }) => `${codeOf(source)}: ${code.replaceAll("_", "-")}`),
    );

    expect(known).toHaveLength(17);
    expect(declared).toEqual(expect.arrayContaining(known));
  });
});

describe("the plan 2024-2026", () => {
  test("is in force on the demonstration's day, and was adopted on 29/2/2024", async () => {
    const at = async (day: string) => (await findPlanInForce(demonstration.db, day))?.code;

    expect(await at(DEMONSTRATION_DAY)).toBe("2024-2026");
    expect([await at("2024-02-28"), await at("2024-02-29")]).toEqual(["2021-2023", "2024-2026"]);
  });

  test("continues 14 actions of 2021-2023 under their codes and titles, and takes 28 from document 002", async () => {
    const before = await actionsOn("2021-2023", "2021-05-04");
    const titleOf = (actions: typeof before, code: string) => actions.find((one) => one.code === code)?.title;
    const after = await actionsOn("2024-2026", "2024-02-29");
    const sources = await sourcesOf("2024-2026");
    const continuing = sources.filter((source) => source.continues_id !== null);

    expect(sources).toHaveLength(42);
    expect(continuing.map(({ code }) => code)).toEqual(CONTINUING);
    for (const { code } of continuing) expect(titleOf(after, code)).toBe(titleOf(before, code));
    expect(sources.filter((source) => source.source_document === "002")).toHaveLength(28);
    expect(after.flatMap((action) => action.years)).toHaveLength(70);
  });

  test("gives no code of 2021-2023 to another action", async () => {
    const known = new Set((await sourcesOf("2021-2023")).map(({ code }) => code));
    const continued = new Set(CONTINUING);
    const others = (await sourcesOf("2024-2026")).filter(({ code }) => !continued.has(code));

    expect(others.map(({ code }) => code).filter((code) => known.has(code))).toEqual([]);
  });

  test.each([
    ["4.3.7", 2024, "2024-06-30", "Entro I semestre 2024"],
    ["4.3.8", 2024, "2024-06-30", "Giugno 2024"],
    ["4.3.10", 2024, "2024-07-31", "31/07/2024"],
    ["4.5.10", 2024, "2024-06-30", "30/6/2024"],
    ["4.5.11", 2024, "2024-07-30", "30/7/2024"],
    ["4.5.12", 2024, "2024-04-30", "3.2 Entro.30/4/2024"],
    ["4.6.7", 2024, "2024-12-31", "1.10 Entro il 31.12.2024."],
    ["4.11.5", 2024, "2024-06-30", "Entro I semestre 2024"],
    ["4.3.9", 2025, null, "Rispetto termini normativi"],
    ["4.4.9", 2024, null, "Assistenza alla pubblicazione dei dati"],
    ["4.1.3", 2026, null, "Realizzazione interventi secondo le priorità e le risorse assegnate"],
    ["4.5.9", 2025, null, null],
  ])("%s/%d is due on %s, written «%s»", async (code, year, due_on, due_as_written) => {
    const { due_on: day, due_as_written: text } = await lifeOf(code, year);

    expect({ day, text }).toEqual({ day: due_on, text: due_as_written });
    if (text !== null) expect(DOCUMENT["002"]).toContain(text);
  });

  test("is late by the due day that the document says: 4.3.7/2024 on 1/7/2024, not on 29/6", async () => {
    const situation = async (day: string) =>
      (await actionsOn("2024-2026", day)).find((one) => one.code === "4.3.7")!.years[0]!.situation;

    expect([await situation("2024-06-29"), await situation("2024-07-01")]).toEqual(["in-progress", "late"]);
  });

  test("on 15/10/2026 has 72 annualità of its years, 49 completed, 38 proven, 7 late", async () => {
    const plan = (await findPlan(demonstration.db, "2024-2026"))!;
    const years = (await actionsOn("2024-2026", DEMONSTRATION_DAY)).flatMap((action) =>
      withinPlan(action.years, plan),
    );
    const late = years.filter((one) => one.situation === "late");

    expect(tally(years)).toMatchObject({ total: 72, completed: 49, proven: 38, late: 7 });
    expect([2024, 2025, 2026].map((year) => years.filter((one) => one.year === year).length)).toEqual([
      39, 19, 14,
    ]);
    expect([2024, 2025, 2026].map((year) => late.filter((one) => one.year === year).length)).toEqual([
      1, 6, 0,
    ]);
  });
});

test("every title stands in its document word by word", async () => {
  const loaded = [
    ...(await actionsOn("2021-2023", "2021-05-04")),
    ...(await actionsOn("2024-2026", "2024-02-29")),
  ];
  const sources = new Map(
    (await listPlanActionSources(demonstration.db)).map(({ id, source_document }) => [id, source_document!]),
  );

  expect(loaded).toHaveLength(98);
  expect(loaded.filter(({ id, title }) => !DOCUMENT[sources.get(id)!]!.includes(folded(title)))).toEqual([]);
});

describe("the adoption of 2024-2026", () => {
  test("carries over what 2021-2023 left unfinished, all but 4.6.3", async () => {
    const unfinished = openOnes(await actionsOn("2021-2023", "2024-02-28"));
    const left = openOnes(await actionsOn("2021-2023", "2024-02-29"));

    expect(left).toEqual(["4.6.3/2022", "4.6.3/2023"]);
    expect(unfinished.filter((one) => !left.includes(one))).toEqual(Object.keys(CARRIED_OVER));
  });

  test("sends each to the chosen year of the action that continues it, under the same act", async () => {
    const actions = await actionsOn("2021-2023", "2024-02-29");
    const targets = actions.flatMap((action) =>
      action.years
        .filter((year) => year.target?.inNextPlan)
        .map((year) => [`${action.code}/${year.year}`, `${year.target!.code}/${year.target!.year}`]),
    );
    const acts = (await listChain(demonstration.db))
      .filter(({ content }) => content.versoPiano === "2024-2026" && content.piano === "2021-2023")
      .map(({ content, texts }) => [
        content.effettivaDal,
        (JSON.parse(texts[1]!.text!) as { numero: string }).numero,
      ]);

    expect(Object.fromEntries(targets)).toEqual(CARRIED_OVER);
    expect(acts).toEqual(targets.map(() => ["2024-02-29", "35"]));
  });

  test.each([
    ["4.2.1", "to-start", "in-progress"],
    ["4.6.3", "in-progress", "in-progress"],
    ["4.6.5", "in-progress", "completed-in-part"],
    ["4.8.4", "in-progress", "completed"],
    ["4.9.2", "to-start", "completed"],
    ["4.10.3", "to-start", "suspended"],
    ["4.11.4", "in-progress", "completed"],
  ])(
    "leaves %s of 2021-2023 to be answered by its targets: %s the day before, %s on 15/10/2026",
    async (code, before, today) => {
      const status = async (day: string) =>
        (await actionsOn("2021-2023", day)).find((one) => one.code === code)!.status;

      expect([await status("2024-02-28"), await status(DEMONSTRATION_DAY)]).toEqual([before, today]);
    },
  );

  test("leaves no word on what was carried over: its history goes on in the next plan", async () => {
    const later = (await listChain(demonstration.db))
      .filter(({ content }) => content.piano === "2021-2023" && content.effettivaDal > "2024-02-29")
      .map(({ content }) => `${content.azione}/${content.anno}`);

    expect(later.filter((one) => one in CARRIED_OVER)).toEqual([]);
    expect(new Set(later)).toContain("4.6.3/2022");
  });
});

describe("the loaded history", () => {
  test("is one chain that verifies", async () => {
    expect(verifyChain(await listChain(demonstration.db))).toMatchObject({
      ok: true,
      lines: 427,
      obscured: 0,
    });
  });

  test("stops at the demonstration's day: what was recorded later has not happened yet", async () => {
    const { db } = await demonstrationDatabase({ today: "2022-12-31" });
    const moments = (await listChain(db)).map(({ content }) => content.registrataIl);

    expect(moments.length).toBeGreaterThan(100);
    expect(moments.length).toBeLessThan(427);
    expect(moments.every((moment) => dayInRome(moment) <= "2022-12-31")).toBe(true);
  });

  test("on 15/11/2023 has 68 completed of 112, 48 proven, 12 late: 1 of 2021, 11 of 2022", async () => {
    const plan = (await findPlan(demonstration.db, "2021-2023"))!;
    const actions = await actionsOn("2021-2023", "2023-11-15");
    const years = actions.flatMap((action) => withinPlan(action.years, plan));
    const { total, completed, proven, late, counts } = tally(years);

    expect({ total, completed, proven, late }).toEqual({ total: 112, completed: 68, proven: 48, late: 12 });
    expect([2021, 2022, 2023].map((year) => tally(years.filter((one) => one.year === year)).late)).toEqual([
      1, 11, 0,
    ]);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(total);
  });
});

describe("a seed file with a wrong value", () => {
  test.each([
    ["organizzazione.csv", "uo-2.3,UO 2.3,uo,settore-2", "uo-2.3,UO 2.3,reparto,settore-2", "tipo"],
    ["organizzazione.csv", "uo-2.3,UO 2.3,uo,settore-2", "uo-2.3,UO 2.3,uo,settore-9", "appartiene_a"],
    ["gruppi.csv", "settore-3 settore-4,", "settore-3 settore-9,", "uffici"],
    ["piani.csv", ",72,2021-05-04,", ",72,2021-02-29,", "data_atto"],
    ["ambiti.csv", "2021-2023,4.6,", "2021-2023,,", "codice"],
    ["azioni.csv", "2021-2023,4.3.1,4.3,", "2021-2023,4.3.1,4.99,", "ambito"],
    ["azioni.csv", ",sicurezza,", ",sicuritas,", "temi"],
    [
      "azioni.csv",
      "4.2.1,4.2,Assunzione / Individuazione di personale dipendente per l’ufficio di Transizione al Digitale,dirigenti-dei-settori",
      "4.2.1,4.2,Assunzione,dirigenti",
      "responsabili",
    ],
    ["discordanze.csv", "2021-2023,4.2.2,years", "2021-2023,4.2.9,years", "azione"],
    ["capofila-dimostrativi.csv", "4.5.1,settore-1", "4.5.1,settore-9", "ufficio"],
    ["utenti-dimostrativi.csv", ",giunta,", ",assessore,", "ruolo"],
    ["storia-dimostrativa.csv", "4.6.4,2021,in_corso,60", "4.6.4,2021,iniziata,60", "a"],
    ["variazioni-dimostrative.csv", "4.12.2,,settore-1", "4.12.2,,settore-9", "capofila"],
    ["variazioni-dimostrative.csv", "4.8.3,,,2023", "4.8.3,,,2021", "anni_aggiunti"],
    ["piani.csv", "2024-2026,2024,2026,", "2024-2026,2023,2026,", "primo_anno"],
    ["azioni.csv", ",4.3.6,,\n", ",4.3.66,,\n", "continua"],
    ["azioni.csv", "Giugno 2024,2024-06-30", "Giugno 2024,2025-06-30", "scadenze"],
    ["azioni.csv", "Giugno 2024,2024-06-30", "Giugno 2024,2024-06-31", "scadenze.0"],
    ["azioni.csv", "uo-3.4 rtd,2024,", "uo-3.4 rtd,2027,", "anni"],
    ["storia-dimostrativa.csv", ",2024-2026,2024,,rtd", ",2027-2029,2024,,rtd", "verso_piano"],
    ["storia-dimostrativa.csv", ",2024-2026,2024,,rtd", ",2024-2026,2026,,rtd", "verso_anno"],
    ["storia-dimostrativa.csv", "4.6.4,2021,in_corso,60", "4.6.4,2024,in_corso,60", "anno"],
    ["storia-dimostrativa.csv", "4.6.4,2021,in_corso,60", "4.6.4,2021,in_corso,160", "progress"],
    [
      "storia-dimostrativa.csv",
      "4.6.4,2021,in_corso,60,2021-05-12",
      "4.6.4,2021,in_corso,60,2021-05-13",
      "effectiveOn",
    ],
    [
      "storia-dimostrativa.csv",
      "4.6.4,2021,in_corso,60,2021-05-12,,,,,rtd",
      "4.6.4,2021,in_corso,60,2021-05-12,,,,,sindaco",
      "autore",
    ],
  ])(
    "%s with «%s» as «%s» stops the load at its line and field, and nothing is written",
    async (file, right, wrong, field) => {
      const text = SHIPPED_FILES[file]!;
      expect(text).toContain(right);
      const line = text.slice(0, text.indexOf(right)).split("\n").length;
      const { db, sqlite } = await emptyDatabase();
      const files = { ...SHIPPED_FILES, [file]: text.replace(right, wrong) };

      await expect(load(db, files)).rejects.toThrow(`seeds/data/${file}:${line}: ${field}`);
      expect(rowsOf(sqlite)).toEqual([]);
    },
  );

  test("is not loaded where a file or a column is missing", async () => {
    const { db, sqlite } = await emptyDatabase();
    const others = Object.fromEntries(
      Object.entries(SHIPPED_FILES).filter(([file]) => file !== "ambiti.csv"),
    );
    const withoutTitle = SHIPPED_FILES["ambiti.csv"]!.replace("codice,titolo,", "codice,nome,");

    await expect(load(db, others)).rejects.toThrow("seeds/data/ambiti.csv:1: file: manca");
    await expect(load(db, { ...SHIPPED_FILES, "ambiti.csv": withoutTitle })).rejects.toThrow(
      "seeds/data/ambiti.csv:4: titolo",
    );
    expect(rowsOf(sqlite)).toEqual([]);
  });
});

function load(db: OpenDatabase["db"], files: typeof SHIPPED_FILES) {
  const hashPassword = (password: string) => Promise.resolve(password);
  return loadDemonstration(db, { files, today: "2026-10-15", now: "2026-10-15T08:00:00.000Z", hashPassword });
}

async function actionsOn(code: string, day: string) {
  const { db } = demonstration;
  const plan = (await findPlan(db, code))!;
  return planAt(await listPlanFacts(db, { planId: plan.id }, day), plan, asOf(day));
}

async function sourcesOf(plan: string) {
  return (await listPlanActionSources(demonstration.db)).filter((source) => source.plan === plan);
}

/** The annualità of a list of actions that are open, as "4.6.3/2022". */
function openOnes(actions: Awaited<ReturnType<typeof actionsOn>>): string[] {
  return actions.flatMap(({ code, years }) =>
    years.filter((year) => isOpen(year.status)).map((year) => `${code}/${year.year}`),
  );
}

/** An annualità of 2024-2026 as it was adopted. */
function lifeOf(code: string, year: number) {
  return demonstration.db
    .selectFrom("action_year_life as life")
    .innerJoin("action_year", "action_year.id", "life.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["life.due_on", "life.due_as_written"])
    .where("plan.code", "=", "2024-2026")
    .where("plan_action.code", "=", code)
    .where("action_year.year", "=", year)
    .executeTakeFirstOrThrow();
}

function documentOf(file: string): string {
  return folded(readFileSync(new URL(`../support/sources/${file}`, import.meta.url), "utf8"));
}

/** "PTD-4.3-6" in the source is 4.3.6. */
function codeOf({ id }: { id: string }): string {
  return id.replace("PTD-", "").replace("-", ".");
}

/** Text as its words, however the lines were broken. */
function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The tables of ours that hold anything. */
function rowsOf(sqlite: OpenDatabase["sqlite"]): string[] {
  const tables = sqlite
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'",
    )
    .pluck()
    .all() as string[];
  return tables.filter((table) => sqlite.prepare(`select 1 from "${table}" limit 1`).get() !== undefined);
}
