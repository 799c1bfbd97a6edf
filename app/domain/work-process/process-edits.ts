import type { Day } from "../days.ts";
import { type ChosenOfficesRefusal, refusalOfOffices } from "../office/chosen-offices.ts";
import type { OfficeFact } from "../office/offices.ts";
import { type AskedBlocker, firstBlocker, type FirstBlocker } from "./blocker-edits.ts";
import type { Written } from "../level/levels.ts";
import type { Risk } from "./work-processes.ts";

/** The catalogue of the processes that the RTD adds one by one. */
export const BY_HAND = "a-mano";

/** How the RTD writes a level: a map has more ways of saying IN PARTE and NO. */
export const WRITTEN_BY_HAND = ["yes", "partial", "no", "outsourced"] as const satisfies readonly Written[];
type WrittenByHand = (typeof WRITTEN_BY_HAND)[number];

/** What a form asks for of a process, whichever catalogue it is of. */
export type AskedProcess = {
  name: string;
  activity: string | null;
  risk: Risk | null;
  onPaper: boolean | null;
  offices: readonly string[];
};

/** A process added by hand. `observedOn`: the day from which it is so, that of a map for the others. */
export type AskedNewProcess = AskedProcess & {
  code: string;
  area: string | null;
  written: WrittenByHand;
  observedOn: Day;
  blocker: FirstBlocker;
};

export type ProcessRefusal =
  | "code-malformed"
  | "code-reserved"
  | "code-taken"
  | "name-required"
  | "in-the-future"
  | "kind-required"
  | ChosenOfficesRefusal;
type Refusals = { field: string; reason: ProcessRefusal }[];
export type ProcessDecision = { ok: true } | { ok: false; refusals: Refusals };
export type NewProcessDecision = { ok: true; blockers: AskedBlocker[] } | { ok: false; refusals: Refusals };

/** Capital letters and digits, joined by hyphens or dots, as the maps number their processes: FVG-TEC-088. */
const CODE = /^[A-Z0-9]+([.-][A-Z0-9]+)*$/;
export const LONGEST_PROCESS_CODE = 40;

/** The page that adds a process has the address of one called so. */
const RESERVED = ["NUOVO"];

/**
 * The code that the program proposes for the next process: the one after the highest.
 *
 *     nextCodeByHand(["FVG-TEC-088", "MANO-001"]) // "MANO-002"
 */
export function nextCodeByHand(codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(/^MANO-(\d{1,6})$/.exec(code)?.[1] ?? 0));
  return `MANO-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}

type Around = { offices: readonly OfficeFact[]; today: Day };

/**
 * Decides whether a process may be added by hand, and with which blocker: one below SI has a reason (R7), what is outsourced is blocked
 * by that. The day is not to come: a completion by that day has been seen. All that is wrong is said at once.
 *
 *     decideNewProcess({ written: "no", blocker: { kind: "paper_archive", … }, … }, …)
 *     // { ok: true, blockers: [{ kind: "paper_archive", extent: "whole", removability: "partly", … }] }
 */
export function decideNewProcess(
  asked: AskedNewProcess,
  { taken, ...around }: Around & { taken: readonly string[] },
): NewProcessDecision {
  const code = refusalOfProcessCode(asked.code, taken);
  const blockers = firstBlocker(asked.written, asked.blocker);
  const refusals: Refusals = [
    ...(code ? [{ field: "code", reason: code }] : []),
    ...refusalsOf(asked, around, []),
    ...(asked.observedOn > around.today ? [{ field: "observedOn", reason: "in-the-future" as const }] : []),
    ...(blockers ? [] : [{ field: "kind", reason: "kind-required" as const }]),
  ];
  return refusals.length === 0 && blockers ? { ok: true, blockers } : { ok: false, refusals };
}

/** Decides whether a process may become as asked. `held`: the offices that it has, which it may keep also where one has ceased. */
export function decideProcess(
  asked: AskedProcess,
  { held, ...around }: Around & { held: readonly string[] },
): ProcessDecision {
  const refusals = refusalsOf(asked, around, held);
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}

function refusalOfProcessCode(code: string, taken: readonly string[]): ProcessRefusal | undefined {
  if (!CODE.test(code) || code.length > LONGEST_PROCESS_CODE) return "code-malformed";
  if (RESERVED.includes(code)) return "code-reserved";
  return taken.includes(code) ? "code-taken" : undefined;
}

function refusalsOf(asked: AskedProcess, around: Around, held: readonly string[]): Refusals {
  // Some office does the work and answers for the turns of its process (R7).
  const ofOffices = refusalOfOffices(asked.offices, { ...around, held });
  return [
    ...(asked.name === "" ? [{ field: "name", reason: "name-required" as const }] : []),
    ...(ofOffices ? [{ field: "office", reason: ofOffices }] : []),
  ];
}
