import { z } from "zod";
import { ROLES } from "#app/domain/permissions.ts";
import {
  BASIS_CODE,
  BLOCKER_KIND_CODE,
  BLOCKER_STATE_CODE,
  CLAIM_EFFECT_CODE,
  CLAIM_STATE_CODE,
  CONFIDENCE_CODE,
  EXTENT_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
  REMARK_KIND_CODE,
  REMOVABILITY_CODE,
  RISK_CODE,
  TURN_ANSWER_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { code, day, moment } from "./values.ts";

const level = z.enum(Object.values(LEVEL_CODE));

export const PROCESS_MAP = z.strictObject({
  codice: code,
  titolo: z.string(),
  osservataIl: day,
  giornoScelto: z.boolean(),
  fonte: z.string(),
});

const BLOCKER = z.strictObject({
  numero: z.int().positive(),
  tipo: z.enum(Object.values(BLOCKER_KIND_CODE)),
  sottotipo: z.string().nullable(),
  estensione: z.enum(Object.values(EXTENT_CODE)),
  fondamento: z.enum(Object.values(BASIS_CODE)),
  rimovibilita: z.enum(Object.values(REMOVABILITY_CODE)),
  stato: z.enum(Object.values(BLOCKER_STATE_CODE)),
  dal: day.nullable(),
  nota: z.string().nullable(),
});

const AS_WRITTEN = z.strictObject({
  livello: z.string(),
  sezione: z.string().nullable(),
  riga: z.string().nullable(),
  colonne: z.array(z.strictObject({ colonna: z.string(), testo: z.string(), staPer: z.string().nullable() })),
});

export const WORK_PROCESS = z.strictObject({
  catalogo: code,
  codice: code,
  processo: z.string(),
  attivita: z.string().nullable(),
  uffici: z.array(code),
  aree: z.array(z.string()),
  squadre: z.array(z.string()),
  fasi: z.array(z.string()),
  rischio: z.enum(Object.values(RISK_CODE)).nullable(),
  cartaceo: z.boolean().nullable(),
  livelloScritto: level,
  livello: level,
  raggiungibile: level,
  figura: z.enum(Object.values(FIGURE_CODE)).nullable(),
  blocchi: z.array(BLOCKER),
  spiegazione: z.string().min(1),
  comeScritto: AS_WRITTEN,
  osservazioni: z.array(
    z.strictObject({ tipo: z.enum(Object.values(REMARK_KIND_CODE)), dettaglio: z.string() }),
  ),
});

export const UNBLOCK_CLAIM = z.strictObject({
  numero: z.int().positive(),
  azioni: z.array(code).min(1),
  blocco: code,
  effetto: z.enum(Object.values(CLAIM_EFFECT_CODE)),
  stato: z.enum(Object.values(CLAIM_STATE_CODE)),
  decaduto: z.boolean(),
  confidenza: z.enum(Object.values(CONFIDENCE_CODE)).nullable(),
  motivo: z.string(),
  fonte: z.string(),
  dal: day,
});

export const TURN = z.strictObject({
  processo: code,
  da: level,
  a: level,
  dal: day,
  registrataIl: moment,
  autore: code,
  ruolo: z.enum(ROLES),
  ufficio: code.nullable(),
  causa: z.union([z.strictObject({ riga: z.int().positive() }), z.strictObject({ modifica: z.string() })]),
  sblocchi: z.array(z.int().positive()),
  dopoLaRiga: z.int().min(0),
  risposta: z
    .strictObject({
      esito: z.enum(Object.values(TURN_ANSWER_CODE)),
      motivo: z.string(),
      il: moment,
      ruolo: z.enum(ROLES),
      ufficio: code.nullable(),
    })
    .nullable(),
});
