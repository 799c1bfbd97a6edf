import { z } from "zod";
import type { AskedAdoption } from "#app/domain/triennium/plan-adoption.ts";
import { day, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";

const AdoptionForm = z.object({
  actOrgan: line(200),
  actNumber: line(100),
  actOn: day,
  adoptedOn: day,
  stamp: z.string().catch(""),
});

export type AdoptionErrors = Partial<Record<keyof AskedAdoption | "plan", string[]>>;

/** Reads the form of an adoption: its act, its day, and the stamp of the draft that it was built from. */
export function readAdoption(
  values: Values,
): { ok: true; asked: AskedAdoption; stamp: string } | { ok: false; errors: AdoptionErrors } {
  const form = AdoptionForm.safeParse(values);
  if (!form.success) return { ok: false, errors: z.flattenError(form.error).fieldErrors };
  const { stamp, ...asked } = form.data;
  return { ok: true, asked, stamp };
}
