import { z } from "zod";
import {
  type Basis,
  BLOCKER_KINDS,
  type Extent,
  type Removability,
} from "#app/domain/work-process/blockers.ts";
import type { ClaimEffect, Confidence } from "#app/domain/work-process/claims.ts";
import type { Written } from "#app/domain/work-process/levels.ts";
import type { Risk } from "#app/domain/work-process/work-processes.ts";
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
const RISK_CODE: Record<Risk, string> = { low: "basso", medium: "medio", high: "alto" };
const EXTENT_CODE: Record<Extent, string> = { whole: "tutto", part: "parte" };
const BASIS_CODE: Record<Basis, string> = { stated: "scritta", inferred: "dedotta", none: "nessuna" };
const REMOVABILITY_CODE: Record<Removability, string> = {
  digital: "digitale",
  partly: "in_parte",
  "outside-plan": "fuori_piano",
  structural: "strutturale",
  unknown: "non_nota",
};
const EFFECT_CODE: Record<ClaimEffect, string> = { full: "totale", partial: "parziale" };
const CONFIDENCE_CODE: Record<Confidence, string> = { high: "alta", medium: "media", low: "bassa" };
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
  z.enum(["", "<4"]).transform(() => null),
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
  tipo: z.enum(BLOCKER_KINDS),
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
  effetto: coded(EFFECT_CODE, "un effetto"),
  confidenza: coded(CONFIDENCE_CODE, "una confidenza"),
  motivazione: text,
  fonte: text,
});

export const CONFIRMED_CLAIM = z.object({ sblocco: text, dal: day });
