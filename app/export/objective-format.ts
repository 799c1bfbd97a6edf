import { z } from "zod";
import { OBJECTIVE_KIND_CODES } from "#app/domain/objective/objective-codes.ts";
import {
  DIRECTION_CODES,
  MEASURE_CODES,
  PERIOD_CODES,
  PRECISION_CODES,
  RHYTHM_CODES,
  SERVICE_SIDE_CODES,
  SERVICE_UNIT_CODES,
  TERM_KIND_CODES,
} from "#app/domain/objective/term-codes.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { code, day, EVIDENCE, percent, year } from "./values.ts";

const weight = z.number().min(0);
const text = z.string().nullable();

/** A part of a whole: 1 of 12 months, 60 of 100. */
const SHARE = z.strictObject({ parti: z.number().min(0), su: z.number().min(0) });

const TERM = z.strictObject({
  tipo: z.enum(Object.values(TERM_KIND_CODES)),
  testo: z.string(),
  giorno: z
    .strictObject({
      anno: year.nullable(),
      mese: z.int().min(1).max(12),
      giorno: z.int().min(1).max(31),
      precisione: z.enum(Object.values(PRECISION_CODES)),
    })
    .nullable(),
  ogni: z.enum(Object.values(PERIOD_CODES)).nullable(),
  tempo: z
    .strictObject({
      quanto: z.number().min(0),
      unita: z.enum(Object.values(SERVICE_UNIT_CODES)),
      verso: z.enum(Object.values(SERVICE_SIDE_CODES)),
      evento: text,
    })
    .nullable(),
  valore: z.strictObject({ quanto: z.number(), unita: z.string() }).nullable(),
});

const MEASURE = z.strictObject({
  tipo: z.enum(Object.values(MEASURE_CODES)),
  entro: day.nullable(),
  ogni: z.enum(Object.values(RHYTHM_CODES)).nullable(),
  periodi: z.int().min(1).nullable(),
});

const authored = { ruolo: z.enum(ROLES), ufficio: code.nullable() };

const REPORT = z.strictObject({
  giorno: day,
  testo: z.string(),
  prova: EVIDENCE.nullable(),
  avanzamento: percent.nullable(),
  dal: day.nullable(),
  al: day.nullable(),
  volte: z.int().min(0).nullable(),
  ...authored,
});

const POINT = z.strictObject({
  numero: z.int().positive(),
  codice: text,
  titolo: text,
  testo: z.string(),
  programmato: text,
  programmatoComune: z.boolean(),
  termini: z.array(TERM),
  nonCapito: z.boolean(),
  misura: MEASURE,
  peso: weight,
  effettivo: z.array(REPORT),
});

const ACTIVITY = z.strictObject({ numero: text, titolo: text, testo: text, punti: z.array(POINT) });

const ADDEND = z.strictObject({
  tipo: z.enum(["punto", "annualita"]),
  punto: z.int().positive().nullable(),
  annualita: z.strictObject({ piano: code, azione: code, anno: year }).nullable(),
  peso: weight,
  fatto: SHARE,
  atteso: SHARE,
});

const FIGURE = z.strictObject({
  percentuale: percent,
  del: day,
  motivo: z.string(),
  atto: z.strictObject({ organo: text, numero: text, del: day.nullable() }).nullable(),
  ...authored,
});

const PROGRESS = z.strictObject({
  percentuale: percent.nullable(),
  numeratore: z.number().min(0),
  denominatore: z.number().min(0),
  atteso: z.strictObject({ percentuale: percent.nullable(), numeratore: z.number().min(0) }),
  dichiarato: FIGURE.nullable(),
  validato: FIGURE.nullable(),
});

const INDICATOR = z.strictObject({
  numero: z.int().positive(),
  nome: z.string(),
  unita: z.string(),
  partenza: z.number().nullable(),
  atteso: z.number(),
  verso: z.enum(Object.values(DIRECTION_CODES)),
  fonte: z.string(),
  valori: z.array(
    z.strictObject({
      giorno: day,
      valore: z.number(),
      nota: z.string(),
      prova: EVIDENCE.nullable(),
      ...authored,
    }),
  ),
});

const AS_WRITTEN = z.strictObject({
  missione: text,
  programma: text,
  progetto: text,
  obiettivoSuperiore: text,
  titolo: text,
  ufficio: text,
  unita: text,
});

export const OBJECTIVE = z.strictObject({
  codice: code,
  documento: z.string(),
  atto: text,
  anno: year,
  ultimoAnno: year,
  ufficio: z.array(code),
  ufficioScelto: z.boolean(),
  numero: text,
  titolo: z.string(),
  descrizione: text,
  tipo: z.enum(Object.values(OBJECTIVE_KIND_CODES)),
  trasversale: z.boolean(),
  peso: weight,
  avanzamento: PROGRESS,
  addendi: z.array(ADDEND),
  attivita: z.array(ACTIVITY),
  indicatori: z.array(INDICATOR),
  comeScritto: AS_WRITTEN,
  fonte: z.string(),
});

export const OBJECTIVE_LINK = z.strictObject({
  obiettivo: code,
  piano: code,
  azione: code,
  anno: year.nullable(),
  motivo: z.string(),
  peso: weight,
  dal: day,
});

export const PRIORITY = z.strictObject({
  documento: z.string(),
  numero: z.int().positive(),
  ambito: z.string(),
  testo: z.string(),
});

export const OBJECTIVE_DISCREPANCY = z.strictObject({
  obiettivo: code.nullable(),
  dettaglio: z.string(),
  fonte: z.string(),
});
