import { z } from "zod";
import { code, day, hash, moment } from "./values.ts";

/** A closed review (R12): what proves it and who took note of it; what it froze is a file of its own. */
export const CLOSED_REVIEW = z.strictObject({
  piano: code,
  al: day,
  hash,
  chiusaIl: moment,
  testaCatena: z.strictObject({ sequenza: z.int().min(0), hash }),
  corregge: hash.nullable(),
  presaDAtto: z.strictObject({ organo: z.string(), numero: z.string(), del: day }).nullable(),
});
