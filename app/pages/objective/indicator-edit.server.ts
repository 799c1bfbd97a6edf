import type { Params } from "@remix-run/react";
import { z } from "zod";
import { type AskedIndicator, refusalsOfIndicator } from "#app/domain/objective/indicator-decisions.ts";
import { DIRECTIONS } from "#app/domain/objective/indicators.ts";
import { formatWeight } from "#app/format.ts";
import { notFound } from "#app/http.server.ts";
import { db } from "#db/connection.server.ts";
import type { EditedObjective } from "#db/objective/edited-objective.ts";
import {
  listStandingIndicators,
  type StandingIndicator,
  writeIndicator,
  writeNewIndicator,
} from "#db/objective/indicator-records.ts";
import type { User } from "#db/users.ts";
import { type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";
import { italianNumber, maybeItalianNumber } from "../form/number-form.server.ts";
import { type ObjectiveOutcome, recordObjectiveChange } from "./objective-edit.server.ts";
import { CARRIED, type ObjectiveForm, type Read, readable } from "./objective-form.server.ts";
import { reportErrors } from "./report-refusals.server.ts";

export const NOT_A_NUMBER = "Scrivi un numero come 12 oppure 1.234,5: la virgola per i decimali";

const IndicatorForm = z.object({
  name: line(200),
  unit: line(50),
  start: maybeItalianNumber(NOT_A_NUMBER),
  target: italianNumber(NOT_A_NUMBER),
  direction: z.enum(DIRECTIONS, "Scegli se deve salire o scendere"),
  source: line(300),
  ...CARRIED,
});

export function readIndicator(values: Values): Read<AskedIndicator> {
  const form = IndicatorForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { name, unit, start, target, direction, source } = form.data;
  return readable(form.data, { name, unit, start, target, direction, source });
}

/** The indicator that an address names, of an objective, or the 404 page. */
export async function indicatorOr404(
  { id, code }: { id: number; code: string },
  { ordinal }: Params,
): Promise<StandingIndicator> {
  const found = (await listStandingIndicators(db, id)).find((one) => String(one.ordinal) === ordinal);
  if (!found) throw notFound(`L’obiettivo ${code} non ha un indicatore ${ordinal}.`);
  return found;
}

/** The fields of an indicator filled with what it says. */
export function indicatorValues(indicator: StandingIndicator): Record<string, string> {
  const { name, unit, start_value: start, target_value: target, direction, source } = indicator;
  const written = { start: start === null ? "" : formatWeight(start), target: formatWeight(target) };
  return { name, unit, ...written, direction, source };
}

type Form = { asked: AskedIndicator; form: ObjectiveForm };

/** Decides and records a new indicator of an objective. */
export async function addIndicator(
  objective: EditedObjective,
  user: User,
  { asked, form }: Form,
): Promise<ObjectiveOutcome> {
  const standing = await listStandingIndicators(db, objective.id);
  return recordObjectiveChange(objective, user, form, {
    refused: refusedAs(asked, standing),
    isMade: async ({ id }) => (await listStandingIndicators(db, id)).some((one) => isAs(one, asked)),
    write: (writing) => writeNewIndicator(writing, objective.id, asked),
  });
}

/** Decides and records what an indicator says; what was read of it stays. */
export async function changeIndicator(
  { objective, indicator }: { objective: EditedObjective; indicator: StandingIndicator },
  user: User,
  { asked, form }: Form,
): Promise<ObjectiveOutcome> {
  const standing = await listStandingIndicators(db, objective.id);
  return recordObjectiveChange(objective, user, form, {
    refused: refusedAs(
      asked,
      standing.filter(({ id }) => id !== indicator.id),
    ),
    isMade: async ({ id }) => {
      const now = await listStandingIndicators(db, id);
      return now.some((one) => one.id === indicator.id && isAs(one, asked));
    },
    write: (writing) => writeIndicator(writing, indicator, asked),
  });
}

function refusedAs(asked: AskedIndicator, others: readonly StandingIndicator[]): FormErrors | undefined {
  const refusals = refusalsOfIndicator(asked, others);
  return refusals.length === 0 ? undefined : reportErrors(refusals);
}

function isAs(standing: StandingIndicator, asked: AskedIndicator): boolean {
  const { name, unit, start_value: start, target_value: target, direction, source } = standing;
  const says = { name, unit, start, target, direction, source };
  return Object.entries(says).every(([field, value]) => asked[field as keyof AskedIndicator] === value);
}
