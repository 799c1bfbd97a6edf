import { type OfficeFact, withThoseUnder } from "../office/offices.ts";
import { mayKeepObjective, type Person } from "../permissions.ts";
import { fold, wordsOf } from "../words.ts";
import { type ObjectiveKind, spanOf, spansYear } from "./objectives.ts";

/** What a list of objectives is narrowed to; what is undefined narrows nothing. */
export type ObjectiveFilter = { year?: number; office?: string; kind?: ObjectiveKind; text?: string };

/** What of an objective a filter asks about. */
export type FilteredObjective = {
  code: string;
  title: string;
  description: string | null;
  document: string;
  first_year: number;
  last_year: number;
  kind: ObjectiveKind;
  offices: readonly { code: string }[];
};

/**
 * The objectives that a filter keeps. One of several years stands in each of them; an office finds those of the offices under it, too.
 *
 *     filterObjectives(objectives, { year: 2022, office: "settore-3" }, offices)
 */
export function filterObjectives<Objective extends FilteredObjective>(
  objectives: readonly Objective[],
  { year, office, kind, text }: ObjectiveFilter,
  offices: readonly Pick<OfficeFact, "code" | "parent_code">[],
): Objective[] {
  const words = wordsOf(text ?? "");
  const asked = office === undefined ? undefined : withThoseUnder(office, offices);
  return objectives.filter(
    (one) =>
      (year === undefined || isOfYear(one, year)) &&
      (asked === undefined || one.offices.some(({ code }) => asked.has(code))) &&
      (kind === undefined || one.kind === kind) &&
      says(one, words),
  );
}

export function isOfYear(one: { first_year: number; last_year: number }, year: number): boolean {
  return spansYear(spanOf(one), year);
}

/** The objectives of the offices that a dirigente or a referente answers for (R11); nobody else has any. */
export function ownObjectives<Objective extends Pick<FilteredObjective, "offices">>(
  objectives: readonly Objective[],
  person: Person,
): Objective[] {
  if (person.role === "rtd") return [];
  const codesOf = ({ offices }: Objective) => offices.map(({ code }) => code);
  return objectives.filter((one) => mayKeepObjective(person, { offices: codesOf(one) }));
}

/**
 * The year to show of some objectives where none is asked for: the current one or, where it has none, the last before it that has, else the first
 * after it. Undefined where there are no objectives at all.
 */
export function yearToShow(
  objectives: readonly Pick<FilteredObjective, "first_year" | "last_year">[],
  current: number,
): number | undefined {
  if (objectives.some((one) => isOfYear(one, current))) return current;
  const before = objectives.map((one) => one.last_year).filter((year) => year < current);
  if (before.length > 0) return Math.max(...before);
  const after = objectives.map((one) => one.first_year);
  return after.length > 0 ? Math.min(...after) : undefined;
}

function says({ code, title, description, document }: FilteredObjective, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = fold([code, title, description ?? "", document].join(" "));
  return words.every((word) => said.includes(word));
}
