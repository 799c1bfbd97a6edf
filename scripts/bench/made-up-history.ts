import type { Day } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { Change, Status } from "#app/domain/status/status-steps.ts";
import type { Author } from "#db/chain.ts";
import type { Db } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { type Chance, wholeBelow } from "./chance.ts";
import type { MadeUpYear } from "./made-up-actions.ts";

type History = { lines: number; chance: Chance; by: Omit<Author, "at">; today: Day };

/** Lines of one annualità at most: as many as the longest history of the demonstration. */
const LONGEST_HISTORY = 8;

/**
 * Records so many lines over these annualità, in order of recording, each on its day; which annualità get how many is left
 * to chance. Each ends as those of the demonstration do: of the years that are over most are completed, three in four of
 * these proven; of the year that runs most are under way.
 */
export async function recordHistory(tx: Db, years: MadeUpYear[], history: History): Promise<void> {
  const counts = countsOf(years, history);
  const lines = years.flatMap((year, index) => linesOf(year, counts[index]!, history));
  lines.sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { year, change, at } of lines) {
    const progress = change.progress ?? (change.to === "completed" ? 100 : year.progress);
    const line = {
      action_year_id: year.id,
      from: year.status,
      change: { ...change, progress },
      replaces: null,
      by: { ...history.by, at },
    };
    const outcome = await recordLine(tx, line, { sequence: year.sequence, targetSequence: 0 });
    if (!outcome.recorded)
      throw new Error(`${year.code}/${year.year}: somebody else writes into this database`);
    Object.assign(year, { status: change.to, progress, sequence: outcome.sequence });
  }
}

function countsOf(years: MadeUpYear[], { lines, chance, today }: History): number[] {
  const begun = years.flatMap((year, index) => (firstDayOf(year) < today ? [index] : []));
  if (lines > begun.length * LONGEST_HISTORY)
    throw new Error(`${lines} lines are too many for ${begun.length} annualità`);
  const counts = years.map(() => 0);
  for (let left = lines; left > 0;) {
    const index = begun[wholeBelow(chance, begun.length)]!;
    if (counts[index]! >= LONGEST_HISTORY) continue;
    counts[index]! += 1;
    left -= 1;
  }
  return counts;
}

type MadeUpLine = { year: MadeUpYear; change: Change; at: string };

function linesOf(year: MadeUpYear, count: number, { chance, today }: History): MadeUpLine[] {
  const first = firstDayOf(year);
  const last = [`${year.year + 1}-03-31`, dayAfter(today, -1)].sort()[0]!;
  const moments = Array.from({ length: count }, () => momentBetween(first, last, chance)).sort();
  return moments.map((at, index) => {
    const isLast = index === count - 1;
    const to = isLast ? endOf(chance, today > `${year.year}-12-31`) : "in-progress";
    const progress = to === "in-progress" ? Math.round(((index + 1) / (count + 1)) * 100) : null;
    return { year, change: changeOf(year, to, { day: at.slice(0, 10), progress, chance }), at };
  });
}

/** Where a history stands at its last line, in the proportions of the demonstration. */
function endOf(chance: Chance, isOver: boolean): Status {
  const draw = chance();
  if (!isOver) return draw < 0.35 ? "completed" : draw < 0.95 ? "in-progress" : "suspended";
  if (draw < 0.86) return "completed";
  if (draw < 0.93) return "rescheduled";
  if (draw < 0.96) return "cancelled";
  return draw < 0.99 ? "in-progress" : "suspended";
}

function changeOf(
  { firstFreeYear }: MadeUpYear,
  to: Status,
  { day, progress, chance }: { day: Day; progress: number | null; chance: Chance },
): Change {
  const proven = { completed: 0.74, "in-progress": 0.12 }[to as string] ?? 0;
  return {
    to,
    progress,
    effectiveOn: day,
    reason: "Riunione con gli uffici: avanzamento e prossimi passi concordati.",
    evidence: chance() < proven ? evidenceOf(day, chance) : null,
    dueOn: null,
    targetYear: to === "rescheduled" ? firstFreeYear : null,
  };
}

function evidenceOf(day: Day, chance: Chance): Evidence {
  const numero = String(wholeBelow(chance, 900) + 1);
  return { tipo: "determinazione", numero, del: day, collegamento: null, nota: null };
}

function firstDayOf({ year, adoptedOn }: MadeUpYear): Day {
  return [`${year}-01-01`, adoptedOn].sort()[1]!;
}

/** In office hours of Rome, whatever the season. */
function momentBetween(first: Day, last: Day, chance: Chance): string {
  const day = dayAfter(first, wholeBelow(chance, daysBetween(first, last) + 1));
  return new Date(Date.parse(`${day}T07:00:00Z`) + wholeBelow(chance, 8 * 3600) * 1000).toISOString();
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}
