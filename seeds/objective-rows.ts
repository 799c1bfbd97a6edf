import { z } from "zod";
import { OBJECTIVE_KIND_CODES } from "#app/domain/objective/objective-codes.ts";
import { coded, integer, maybe, maybeInteger, text, words } from "./cells.ts";

/** 1 where it is so, empty where it is not. */
const flag = z
  .enum(["", "1"])
  .transform((value) => (value === "1" ? 1 : 0))
  .pipe(z.union([z.literal(0), z.literal(1)]));

export const OBJECTIVE = z.object({
  codice: text,
  documento: text,
  atto: maybe,
  tipo: coded(OBJECTIVE_KIND_CODES, "un tipo di obiettivo"),
  settore: maybe,
  uo: maybe,
  numero: maybe,
  titolo: text,
  titolo_come_scritto: maybe,
  descrizione: maybe,
  trasversale: flag,
  titolo_di: maybe,
  missione: maybe,
  programma: maybe,
  progetto: maybe,
  anno: integer,
  ultimo_anno: integer,
  fonte: text,
});

export const OBJECTIVE_OFFICES = z.object({ obiettivo: text, uffici: words, scelta: flag });

export const OBJECTIVE_ACTIVITY = z.object({
  obiettivo: text,
  ordine: integer,
  numero: maybe,
  titolo: maybe,
  testo: maybe,
});

export const OBJECTIVE_POINT = z.object({
  obiettivo: text,
  attivita: integer,
  ordine: integer,
  codice: maybe,
  gruppo: maybe,
  testo: text,
  programmato: maybe,
  programmato_comune: flag,
  effettivo: z.literal("", "il documento non ne ha: un effettivo si comunica"),
});

export const OBJECTIVE_LINK = z.object({
  obiettivo: text,
  piano: text,
  azione: text,
  anno: maybeInteger,
  motivo: text,
});

export const OBJECTIVE_DISCREPANCY = z.object({ obiettivo: maybe, dettaglio: text, fonte: text });

export const PRIORITY = z.object({ documento: text, ambito: text, testo: text });
