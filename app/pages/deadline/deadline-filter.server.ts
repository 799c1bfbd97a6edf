import { DEADLINE_KIND_CODES } from "#app/deadline-labels.ts";
import { memberOf } from "#app/domain/codes.ts";
import { isKeptYear, type Day, yearOf } from "#app/domain/days.ts";
import type { Deadline, DeadlineKind } from "#app/domain/deadline/deadlines.ts";
import { legalDeadlines } from "#app/domain/deadline/legal-deadlines.ts";
import { asTree, isActive, withThoseUnder } from "#app/domain/office/offices.ts";
import type { Person } from "#app/domain/permissions.ts";
import { knownOrganisation } from "#app/pages/office/organisation.server.ts";

const NAMES = ["anno", "ufficio", "tipo"] as const;
type Name = (typeof NAMES)[number];

/** What an address says to see the deadlines of every office, for who answers for some. */
const ALL_OFFICES = "tutti";

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/** `offices`: those whose deadlines are shown, null for all; `isOwn`: they are the person's own, because nothing else was asked for. */
export type DeadlinesAsked = {
  year: number;
  offices: ReadonlySet<string> | null;
  isOwn: boolean;
  kind: DeadlineKind | null;
  withDone: boolean;
  isLateOpened: boolean;
};

/**
 * The deadlines that an address asks for, what was asked as it stands there, and a sentence for each value that does not exist. Who answers for
 * offices sees theirs until all, or others, are asked for.
 */
export async function readDeadlinesAsked(request: Request, person: Person, today: Day) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const { offices } = await knownOrganisation();
  const office = offices.find(({ code }) => code === asked.ufficio)?.code;
  const year = /^\d{4}$/.test(asked.anno ?? "") && isKeptYear(Number(asked.anno)) ? Number(asked.anno) : null;
  const kind = memberOf(DEADLINE_KIND_CODES, asked.tipo) ?? null;
  const isUnderstood: Record<Name, boolean> = {
    anno: year !== null,
    ufficio: office !== undefined || asked.ufficio === ALL_OFFICES,
    tipo: kind !== null,
  };
  const wrong = NAMES.filter((name) => asked[name] !== undefined && !isUnderstood[name]);
  const isOwn = hasOwn(person) && office === undefined && asked.ufficio !== ALL_OFFICES;
  const filter: DeadlinesAsked = {
    year: year ?? yearOf(today),
    offices: office !== undefined ? withThoseUnder(office, offices) : isOwn ? new Set(person.offices) : null,
    isOwn,
    kind,
    withDone: query.get("fatte") === "si",
    isLateOpened: query.get("ritardi") === "tutti",
  };
  return {
    filter,
    asked,
    errors: Object.fromEntries(wrong.map((name) => [name, UNKNOWN])) as Partial<Record<Name, string>>,
    officeName: offices.find(({ code }) => code === office)?.name,
    offices: asTree(offices.filter((one) => isActive(one, today))).map(({ code, name, depth }) => ({
      code,
      name,
      depth,
    })),
  };
}

/** Whether a person has deadlines of their own among all: the RTD's are all (R11). */
export function hasOwn({ role, offices }: Person): boolean {
  return role !== "rtd" && offices.length > 0;
}

/** The years that have deadlines, this one and the next, and the one that is asked for. */
export function yearChoices(
  deadlines: readonly Deadline[],
  { year, today }: { year: number; today: Day },
): number[] {
  const legal = legalDeadlines().flatMap(({ on }) => (typeof on === "string" ? [yearOf(on)] : []));
  const now = yearOf(today);
  return [...new Set([...deadlines.map(({ day }) => yearOf(day)), ...legal, now, now + 1, year])].sort();
}
