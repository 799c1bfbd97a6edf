import { z } from "zod";
import type { Written } from "#app/domain/level/levels.ts";
import {
  BASIS_CODE,
  BLOCKER_KIND_CODE,
  CLAIM_EFFECT_CODE,
  CONFIDENCE_CODE,
  EXTENT_CODE,
  REMOVABILITY_CODE,
  RISK_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { coded, day, integer, list, maybe, maybeCoded, text, words } from "./cells.ts";

const WRITTEN_CODE: Record<Written, string> = {
  yes: "si",
  "yes-with-prerequisites": "si_con_prerequisiti",
  partial: "in_parte",
  depends: "dipende",
  no: "no",
  "would-be-if-digital": "sarebbe_se_digitale",
  outsourced: "esternalizzato",
};
const YES = { si: "si", no: "no" };

/** A cell of a document: as written, never trimmed. */
const asWritten = z.string();

/** What every map says of a process beside its document's own columns. */
const UNDERSTOOD = {
  codice: text,
  livello: coded(WRITTEN_CODE, "un livello scritto"),
  condizione_nascosta: maybe,
  discordanze: list,
  letture: list,
};

export const PROCESS_MAP = z.object({
  codice: z.enum(["000", "003", "001"]),
  titolo: text,
  fonte: text,
  osservata_il: day,
  giorno_scelto: coded(YES, "si o no"),
});

export const PROCESS_000 = z.object({
  ...UNDERSTOOD,
  area: text,
  riga: text,
  Processo: asWritten,
  "Macro-attività": asWritten,
  "Attività smartizzabile?": asWritten,
  "Contemporaneità di altre persone/servizi/parte politica": asWritten,
  "Pre-condizioni tecnologiche": asWritten,
  "Condizioni organizzative": asWritten,
  "Aspetti di sicurezza informatica": asWritten,
  Note: asWritten,
  cs_contemporaneita: maybe,
  cs_pre_condizioni: maybe,
  cs_condizioni: maybe,
  cs_sicurezza: maybe,
  cs_note: maybe,
});

export const PROCESS_003 = z.object({
  ...UNDERSTOOD,
  "CODICE - IND": asWritten,
  "CODICE - IND (seconda colonna)": asWritten,
  PROCESSO: asWritten,
  "FINALITA'": asWritten,
  INPUT: asWritten,
  "Fasi / Attività del processo": asWritten,
  OUTPUT: asWritten,
  AREA: asWritten,
  "SMART TEAM": asWritten,
  "SMARTABILITA' SI / NO / IN PARTE": asWritten,
  "SUPPORTI CARTACEI": asWritten,
  rischio: coded(RISK_CODE, "un rischio"),
  cartaceo: maybeCoded(YES, "si o no"),
  aree: list,
  squadre: list,
  fasi: list,
});

export const PROCESS_001 = z.object({
  ...UNDERSTOOD,
  riga: text,
  "Unità organizzativa": asWritten,
  "Attività smartizzabili": asWritten,
  "Attività non smartizzabili": asWritten,
});

export const ATTRIBUTION = z.object({ mappa: text, nome: text, uffici: words });

/** A figure of people: those under 4 are not in the file (R11). */
const people = z.union([
  z.enum(["", "<4", "n.p."]).transform(() => null),
  integer.refine((count) => count >= 4, "le cifre sotto 4 persone non si scrivono (<4)"),
]);

export const TEAM = z.object({
  mappa: text,
  tabella: integer,
  ordine: integer,
  area: text,
  servizio: text,
  squadra: text,
  livello: maybe,
  giorni: maybe,
  dipendenti: people,
  lavoratori_agili: people,
  nomi_nei_processi: list,
});

export const BLOCKER = z.object({
  processo: text,
  ordine: integer,
  tipo: coded(BLOCKER_KIND_CODE, "un tipo di blocco"),
  sottotipo: maybe,
  estensione: coded(EXTENT_CODE, "un'estensione"),
  base: coded(BASIS_CODE, "una base"),
  rimovibilita: coded(REMOVABILITY_CODE, "una rimovibilità"),
  nota: maybe,
});

export const CLAIM = z.object({
  riga: text,
  processo: text,
  blocco: integer,
  piano: text,
  azioni: words,
  effetto: coded(CLAIM_EFFECT_CODE, "un effetto"),
  confidenza: coded(CONFIDENCE_CODE, "una confidenza"),
  motivazione: text,
  fonte: text,
});

export const CONFIRMED_CLAIM = z.object({ sblocco: text, dal: day });
