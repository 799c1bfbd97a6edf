import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { asOf, dayInRome } from "#app/domain/days.ts";
import { verifyChain } from "#app/domain/history-chain.ts";
import { planAt, withinPlan } from "#app/domain/plan-at.ts";
import { tally } from "#app/domain/yearly-progress.ts";
import { listChain } from "#db/chain.ts";
import { listPlanActionSources } from "#db/export-facts.ts";
import type { OpenDatabase } from "#db/open.ts";
import { listDiscrepancies, listPlanFacts } from "#db/plan-actions.ts";
import { findPlan } from "#db/plans.ts";
import { loadDemonstration, SHIPPED_FILES } from "#seeds/load.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import sources from "../support/sources/ptd-actions.json";

const NARRATIVE = folded(
  readFileSync(new URL("../support/sources/004-ptd-2021-2023.txt", import.meta.url), "utf8"),
);

/** The responsibles of the source, and the groups, offices and role they were understood as. */
const RESPONSIBLE: Record<string, string> = {
  "Dirigenti dei Settori": "dirigenti-dei-settori",
  "Responsabili UOA": "responsabili-uoa",
  "Dirigenti Settori 3 e 4": "settori-3-e-4",
  "Dirigente Settore 3": "settore-3",
  RTD: "rtd",
};

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("the loaded plan", () => {
  test("has the actions of the source, with their titles, areas, responsibles and years", async () => {
    const actions = await actionsOn(demonstration, "2021-05-04");
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
    const loaded = (await listPlanActionSources(demonstration.db)).map((source) => ({
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
    const ids = new Map((await listPlanActionSources(demonstration.db)).map(({ id, code }) => [id, code]));
    const declared = (await listDiscrepancies(demonstration.db)).map(
      (one) => `${ids.get(one.plan_action_id)}: ${one.code}`,
    );
    const known = sources.flatMap((source) =>
      source.inconsistencies.map(({ code }) => `${codeOf(source)}: ${code.replaceAll("_", "-")}`),
    );

    expect(known).toHaveLength(17);
    expect(declared).toEqual(expect.arrayContaining(known));
  });

  test("has titles that stand in the document word by word", async () => {
    const actions = await actionsOn(demonstration, "2021-05-04");

    expect(
      actions.map((action) => folded(action.title)).filter((title) => !NARRATIVE.includes(title)),
    ).toEqual([]);
  });
});

describe("the loaded history", () => {
  test("is one chain that verifies", async () => {
    expect(verifyChain(await listChain(demonstration.db))).toMatchObject({
      ok: true,
      lines: 290,
      obscured: 0,
    });
  });

  test("stops at the demonstration's day: what was recorded later has not happened yet", async () => {
    const { db } = await demonstrationDatabase({ today: "2022-12-31" });
    const moments = (await listChain(db)).map(({ content }) => content.registrataIl);

    expect(moments.length).toBeGreaterThan(100);
    expect(moments.length).toBeLessThan(290);
    expect(moments.every((moment) => dayInRome(moment) <= "2022-12-31")).toBe(true);
  });

  test("on 15/11/2023 has 67 completed of 110, 47 proven, 12 late: 1 of 2021, 11 of 2022", async () => {
    const plan = (await findPlan(demonstration.db, "2021-2023"))!;
    const actions = await actionsOn(demonstration, "2023-11-15");
    const years = actions.flatMap((action) => withinPlan(action.years, plan));
    const { total, completed, proven, late, counts } = tally(years);

    expect({ total, completed, proven, late }).toEqual({ total: 110, completed: 67, proven: 47, late: 12 });
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
      "4.6.4,2021,in_corso,60,2021-05-12,,,,rtd",
      "4.6.4,2021,in_corso,60,2021-05-12,,,,sindaco",
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
      "seeds/data/ambiti.csv:3: titolo",
    );
    expect(rowsOf(sqlite)).toEqual([]);
  });
});

function load(db: OpenDatabase["db"], files: typeof SHIPPED_FILES) {
  const hashPassword = (password: string) => Promise.resolve(password);
  return loadDemonstration(db, { files, today: "2026-10-15", now: "2026-10-15T08:00:00.000Z", hashPassword });
}

async function actionsOn({ db }: OpenDatabase, day: string) {
  const plan = (await findPlan(db, "2021-2023"))!;
  return planAt(await listPlanFacts(db, { planId: plan.id }, day), plan, asOf(day));
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
