import { z } from "zod";
import type { AskedAdoption } from "#app/domain/triennium/plan-adoption.ts";
import { day, type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";

const AdoptionForm = z.object({
  actOrgan: line(200),
  actNumber: line(100),
  actOn: written("Scrivi il giorno dell’atto"),
  adoptedOn: written("Scrivi il giorno da cui il piano vale"),
  stamp: z.string().catch(""),
});

/** A day that was left empty is asked for by its name. */
function written(message: string) {
  return z.string(message).min(1, { error: message, abort: true }).pipe(day);
}

/** Reads the form of an adoption: its act, its day, and the stamp of the draft that it was built from. */
export function readAdoption(
  values: Values,
): { ok: true; asked: AskedAdoption; stamp: string } | { ok: false; errors: FormErrors } {
  const form = AdoptionForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { stamp, ...asked } = form.data;
  return { ok: true, asked, stamp };
}
