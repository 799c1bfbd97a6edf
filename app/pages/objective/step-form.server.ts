import { data } from "@remix-run/node";
import { z } from "zod";
import { understood } from "#app/domain/objective/planned.ts";
import type { AskedNewStep, AskedPlace, AskedStep } from "#app/domain/objective/step-edits.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { formatWeight } from "#app/format.ts";
import { understoodSentence } from "#app/term-sentences.ts";
import type { EditedObjective } from "#db/objective/edited-objective.ts";
import { type FormErrors, typedIn, unreadable, type Values, weight } from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";
import { CARRIED, type Read, readable } from "./objective-form.server.ts";

const LONGEST_ACTIVITY = 300;
const PLACE_UNREADABLE = "Scegli un’attività dall’elenco, o nessuna";

const STEP = {
  text: paragraph(LONGEST_TEXT),
  planned: paragraph(LONGEST_TEXT).transform((text) => text || null),
  weight: weight.optional(),
};

const StepFields = z.object({ ...STEP, ...CARRIED });
const NewStepFields = z.object({
  activity: z
    .string(PLACE_UNREADABLE)
    .regex(/^(|nuova|[1-9]\d{0,3})$/, PLACE_UNREADABLE)
    .default(""),
  activityTitle: line(LONGEST_ACTIVITY),
  ...STEP,
  ...CARRIED,
});

/** A step whose weight who writes it may not choose has the one that it had. */
export function readStep(values: Values, before: number): Read<AskedStep> {
  const form = StepFields.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { text, planned, weight = before } = form.data;
  return readable(form.data, { text, planned, weight });
}

export function readNewStep(values: Values): Read<AskedNewStep> {
  const form = NewStepFields.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { activity, activityTitle, text, planned, weight = 1 } = form.data;
  return readable(form.data, { text, planned, weight, place: placeOf(activity, activityTitle) });
}

/** The fields of a form before anyone types: what `readStep` would read back. */
export function stepValues({ text, planned, weight }: AskedStep): Record<string, string> {
  return { text, planned: planned ?? "", weight: formatWeight(weight) };
}

/** Weights as they are typed, each in its field (`weight-step-3`); of those that are no number, what is wrong. */
export function readWeights(
  values: Values,
  keys: readonly string[],
): Read<{ key: string; weight: number }[]> {
  const grounds = z.object(CARRIED).safeParse(values);
  const read = keys.map((key) => ({ key, weight: weight.safeParse(values[`weight-${key}`] ?? "") }));
  const errors: FormErrors = Object.fromEntries(
    read.flatMap(({ key, weight }) =>
      weight.success ? [] : [[`weight-${key}`, weight.error.issues.map(({ message }) => message)]],
    ),
  );
  if (!grounds.success) return { ok: false, errors: { ...errors, ...unreadable(grounds.error).errors } };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return readable(
    grounds.data,
    read.flatMap(({ key, weight }) => (weight.success ? [{ key, weight: weight.data }] : [])),
  );
}

/** The same page again, with what is understood of the programmato as it was typed. */
export function refuseStep(
  errors: FormErrors,
  values: Values,
  objective: Pick<EditedObjective, "first_year" | "last_year">,
  isConflict = false,
) {
  const planned = STEP.planned.safeParse(values.planned);
  const said = planned.data ? understoodOf(planned.data, objective) : null;
  const status = isConflict ? 409 : 422;
  return data({ errors, isConflict, typed: typedIn(values), understood: said }, { status });
}

/** What is understood of a programmato in the years of an objective, in words. */
export function understoodOf(
  planned: string | null,
  { first_year: firstYear, last_year: lastYear }: Pick<EditedObjective, "first_year" | "last_year">,
): string {
  return understoodSentence(understood(planned, { firstYear, lastYear }));
}

function placeOf(activity: string, title: string): AskedPlace {
  if (activity === "nuova") return { kind: "new", title };
  return activity === "" ? { kind: "none" } : { kind: "activity", ordinal: Number(activity) };
}
