import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { LONGEST_TITLE } from "#app/domain/edit/plan-action-edits.ts";
import {
  type AskedNewObjective,
  type AskedObjective,
  LONGEST_OBJECTIVE_CODE,
} from "#app/domain/objective/objective-edits.ts";
import { OBJECTIVE_KINDS } from "#app/domain/objective/objectives.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { formatWeight } from "#app/format.ts";
import { ticked, tickedValues } from "../edit/plan-action-form.server.ts";
import {
  type FormErrors,
  guard,
  maybeInteger,
  unreadable,
  type Values,
  weight,
} from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";
import { GROUNDS, groundsOf } from "../form/grounds-form.server.ts";

/** What every form about an objective carries: why, by which act, and the last edit that the person saw. */
export type ObjectiveForm = { grounds: TypedGrounds; seen: number };
export type Read<Asked> = { ok: true; asked: Asked; form: ObjectiveForm } | { ok: false; errors: FormErrors };

const LONGEST_DOCUMENT = 60;
const LONGEST_NUMBER = 20;
const YEAR_UNREADABLE = "Scrivi l’anno con quattro cifre, come 2026";

export const CARRIED = { ...GROUNDS, seen: guard };

const OBJECTIVE = {
  title: line(LONGEST_TITLE),
  description: paragraph(LONGEST_TEXT).transform((text) => text || null),
  kind: z.enum(OBJECTIVE_KINDS, "Scegli il tipo di obiettivo"),
  transversal: z.string().optional(),
  weight,
};

const ObjectiveFields = z.object({ ...OBJECTIVE, ...CARRIED });
const NewObjectiveFields = z.object({
  document: line(LONGEST_DOCUMENT),
  firstYear: year(YEAR_UNREADABLE),
  lastYear: maybeInteger(YEAR_UNREADABLE).default(null),
  number: line(LONGEST_NUMBER).transform((text) => text || null),
  code: line(LONGEST_OBJECTIVE_CODE).transform((text) => text || null),
  ...OBJECTIVE,
  copied: line(LONGEST_OBJECTIVE_CODE).transform((text) => text || null),
  ...CARRIED,
});
const GroundsOnly = z.object(CARRIED);

export function readObjective(values: Values): Read<AskedObjective> {
  const form = ObjectiveFields.safeParse(values);
  return form.success ? readable(form.data, objectiveOf(form.data, values)) : unreadable(form.error);
}

/** `copied`: the code of the objective whose steps it begins with. One year alone is both the first and the last. */
export function readNewObjective(values: Values): Read<AskedNewObjective & { copied: string | null }> {
  const form = NewObjectiveFields.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { document, firstYear, lastYear, number, code, copied } = form.data;
  const identity = { document, firstYear, lastYear: lastYear ?? firstYear, number, code, copied };
  return readable(form.data, { ...objectiveOf(form.data, values), ...identity });
}

/** What stands for the fields that cannot be read while the rest is judged. */
const READABLE: Values = {
  ...{ document: "PEG", firstYear: "2026", lastYear: "", number: "", code: "", title: "-", description: "" },
  ...{ kind: "management", weight: "1", reason: "-", actOrgan: "", actNumber: "", actOn: "" },
};

/** The form of a new objective without what cannot be read of it: so that all the rest that is wrong is said at once. */
export function readRestOfNewObjective(values: Values, errors: FormErrors) {
  const unread = Object.keys(errors).flatMap((field) =>
    field === "firstYear" ? [field, "lastYear"] : [field],
  );
  return readNewObjective({
    ...values,
    ...Object.fromEntries(unread.map((field) => [field, READABLE[field] ?? ""])),
  });
}

/** The form of a retirement: nothing but why. */
export function readGrounds(values: Values): Read<null> {
  const form = GroundsOnly.safeParse(values);
  return form.success ? readable(form.data, null) : unreadable(form.error);
}

export function readable<Asked>(
  { seen, ...grounds }: z.output<typeof GroundsOnly>,
  asked: Asked,
): Read<Asked> {
  return { ok: true, asked, form: { seen, grounds: groundsOf(grounds) } };
}

/** The fields of a form before anyone types: what `readObjective` would read back. */
export function objectiveValues(asked: AskedObjective): Record<string, string> {
  const { title, description, kind, isTransversal, weight, offices } = asked;
  return {
    ...{ title, description: description ?? "", kind, weight: formatWeight(weight) },
    ...(isTransversal ? { transversal: "on" } : {}),
    ...tickedValues("office", offices),
  };
}

function objectiveOf(
  { title, description, kind, transversal, weight }: z.output<typeof ObjectiveFields>,
  values: Values,
): AskedObjective {
  const isTransversal = transversal !== undefined;
  return { title, description, kind, isTransversal, weight, offices: ticked(values, "office") };
}

function year(message: string) {
  return z
    .string(message)
    .trim()
    .regex(/^\d{4}$/, message)
    .transform(Number);
}
