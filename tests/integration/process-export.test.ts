import { beforeAll, describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { dataExport } from "#app/export/data-export.server.ts";
import { DATA_EXPORT, type DataExport } from "#app/export/data-format.ts";
import type { OpenDatabase } from "#db/open.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import { recordAnswer } from "#db/unblock-claim/turn-answers.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";
import { aChange } from "#tests/support/examples.ts";
import { readViewpoint, textOf } from "../../scripts/data-export.ts";

const TODAY = "2026-10-15";
const now = asOfNow(TODAY);
const ADOPTION = "2021-05-04";
const RTD = { id: "rtd-di-prova", role: "rtd", officeId: null, at: "2026-10-15T09:30:00.000Z" } as const;

let adopted: DataExport;
let today: DataExport;
beforeAll(async () => {
  const { db } = await demonstrationDatabase();
  adopted = await dataExport(db, asOf(ADOPTION));
  today = await dataExport(db, now);
});

describe("the maps, on the day that the plan is adopted", () => {
  test("are three catalogues, whose day is chosen and not written", () => {
    expect(
      adopted.mappe.map(({ codice, osservataIl, giornoScelto }) => [codice, osservataIl, giornoScelto]),
    ).toEqual([
      ["000", "2020-12-31", true],
      ["003", "2020-12-31", true],
      ["001", "2020-12-31", true],
    ]);
    expect(tallyOf(adopted.processi, ({ catalogo }) => catalogo)).toEqual({
      "000": 389,
      "003": 59,
      "001": 193,
    });
  });

  test("have 641 processes at the level that they were written with, and the four figures of those below SI", () => {
    const written = { si: 398, in_parte: 79, no: 161, esterno: 3 };

    expect(tallyOf(adopted.processi, ({ livello }) => livello)).toEqual(written);
    expect(tallyOf(adopted.processi, ({ livelloScritto }) => livelloScritto)).toEqual(written);
    expect(tallyOf(adopted.processi, ({ figura }) => String(figura))).toEqual({
      sbloccabile: 58,
      mai: 90,
      solo_alleggerito: 40,
      senza_azione: 52,
      null: 401,
    });
    expect(tallyOf(adopted.processi, ({ raggiungibile }) => raggiungibile)).toMatchObject({
      si: 398 + 19,
      no: 161 - 52,
    });
  });

  test("have 100 claims, of 185 actions and blockers, 19 of them confirmed", () => {
    for (const { sblocchi } of [adopted, today]) {
      expect(sblocchi).toHaveLength(100);
      expect(sblocchi.flatMap(({ azioni }) => azioni)).toHaveLength(185);
      expect(tallyOf(sblocchi, ({ stato }) => stato)).toEqual({ proposto: 81, confermato: 19 });
    }
    expect(adopted.sblocchi.filter(({ decaduto }) => decaduto)).toEqual([]);
  });
});

test("on the day before that of the maps there is no process and no claim, and the catalogues and the turns all the same", async () => {
  const { db } = await demonstrationDatabase();
  const before = await dataExport(db, asOf("2020-12-30"));

  expect([before.processi, before.sblocchi]).toEqual([[], []]);
  expect(before.mappe).toEqual(today.mappe);
  expect(before.svolte.map(({ processo, a }) => [processo, a])).toEqual(
    today.svolte.map(({ processo, a }) => [processo, a]),
  );
});

describe("a process", () => {
  test("says why it has its level as its page does, and the source as written", () => {
    expect(processOf(today, "FVG-TEC-088")).toEqual({
      catalogo: "000",
      codice: "FVG-TEC-088",
      processo: "Accesso agli atti da parte dei cittadini",
      attivita: "Ricerca informazioni sulla base della richiesta",
      uffici: ["settore-4"],
      aree: ["Tecnico"],
      squadre: [],
      fasi: [],
      rischio: null,
      cartaceo: null,
      livelloScritto: "no",
      livello: "si",
      raggiungibile: "si",
      figura: null,
      blocchi: [
        {
          numero: 1,
          tipo: "archivio_cartaceo",
          sottotipo: "archivio non digitalizzato",
          estensione: "intero",
          fondamento: "dichiarato",
          rimovibilita: "digitale",
          stato: "tolto",
          dal: "2026-05-19",
          nota: null,
        },
      ],
      spiegazione:
        "Si può fare in lavoro agile dal 19/05/2026: la 4.6.1 e la 4.10.2, completate, hanno tolto il blocco «archivio cartaceo».",
      comeScritto: {
        livello: "NO",
        sezione: "Tecnico",
        riga: "88",
        colonne: [
          { colonna: "Processo", testo: "Accesso agli atti da parte dei cittadini", staPer: null },
          {
            colonna: "Macro-attività",
            testo: "Ricerca informazioni sulla base della richiesta",
            staPer: null,
          },
          { colonna: "Attività smartizzabile?", testo: "NO", staPer: null },
          { colonna: "Condizioni organizzative", testo: "archivio non digitalizzato", staPer: null },
        ],
      },
      osservazioni: [],
    });
  });

  test("of document 003 has its risk, whether it is on paper, its areas, teams and phases, and its discrepancies", () => {
    const ofThe003 = adopted.processi.filter(({ catalogo }) => catalogo === "003");

    expect(ofThe003.filter(({ rischio }) => rischio === null)).toEqual([]);
    expect(processOf(adopted, "CAS-500-1-B")).toMatchObject({
      rischio: "basso",
      cartaceo: true,
      aree: ["SEGRETARIO GENERALE"],
      squadre: ["AVVOCATURA CIVICA"],
      fasi: ["Istruttoria del caso", "Redazione atti", "Gestione attività di difesa"],
      osservazioni: [{ tipo: "lettura" }],
    });
  });

  test("keeps a ditto mark beside what it stands for", () => {
    const columns = adopted.processi.flatMap(({ comeScritto }) => comeScritto.colonne);
    const dittos = columns.filter(({ staPer }) => staPer !== null);

    expect(dittos.length).toBeGreaterThan(0);
    for (const { testo, staPer } of dittos) {
      expect(testo).toMatch(/^c\. ?s\.?$/i);
      expect(staPer).not.toMatch(/^c\. ?s\.?$/i);
    }
  });
});

test("claims name processes, blockers and actions of the same document, and turns claims and lines of its history", () => {
  const blockers = new Set(
    today.processi.flatMap(({ codice, blocchi }) => blocchi.map(({ numero }) => `${codice}/${numero}`)),
  );
  const actions = new Set(today.azioni.map(({ piano, codice }) => `${piano}/${codice}`));
  const claims = new Set(today.sblocchi.map(({ numero }) => numero));
  const lines = new Map(today.storia.map((line) => [line.sequenza, line.effettivaDal]));

  expect(today.sblocchi.filter(({ blocco }) => !blockers.has(blocco))).toEqual([]);
  expect(today.sblocchi.flatMap(({ azioni }) => azioni).filter((name) => !actions.has(name))).toEqual([]);
  expect(today.svolte.length).toBeGreaterThan(0);
  for (const { causa, sblocchi, dal, dopoLaRiga } of today.svolte) {
    expect("riga" in causa && lines.get(causa.riga)).toBe(dal);
    expect("riga" in causa && causa.riga).toBe(dopoLaRiga);
    expect(sblocchi.filter((numero) => !claims.has(numero))).toEqual([]);
  }
});

test("a claim narrowed to some annualità names each of them", async () => {
  const { db, sqlite } = await demonstrationDatabase();
  sqlite
    .prepare(
      `insert into unblock_claim_year select 3, action_year.id from action_year join plan_action on plan_action.id = plan_action_id
       where code = '4.6.3' and year in (2023, 2022)`,
    )
    .run();

  expect((await dataExport(db, now)).sblocchi[2]).toMatchObject({
    blocco: "FVG-RAG-027/1",
    azioni: ["2021-2023/4.6.3/2022", "2021-2023/4.6.3/2023"],
  });
});

describe("after 4.6.3 is completed", () => {
  let database: OpenDatabase;
  let after: DataExport;
  beforeAll(async () => {
    database = await demonstrationDatabase();
    await complete(database, 2022);
    await complete(database, 2023);
    after = await dataExport(database.db, now);
  });

  test("its processes have another level and say why, and nothing else of them is altered", () => {
    const altered = after.processi.flatMap((process, index) =>
      Object.keys(process).filter(
        (key) =>
          JSON.stringify(process[key as never]) !== JSON.stringify(today.processi[index]![key as never]),
      ),
    );

    expect(new Set(altered)).toEqual(new Set(["livello", "figura", "blocchi", "spiegazione"]));
    expect(processOf(today, "FVG-RAG-027").livello).not.toBe("si");
    expect(processOf(after, "FVG-RAG-027")).toMatchObject({
      livello: "si",
      figura: null,
      blocchi: [{ stato: "tolto", dal: "2026-10-14" }],
      spiegazione: expect.stringMatching(/^Si può fare in lavoro agile dal 14\/10\/2026: la 4\.6\.3/),
    });
    expect(after.sblocchi.map(({ stato, dal }) => [stato, dal])).toEqual(
      today.sblocchi.map(({ stato, dal }) => [stato, dal]),
    );
    expect(after.mappe).toEqual(today.mappe);
  });

  test("a turn is added for each of them, and says from which line and by which claims", () => {
    const turned = after.svolte.slice(today.svolte.length);
    const moved = after.processi.filter(({ livello }, index) => livello !== today.processi[index]!.livello);

    expect(turned.map(({ processo }) => processo).sort()).toEqual(moved.map(({ codice }) => codice).sort());
    expect(turned.find(({ processo }) => processo === "FVG-RAG-027")).toEqual({
      processo: "FVG-RAG-027",
      da: processOf(today, "FVG-RAG-027").livello,
      a: "si",
      dal: "2026-10-14",
      registrataIl: RTD.at,
      autore: RTD.id,
      ruolo: "rtd",
      ufficio: null,
      causa: { riga: after.storia.length },
      sblocchi: [after.sblocchi.find(({ blocco }) => blocco === "FVG-RAG-027/1")!.numero],
      dopoLaRiga: after.storia.length,
      risposta: null,
    });
  });

  test("a turn that its office contests says so, and the one that undoes it says by which edit", async () => {
    const turn = await database.db
      .selectFrom("turn")
      .innerJoin("work_process", "work_process.id", "turn.work_process_id")
      .innerJoin("turn_claim", "turn_claim.turn_id", "turn.id")
      .select(["turn.id", "turn_claim.unblock_claim_id as claim"])
      .where("work_process.code", "=", "FVG-RAG-027")
      .executeTakeFirstOrThrow();
    const by = {
      id: "dirigente-di-prova",
      role: "dirigente",
      officeId: 1,
      at: "2026-10-15T10:00:00.000Z",
    } as const;
    const reason = "I fascicoli vecchi restano di carta.";
    await recordAnswer(
      database.db,
      { turnId: turn.id, answer: "contested", suspended: [turn.claim], reason, by },
      turn.id,
    );
    const contested = await dataExport(database.db, now);
    const turns = contested.svolte.filter(({ processo }) => processo === "FVG-RAG-027");
    const office = contested.uffici[0]!.codice;

    expect(turns).toMatchObject([
      { risposta: { esito: "contestata", motivo: reason, il: by.at, ruolo: "dirigente", ufficio: office } },
      { a: turns[0]!.da, causa: { modifica: reason }, sblocchi: [turn.claim], risposta: null },
    ]);
    expect(contested.sblocchi.find(({ numero }) => numero === turn.claim)!.stato).toBe("contestato");
    expect(() => textOf(contested)).not.toThrow();
  });
});

describe("the format", () => {
  const changes: [string, (data: DataExport) => unknown][] = [
    ["a key more in a process", (data) => withFirst(data, "processi", { nome: "Zenobia" })],
    ["a key less in a process", (data) => withFirst(data, "processi", { spiegazione: undefined })],
    ["a level in English", (data) => withFirst(data, "processi", { livello: "yes" })],
    ["a claim without actions", (data) => withFirst(data, "sblocchi", { azioni: [] })],
    ["a claim that is in no state", (data) => withFirst(data, "sblocchi", { stato: "decaduto" })],
    ["a turn with two causes", (data) => withFirst(data, "svolte", { causa: { riga: 1, modifica: "" } })],
    ["a map without its day", (data) => withFirst(data, "mappe", { osservataIl: null })],
  ];

  test.each(changes)("refuses a document with %s", (_, change) => {
    expect(DATA_EXPORT.safeParse(today).success).toBe(true);
    expect(DATA_EXPORT.safeParse(change(today)).success).toBe(false);
  });

  test("has the keys of processes, claims and turns in its own order, and the same bytes twice", async () => {
    const { db } = await demonstrationDatabase();
    const viewpoint = readViewpoint(ADOPTION, TODAY);
    if (!viewpoint.ok) throw new Error(viewpoint.sentence);
    const text = textOf(await dataExport(db, viewpoint.at));
    const document = JSON.parse(text) as DataExport;

    expect(textOf(await dataExport(db, viewpoint.at))).toBe(text);
    expect(document.situazioneAl).toBe(ADOPTION);
    for (const section of ["mappe", "processi", "sblocchi", "svolte"] as const)
      expect(Object.keys(document[section][0]!)).toEqual(
        Object.keys(DATA_EXPORT.shape[section].element.shape),
      );
  });
});

async function complete({ db }: OpenDatabase, year: number) {
  const { id } = await db
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select("action_year.id")
    .where("plan_action.code", "=", "4.6.3")
    .where("action_year.year", "=", year)
    .executeTakeFirstOrThrow();
  const last = await findLastLine(db, id);
  const change = { ...aChange({ to: "completed", effectiveOn: "2026-10-14" }), progress: 100 };
  const outcome = await recordLine(
    db,
    { action_year_id: id, from: last!.to_status, change, replaces: null, by: RTD },
    { sequence: last!.sequence, targetSequence: 0 },
  );
  expect(outcome.recorded).toBe(true);
}

function processOf(data: DataExport, code: string) {
  return data.processi.find(({ codice }) => codice === code)!;
}

function tallyOf<Item>(items: Item[], keyOf: (item: Item) => string): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const item of items) tally[keyOf(item)] = (tally[keyOf(item)] ?? 0) + 1;
  return tally;
}

function withFirst(data: DataExport, section: "mappe" | "processi" | "sblocchi" | "svolte", varied: object) {
  const [first, ...others] = data[section];
  return { ...data, [section]: [{ ...first, ...varied }, ...others] };
}
