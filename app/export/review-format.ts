import { z } from "zod";
import { DERIVED_STATUS_CODE, SITUATION_CODE } from "#app/domain/codes.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { code, day, hash, moment, percent, year } from "./values.ts";

const count = z.int().min(0);
const situation = z.enum(Object.values(SITUATION_CODE));
const level = z.enum(Object.values(LEVEL_CODE));
const share = z.number().min(0).max(100).nullable();

const PROGRESS = z.strictObject({ punti: z.number().min(0), peso: z.number().min(0), su: count });

const TALLY = {
  adottate: count,
  totale: count,
  situazioni: z.record(situation, count),
  avanzamento: PROGRESS,
};

const YEAR = z.strictObject({
  anno: year,
  ...TALLY,
  prima: z.strictObject({ al: day, totale: count, completate: count, avanzamento: PROGRESS }).nullable(),
});

const ACTION_YEAR = z.strictObject({
  anno: year,
  situazione: situation,
  avanzamento: percent,
  adottata: z.boolean(),
  oltreIlPiano: z.boolean(),
  nota: z.string(),
});

const ACTION = z.strictObject({
  codice: code,
  titolo: z.string(),
  peso: z.number().positive(),
  responsabili: z.string(),
  stato: z.enum(Object.values(DERIVED_STATUS_CODE)),
  anniNonNoti: count,
  annualita: z.array(ACTION_YEAR),
});

const AREA = z.strictObject({
  codice: code,
  titolo: z.string(),
  commento: z.string(),
  ...TALLY,
  azioni: z.array(ACTION),
});

const LEVELS = z.strictObject({ descrizione: z.string(), processi: z.record(level, count) });

const SMARTABILITY = z.strictObject({
  processi: count,
  rilevati: LEVELS,
  allaData: LEVELS,
  constatazione: z.string(),
  svolte: z.array(
    z.strictObject({
      codice: code,
      nome: z.string(),
      ufficio: z.string(),
      da: level,
      a: level,
      dal: day,
      grazieA: z.array(z.strictObject({ codice: code, titolo: z.string() })),
      confermata: z.boolean(),
    }),
  ),
});

const OBJECTIVE = z.strictObject({
  codice: code,
  titolo: z.string(),
  uffici: z.string(),
  fatto: z.number(),
  peso: z.number(),
  percentuale: share,
  attesa: share,
  nota: z.string(),
});

const VARIATION = z.strictObject({
  tipo: z.string(),
  il: day,
  oggetto: z.string(),
  ambito: z.string(),
  motivo: z.string(),
  atto: z.string(),
});

/**
 * What a closed review freezes (R12), described for people in docs/formato-dati.md: data, texts and figures. It names roles and offices, never
 * people, and quotes no reason of a status line. Whoever changes anything gives `formato` a new number and keeps reading the old ones.
 */
export const REVIEW_CONTENT = z.strictObject({
  formato: z.literal("rotta-fotografia/1"),
  ente: z.string(),
  dimostrativo: z.boolean(),
  piano: z.strictObject({
    codice: code,
    titolo: z.string(),
    primoAnno: year,
    ultimoAnno: year,
    atto: z.string().nullable(),
    adottatoIl: day.nullable(),
  }),
  al: day,
  chiusaIl: moment,
  corregge: z.strictObject({ al: day, hash, motivo: z.string() }).nullable(),
  precedente: z.strictObject({ al: day, hash }).nullable(),
  catena: z.strictObject({ sequenza: count, hash }),
  constatazioni: z.array(z.strictObject({ frase: z.string(), fondamento: z.string() })),
  commento: z.string(),
  anni: z.array(YEAR),
  ambiti: z.array(AREA),
  smartabilita: SMARTABILITY.nullable(),
  obiettivi: z.array(OBJECTIVE),
  variazioni: z.array(VARIATION),
  decisioni: z.array(z.strictObject({ testo: z.string(), da: z.string() })),
  metodo: z.array(z.string()),
});

export type ReviewContent = z.infer<typeof REVIEW_CONTENT>;

/** A frozen text as the review that it is. One that cannot be read any more is a bug or a hand on the database: it throws. */
export function reviewContentIn(text: string): ReviewContent {
  return REVIEW_CONTENT.parse(JSON.parse(text));
}
