import { asOf, type Day, lastDayOf, type Viewpoint } from "#app/domain/days.ts";
import { heldOn } from "#app/domain/life.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { blockersByKind } from "#app/domain/level/blocker-figures.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { countClaims } from "#app/domain/unblock-claim/claim-filter.ts";
import { standsOf } from "#app/domain/level/claims-on-day.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import { pastYears, realRow, rowsFrom } from "#app/domain/smartability/level-rows.ts";
import { countLevels, writtenLevel } from "#app/domain/level/levels.ts";
import { smartabilityFinding } from "#app/domain/smartability/smartability-finding.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listAdoptedPlans } from "#db/plan/plans.ts";
import { listProcessMaps } from "#db/work-process/work-processes.ts";
import { levelsOnDay, smartabilityFacts } from "../work-process/smartability.server.ts";

/** The levels of a day in figures: those of the chart, of its table and of its CSV, from the same rows. */
export function smartabilityOnDay(at: Viewpoint) {
  return whileUnchanged(["smartabilità", at.day, at.isOver], async () => {
    const processes = await levelsOnDay(at);
    return {
      rows: [...(await pastRows(at)), ...rowsFrom(processes, at)],
      figures: figuresOf(processes),
      written: countLevels(processes.map(({ written }) => writtenLevel(written))),
      finding: smartabilityFinding(processes, at),
      blockers: blockersByKind(processes),
      claims: claimFigures(processes),
      maps: (await listProcessMaps(db)).filter(({ processes }) => processes > 0).length,
    };
  });
}

type Processes = Awaited<ReturnType<typeof levelsOnDay>>;

/** How many claims stand where: parts that add up to all. */
function claimFigures(processes: Processes) {
  const claims = processes.flatMap(({ blockers }) => blockers.flatMap((blocker) => blocker.claims));
  return countClaims(claims.map((claim) => ({ stands: standsOf(claim) })));
}

/**
 * The ends of the years that are over at a day, the earlier first: from the first year of the plans adopted by then, where some map
 * describes that day already.
 */
export function pastDays(at: Viewpoint): Promise<Day[]> {
  return whileUnchanged(["fini degli anni", at.day, at.isOver], async () => {
    const { maps } = await smartabilityFacts();
    const [first] = await listAdoptedPlans(db, at.day);
    if (first === undefined) return [];
    return pastYears(first.first_year, at)
      .map(lastDayOf)
      .filter((day) => heldOn(maps.processes, day).length > 0);
  });
}

async function pastRows(at: Viewpoint) {
  const { maps, work } = await smartabilityFacts();
  return (await pastDays(at)).map((day) => realRow(day, smartabilityAt(maps, workAt(work, asOf(day)))));
}
