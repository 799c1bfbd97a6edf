import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { measureOf } from "#app/domain/objective/step-measures.ts";
import type { ReportFact } from "#app/domain/objective/step-reports.ts";
import { missingPeriods, stepStanding } from "#app/domain/objective/step-standing.ts";
import { readTerms } from "#app/domain/objective/terms.ts";
import {
  coveredWords,
  occurrencesWords,
  stepStandingWords,
  stepDoneWords,
  termsWords,
  understoodSentence,
} from "#app/term-sentences.ts";

const SPAN = { firstYear: 2024, lastYear: 2024 };

function aStep(planned: string | null, reports: ReportFact[] = []) {
  const read = readTerms(planned ?? "");
  return {
    id: 1,
    weight: 1,
    planned_as_written: planned,
    ...read,
    measure: measureOf(read.terms, SPAN),
    reports,
  };
}

function aReport(varied: Partial<ReportFact> = {}): ReportFact {
  return {
    id: 1,
    objective_step_id: 1,
    effective_on: "2024-01-31",
    text: "Fatto",
    evidence: null,
    progress: null,
    covers_from_on: null,
    covers_until_on: null,
    occurrences: null,
    replaces_id: null,
    is_withdrawal: 0,
    ...varied,
  };
}

describe("the terms of a programmato in words", () => {
  test.each([
    ["1.10 Entro il 31.12.2024.", ["entro il 31/12/2024"]],
    ["30/6/2024", ["entro il 30/06/2024"]],
    ["1.7.Mensile", ["ogni mese: 12 periodi"]],
    ["1.2 Settimanale", ["ogni settimana: 52 periodi"]],
    ["1.1. Immediata.", ["subito"]],
    [
      "Entro 20 giorni dalla data di sottoscrizione del contratto.",
      ["entro 20 giorni (data di sottoscrizione del contratto)"],
    ],
    ["Su richiesta", ["su richiesta"]],
  ])("%s", (planned, words) => {
    expect(termsWords(aStep(planned))).toEqual(words);
  });

  test("that were not understood are never guessed", () => {
    expect(termsWords({ ...aStep("boh"), terms: [], isUnread: true })).toEqual([
      "termine non capito: resta com’è scritto",
    ]);
  });

  test("are told together with what was not understood, which takes no measure away", () => {
    const monthly = aStep("Mensile; relazione prima del 30/6");

    expect(termsWords({ ...monthly, isUnread: true })).toEqual([
      "ogni mese: 12 periodi",
      "dice anche altro, che non è stato capito: resta com’è scritto",
    ]);
    expect(understoodSentence({ ...monthly, isUnread: true })).toMatch(
      /^Capito: ogni mese: 12 periodi; dice/,
    );
    expect(understoodSentence({ ...aStep("ogni 15 giorni"), isUnread: true })).toMatch(/^Non capito/);
  });

  test("are none where the document writes none", () => {
    expect(termsWords(aStep(null))).toEqual(["senza programmato"]);
  });
});

describe("how a step stands", () => {
  const due = (reports: ReportFact[] = []) => aStep("Entro il 30.06.2024", reports);
  const monthly = (reports: ReportFact[] = []) => aStep("Mensile", reports);
  const standing = (step: ReturnType<typeof aStep>, at = asOf("2024-06-30")) => {
    const stands = stepStanding(step, at);
    return [stands, stepStandingWords(step, stands, at)];
  };

  test("by a day is late once that day is over, done or not by then", () => {
    expect(standing(due(), asOfNow("2024-06-30"))).toEqual(["in-time", "scade oggi"]);
    expect(standing(due(), asOfNow("2024-06-29"))).toEqual(["in-time", "manca 1 giorno"]);
    expect(standing(due())).toEqual(["late", "scaduto"]);
    expect(standing(due(), asOf("2024-07-02"))).toEqual(["late", "scaduto da 2 giorni"]);
    expect(standing(due([aReport({ progress: 60 })]))).toEqual(["late", "scaduto"]);
    expect(standing(due([aReport()]))).toEqual(["late", "scaduto"]);
    expect(standing(due([aReport({ progress: 100 })]))).toEqual(["done", "fatto il 31/01/2024"]);
  });

  test("done after its day says by how much, from the day on which it was concluded for good", () => {
    const late = aReport({ progress: 100, effective_on: "2024-07-12" });

    expect(standing(due([late]), asOf("2024-12-31"))).toEqual([
      "done",
      "fatto il 12/07/2024, con 12 giorni di ritardo",
    ]);
    const again = [
      aReport({ progress: 100, effective_on: "2024-05-01" }),
      aReport({ progress: 80, effective_on: "2024-06-01" }),
      aReport({ progress: 100, effective_on: "2024-07-01" }),
    ];
    expect(standing(due(again), asOf("2024-12-31"))[1]).toBe("fatto il 01/07/2024, con 1 giorno di ritardo");
  });

  test("with periods is late once one that is due is missing, however many others were reported", () => {
    const early = aReport({ covers_from_on: "2024-02-01", covers_until_on: "2024-12-31" });

    expect(standing(monthly())).toEqual(["late", "in ritardo: mancano 6 mesi"]);
    expect(standing(monthly([early]))).toEqual(["late", "in ritardo: manca 1 mese"]);
    expect(missingPeriods(monthly([early]), asOf("2024-06-30")).map(({ from }) => from)).toEqual([
      "2024-01-01",
    ]);
    expect(standing(monthly([aReport()]), asOf("2024-02-28"))).toEqual(["in-time", "in regola"]);
    expect(
      standing(monthly([aReport({ covers_from_on: "2024-01-01", covers_until_on: "2024-12-31" })])),
    ).toEqual(["done", "riportato per intero"]);
  });

  test("without a measure goes on, and is never late", () => {
    expect(standing(aStep("Su richiesta"), asOf("2030-12-31"))).toEqual([
      "continuous",
      "attività continuativa",
    ]);
    expect(stepDoneWords(aStep("Su richiesta", [aReport()]), asOf("2024-06-30"))).toBeNull();
  });

  test("that nobody could read, or that nobody planned, is not called what goes on by choice", () => {
    const words = (planned: string | null) => standing(aStep(planned))[1];

    expect([words("Prima o poi"), words(null)]).toEqual([
      "non conta nella percentuale",
      "non conta nella percentuale",
    ]);
  });

  test("is counted in its periods, against those expected", () => {
    expect(stepDoneWords(monthly([aReport()]), asOf("2024-09-30"))).toBe("1 su 12 mesi (atteso: 9)");
    expect(stepDoneWords(due([aReport({ progress: 60 })]), asOf("2024-06-30"))).toBe("60%");
    expect(stepDoneWords(due(), asOf("2024-06-30"))).toBeNull();
  });
});

describe("reports in words", () => {
  test("of what goes on are counted, with how many times it happened", () => {
    expect(occurrencesWords([aReport({ occurrences: 40 }), aReport({ occurrences: 1 })])).toBe(
      "2 effettivi, 41 volte",
    );
    expect(occurrencesWords([aReport()])).toBe("1 effettivo");
  });

  test("say the days that they are about", () => {
    const covered = (from: string | null, until: string | null) =>
      coveredWords({ covers_from_on: from, covers_until_on: until });

    expect(covered(null, null)).toBeNull();
    expect(covered("2024-01-01", "2024-03-31")).toBe("dal 01/01/2024 al 31/03/2024");
    expect(covered("2024-01-08", "2024-01-08")).toBe("l’08/01/2024");
  });
});
