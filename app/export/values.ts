import { z } from "zod";
import { isDay } from "#app/domain/days.ts";
import { EVIDENCE_KINDS } from "#app/domain/status/evidence.ts";

/** What the sections of the format are made of (docs/formato-dati.md). */
export const code = z.string().min(1);
export const day = z.string().refine(isDay, "non è un giorno (AAAA-MM-GG)");
export const moment = z.iso.datetime();
export const year = z.int().min(2000).max(2100);
export const percent = z.int().min(0).max(100);

export const hash = z.string().regex(/^[0-9a-f]{64}$/, "non è un’impronta SHA-256");
export const salt = z.string().regex(/^[0-9a-f]{32}$/, "non è un sale di 32 cifre");

/** A proof, as it was given. */
export const EVIDENCE = z.strictObject({
  tipo: z.enum(EVIDENCE_KINDS),
  numero: z.string().nullable(),
  del: day.nullable(),
  collegamento: z.string().nullable(),
  nota: z.string().nullable(),
});
