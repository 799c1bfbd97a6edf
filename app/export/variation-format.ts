import { z } from "zod";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { code, day, moment, year } from "./values.ts";

const kind = z.enum(Object.values(VARIATION_CODE));

/** What of an action, or of an area, a variation changed; `prima` and `dopo` are codes where the thing has one. */
export const CHANGED_THINGS = [
  "azione",
  "anno",
  "anni_non_noti",
  "titolo",
  "ambito",
  "peso",
  "responsabili",
  "capofila",
  "uffici",
  "nome_ambito",
] as const;

/** A variation of an adopted plan (R12); the reason is null where it was obscured. */
export const VARIATION = z.strictObject({
  piano: code,
  tipo: kind,
  dal: day,
  registrataIl: moment,
  ambito: code,
  azione: code.nullable(),
  anni: z.array(year),
  verso: z.strictObject({ piano: code, azione: code, anno: year }).nullable(),
  ritira: kind.nullable(),
  descrizione: z.string(),
  cambiamenti: z.array(
    z.strictObject({
      cosa: z.enum(CHANGED_THINGS),
      prima: z.string().nullable(),
      dopo: z.string().nullable(),
    }),
  ),
  motivo: z.string().nullable(),
  atto: z
    .strictObject({
      nome: z.string(),
      numero: z.string().nullable(),
      del: day.nullable(),
      collegamento: z.string().nullable(),
    })
    .nullable(),
  ruolo: z.enum(ROLES),
  riga: z.int().positive().nullable(),
  modifica: z.int().positive().nullable(),
});
