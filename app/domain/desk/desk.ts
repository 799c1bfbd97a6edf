import { groupByEach } from "../grouping.ts";
import type { Person } from "../permissions.ts";
import {
  isOwn,
  mostSilentFirst,
  nearestDueFirst,
  type PlacedYear,
  type ReasonToAsk,
  reasonToAsk,
  REASONS_TO_ASK,
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

/** What is open of a person's offices, by nearest due day: that of this year, and that of the years before. */
export function ownWork(placed: readonly PlacedYear[], person: Person, year: number) {
  const open = nearestDueFirst(
    placed.filter(({ actionYear }) => isOpen(actionYear.status) && isOwn(person, actionYear)),
  );
  return {
    thisYear: open.filter(({ actionYear }) => actionYear.year === year),
    before: open.filter(({ actionYear }) => actionYear.year < year),
  };
}
