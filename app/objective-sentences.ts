import type { Day, Viewpoint } from "./domain/days.ts";
import { addingUp, isHiddenByHundredths } from "./domain/objective/adding-up.ts";
import { isBehind } from "./domain/objective/objective-counts.ts";
import type { Addend, ObjectiveProgress } from "./domain/objective/objective-progress.ts";
import type { FilteredObjective } from "./domain/objective/objective-filter.ts";
import { capitalize, count, dayWith, formatPercent, percentWith } from "./format.ts";
import type { Part } from "./sentence-parts.ts";

const TWO_DIGITS = new Intl.NumberFormat("it-IT", { useGrouping: "always", maximumFractionDigits: 2 });
const FOUR_DIGITS = new Intl.NumberFormat("it-IT", { useGrouping: "always", maximumFractionDigits: 4 });

/** 0.666… → "0,67": to the hundredth, and finer where that would be nothing of something, or a whole of less. */
export function numberWords(value: number): string {
  return (isHiddenByHundredths(value) ? FOUR_DIGITS : TWO_DIGITS).format(value);
}

/** A column of numbers and its foot: as they are written, they add up. */
export function sumWords(values: readonly number[]): { parts: string[]; total: string } {
  const { parts, total, digits } = addingUp(values);
  const words = digits === 2 ? TWO_DIGITS : FOUR_DIGITS;
  return { parts: parts.map((part) => words.format(part)), total: words.format(total) };
}

/** "2 diviso 4 fa 50%"; "2,45 diviso 37 fa 6,62%, mostrato come 7%". */
export function divisionWords({ done, weight, percent }: ObjectiveProgress): string {
  const exact = `${numberWords((done / weight) * 100)}%`;
  const shown = formatPercent(percent!);
  const made = `${numberWords(done)} diviso ${numberWords(weight)} fa ${exact}`;
  return exact === shown ? made : `${made}, mostrato come ${shown}`;
}

/**
 * A part of a whole.
 *
 *     shareWords(1.8, 3) // "1,8 su 3"
 *     shareWords(0.0027, 1) // "0,0027 su 1"
 */
export function shareWords(part: number, whole: number): string {
  return `${numberWords(part)} su ${numberWords(whole)}`;
}

/** A figure of an objective, never without its numerator and denominator (R5). */
export type FigureWords = { percent: string; share: string };

/** What is done; null where nothing can be measured: "non misurabile", not 0 %. */
export function doneWords(progress: ObjectiveProgress): FigureWords | null {
  return figureWords(progress, progress.percent, "done");
}

/** What was expected by the day looked at. */
export function expectedWords(progress: ObjectiveProgress): FigureWords | null {
  return figureWords(progress, progress.expectedPercent, "expected");
}

function figureWords(
  progress: ObjectiveProgress,
  percent: number | null,
  what: "done" | "expected",
): FigureWords | null {
  if (percent === null) return null;
  return { percent: formatPercent(percent), share: wholeShare(progress, what) };
}

/** Of one addend its own parts ("1 su 12"), of several their sum; weights are said where they are not all 1. */
function wholeShare({ addends, weight, ...sums }: ObjectiveProgress, what: "done" | "expected"): string {
  const only = addends.length === 1 ? addends[0]![what] : null;
  if (only) return only.of === 100 ? shareWords(only.parts / 100, 1) : shareWords(only.parts, only.of);
  const isWeighed = addends.some((one) => one.weight !== 1);
  return `${shareWords(sums[what], weight)}${isWeighed ? ", contando i pesi" : ""}`;
}

/** "60 su 100" is a percentage, "2 su 12" a count: the parts of one addend as a person says them. */
export function partsWords({ parts, of }: Addend["done"]): string {
  return of === 100 ? formatPercent(parts) : shareWords(parts, of);
}

/** What the progress of an objective comes to in one breath, against what was expected by the day. */
export function progressSentence(progress: ObjectiveProgress, at: Viewpoint): Part[] {
  const [done, expected] = [doneWords(progress), expectedWords(progress)];
  if (done === null || expected === null) return [{ strong: "Non misurabile." }];
  const isOrWas = at.isOver ? "era" : "è";
  return [
    { strong: `È ${percentWith("al", progress.percent!)}: ${done.share}.` },
    ` ${dayWith("al", at.day).replace(/^a/, "A")} ${isOrWas} atteso ${percentWith("al", progress.expectedPercent!)} (${expected.share}): ${standingWords(progress)}.`,
  ];
}

/** Against what was expected: "sotto l’atteso", "come atteso", "oltre l’atteso". */
function standingWords({ percent, expectedPercent }: ObjectiveProgress): string {
  if (isBehind({ percent, expectedPercent })) return "sotto l’atteso";
  return percent === expectedPercent ? "come atteso" : "oltre l’atteso";
}

/** Why nothing of an objective can be measured, or counts though it can. */
export function whyNotMeasurable(objective: {
  first_year: number;
  last_year: number;
  steps: readonly unknown[];
  links: readonly unknown[];
  progress: { addends: readonly unknown[] };
}): string {
  const { steps, links, progress } = objective;
  if (progress.addends.length > 0) return "Ciò che si misura pesa 0.";
  if (steps.length === 0 && links.length === 0) return "Non ha né punti né azioni collegate.";
  const ofSteps =
    steps.length === 0
      ? "non ha punti"
      : steps.length === 1
        ? "il suo punto non ha un termine che si misuri"
        : `nessuno dei suoi ${steps.length} punti ha un termine che si misuri`;
  const ofLinks =
    links.length === 0
      ? "non ha azioni collegate"
      : `nessuna annualità collegata è ${ofYears(objective)} e resta nel piano`;
  return `${ofSteps.charAt(0).toUpperCase()}${ofSteps.slice(1)}, e ${ofLinks}.`;
}

/** "2024", "2021–2023". */
export function yearsWords({ first_year, last_year }: { first_year: number; last_year: number }): string {
  return first_year === last_year ? String(first_year) : `${first_year}–${last_year}`;
}

function ofYears(objective: { first_year: number; last_year: number }): string {
  return `del ${yearsWords(objective)}`;
}

/** Why the year shown is not the current one: nobody asked for it. */
export function otherYearSentence(current: number, shown: number, whose: "all" | "own" | "office"): string {
  const none = {
    all: `Nel ${current} non ci sono obiettivi`,
    own: `Nel ${current} i tuoi uffici non hanno obiettivi`,
    office: `Nel ${current} l’ufficio scelto non ha obiettivi`,
  }[whose];
  const which = shown < current ? "l’ultimo" : "il primo";
  const has = { all: "che ne ha", own: "in cui ne hanno", office: "in cui ne ha" }[whose];
  return `${none}: qui si vede il ${shown}, ${which} ${has}.`;
}

/** "documento 002", "PdO 2021, n. 1.1": an objective as its document calls it. */
export function documentWords({
  document,
  number_as_written,
}: Pick<FilteredObjective, "document"> & { number_as_written: string | null }): string {
  return number_as_written === null ? document : `${document}, n. ${number_as_written}`;
}

/** "3 azioni", "1 azione". */
export function actionsWords(number: number): string {
  return count(number, "azione", "azioni");
}

/** "Nucleo di valutazione, n. 4 del 31/01/2025". */
export function actWords({ organ, number, on }: { organ: string; number: string; on: Day }): string {
  return `${capitalize(organ)}, n. ${number} ${dayWith("del", on)}`;
}
