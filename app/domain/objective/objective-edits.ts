import { type Day, isKeptYear } from "../days.ts";
import { LARGEST_WEIGHT } from "../edit/plan-action-edits.ts";
import { type ChosenOfficesRefusal, refusalOfOffices } from "../office/chosen-offices.ts";
import type { OfficeFact } from "../office/offices.ts";
import type { ObjectiveKind, Span } from "./objectives.ts";

/** What a form asks for of an objective; what its document says of it, code, number and years, is given once. */
export type AskedObjective = {
  title: string;
  description: string | null;
  kind: ObjectiveKind;
  isTransversal: boolean;
  offices: readonly string[];
  weight: number;
};

/** An objective to add. `code` null: the program gives it one. */
export type AskedNewObjective = AskedObjective &
  Span & { code: string | null; document: string; number: string | null };

/** Of three years is a DUP, of five a mandate: beyond this a digit is wrong. */
export const MOST_YEARS = 10;

export const LONGEST_OBJECTIVE_CODE = 40;

export type ObjectiveRefusal =
  | "code-malformed"
  | "code-reserved"
  | "code-taken"
  | "document-required"
  | "title-required"
  | "year-unlikely"
  | "years-reversed"
  | "too-many-years"
  | "weight-negative"
  | "weight-too-large"
  | ChosenOfficesRefusal;
type Refusals = { field: string; reason: ObjectiveRefusal }[];
type Decision = { ok: true } | { ok: false; refusals: Refusals };
type Around = { offices: readonly OfficeFact[]; today: Day };

/** Letters, digits and the signs that an address carries as they are; a letter or a digit first. */
const CODE = /^[a-z0-9][a-z0-9.+_-]*$/i;

/** Pages of their own have the address of an objective called so. */
const RESERVED = ["nuovo", "collegamenti"];

/**
 * Decides whether an objective may be added (R9): whose it is, in which years, by which document. All that is wrong is said at once.
 *
 *     decideNewObjective({ title: "", firstYear: 2026, lastYear: 2025, … }, …)
 *     // { ok: false, refusals: [{ field: "title", reason: "title-required" }, { field: "lastYear", reason: "years-reversed" }] }
 */
export function decideNewObjective(
  asked: AskedNewObjective,
  { taken, ...around }: Around & { taken: readonly string[] },
): Decision {
  const code = asked.code === null ? undefined : refusalOfObjectiveCode(asked.code, taken);
  return decided([
    ...(asked.document === "" ? [{ field: "document", reason: "document-required" as const }] : []),
    ...refusalsOfYears(asked),
    ...(code ? [{ field: "code", reason: code }] : []),
    ...refusalsOfWords(asked),
    ...refusalsOfOffices(asked.offices, around, []),
  ]);
}

/** Decides whether an objective may become as asked. `held`: its offices now; one that no document gave to an office may stay without. */
export function decideObjective(
  asked: AskedObjective,
  { held, ...around }: Around & { held: readonly string[] },
): Decision {
  const isAsBefore = held.length === 0 && asked.offices.length === 0;
  return decided([
    ...refusalsOfWords(asked),
    ...(isAsBefore ? [] : refusalsOfOffices(asked.offices, around, held)),
  ]);
}

/** Why a weight may not be given to something; 0 is one: it counts nothing. */
export function refusalOfWeight(weight: number): "weight-negative" | "weight-too-large" | undefined {
  if (!(weight >= 0)) return "weight-negative";
  return weight > LARGEST_WEIGHT ? "weight-too-large" : undefined;
}

/** Two codes that differ in capitals alone are one: an address is dictated over the telephone. */
export function isSameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refusalOfObjectiveCode(code: string, taken: readonly string[]): ObjectiveRefusal | undefined {
  if (!CODE.test(code) || code.length > LONGEST_OBJECTIVE_CODE) return "code-malformed";
  if (RESERVED.some((one) => isSameCode(one, code))) return "code-reserved";
  return taken.some((one) => isSameCode(one, code)) ? "code-taken" : undefined;
}

function refusalsOfYears({ firstYear, lastYear }: Span): Refusals {
  const unlikely = (["firstYear", "lastYear"] as const).filter(
    (field) => !isKeptYear(field === "firstYear" ? firstYear : lastYear),
  );
  if (unlikely.length > 0) return unlikely.map((field) => ({ field, reason: "year-unlikely" }));
  if (lastYear < firstYear) return [{ field: "lastYear", reason: "years-reversed" }];
  return lastYear - firstYear >= MOST_YEARS ? [{ field: "lastYear", reason: "too-many-years" }] : [];
}

function refusalsOfWords({ title, weight }: AskedObjective): Refusals {
  const ofWeight = refusalOfWeight(weight);
  return [
    ...(title === "" ? [{ field: "title", reason: "title-required" as const }] : []),
    ...(ofWeight ? [{ field: "weight", reason: ofWeight }] : []),
  ];
}

function refusalsOfOffices(asked: readonly string[], around: Around, held: readonly string[]): Refusals {
  const reason = refusalOfOffices(asked, { ...around, held });
  return reason ? [{ field: "office", reason }] : [];
}

function decided(refusals: Refusals): Decision {
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}
