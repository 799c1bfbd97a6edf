import { z } from "zod";
import type { AskedAdoption } from "#app/domain/triennium/plan-adoption.ts";
import { day, type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";

const AdoptionForm = z.object({
  actOrgan: line(200),
  actNumber: line(100),
  actOn: day,
  adoptedOn: day,
  stamp: z.string().catch(""),
});

/** Reads the form of an adoption: its act, its day, and the stamp of the draft that it was built from. */
export function readAdoption(
  values: Values,
): { ok: true; asked: AskedAdoption; stamp: string } | { ok: false; errors: FormErrors } {
  const form = AdoptionForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { stamp, ...asked } = form.data;
  return { ok: true, asked, stamp };
}
