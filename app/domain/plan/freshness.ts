import { type Day, dayInRome } from "../days.ts";
import type { PlanActionOnDay, PlanActionYear } from "./plan-at.ts";
import { isOpen } from "../status/status-steps.ts";

/** After how many days without a word an open annualità is stale (R6); a setting of the ente, one day. */
export const STALE_AFTER_DAYS = 90;

/** How fresh an action is: the day of its last line and, when some open annualità is stale, the most silent of them. */
export type Freshness = {
  updatedOn: Day | null;
  mostSilent: { year: number; days: number; everUpdated: boolean } | null;
  closed: boolean;
};

export function isStale({ silence }: Pick<PlanActionYear, "silence">): boolean {
  return silence !== undefined && silence.days > STALE_AFTER_DAYS;
}

/** The freshness of an action from its annualità (R6); of two alike the earlier year speaks. */
export function freshnessOf({ years }: Pick<PlanActionOnDay, "years">): Freshness {
  const moments = years.map((year) => year.recordedAt).filter((moment) => moment !== null);
  const stale = years.filter(isStale).map(({ year, silence }) => ({ year, ...silence! }));
  return {
    updatedOn: moments.length === 0 ? null : dayInRome(moments.sort().at(-1)!),
    mostSilent: stale.sort((a, b) => b.days - a.days)[0] ?? null,
    closed: years.length > 0 && years.every((year) => !isOpen(year.status)),
  };
}
