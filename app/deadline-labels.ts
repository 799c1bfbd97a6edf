import type { DeadlineKind } from "./domain/deadline/deadlines.ts";
import type { LegalDeadlineName } from "./domain/deadline/legal-deadlines.ts";
import type { Verification } from "./domain/deadline/verifications.ts";

/** The kinds of deadlines, as a filter offers them. */
export const DEADLINE_KIND_LABELS: Record<DeadlineKind, string> = {
  "action-year": "Annualità del piano",
  step: "Punti degli obiettivi",
  legal: "Norme e verifiche",
  round: "Giri di monitoraggio",
};

/** In addresses. */
export const DEADLINE_KIND_CODES: Record<DeadlineKind, string> = {
  "action-year": "annualita",
  step: "obiettivi",
  legal: "norme",
  round: "giri",
};

/** What was read, after the day: "Fonti di Rotta consultate il 21/11/2026: testo di legge". */
export const VERIFICATION_LABELS: Record<Verification, string> = {
  text: "testo di legge",
  "second-hand": "fonti secondarie, da riscontrare sul testo di legge",
  "own-choice": "nessuna norma ne fissa il giorno",
};

/**
 * What is to be done, the norm as it is rightly cited, where the deadline comes from; `asWritten`: the words of document 004, and the norm
 * that it gives; `note`: what has changed since.
 */
export type LegalWords = {
  obligation: string;
  norm: string;
  source: string;
  asWritten?: string;
  note?: string;
};

export const LEGAL_WORDS: Record<LegalDeadlineName, LegalWords> = {
  "accessibility-objectives": {
    obligation:
      "Obiettivi di accessibilità dell’anno: registrati sul sito di AgID e pubblicati in Amministrazione trasparente",
    norm: "art. 9, comma 7, DL 179/2012; circolare AgID 1/2016",
    source:
      "documento 004, cap. 4.8; per il 2026 linea CAP3.PA.15 del Piano triennale, aggiornamento 2025 (letta nel testo)",
    asWritten: "«entro il 31 marzo di ogni anno», senza norma",
  },
  "half-year-review": {
    obligation: "Verifica di metà anno: gli uffici aggiornano, il RTD fa il punto al 30 giugno",
    norm: "nessuna: è il giorno del monitoraggio intermedio nell’uso degli enti",
    source: "uso degli enti; sul documento 004 non c’è",
  },
  "accessibility-statement": {
    obligation: "Dichiarazione di accessibilità: riesaminata e ripubblicata su form.agid.gov.it",
    norm: "L. 4/2004; linee guida AgID sull’accessibilità (determinazione 437/2019)",
    source:
      "per il 2026 linea CAP3.PA.16 del Piano triennale, aggiornamento 2025 (letta nel testo); sul documento 004 solo la prima, del 2020",
  },
  "year-end-review": {
    obligation: "Verifica di fine anno: la situazione al 31 dicembre, per il consuntivo",
    norm: "nessuna: è il giorno del consuntivo nell’uso degli enti",
    source: "uso degli enti; sul documento 004 non c’è",
  },
  "first-accessibility-statement": {
    obligation: "Prima autovalutazione di accessibilità, pubblicata",
    norm: "L. 4/2004; D.Lgs. 106/2018; linee guida AgID (determinazione 437/2019)",
    source: "documento 004, cap. 3.8",
    asWritten:
      "«entro il 23 settembre 2020», «Legge 9 gennaio 2004 n. 4, D.L. 10 agosto 2018 n.106 e Linee Guida … n. 437/2019»",
    note: "Rispettata, secondo il documento.",
  },
  "digital-services-begun": {
    obligation:
      "Progetti di trasformazione digitale avviati, perché tutti i servizi siano fruibili in digitale",
    norm: "art. 64-bis, comma 1-quater, CAD (D.Lgs. 82/2005), introdotto dall’art. 24 del DL 76/2020",
    source: "documento 004, cap. 1",
    asWritten: "«entro il 28 febbraio 2021», «art. 64 bis del D.L. 76/2020», comma 1 quater",
  },
  "documents-guidelines": {
    obligation:
      "Adeguamento alle linee guida AgID su formazione, gestione e conservazione dei documenti informatici",
    norm: "linee guida AgID pubblicate l’11/09/2020",
    source: "documento 004, cap. 1",
    asWritten: "«entro il 7 giugno 2021»",
    note: "Il giorno resta quello scritto nel documento. La determinazione AgID 371/2021 ha poi spostato il termine all’1/1/2022 (letto in fonti secondarie).",
  },
  "own-credentials-end": {
    obligation: "Accesso ai servizi in rete solo con SPID, CIE e CNS: eliminate le identità proprietarie",
    norm: "art. 64, comma 3-bis, CAD (D.Lgs. 82/2005)",
    source: "documento 004, cap. 3.3.3",
    asWritten: "«a far data 30 settembre 2021», senza norma; il cap. 1 cita l’«art. 64, comma 3 bis»",
  },
};
