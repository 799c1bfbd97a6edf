import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOf } from "#app/domain/objective/due-days.ts";
import { readTerms } from "#app/domain/objective/terms.ts";

/** What is read in a text, without its words. */
function said(text: string) {
  return readTerms(text).terms.map((term) => ({ ...term, asWritten: undefined }));
}

function dueDays(text: string, year = 2025) {
  return daysOf(readTerms(text).terms, year);
}

function service(amount: number, unit: string, side = "after", of: string | null = null) {
  return { kind: "service", amount, unit, side, of };
}

describe("the due days of a programmato", () => {
  test.each([
    ["Entro il 31.12.2024.", ["2024-12-31"]],
    ["1.10 Entro il 30/11/2024", ["2024-11-30"]],
    ["3.2 Entro.30/4/2024", ["2024-04-30"]],
    ["a) 30/06/2025", ["2025-06-30"]],
    ["30.06.2025", ["2025-06-30"]],
    ["30-06-25", ["2025-06-30"]],
    ["ENTRO E NON OLTRE IL 30 GIUGNO 2025", ["2025-06-30"]],
    ["entro\u00a0il\u00a030\u00a0giugno", ["2025-06-30"]],
    ["entro il\n30/06/2025", ["2025-06-30"]],
    ["entro le ore 12.00 del 30/06/2025", ["2025-06-30"]],
    ["entro venerdì 30 maggio 2025", ["2025-05-30"]],
    ["entro il trentuno dicembre", ["2025-12-31"]],
    ["entro il 1° luglio", ["2025-07-01"]],
    ["entro il primo marzo '26", ["2026-03-01"]],
    ["entro l'8 marzo", ["2025-03-08"]],
    ["entro il 30/6 dell'anno 2026", ["2026-06-30"]],
    ["entro la scadenza del 16/06", ["2025-06-16"]],
    ["Scadenza: 30/09/2025", ["2025-09-30"]],
    ["Fase 1: 30/06; Fase 2: 31/12", ["2025-06-30", "2025-12-31"]],
    ["- giugno: avvio\n- dicembre: conclusione", ["2025-06-30", "2025-12-31"]],
    ["1) Entro aprile 2) entro maggio", ["2025-04-30", "2025-05-31"]],
  ])("«%s»", (text, days) => {
    expect(dueDays(text)).toEqual(days);
  });

  test.each([
    ["Giugno 2024", ["2024-06-30"]],
    ["entro febbraio 2024", ["2024-02-29"]],
    ["entro la fine di ottobre", ["2025-10-31"]],
    ["dic. 2025", ["2025-12-31"]],
    ["I semestre 2024", ["2024-06-30"]],
    ["1° semestre", ["2025-06-30"]],
    ["entro il secondo semestre", ["2025-12-31"]],
    ["II trimestre 2025", ["2025-06-30"]],
    ["III quadrimestre", ["2025-12-31"]],
    ["entro fine anno", ["2025-12-31"]],
    ["entro la fine dell'anno", ["2025-12-31"]],
    ["entro il 2026", ["2026-12-31"]],
  ])("are the last of what is longer than a day: «%s»", (text, days) => {
    expect(dueDays(text)).toEqual(days);
  });

  test.each([
    ["entro luglio 2024 e dicembre 2024", ["2024-07-31", "2024-12-31"]],
    ["30/3-30/6-30/9-31/12", ["2025-03-30", "2025-06-30", "2025-09-30", "2025-12-31"]],
    ["30/06/2025\n31/12/2025", ["2025-06-30", "2025-12-31"]],
    ["entro il 30/6 (prima fase) ed entro il 31/12 (seconda fase)", ["2025-06-30", "2025-12-31"]],
    ["marzo, giugno, settembre e dicembre", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]],
  ])("may be several: «%s»", (text, days) => {
    expect(dueDays(text)).toEqual(days);
  });

  test("share a year that is written once, if it can be that of all", () => {
    expect(dueDays("entro il 30 giugno e il 31 dicembre 2024")).toEqual(["2024-06-30", "2024-12-31"]);
    expect(dueDays("entro il 30/11 e il 31/01/2026")).toEqual(["2025-11-30", "2026-01-31"]);
    expect(dueDays("Anno 2024: 31/12; anno 2025: 30/06")).toEqual(["2024-12-31", "2025-06-30"]);
  });

  test("have no year where the text has none", () => {
    expect(said("entro il 28 febbraio")).toEqual([
      { kind: "due", on: { year: null, month: 2, day: 28, precision: "day" } },
    ]);
    expect(dueDays("entro il 29 febbraio", 2024)).toEqual(["2024-02-29"]);
    expect(dueDays("entro il 29 febbraio", 2025)).toEqual([]);
    expect(dueDays("entro febbraio", 2024)).toEqual(["2024-02-29"]);
  });

  test("of every year come back every year", () => {
    expect(said("entro il 31 marzo di ogni anno")).toEqual([
      { kind: "due", on: { year: null, month: 3, day: 31, precision: "day" } },
      { kind: "recurrence", every: "year" },
    ]);
  });

  test.each([
    ["31/02/2024"],
    ["entro il 29/02/2023"],
    ["entro il 31 giugno"],
    ["entro il 30/13/2024"],
    ["III semestre 2025"],
    ["entro il 31/12/204"],
    ["entro il 31/12/1924"],
    ["anno 2023"],
    ["L. 112/2004"],
    ["D.Lgs. 33/2013, art. 10"],
    ["Legge 7 agosto 1990, n. 241"],
    ["Regolamento UE 2016/679"],
    ["delibera di Giunta n. 72 del 04/05/2021"],
    ["prot. n. 12345 del 30/06/2024"],
    ["delib. 12/03/2024"],
    ["contratti in scadenza il 31/12/2024"],
    ["giugno 2019 censimento del patrimonio"],
    ["dati al 31/12/2023"],
    ["approvato il 30/06/2023"],
    ["prima del 30/06/2025"],
    ["entro il 31 gennaio dell'anno successivo"],
    ["entro la prima decade di marzo"],
    ["entro metà giugno"],
    ["entro fine mese"],
    ["entro l'anno scolastico"],
    ["entro il 2025/2026"],
    ["entro le 10.12"],
    ["entro 2.5 giorni"],
    ["1/2 dei lavori"],
    ["fase 1/2"],
    ["1.10"],
    ["1.1."],
    ["da definire"],
  ])("are not guessed: «%s» is unread", (text) => {
    expect(readTerms(text)).toEqual({ terms: [], isUnread: true });
  });

  test("are not the codes of the next point", () => {
    expect(dueDays("1.10 Entro il 31/12/2024 1.11 Entro il 30/11/2024")).toEqual([
      "2024-11-30",
      "2024-12-31",
    ]);
  });

  test("are not the days from which something runs", () => {
    expect(said("a partire dal 1° marzo 2025").map(({ kind }) => kind)).toEqual(["from"]);
    expect(dueDays("a decorrere dal 01/03/2025")).toEqual([]);
    expect(dueDays("dal 1/1/2025 al 30/6/2025")).toEqual(["2025-06-30"]);
    expect(dueDays("01/01/2025-31/12/2025")).toEqual(["2025-12-31"]);
    expect(dueDays("gennaio-dicembre 2025")).toEqual(["2025-12-31"]);
  });
});

describe("the recurrences of a programmato", () => {
  test.each([
    ["1.7.Mensile", ["month"]],
    ["Giornaliera /settimanale /mensile/annuale", ["day", "week", "month", "year"]],
    ["ogni lunedì", ["week"]],
    ["bimestrale", ["two-months"]],
    ["con cadenza almeno trimestrale", ["quarter"]],
    ["ogni quadrimestre", ["four-months"]],
    ["ogni sei mesi", ["half-year"]],
    ["una volta l'anno", ["year"]],
    ["Verifica periodica", ["unspecified"]],
    ["attività continuativa", ["unspecified"]],
  ])("«%s»", (text, periods) => {
    expect(said(text)).toEqual(periods.map((every) => ({ kind: "recurrence", every })));
  });

  test.each([
    "ogni 15 giorni",
    "quindicinale",
    "ogni due settimane",
    "bisettimanale",
    "due volte al mese",
    "ogni cinque anni",
  ])("that are no period here are not said to be without how often: «%s» is unread", (text) => {
    expect(readTerms(text)).toEqual({ terms: [], isUnread: true });
    expect(readTerms(`Entro il 31/12/2025, ${text}`)).toMatchObject({
      terms: [{ kind: "due" }],
      isUnread: true,
    });
  });

  test.each(["ogni due mesi", "ogni tre mesi", "una volta al mese"])("«%s» is one of them", (text) => {
    expect(readTerms(text)).toMatchObject({ terms: [{ kind: "recurrence" }], isUnread: false });
  });

  test.each([
    ["Piano annuale dei controlli"],
    ["Conto annuale"],
    ["Piano triennale"],
    ["2 ore settimanali"],
    ["nel corso dell'anno"],
  ])("are not in the name of something: «%s»", (text) => {
    expect(readTerms(text)).toEqual({ terms: [], isUnread: true });
  });
});

describe("the service times of a programmato", () => {
  test.each([
    [
      "entro 5 giorni lavorativi dall'acquisizione delle firme;",
      service(5, "working-day", "after", "acquisizione delle firme"),
    ],
    ["Entro dieci giorni dalla richiesta, come previsto", service(10, "day", "after", "richiesta")],
    ["entro il trentesimo giorno dal ricevimento", service(30, "day", "after", "ricevimento")],
    ["entro 30 (trenta) giorni dal 31/12/2024", service(30, "day", "after", "31/12/2024")],
    [
      "Entro 60 giorni dalla pubblicazione della L. 112/2004",
      service(60, "day", "after", "pubblicazione della L. 112/2004"),
    ],
    ["3 giorni lavorativi prima della seduta", service(3, "working-day", "before", "seduta")],
    ["entro 10 gg. antecedenti la riunione", service(10, "day", "before", "riunione")],
    ["entro il giorno successivo alla pubblicazione", service(1, "day", "after", "pubblicazione")],
    ["il giorno della riunione", service(0, "day", "after", "riunione")],
    ["Entro la giornata lavorativa", service(0, "working-day")],
    ["in giornata (lun-ven)", service(0, "working-day")],
    ["entro 15 gg", service(15, "day")],
    ["entro 48 ore", service(48, "hour")],
    ["entro 24h dalla chiamata", service(24, "hour", "after", "chiamata")],
    ["5 gg. lav.", service(5, "working-day")],
    ["Entro 2 mesi dalla richiesta.", service(2, "month", "after", "richiesta")],
    ["entro due settimane dalla ricezione", service(14, "day", "after", "ricezione")],
    ["entro un anno dalla stipula", service(12, "month", "after", "stipula")],
  ])("«%s»", (text, term) => {
    expect(said(text)).toEqual([term]);
  });

  test.each([
    ["per 15 giorni dalla pubblicazione"],
    ["dopo 30 giorni dalla richiesta"],
    ["durata: 30 giorni"],
    ["entro 5 - 10 giorni"],
    ["entro 2/3 giorni"],
    ["5 giorni feriali dalla richiesta"],
    ["entro il quinto giorno del mese"],
    ["Ufficio aperto 24 ore su 24"],
  ])("are not guessed: «%s» is unread", (text) => {
    expect(readTerms(text)).toEqual({ terms: [], isUnread: true });
  });
});

describe("what has no day of its own", () => {
  test.each([
    ["1.1. Immediata.", "immediate"],
    ["tempestivamente", "immediate"],
    ["Su richiesta dell’ufficio", "on-request"],
    ["Secondo necessità", "on-request"],
    ["all'occorrenza", "on-request"],
    ["ad ogni seduta", "per-event"],
    ["Prima di effettuare nuovi acquisti", "per-event"],
    ["Secondo le disposizioni Anac", "condition"],
    ["Rispetto termini normativi", "condition"],
    ["nei tempi previsti dall'art. 5", "condition"],
  ])("«%s» is %s", (text, kind) => {
    expect(said(text)).toEqual([{ kind }]);
  });

  test("has nothing to do with a deliberation to be carried out at once", () => {
    expect(readTerms("delibera immediatamente eseguibile").isUnread).toBe(true);
  });
});

describe("the targets of a programmato", () => {
  test.each([
    ["n.2 estrazioni", 2, "estrazioni"],
    ["almeno 3 incontri", 3, "incontri"],
    ["almeno l'80% delle pratiche", 80, "%"],
    ["non inferiore al 30 per cento", 30, "per cento"],
    ["n. 1.500 fascicoli", 1500, "fascicoli"],
  ])("«%s»", (text, value, unit) => {
    expect(said(text)).toEqual([{ kind: "target", value, unit }]);
  });

  test("are not the number of a phase", () => {
    expect(readTerms("fase n. 2 conclusa").isUnread).toBe(true);
  });
});

describe("a day that is not understood beside others", () => {
  test.each([
    "Entro il 30/6/2025 per la relazione e il 31/12/2025 per il consuntivo",
    "Mensile; relazione prima del 30/6",
    "Mensile; relazione prima del 30 giugno",
    "Mensile entro il 15 del mese successivo",
    "Trimestrale, entro il quinto giorno lavorativo del mese",
    "nel rispetto del termine del 30/09/2024",
    "nel rispetto della scadenza del 30 giugno",
    "nel rispetto della scadenza di ottobre 2024",
    "nel termine di legge del 30 aprile",
    "nel termine di legge del 30/04/2024",
    "Prima della scadenza del 31/12/2024",
    "entro 30 giorni dal 31/12/2024",
    "3 giorni prima della seduta del 5 marzo",
  ])("leaves the text among those to be looked at: «%s»", (text) => {
    const { terms, isUnread } = readTerms(text);

    expect(terms).not.toEqual([]);
    expect(isUnread).toBe(true);
  });

  test.each([
    "Mensile, come da delib. 12/03/2024",
    "1.10 Entro il 31.12.2024.",
    "Entro il 30/6/2025, 2-3 volte",
    "Secondo le disposizioni della delib. n. 72 del 04/05/2021",
    "nei termini di legge n. 241/1990",
    "Entro 60 giorni dalla pubblicazione del bilancio 2024",
    "nel rispetto dei termini dell'anno 2024",
  ])("is no citation, code or amount: «%s»", (text) => {
    expect(readTerms(text).isUnread).toBe(false);
  });
});

describe("any programmato", () => {
  const MONTHS =
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(
      " ",
    );
  const aDay = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const aWriting = fc.constantFrom<(year: string, month: number, day: number) => string>(
    (year, month, day) => `${day}/${month}/${year}`,
    (year, month, day) => `${two(day)}.${two(month)}.${year}`,
    (year, month, day) => `${two(day)}-${two(month)}-${year.slice(2)}`,
    (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
    (year, month, day) => `${day}  ${MONTHS[month - 1]!.toUpperCase()}\u00a0${year}`,
    (year, month, day) => `${day} ${MONTHS[month - 1]!.slice(0, 3)}. ${year}`,
  );
  const aFrame = fc.constantFrom<(day: string) => string>(
    (day) => day,
    (day) => `Entro il ${day}.`,
    (day) => `1.2 Entro ${day}, come previsto dalla legge 112/2004`,
    (day) => `b) Invio dei dati: ${day}`,
    (day) => `entro e non oltre il ${day} e comunque su richiesta`,
  );

  test("with a day of the calendar, however written, has that due day and no other", () => {
    fc.assert(
      fc.property(aDay, aWriting, aFrame, (day, write, frame) => {
        const [year, month, date] = day.split("-");
        expect(dueDays(frame(write(year!, Number(month), Number(date))), 1999)).toEqual([day]);
      }),
    );
  });

  test("with a day that the calendar does not have, has no due day", () => {
    const beyond = fc.constantFrom("30/2", "31/4", "31/6", "31/9", "31/11", "32/1", "0/5", "1/0", "1/13");
    fc.assert(
      fc.property(beyond, fc.integer({ min: 2000, max: 2099 }), aFrame, (day, year, frame) => {
        expect(dueDays(frame(`${day}/${year}`))).toEqual([]);
        expect(dueDays(frame(`${day.replace("/", ".")}.${year}`))).toEqual([]);
      }),
    );
  });

  test("gives back its own words, and terms that can be kept", () => {
    const words = fc.constantFrom(
      ..."entro il dal 30 giugno 2024 / 31/12 giorni lavorativi dalla richiesta mensile n. 2 ; : ( ) - e di art. İ à 5".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.array(words).map((all) => all.join(" ")),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (text) => {
        const { terms, isUnread } = readTerms(text);
        if (terms.length === 0) expect(isUnread).toBe(text.trim() !== "");
        for (const { asWritten } of terms) {
          expect(asWritten).not.toBe("");
          expect(text).toContain(asWritten);
        }
        for (const term of terms)
          if (term.kind === "service") expect(Number.isInteger(term.amount)).toBe(true);
        for (const day of daysOf(terms, 2024)) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each(
    [
      "entro ",
      "30/6-",
      "1/",
      "1.",
      "9",
      " ",
      "gennaio ",
      "entro 30 ",
      "legge di ",
      "30/6 (",
      "((",
      "secondo le ",
      "- ",
      "dal 1/3 ",
    ].map((part) => [part]),
  )("of 20,000 characters is read at once: «%s» again and again", (part) => {
    const text = part.repeat(Math.ceil(20_000 / part.length));
    const start = performance.now();
    readTerms(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

function two(number: number): string {
  return String(number).padStart(2, "0");
}
