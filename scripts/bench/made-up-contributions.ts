import type { Day } from "#app/domain/days.ts";
import type { Author } from "#db/chain.ts";
import { recordContribution } from "#db/contribution/contribution-records.ts";
import type { Db } from "#db/open.ts";
import { type Chance, wholeBelow } from "./chance.ts";
import type { MadeUpYear } from "./made-up-actions.ts";

type Contributions = { count: number; chance: Chance; by: Omit<Author, "at">; today: Day };

/** One in so many says something else than the status: 5 of the demonstration's 37 wait for the RTD. */
const ONE_DIFFERS_IN = 7;

/**
 * Records so many contributions (R10), each of an office of a shared annualità that is under way, one after the other on
 * the last day; which ones is left to chance. Most say what the status says, and ask nothing of the RTD.
 */
export async function recordContributions(
  tx: Db,
  years: MadeUpYear[],
  { count, chance, by, today }: Contributions,
): Promise<void> {
  const parts = years
    .filter(({ status, offices }) => status === "in-progress" && offices.length > 1)
    .flatMap((year) => year.offices.map((office) => ({ year, office })));
  if (count > parts.length) throw new Error(`${count} contributions are too many for ${parts.length} parts`);
  for (let left = count; left > 0; left -= 1) {
    const [{ year, office }] = parts.splice(wholeBelow(chance, parts.length), 1) as [(typeof parts)[number]];
    const differs = wholeBelow(chance, ONE_DIFFERS_IN) === 0;
    const contribution = {
      status: "in-progress" as const,
      progress: Math.min(year.progress + (differs ? 10 : 0), 99),
      effectiveOn: today,
      evidence: null,
      note: "Per la nostra parte si procede come concordato.",
    };
    const entry = {
      action_year_id: year.id,
      office,
      contribution,
      by: { ...by, at: `${today}T08:00:00.000Z` },
    };
    const outcome = await recordContribution(tx, entry, { last: 0 });
    if (!outcome.recorded)
      throw new Error(`${year.code}/${year.year}: somebody else writes into this database`);
  }
}
