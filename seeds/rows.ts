import { z } from "zod";
import { CONTRIBUTION_STATUS_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { EVIDENCE_KINDS } from "#app/domain/status/evidence.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { coded, day, integer, maybe, maybeDay, maybeInteger, moment, text, words } from "./cells.ts";

/** The headers of each file of `seeds/data`, and what each column may hold. */
export const OFFICE = z.object({
  codice: text,
  nome: text,
  tipo: z.enum(["settore", "uo", "uoa"]),
  appartiene_a: maybe,
  posta: maybe,
  fonte: text,
});

export const GROUP = z.object({ codice: text, nome: text, uffici: words, fonte: text });

export const PLAN = z.object({
  codice: text,
  titolo: text,
  primo_anno: integer,
  ultimo_anno: integer,
  organo: text,
  numero_atto: text,
  data_atto: day,
  adottato_il: day,
  fonte: text,
});

export const AREA = z.object({
  piano: text,
  codice: text,
  titolo: text,
  responsabili_come_scritto: maybe,
  fonte: text,
});

export const PLAN_ACTION = z.object({
  piano: text,
  codice: text,
  ambito: text,
  titolo: text,
  responsabili: words,
  anni: words.transform((years) => years.map(Number)),
  anni_non_noti: maybeInteger,
  temi: words.pipe(z.array(z.enum(THEMES))),
  titolo_tabella: maybe,
  responsabili_testo: maybe,
  responsabili_tabella: maybe,
  anni_testo: maybe,
  x_in_tabella: maybeInteger,
  documento: text,
  sezione: text,
  riga: text,
  continua: maybe,
  scadenza_come_scritta: maybe,
  scadenze: words.pipe(z.array(day)),
});

export const DISCREPANCY = z.object({
  piano: text,
  azione: text,
  codice: text,
  dettaglio: text,
  fonte: text,
});

export const LEAD = z.object({ piano: text, azione: text, ufficio: text });

export const USER = z.object({ utente: text, nome: text, ruolo: z.enum(ROLES), uffici: words });

const EVIDENCE = {
  prova_tipo: z.union([z.literal("").transform(() => null), z.enum(EVIDENCE_KINDS)]),
  prova_numero: maybe,
  prova_del: maybeDay,
  prova_collegamento: maybe,
  prova_nota: maybe,
};

export const HISTORY_LINE = z.object({
  riga: text,
  registrata_il: moment,
  piano: text,
  azione: text,
  anno: integer,
  a: coded(STATUS_CODE, "uno stato"),
  avanzamento: integer,
  effettiva_dal: day,
  scadenza: maybeDay,
  verso_piano: maybe,
  verso_anno: maybeInteger,
  rettifica: maybe,
  autore: text,
  motivo: z.string(),
  ...EVIDENCE,
});

export const VARIATION = z.object({
  riga: text,
  registrata_il: moment,
  piano: text,
  azione: text,
  titolo: maybe,
  capofila: maybe,
  anni_aggiunti: words.transform((years) => years.map(Number)),
  autore: text,
  motivo: text,
  organo: maybe,
  numero_atto: maybe,
  data_atto: maybeDay,
});

export const CONTRIBUTION = z.object({
  riga: text,
  registrata_il: moment,
  piano: text,
  azione: text,
  anno: integer,
  ufficio: text,
  autore: text,
  stato: coded(CONTRIBUTION_STATUS_CODE, "uno stato di un contributo"),
  avanzamento: integer,
  effettiva_dal: day,
  nota: z.string(),
  ...EVIDENCE,
  accordo_il: z.union([z.literal("").transform(() => null), moment]),
});
