import { z } from "zod";
import {
  CONTRIBUTION_STATUS_CODE,
  DERIVED_STATUS_CODE,
  SITUATION_CODE,
  STATUS_CODE,
} from "#app/domain/codes.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { CLOSED_REVIEW } from "./closed-review-format.ts";
import { MONITORING } from "./monitoring-format.ts";
import { OBJECTIVE, OBJECTIVE_DISCREPANCY, OBJECTIVE_LINK, PRIORITY } from "./objective-format.ts";
import { PROCESS_MAP, TURN, UNBLOCK_CLAIM, WORK_PROCESS } from "./process-format.ts";
import { VARIATION } from "./variation-format.ts";
import { code, day, EVIDENCE, hash, moment, percent, salt, year } from "./values.ts";

const status = z.enum(Object.values(STATUS_CODE));

/** What takes the place of a text that was dropped: the commitment to it, which the chain still covers (R3). */
const OBSCURED = z.strictObject({ oscurato: hash });

const OFFICE = z.strictObject({
  codice: code,
  nome: z.string(),
  tipo: z.enum(["settore", "uo", "uoa"]),
  appartieneA: code.nullable(),
  cessatoIl: day.nullable(),
  successore: code.nullable(),
  fonte: z.string(),
});

const OFFICE_GROUP = z.strictObject({
  codice: code,
  nome: z.string(),
  uffici: z.array(code),
  fonte: z.string(),
});

const PLAN = z.strictObject({
  codice: code,
  titolo: z.string(),
  primoAnno: year,
  ultimoAnno: year,
  atto: z
    .strictObject({ organo: z.string().nullable(), numero: z.string().nullable(), del: day.nullable() })
    .nullable(),
  adottatoIl: day.nullable(),
  fonte: z.string(),
});

const AREA = z.strictObject({
  piano: code,
  codice: code,
  titolo: z.string(),
  responsabiliComeScritto: z.string().nullable(),
  fonte: z.string(),
});

const ACTION_YEAR = z.strictObject({
  anno: year,
  stato: status,
  situazione: z.enum(Object.values(SITUATION_CODE)),
  avanzamento: percent,
  scadenza: day,
  scadenzaTesto: z.string().nullable(),
  provata: z.boolean(),
  aggiornataIl: day.nullable(),
  adottata: z.boolean(),
  verso: z.strictObject({ piano: code, azione: code, anno: year }).nullable(),
  uffici: z.array(code),
});

const AS_WRITTEN = z.strictObject({
  titoloTabella: z.string().nullable(),
  responsabiliTesto: z.string().nullable(),
  responsabiliTabella: z.string().nullable(),
  anniTesto: z.string().nullable(),
  xInTabella: z.int().min(0).nullable(),
  documento: z.string().nullable(),
  sezione: z.string().nullable(),
  riga: z.string().nullable(),
});

const PLAN_ACTION = z.strictObject({
  piano: code,
  codice: code,
  ambito: code,
  titolo: z.string(),
  peso: z.number().positive(),
  temi: z.array(z.enum(THEMES)),
  norme: z.array(z.string()),
  responsabili: z.array(code),
  uffici: z.array(code),
  capofila: code.nullable(),
  continua: z.strictObject({ piano: code, azione: code }).nullable(),
  anniNonNoti: z.int().min(0),
  discrepanze: z.array(z.strictObject({ codice: code, dettaglio: z.string(), fonte: z.string() })),
  comeScritto: AS_WRITTEN,
  stato: z.enum(Object.values(DERIVED_STATUS_CODE)),
  avanzamento: z.number().min(0).max(100).nullable(),
  annualita: z.array(ACTION_YEAR),
});

const LINE = z.strictObject({
  sequenza: z.int().positive(),
  piano: code,
  azione: code,
  anno: year,
  da: status,
  a: status,
  avanzamento: percent,
  scadenza: day.nullable(),
  versoPiano: code.nullable(),
  versoAnno: year.nullable(),
  rettifica: z.int().positive().nullable(),
  effettivaDal: day,
  registrataIl: moment,
  autore: code,
  ruolo: z.enum(ROLES),
  ufficio: code.nullable(),
  motivo: z.union([z.string(), OBSCURED]).nullable(),
  prova: z.union([EVIDENCE, OBSCURED]).nullable(),
  sali: z.strictObject({ motivo: salt.nullable(), prova: salt.nullable() }),
  hashPrecedente: hash,
  hash,
});

const CONTRIBUTION = z.strictObject({
  piano: code,
  azione: code,
  anno: year,
  ufficio: code,
  stato: z.enum(Object.values(CONTRIBUTION_STATUS_CODE)),
  avanzamento: percent,
  prova: EVIDENCE.nullable(),
  nota: z.string(),
  effettivaDal: day,
  registrataIl: moment,
  autore: code,
  ruolo: z.enum(ROLES),
  dopoLaRiga: z.int().min(0),
  accordoIl: moment.nullable(),
});

/**
 * The document that `npm run data:export` writes, described for people in docs/formato-dati.md. The order of the keys here
 * is that of the file. Whoever changes anything gives `formato` a new number.
 */
export const DATA_EXPORT = z.strictObject({
  formato: z.literal("rotta/6"),
  situazioneAl: day,
  dimostrativo: z.boolean(),
  ente: z.string().nullable(),
  uffici: z.array(OFFICE),
  gruppi: z.array(OFFICE_GROUP),
  piani: z.array(PLAN),
  ambiti: z.array(AREA),
  azioni: z.array(PLAN_ACTION),
  storia: z.array(LINE),
  contributi: z.array(CONTRIBUTION),
  mappe: z.array(PROCESS_MAP),
  processi: z.array(WORK_PROCESS),
  sblocchi: z.array(UNBLOCK_CLAIM),
  svolte: z.array(TURN),
  obiettivi: z.array(OBJECTIVE),
  collegamenti: z.array(OBJECTIVE_LINK),
  priorita: z.array(PRIORITY),
  discrepanzeObiettivi: z.array(OBJECTIVE_DISCREPANCY),
  giri: z.array(MONITORING),
  variazioni: z.array(VARIATION),
  fotografie: z.array(CLOSED_REVIEW),
});

export type DataExport = z.output<typeof DATA_EXPORT>;
