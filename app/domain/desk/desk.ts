import type { Day } from "../days.ts";
import { groupByEach } from "../grouping.ts";
import { contributingOffices, type Person } from "../permissions.ts";
import {
  isOwn,
  mostSilentFirst,
  nearestDueFirst,
  type PlacedYear,
  type ReasonToAsk,
  reasonToAsk,
  REASONS_TO_ASK,
  wayToUpdate,
} from "./placed-years.ts";
import { isOpen } from "../status/status-steps.ts";

/** What is late, what nobody ever wrote of and what is stale (R6), each annualità in one list, the most silent first. */
export type Attention = Record<ReasonToAsk, PlacedYear[]>;

export function attentionOf(placed: readonly PlacedYear[]): Attention {
  const by = groupByEach(placed, ({ actionYear }) => {
    const reason = reasonToAsk(actionYear);
    return reason === undefined ? [] : [reason];
  });
  return Object.fromEntries(
    REASONS_TO_ASK.map((reason) => [reason, mostSilentFirst(by.get(reason) ?? [])]),
  ) as Attention;
}

/** How many late, never updated and stale annualità each office answers for (R6), alone or with others: rows do not add up. */
export function attentionByOffice(attention: Attention): Map<string, Record<ReasonToAsk, number>> {
  const rows = new Map<string, Record<ReasonToAsk, number>>();
  for (const reason of REASONS_TO_ASK) {
    for (const office of attention[reason].flatMap(({ actionYear }) => actionYear.offices)) {
      const row = rows.get(office) ?? { late: 0, "never-updated": 0, stale: 0 };
      row[reason] += 1;
      rows.set(office, row);
    }
  }
  return rows;
}

/**
 * The open annualità that nobody answers for (R6): no office and no capofila, or only ones that have ceased, and the role
 * RTD is not among the responsibles either.
 */
export function withoutOwner(placed: readonly PlacedYear[], ceased: ReadonlySet<string>): PlacedYear[] {
  return placed.filter(({ isOfRtd, actionYear: { status, offices, lead } }) => {
    const answering = lead === null ? offices : [...offices, lead];
    return isOpen(status) && !isOfRtd && answering.every((office) => ceased.has(office));
  });
}

/** What an earlier plan left unfinished and the next one does not continue (R1): carried over, it would be rescheduled. */
export function notCarriedOver(placed: readonly PlacedYear[]): PlacedYear[] {
  return placed.filter(({ nextPlan, actionYear }) => nextPlan !== null && isOpen(actionYear.status));
}

/**
 * What is open of a person's offices up to a year, the nearest due day first: what wants their word, and what they have given it on and
 * waits for the RTD (R10). `reported`: the offices whose contribution to an annualità waits.
 */
export function ownWork(
  placed: readonly PlacedYear[],
  person: Person,
  { year, reported }: { year: number; reported: ReadonlyMap<number, readonly string[]> },
): { toUpdate: PlacedYear[]; waiting: PlacedYear[] } {
  const open = placed.filter(
    ({ actionYear }) => isOpen(actionYear.status) && isOwn(person, actionYear) && actionYear.year <= year,
  );
  const isWaiting = ({ actionYear }: PlacedYear) =>
    wayToUpdate(person, actionYear) === "contribution" &&
    contributingOffices(person, actionYear).every((office) => reported.get(actionYear.id)?.includes(office));
  return {
    toUpdate: nearestDueFirst(open.filter((one) => !isWaiting(one))),
    waiting: nearestDueFirst(open.filter(isWaiting)),
  };
}

/** The nearest due day that is not over of some open annualità, and how many are due on it. */
export function nearestTerm(open: readonly PlacedYear[]): { dueOn: Day; years: number } | undefined {
  const inTime = open.filter(({ actionYear }) => actionYear.situation !== "late");
  const dueOn = nearestDueFirst(inTime)[0]?.actionYear.dueOn;
  if (dueOn === undefined) return undefined;
  return { dueOn, years: inTime.filter(({ actionYear }) => actionYear.dueOn === dueOn).length };
}
