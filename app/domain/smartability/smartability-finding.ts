import type { Viewpoint } from "../days.ts";
import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import { isLate } from "../status/situations.ts";
import { type ClaimOnDay, mayHold, pendingYears } from "../level/claims-on-day.ts";
import { isAbove } from "../level/levels.ts";

/**
 * What the chart of levels says at a glance, as facts that a label turns into a sentence. Always literally true.
 *
 * - `can-rise`: how many processes the claims may still raise (`rising`). Three ways to part them, each adding up to all: those that
 *   reach SI (`toYes`, from `yes` to `attainable`) and those that go from NO to IN PARTE (`toInPart`); those that may rise by confirmed
 *   claims alone (`byConfirmed`) and those that rise only if proposed ones are confirmed (`ifConfirmed`); those that rise as soon as
 *   claims whose work is done are confirmed (`awaitingConfirmation`), those that cannot rise unless something late is done
 *   (`awaitingLate`), and the others (`awaitingOther`);
 * - `none-below`: every process is SI, those outsourced apart;
 * - `stuck`: some are below SI, and no claim may raise any.
 */
export type SmartabilityFinding =
  | ({ kind: "can-rise"; yes: number; attainable: number; total: number } & Rising)
  | { kind: "none-below"; yes: number; total: number }
  | { kind: "stuck"; yes: number; below: number; total: number };

export type Rising = {
  rising: number;
  toYes: number;
  toInPart: number;
  byConfirmed: number;
  ifConfirmed: number;
  awaitingConfirmation: number;
  awaitingLate: number;
  awaitingOther: number;
};

export function smartabilityFinding(processes: readonly ProcessOnDay[], at: Viewpoint): SmartabilityFinding {
  const total = processes.length;
  const yes = processes.filter(({ level }) => level === "yes").length;
  const below = processes.filter(({ figure }) => figure !== null).length;
  if (below === 0) return { kind: "none-below", yes, total };
  const rising = risingOf(processes, at);
  return rising.rising === 0
    ? { kind: "stuck", yes, below, total }
    : { kind: "can-rise", yes, attainable: yes + rising.toYes, total, ...rising };
}

/** The processes that claims may still raise, parted in three ways. */
export function risingOf(processes: readonly ProcessOnDay[], at: Viewpoint): Rising {
  const rising = processes.filter(({ figure }) => figure === "unlockable");
  const counted = (test: (process: ProcessOnDay) => boolean) => rising.filter(test).length;
  const toYes = counted(({ attainable }) => attainable === "yes");
  const byConfirmed = counted((process) => risesBy(process, ({ state }) => state === "confirmed"));
  const awaitingConfirmation = counted((process) => risesBy(process, ({ standing }) => standing === "done"));
  const awaitingLate = counted((process) => !risesBy(process, (claim) => !awaitsWhatIsLate(claim, at)));
  return {
    rising: rising.length,
    toYes,
    toInPart: rising.length - toYes,
    byConfirmed,
    ifConfirmed: rising.length - byConfirmed,
    awaitingConfirmation,
    awaitingLate,
    awaitingOther: rising.length - awaitingConfirmation - awaitingLate,
  };
}

/** True for a process whose level would be higher by the claims among those that may hold that `taken` says. */
function risesBy(process: ProcessOnDay, taken: (claim: ClaimOnDay) => boolean): boolean {
  return isAbove(
    levelUnder(process, (claim) => mayHold(claim) && taken(claim)),
    process.level,
  );
}

function awaitsWhatIsLate(claim: ClaimOnDay, at: Viewpoint): boolean {
  return pendingYears(claim).some((year) => isLate(year, at));
}
