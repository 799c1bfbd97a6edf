import { memberOf } from "#app/domain/codes.ts";
import type { AsOf } from "#app/as-of.server.ts";
import { isKeptYear } from "#app/domain/days.ts";
import {
  filterObjectives,
  type ObjectiveFilter,
  ownObjectives,
  yearToShow,
} from "#app/domain/objective/objective-filter.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { yearsOf } from "#app/domain/objective/objectives.ts";
import { asTree } from "#app/domain/office/offices.ts";
import type { Person } from "#app/domain/permissions.ts";
import { OBJECTIVE_KIND_CODES } from "#app/objective-labels.ts";
import { otherYearSentence } from "#app/objective-sentences.ts";
import { knownOrganisation } from "#app/pages/office/organisation.server.ts";
import { objectivesOnDay } from "./objectives-on-day.server.ts";

const NAMES = ["anno", "ufficio", "tipo", "testo"] as const;
type Name = (typeof NAMES)[number];

/** What an address says to see the objectives of every year. */
const ALL_YEARS = "tutti";

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/**
 * The objectives that an address asks for, what was asked as it stands there, and a sentence for each value that does not exist: that value narrows
 * nothing, and the page says so. Where no year is asked for, the current one or the nearest that has objectives, and a sentence that says so.
 */
export async function objectivesAsked(request: Request, { at }: AsOf, person: Person) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const all = await objectivesOnDay(at);
  const { offices } = await knownOrganisation();
  const year = isYear(asked.anno) ? Number(asked.anno) : undefined;
  const understood = {
    office: offices.find(({ code }) => code === asked.ufficio)?.code,
    kind: memberOf(OBJECTIVE_KIND_CODES, asked.tipo),
    text: asked.testo,
  };
  const isUnderstood: Record<Name, boolean> = {
    anno: year !== undefined || asked.anno === ALL_YEARS,
    ufficio: understood.office !== undefined,
    tipo: understood.kind !== undefined,
    testo: true,
  };
  const wrong = NAMES.filter((name) => asked[name] !== undefined && !isUnderstood[name]);
  const current = Number(at.day.slice(0, 4));
  const usual = isUnderstood.anno
    ? null
    : usualYear(all, { current, person, offices, office: understood.office });
  const filter: ObjectiveFilter = { ...understood, year: year ?? usual?.year };
  return {
    all,
    found: filterObjectives(all, filter, offices),
    filter,
    asked,
    errors: Object.fromEntries(wrong.map((name) => [name, UNKNOWN])) as Partial<Record<Name, string>>,
    otherYear: usual?.sentence,
    choices: {
      years: yearChoices(all, [current, ...(year === undefined ? [] : [year])]),
      offices: asTree(offices).map(({ code, name, depth }) => ({ code, name, depth })),
    },
  };
}

function isYear(text: string | undefined): boolean {
  return /^\d{4}$/.test(text ?? "") && isKeptYear(Number(text));
}

type Organisation = Awaited<ReturnType<typeof knownOrganisation>>["offices"];

/** Whose objectives say which year is shown: those of the office that is asked for, of the person's own offices, of everyone. */
function usualYear(
  all: readonly ObjectiveOnDay[],
  {
    current,
    person,
    office,
    offices,
  }: { current: number; person: Person; office?: string; offices: Organisation },
) {
  const ofOffice = office === undefined ? [] : filterObjectives(all, { office }, offices);
  const own = ownObjectives(all, person);
  const [whose, theirs] =
    ofOffice.length > 0
      ? (["office", ofOffice] as const)
      : own.length > 0
        ? (["own", own] as const)
        : (["all", all] as const);
  const year = yearToShow(theirs, current);
  const isOther = year !== undefined && year !== current;
  return { year, sentence: isOther ? otherYearSentence(current, year, whose) : undefined };
}

/** The latest first. */
function yearChoices(all: readonly ObjectiveOnDay[], others: readonly number[]): number[] {
  const years = all.flatMap((one) => yearsOf({ firstYear: one.first_year, lastYear: one.last_year }));
  return [...new Set([...years, ...others])].sort((a, b) => b - a);
}
