import { beforeAll, describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { dataExport } from "#app/export/data-export.server.ts";
import { DATA_EXPORT, type DataExport } from "#app/export/data-format.ts";
import type { OpenDatabase } from "#db/open.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import { insertPlan } from "#tests/support/examples.ts";
import { insertObjective, insertStep } from "#tests/support/objectives.ts";
import { textOf } from "../../scripts/data-export.ts";

type Objective = DataExport["obiettivi"][number];

let demonstration: OpenDatabase;
let today: DataExport;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
  today = await dataExport(demonstration.db, asOfNow("2026-10-15"));
});

const pointsOf = ({ attivita }: Objective) => attivita.flatMap(({ punti }) => punti);

describe("the objectives of the demonstration", () => {
  test("are 21 of documents of 2021 and 4 of the PEG, with 43 activities and 106 points", () => {
    const ofThePeg = today.obiettivi.filter(({ tipo }) => tipo === "gestionale");

    expect([today.obiettivi.length - ofThePeg.length, ofThePeg.length]).toEqual([21, 4]);
    expect(today.obiettivi.flatMap(({ attivita }) => attivita)).toHaveLength(43);
    expect(today.obiettivi.flatMap(pointsOf)).toHaveLength(106);
    expect(ofThePeg.map(({ anno, ultimoAnno }) => [anno, ultimoAnno])).toEqual(Array(4).fill([2024, 2024]));
  });

  test("pass the format that is documented, and name offices, plans, actions and objectives that are there", () => {
    const data = DATA_EXPORT.parse(JSON.parse(textOf(today)));
    const offices = new Set(data.uffici.map(({ codice }) => codice));
    const actions = new Set(data.azioni.map(({ piano, codice }) => `${piano}/${codice}`));
    const objectives = new Set(data.obiettivi.map(({ codice }) => codice));

    expect(data.obiettivi.flatMap(({ ufficio }) => ufficio).filter((code) => !offices.has(code))).toEqual([]);
    expect(data.collegamenti.length).toBeGreaterThan(0);
    expect(
      data.collegamenti.filter(
        (link) => !objectives.has(link.obiettivo) || !actions.has(`${link.piano}/${link.azione}`),
      ),
    ).toEqual([]);
    expect(data.collegamenti.every(({ motivo }) => motivo.length > 10)).toBe(true);
    expect(data.priorita.length).toBeGreaterThan(0);
    expect(data.discrepanzeObiettivi.length).toBeGreaterThan(0);
  });

  test("have the progress that their addends come to, and none without addends", () => {
    for (const { codice, avanzamento, addendi } of today.obiettivi) {
      const sum = (of: "fatto" | "atteso") =>
        addendi.reduce((total, one) => total + (one.peso * one[of].parti) / one[of].su, 0);
      expect([codice, avanzamento.percentuale === null]).toEqual([codice, addendi.length === 0]);
      expect(avanzamento.numeratore).toBeCloseTo(sum("fatto"), 3);
      expect(avanzamento.atteso.numeratore).toBeCloseTo(sum("atteso"), 3);
      expect(avanzamento.denominatore).toBe(addendi.reduce((total, { peso }) => total + peso, 0));
    }
  });

  test("rest, in their addends, on own points and on annualità of their years, each once", () => {
    for (const objective of today.obiettivi) {
      const { codice, addendi, anno, ultimoAnno } = objective;
      const numbers = new Set(pointsOf(objective).map(({ numero }) => numero));
      const named = addendi.map(({ punto, annualita }) => JSON.stringify(punto ?? annualita));
      expect([codice, named.length]).toEqual([codice, new Set(named).size]);
      for (const { tipo, punto, annualita } of addendi) {
        if (tipo === "punto") expect(numbers).toContain(punto);
        else expect(annualita!.anno >= anno && annualita!.anno <= ultimoAnno).toBe(true);
      }
    }
  });

  test("keep what is programmato as written beside the terms that were read from it", () => {
    const points = today.obiettivi.flatMap(pointsOf);
    const dated = points.filter(({ misura }) => misura.tipo === "termine");

    expect(dated.length).toBeGreaterThan(0);
    for (const { programmato, termini } of points)
      for (const { testo } of termini) expect(programmato).toContain(testo);
    for (const { termini, misura } of dated) {
      expect(misura.entro).not.toBeNull();
      expect(termini.some(({ giorno }) => giorno !== null)).toBe(true);
    }
    expect(points.filter((point) => point.nonCapito).every(({ termini }) => termini.length === 0)).toBe(true);
  });

  test("on a past day are as they were then: what was expected, what was done, and the links", async () => {
    const past = await dataExport(demonstration.db, asOf("2022-06-30"));
    const of = (data: DataExport, code: string) =>
      data.obiettivi.find(({ codice }) => codice === code)!.avanzamento;
    const code = past.obiettivi.find(({ ultimoAnno }) => ultimoAnno === 2023)!.codice;

    expect(of(past, code).atteso.numeratore).toBeLessThan(of(today, code).atteso.numeratore);
    expect(past.collegamenti.every(({ dal }) => dal <= "2022-06-30")).toBe(true);
    expect(past.obiettivi.some(({ anno }) => anno === 2024)).toBe(false);
    expect((await dataExport(demonstration.db, asOf("2020-01-01"))).obiettivi).toEqual([]);
  });
});

describe("what is reported of a point", () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
    const { db } = database;
    await insertPlan(db);
    await insertObjective(db, { id: 1, offices: [3, 4] });
    await insertStep(db, { objective: 1, ordinal: 1, planned: "Mensile.", reports: ["2022-01-20"] });
    await insertStep(db, { objective: 1, ordinal: 2, planned: "Su richiesta." });
  });

  const objectiveOn = async (day: string) => (await dataExport(database.db, asOf(day))).obiettivi[0]!;

  test("is a month of twelve, of which one was expected by the end of January", async () => {
    const objective = await objectiveOn("2022-01-31");

    expect(objective.ufficio).toEqual(["settore-3", "settore-4"]);
    expect(objective.addendi).toEqual([
      {
        tipo: "punto",
        punto: 1,
        annualita: null,
        peso: 1,
        fatto: { parti: 1, su: 12 },
        atteso: { parti: 1, su: 12 },
      },
    ]);
    expect(objective.avanzamento).toMatchObject({ percentuale: 8, numeratore: 0.0833, denominatore: 1 });
    const [monthly, onRequest] = pointsOf(objective);
    expect(monthly).toMatchObject({
      programmato: "Mensile.",
      termini: [{ tipo: "ricorrenza", testo: "Mensile", ogni: "mese" }],
      misura: { tipo: "periodi", entro: null, ogni: "mese", periodi: 12 },
      effettivo: [
        { giorno: "2022-01-20", testo: "fatto", avanzamento: null, ruolo: "dirigente", ufficio: null },
      ],
    });
    expect(onRequest).toMatchObject({ misura: { tipo: "continuativa" }, effettivo: [] });
  });

  test("is not yet there on the day before", async () => {
    expect(pointsOf(await objectiveOn("2022-01-19"))[0]!.effettivo).toEqual([]);
  });

  test("says for which office, by its code, and never who", async () => {
    await insertStep(database.db, {
      objective: 1,
      ordinal: 3,
      planned: "Entro il 31/12.",
      reports: ["2022-03-01"],
      office: 4,
    });
    const objective = await objectiveOn("2022-12-31");

    expect(pointsOf(objective)[2]!.effettivo).toMatchObject([{ giorno: "2022-03-01", ufficio: "settore-4" }]);
    expect(JSON.stringify(objective)).not.toContain("4f7c");
  });
});
