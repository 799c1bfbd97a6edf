import type { Day } from "../days.ts";
import { inForce } from "./put-right.ts";

/** An effettivo (R9), as it was recorded; `replaces_id`: the one that it stands in the place of, or only takes away. */
export type ReportFact = {
  id: number;
  objective_step_id: number;
  effective_on: Day;
  text: string;
  evidence: string | null;
  progress: number | null;
  covers_from_on: Day | null;
  covers_until_on: Day | null;
  occurrences: number | null;
  replaces_id: number | null;
  is_withdrawal: 0 | 1;
};

/** The reports that count on a day, in their order: neither replaced nor withdrawn. */
export function reportsInForce<Report extends ReportFact>(reports: readonly Report[], day: Day): Report[] {
  return inForce(reports, day).filter(({ is_withdrawal }) => is_withdrawal === 0);
}

/**
 * The percentage that the reports of a step due by a day declare: the last one said. One without, made while the step was measured
 * otherwise ("mensile", "su richiesta"), says nothing of how far it is.
 */
export function declaredOf(reports: readonly Pick<ReportFact, "progress">[]): number {
  return reports.findLast(({ progress }) => progress !== null)?.progress ?? 0;
}

/** The day on which a step due by a day was concluded for good: what was taken back since, and concluded again, counts from the second time. */
export function concludedOn(
  reports: readonly Pick<ReportFact, "progress" | "effective_on">[],
): Day | undefined {
  const said = reports.filter(({ progress }) => progress !== null);
  const lastOpen = said.findLastIndex(({ progress }) => progress !== 100);
  return said[lastOpen + 1]?.effective_on;
}

/** Some days, one after the other. */
export type Stretch = { from: Day; until: Day };
type Covering = Pick<ReportFact, "effective_on" | "covers_from_on" | "covers_until_on">;

/** The days that a report is about: those that it says, or the one on which it was made. */
export function coveredBy(report: Covering): Stretch {
  return {
    from: report.covers_from_on ?? report.effective_on,
    until: report.covers_until_on ?? report.effective_on,
  };
}

/** True where some report is about a day of a period, or more: one is enough, whatever it covers of the rest. */
export function isReportedOn(period: Stretch, reports: readonly Covering[]): boolean {
  return reports.some((report) => touch(coveredBy(report), period));
}

/** True for two stretches that have a day in common. */
export function touch(a: Stretch, b: Stretch): boolean {
  return a.from <= b.until && b.from <= a.until;
}
