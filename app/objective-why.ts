import type { Addend, ObjectiveProgress } from "./domain/objective/objective-progress.ts";
import { count } from "./format.ts";
import { numberWords, partsWords, shareWords, whyNotMeasurable } from "./objective-sentences.ts";

/** An annualità as sentences call it: "4.4.6 del 2024". */
export type NamedYear = { code: string; year: number };

/** How many annualità one line names; more of them are counted. */
const NAMED_AT_MOST = 2;

/**
 * Why an objective is where it is, in one line: its points together, its annualità one by one where they are few. With their weights, so that
 * the line comes to the percentage beside it; what weighs nothing is left out.
 *
 *     whyLine(objective, names) // "8 punti: 3,25 su 8; 4.4.6 del 2024: 60%"
 */
export function whyLine(
  objective: Omit<Parameters<typeof whyNotMeasurable>[0], "progress"> & { progress: ObjectiveProgress },
  names: ReadonlyMap<number, NamedYear>,
): string {
  const { addends } = objective.progress;
  const counted = addends.filter(({ weight }) => weight > 0);
  if (counted.length === 0) return whyNotMeasurable(objective);
  const of = (kind: Addend["kind"]) => counted.filter((one) => one.kind === kind);
  const [steps, years] = [of("step"), of("action-year")];
  const named = ({ id, done, weight }: Addend) => {
    const { code, year } = names.get(id)!;
    return `${code} del ${year}: ${partsWords(done)}${weight === 1 ? "" : ` (peso ${numberWords(weight)})`}`;
  };
  return [
    ...(steps.length > 0 ? [together(steps, "punto", "punti")] : []),
    ...(years.length > NAMED_AT_MOST ? [together(years, "annualità", "annualità")] : years.map(named)),
  ].join("; ");
}

function together(addends: readonly Addend[], one: string, many: string): string {
  const sum = (parts: (addend: Addend) => number) =>
    addends.reduce((total, addend) => total + parts(addend), 0);
  const done = sum(({ weight, done }) => weight * (done.parts / done.of));
  const share = shareWords(
    done,
    sum(({ weight }) => weight),
  );
  const isWeighed = addends.some(({ weight }) => weight !== 1);
  return `${count(addends.length, one, many)}: ${share}${isWeighed ? ", contando i pesi" : ""}`;
}
