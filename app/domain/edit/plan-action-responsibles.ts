import type { Day } from "../days.ts";
import { isActive, RTD, standingFor } from "../office/offices.ts";

/** The offices in the order of the organisation, and the groups with the codes of their members, as they stand today. */
export type Organisation = {
  offices: readonly { code: string; ceased_on: Day | null; successor_code: string | null }[];
  groups: readonly { code: string; offices: readonly string[] }[];
};

/** The most responsibles of an action: the form has a row for each. */
export const MOST_RESPONSIBLES = 8;

export type AskedResponsibles = { responsibles: readonly string[]; lead: string | null };

export type ResponsiblesRefusal =
  | "responsible-required"
  | "responsible-unknown"
  | "responsible-ceased"
  | "responsible-twice"
  | "lead-does-not-answer";

export type ResponsiblesDecision =
  | { ok: true; asked: AskedResponsibles }
  | { ok: false; field: "responsibles" | "lead"; reason: ResponsiblesRefusal; code?: string };

/**
 * Decides who answers for an action (R10, R11): at least one responsible, each known, each once, none an office that has
 * ceased. The capofila is one of the offices that answer once it is so, for the action or for an annualità still open.
 */
export function decideResponsibles(
  asked: AskedResponsibles,
  {
    organisation,
    answering,
    today,
  }: {
    organisation: Organisation;
    /** The offices that will answer for the annualità still open. */
    answering: readonly string[];
    today: Day;
  },
): ResponsiblesDecision {
  const refused = (reason: ResponsiblesRefusal, code?: string) =>
    ({ ok: false, field: "responsibles", reason, code }) as const;
  if (asked.responsibles.length === 0) return refused("responsible-required");
  for (const [index, code] of asked.responsibles.entries()) {
    if (!isKnown(code, organisation)) return refused("responsible-unknown", code);
    if (hasCeased(code, organisation, today)) return refused("responsible-ceased", code);
    if (asked.responsibles.indexOf(code) !== index) return refused("responsible-twice", code);
  }
  const offices = [...officesNamedBy(asked.responsibles, organisation, today), ...answering];
  if (asked.lead !== null && !offices.includes(asked.lead))
    return { ok: false, field: "lead", reason: "lead-does-not-answer" };
  return { ok: true, asked };
}

/**
 * The offices that responsibles stand for, groups resolved as they are today, in the order of the organisation; for one that has
 * ceased, the one that took its place. The role RTD is none.
 */
export function officesNamedBy(
  codes: readonly string[],
  { offices, groups }: Organisation,
  today: Day,
): string[] {
  const members = new Map(groups.map((group) => [group.code, group.offices]));
  const named = codes.flatMap((code) => members.get(code) ?? [code]);
  const standing = new Set(named.map((code) => standingFor(code, offices, today)));
  return offices.map(({ code }) => code).filter((code) => standing.has(code));
}

/** True where an action names somebody, and yet neither the RTD nor any office that has not ceased: nobody would answer for it. */
export function isNobodyLeft(codes: readonly string[], organisation: Organisation, today: Day): boolean {
  const isSomebodyNamed = codes.length > 0 && !codes.includes(RTD);
  return isSomebodyNamed && officesNamedBy(codes, organisation, today).length === 0;
}

/** Who answers for what goes on from an action (R1): in the place of an office that has ceased its successor, if it has one. */
export function responsiblesFrom(
  { responsibles, lead }: AskedResponsibles,
  { offices, groups }: Organisation,
  today: Day,
): AskedResponsibles {
  const isOffice = (code: string) => code !== RTD && !groups.some((group) => group.code === code);
  const now = (code: string) => (isOffice(code) ? (standingFor(code, offices, today) ?? code) : code);
  return {
    responsibles: [...new Set(responsibles.map(now))],
    lead: lead === null ? null : (standingFor(lead, offices, today) ?? null),
  };
}

export type OfficesRefusal = "office-unknown" | "office-ceased";

/** Decides which offices answer for one annualità (R10): the RTD adds or takes off one. One that ceased may only go. */
export function decideOffices(
  asked: readonly string[],
  { current, organisation, today }: { current: readonly string[]; organisation: Organisation; today: Day },
): { ok: true; offices: string[] } | { ok: false; field: "offices"; reason: OfficesRefusal } {
  const known = organisation.offices.map(({ code }) => code);
  if (asked.some((code) => !known.includes(code)))
    return { ok: false, field: "offices", reason: "office-unknown" };
  if (asked.some((code) => !current.includes(code) && hasCeased(code, organisation, today)))
    return { ok: false, field: "offices", reason: "office-ceased" };
  return { ok: true, offices: known.filter((code) => asked.includes(code)) };
}

function isKnown(code: string, { offices, groups }: Organisation): boolean {
  return code === RTD || [...offices, ...groups].some((one) => one.code === code);
}

function hasCeased(code: string, { offices }: Organisation, today: Day): boolean {
  return offices.some((office) => office.code === code && !isActive(office, today));
}
