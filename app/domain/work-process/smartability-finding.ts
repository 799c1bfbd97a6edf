import type { Viewpoint } from "../days.ts";
import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import { isLate } from "../status/situations.ts";
import { mayHold, pendingYears } from "./claims-on-day.ts";
import { isAbove } from "./levels.ts";

/**
 * What the chart of levels says at a glance, as facts that a label turns into a sentence. Always literally true.
 *
 * - `can-rise`: how many processes the claims may still raise (`rising`), those that reach SI (`toYes`, from `yes` to `attainable`) and
 *   those that go from NO to IN PARTE (`toInPart`); how many of all these cannot rise unless something late is done (`awaitingLate`), and
 *   how many rise as soon as claims that are proposed, and whose work is done, are confirmed (`awaitingConfirmation`);
 * - `none-below`: every process is SI, those outsourced apart;
 * - `stuck`: some are below SI, and no claim may raise any.
 */
export type SmartabilityFinding =
  | {
      kind: "can-rise";
      yes: number;
      attainable: number;
      total: number;
      rising: number;
      toYes: number;
      toInPart: number;
      awaitingLate: number;
      awaitingConfirmation: number;
    }
  | { kind: "none-below"; yes: number; total: number }
  | { kind: "stuck"; yes: number; below: number; total: number };

export function smartabilityFinding(processes: readonly ProcessOnDay[], at: Viewpoint): SmartabilityFinding {
  const total = processes.length;
  const yes = processes.filter(({ level }) => level === "yes").length;
  const below = processes.filter(({ figure }) => figure !== null).length;
  if (below === 0) return { kind: "none-below", yes, total };
  const rising = processes.filter(({ figure }) => figure === "unlockable");
  if (rising.length === 0) return { kind: "stuck", yes, below, total };
  const toYes = rising.filter(({ attainable }) => attainable === "yes").length;
  return {
    kind: "can-rise",
    yes,
    attainable: yes + toYes,
    total,
    rising: rising.length,
    toYes,
    toInPart: rising.length - toYes,
    awaitingLate: rising.filter((process) => awaitsWhatIsLate(process, at)).length,
    awaitingConfirmation: rising.filter(awaitsConfirmation).length,
  };
}

/** True for a process whose level cannot rise at all by the claims that wait for nothing late. */
function awaitsWhatIsLate(process: ProcessOnDay, at: Viewpoint): boolean {
  const inTime = levelUnder(
    process,
    (claim) => mayHold(claim) && !pendingYears(claim).some((year) => isLate(year, at)),
  );
  return !isAbove(inTime, process.level);
}

/** True for a process whose level would rise if nothing but confirmations were given. */
function awaitsConfirmation(process: ProcessOnDay): boolean {
  const done = levelUnder(process, (claim) => mayHold(claim) && claim.standing === "done");
  return isAbove(done, process.level);
}
