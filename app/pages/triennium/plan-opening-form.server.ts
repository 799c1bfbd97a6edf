import { z } from "zod";
import { choiceNames } from "#app/components/triennium/choice-names.ts";
import type { AskedPlan } from "#app/domain/triennium/plan-opening.ts";
import { type FormErrors, maybeInteger, unreadable, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";

/** The longest title of a plan, in characters. */
const LONGEST_TITLE = 200;

const year = maybeInteger("Scrivi un anno, come 2027").transform((value) => value ?? NaN);

const OpeningForm = z.object({
  code: line(40),
  title: line(LONGEST_TITLE),
  firstYear: year,
  lastYear: year,
});

export type AskedOpening = { plan: AskedPlan; carried: { actionYearId: number; year: number }[] };

/** Reads the form that opens a plan: what it is to be, and what of the annualità offered goes where. */
export function readOpening(
  values: Values,
  offered: readonly { actionYear: { id: number } }[],
): { ok: true; asked: AskedOpening } | { ok: false; errors: FormErrors } {
  const form = OpeningForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const carried = offered
    .map(({ actionYear: { id } }) => ({ id, names: choiceNames(id) }))
    .filter(({ names }) => values[names.choice] !== undefined)
    .map(({ id, names }) => ({ actionYearId: id, year: yearIn(values[names.year]) }));
  return { ok: true, asked: { plan: form.data, carried } };
}

/** A year that the form could not say is none of the plan's: the rule refuses it. */
function yearIn(value: FormDataEntryValue | undefined): number {
  return typeof value === "string" && /^\d{4}$/.test(value) ? Number(value) : NaN;
}
