import { describe, expect, test } from "vitest";
import { daysOf } from "#app/domain/objective/due-days.ts";
import { readTerms } from "#app/domain/objective/terms.ts";

/** As other municipalities write: invented in their manner, with what a person reads, written down before the rules were asked. */
const READ: [text: string, days: string[], others: string[], isUnread: boolean][] = [
  ["Entro il 31 ottobre 2025, salvo proroghe di legge", ["2025-10-31"], [], false],
  [
    "Adozione entro il 30.04.2025 - pubblicazione entro il 31.05.2025",
    ["2025-04-30", "2025-05-31"],
    [],
    false,
  ],
  ["Report trimestrali alla Giunta", [], ["quarter"], false],
  ["Monitoraggio con cadenza semestrale", [], ["half-year"], false],
  ["Aggiornamento mensile del sito entro il 10 del mese", [], ["month"], true],
  ["Relazione finale al 31/12/2025", [], [], true],
  ["Entro 15 giorni lavorativi dal ricevimento dell'istanza", [], ["service"], false],
  ["Tempestivamente e comunque entro 7 giorni dall'evento", [], ["immediate", "service"], false],
  ["100% delle istanze evase entro 30 giorni", [], ["target", "service"], false],
  ["Tutto l'anno", [], ["unspecified"], false],
  ["Secondo il cronoprogramma approvato dalla Giunta", [], ["condition"], false],
  ["Avvio dal 1° settembre 2025", [], ["from"], false],
  ["Fino al completamento", [], [], true],
  ["Ogni 10 giorni", [], [], true],
  ["Tre volte all'anno", [], [], true],
  ["Nel rispetto della scadenza del 20 novembre", [], ["condition"], true],
  ["Nel primo trimestre dell'anno successivo", [], [], true],
  ["Prima dell'approvazione del bilancio", [], ["per-event"], false],
  ["A richiesta dei cittadini", [], ["on-request"], false],
  ["Entro il mese di maggio 2025", ["2025-05-31"], [], false],
];

describe("a programmato of another municipality", () => {
  test.each(READ)("«%s»", (text, days, others, isUnread) => {
    const { terms, isUnread: read } = readTerms(text);
    const rest = terms.flatMap((term) =>
      term.kind === "due" ? [] : [term.kind === "recurrence" ? term.every : term.kind],
    );

    expect({ days: daysOf(terms, 2025), others: rest, isUnread: read }).toEqual({ days, others, isUnread });
  });
});
