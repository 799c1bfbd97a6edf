import { data } from "@remix-run/node";
import { z } from "zod";
import { lastDayOf } from "#app/domain/days.ts";
import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { LONGEST_NORM, LONGEST_TITLE, MOST_NORMS, type Wording } from "#app/domain/edit/plan-action-edits.ts";
import { type AskedResponsibles, MOST_RESPONSIBLES } from "#app/domain/edit/plan-action-responsibles.ts";
import type { AskedYear } from "#app/domain/edit/plan-action-years.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { formatWeight } from "#app/format.ts";
import {
  type FormErrors,
  guard,
  maybeDay,
  typedIn,
  unreadable,
  type Values,
  weight,
} from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";
import { GROUNDS, groundsOf } from "../form/grounds-form.server.ts";

export type Typed = Record<string, string>;

/** What every form of an edit carries: why, by which act, the last edit that the person saw and, of a draft, what they saw. */
export type EditForm = { grounds: TypedGrounds; edit: number; seen?: string };
export type Read<Asked> = { ok: true; asked: Asked; form: EditForm } | { ok: false; errors: FormErrors };

/** The fields of it. */
export const EDIT = { ...GROUNDS, edit: guard, seen: z.string().optional() };

const WORDING = {
  title: line(LONGEST_TITLE),
  areaCode: line(20),
  weight,
  norms: paragraph(LONGEST_NORM * MOST_NORMS).transform(linesOf),
};

const CODE = { code: line(20) };
const RESPONSIBLES = { lead: line(100) };
const YEARS = { clarifies: z.string().optional() };

const GroundsForm = z.object(EDIT);
const WordingForm = z.object({ ...WORDING, ...EDIT });
const ResponsiblesForm = z.object({ ...RESPONSIBLES, ...EDIT });
const YearsForm = z.object({ ...YEARS, ...EDIT });
const NewForm = z.object({ ...CODE, ...WORDING, ...RESPONSIBLES, ...EDIT });

export function readWording(values: Values): Read<Wording> {
  const form = WordingForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  return readable(form.data, wordingOf(form.data, values));
}

export function readResponsibles(values: Values): Read<AskedResponsibles> {
  const form = ResponsiblesForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  return readable(form.data, responsiblesOf(form.data, values));
}

export function readYears(values: Values): Read<{ years: AskedYear[]; clarifies: boolean }> {
  const form = YearsForm.safeParse(values);
  const years = yearsOf(values);
  const errors = form.success ? years.errors : { ...unreadable(form.error).errors, ...years.errors };
  if (!form.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return readable(form.data, { years: years.years, clarifies: form.data.clarifies !== undefined });
}

export function readOffices(values: Values): Read<string[]> {
  const form = GroundsForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  return readable(form.data, ticked(values, "office"));
}

export type AskedPlanAction = AskedResponsibles & { code: string; wording: Wording; years: AskedYear[] };

export function readNewPlanAction(values: Values): Read<AskedPlanAction> {
  const form = NewForm.safeParse(values);
  const { years, errors: ofYears } = yearsOf(values);
  const errors = form.success ? ofYears : { ...unreadable(form.error).errors, ...ofYears };
  if (!form.success || Object.keys(errors).length > 0) return { ok: false, errors };
  const wording = wordingOf(form.data, values);
  return readable(form.data, { code: form.data.code, wording, years, ...responsiblesOf(form.data, values) });
}

/** The fields of a form as they stand in it before anyone types: what `read…` would read back. */
export function wordingValues({ title, areaCode, weight, themes, norms }: Wording): Typed {
  return {
    title,
    areaCode,
    weight: formatWeight(weight),
    norms: norms.join("\n"),
    ...tickedValues("theme", themes),
  };
}

export function responsiblesValues({ responsibles, lead }: AskedResponsibles): Typed {
  const rows = responsibles.map((code, index) => [`responsible-${index + 1}`, code]);
  return { ...Object.fromEntries(rows), lead: lead ?? "" };
}

export function yearsValues(years: readonly AskedYear[]): Typed {
  return {
    ...tickedValues(
      "year",
      years.map(({ year }) => String(year)),
    ),
    ...Object.fromEntries(years.map(({ year, dueOn }) => [`due-${year}`, dueOn ?? lastDayOf(year)])),
  };
}

export function tickedValues(name: string, members: readonly string[]): Typed {
  return Object.fromEntries(members.map((member) => [`${name}-${member}`, "on"]));
}

/** The same page again, with what is wrong, all that was typed and, when someone was faster (409), what they changed. */
export function refuseEdit(errors: FormErrors, values: Values, meanwhile: ToldEdit[] | null = null) {
  return data({ errors, typed: typedIn(values), meanwhile }, { status: meanwhile === null ? 422 : 409 });
}

function readable<Asked>(
  { edit, seen, ...grounds }: z.output<typeof GroundsForm>,
  asked: Asked,
): Read<Asked> {
  return { ok: true, asked, form: { edit, seen, grounds: groundsOf(grounds) } };
}

function wordingOf(form: Omit<Wording, "themes">, values: Values): Wording {
  const { title, areaCode, weight, norms } = form;
  const asked = ticked(values, "theme");
  return { title, areaCode, weight, norms, themes: THEMES.filter((theme) => asked.includes(theme)) };
}

/** The rows of the responsibles in their order; those left empty are none. */
function responsiblesOf({ lead }: { lead: string }, values: Values): AskedResponsibles {
  const rows = Array.from({ length: MOST_RESPONSIBLES }, (_, index) => values[`responsible-${index + 1}`]);
  const responsibles = rows.flatMap((code) => (typeof code === "string" && code !== "" ? [code] : []));
  return { responsibles, lead: lead === "" ? null : lead };
}

/** The years that are ticked, each with its due day; a due day that is not one is said at its field. */
function yearsOf(values: Values): { years: AskedYear[]; errors: FormErrors } {
  const errors: FormErrors = {};
  const years = ticked(values, "year")
    .filter((year) => /^[1-9]\d{0,5}$/.test(year))
    .map((text) => {
      const due = maybeDay.safeParse(values[`due-${text}`] ?? "");
      if (!due.success) errors[`due-${text}`] = due.error.issues.map(({ message }) => message);
      return { year: Number(text), dueOn: due.data ?? null };
    });
  return { years, errors };
}

/** The members whose box is ticked: `theme-cloud` says `cloud`. */
export function ticked(values: Values, name: string): string[] {
  return Object.keys(values)
    .filter((key) => key.startsWith(`${name}-`))
    .map((key) => key.slice(name.length + 1));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
