import type { Day } from "../days.ts";
import { isMailbox } from "./mailboxes.ts";

export const OFFICE_KINDS = ["settore", "uo", "uoa"] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** An office as it stands today. `parent_code`: the office it is under; `ceased_on`: the first day on which it is no more. */
export type OfficeFact = { code: string; parent_code: string | null; ceased_on: Day | null };

/** True until the day on which an office ceases: that day belongs to its successor. */
export function isActive({ ceased_on }: Pick<OfficeFact, "ceased_on">, day: Day): boolean {
  return ceased_on === null || ceased_on > day;
}

/**
 * The office that stands for one on a day: itself until it ceases, then its successor, or the successor of that; undefined where
 * nobody took its place.
 */
export function standingFor(
  code: string,
  offices: readonly (Pick<OfficeFact, "code" | "ceased_on"> & { successor_code: string | null })[],
  day: Day,
): string | undefined {
  const office = offices.find((one) => one.code === code);
  if (!office || isActive(office, day)) return office?.code;
  return office.successor_code === null ? undefined : standingFor(office.successor_code, offices, day);
}

/** The codes of an office and of all those under it, at any depth (R11). */
export function withThoseUnder(
  code: string,
  offices: readonly Pick<OfficeFact, "code" | "parent_code">[],
): Set<string> {
  const found = new Set([code]);
  for (const one of found)
    for (const office of offices) if (office.parent_code === one) found.add(office.code);
  return found;
}

/** The code of an office and those of the offices that it is under, from the nearest: whoever answers for one of them answers for it (R11). */
export function withThoseAbove(
  code: string,
  offices: readonly Pick<OfficeFact, "code" | "parent_code">[],
): string[] {
  const found: string[] = [];
  for (let one: string | null = code; one !== null && !found.includes(one); one = parentOf(one))
    found.push(one);
  return found;

  function parentOf(of: string): string | null {
    return offices.find((office) => office.code === of)?.parent_code ?? null;
  }
}

/** The offices each after the one it is under, in the given order, with how deep it stands; one whose parent is not among them stands at the top. */
export function asTree<Office extends Pick<OfficeFact, "code" | "parent_code">>(
  offices: readonly Office[],
): (Office & { depth: number })[] {
  const codes = new Set(offices.map(({ code }) => code));
  const below = (parent: string | null, depth: number): (Office & { depth: number })[] =>
    offices
      .filter(({ parent_code }) => (codes.has(parent_code ?? "") ? parent_code : null) === parent)
      .flatMap((office) => [{ ...office, depth }, ...below(office.code, depth + 1)]);
  return below(null, 0);
}

/** The one responsible that is neither an office nor a group (R11: the role RTD is not an office). */
export const RTD = "rtd";

/** Codes that mean something else where a code is expected: the page of a new office or group, the role RTD (R11). */
const RESERVED = ["nuovo", RTD];

/** Small letters and digits, joined by hyphens or dots: `settore-3`, `uo-2.3`. */
const CODE = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

export const LONGEST_CODE = 60;

export type CodeRefusal = "code-malformed" | "code-reserved" | "code-taken";

/** Why a code cannot be given, undefined when it can. Offices and groups share their codes: a responsible is known by one (R11). */
export function refusalOfCode(code: string, taken: readonly string[]): CodeRefusal | undefined {
  if (!CODE.test(code) || code.length > LONGEST_CODE) return "code-malformed";
  if (RESERVED.includes(code)) return "code-reserved";
  return taken.includes(code) ? "code-taken" : undefined;
}

export type AskedOffice = {
  code: string;
  name: string;
  kind: OfficeKind;
  parent: string | null;
  /** The office's own mailbox, to which reminders go; never a person's. */
  email: string | null;
  source: string;
};

export type OfficeRefusal =
  | CodeRefusal
  | "email-malformed"
  | "name-required"
  | "source-required"
  | "parent-unknown"
  | "parent-ceased"
  | "parent-is-itself"
  | "parent-is-under-it";

export type OfficeDecision =
  | { ok: true; office: AskedOffice }
  | { ok: false; refusals: { field: keyof AskedOffice; reason: OfficeRefusal }[] };

/**
 * Decides how an office is written: a name, where that comes from, and a place without circles: it is never under itself
 * nor under one that is under it. `taken`: the codes that a new office may not have, null when it is one that there is
 * already, whose code never changes. All that is wrong is said at once.
 *
 *     decideOffice({ code: "settore-3", parent: "uo-3.4", … }, …) // parent-is-under-it
 */
export function decideOffice(
  asked: AskedOffice,
  { offices, taken, today }: { offices: readonly OfficeFact[]; taken: readonly string[] | null; today: Day },
): OfficeDecision {
  const reasons = {
    code: taken === null ? undefined : refusalOfCode(asked.code, taken),
    name: asked.name === "" ? "name-required" : undefined,
    parent: refusalOfParent(asked, offices, today),
    email: asked.email === null || isMailbox(asked.email) ? undefined : "email-malformed",
    source: asked.source === "" ? "source-required" : undefined,
  } as const;
  const refusals = (["code", "name", "parent", "email", "source"] as const).flatMap((field) => {
    const reason = reasons[field];
    return reason === undefined ? [] : [{ field, reason }];
  });
  return refusals.length === 0 ? { ok: true, office: asked } : { ok: false, refusals };
}

function refusalOfParent(
  { code, parent }: AskedOffice,
  offices: readonly OfficeFact[],
  today: Day,
): OfficeRefusal | undefined {
  if (parent === null) return undefined;
  if (parent === code) return "parent-is-itself";
  const found = offices.find((office) => office.code === parent);
  if (!found) return "parent-unknown";
  if (withThoseUnder(code, offices).has(parent)) return "parent-is-under-it";
  const isWhereItIs = offices.some((office) => office.code === code && office.parent_code === parent);
  return isActive(found, today) || isWhereItIs ? undefined : "parent-ceased";
}
