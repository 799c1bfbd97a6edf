import type { Addend, ObjectiveProgress } from "./domain/objective/objective-progress.ts";
import { count } from "./format.ts";
import { partsWords, shareWords, whyNotMeasurable } from "./objective-sentences.ts";

/** An annualità as sentences call it: "4.4.6 del 2024". */
export type NamedYear = { code: string; year: number };

/** How many annualità one line names; more of them are counted. */
const NAMED_AT_MOST = 2;

/**
 * Why an objective is where it is, in one line: its points together, its annualità one by one where they are few.
 *
 *     whyLine(objective, names) // "8 punti: 3,25 su 8; 4.4.6 del 2024: 60%"
 */
export function whyLine(
  objective: Parameters<typeof whyNotMeasurable>[0] & { progress: ObjectiveProgress },
  names: ReadonlyMap<number, NamedYear>,
): string {
  const { addends } = objective.progress;
  if (addends.length === 0) return whyNotMeasurable(objective);
  const of = (kind: Addend["kind"]) => addends.filter((one) => one.kind === kind);
  const [steps, years] = [of("step"), of("action-year")];
  const together = (ones: readonly Addend[], one: string, many: string) =>
    `${count(ones.length, one, many)}: ${shareWords(sumOf(ones), ones.length)}`;
  const named = ({ id, done }: Addend) => {
    const { code, year } = names.get(id)!;
    return `${code} del ${year}: ${partsWords(done)}`;
  };
  return [
    ...(steps.length > 0 ? [together(steps, "punto", "punti")] : []),
    ...(years.length > NAMED_AT_MOST ? [together(years, "annualità", "annualità")] : years.map(named)),
  ].join("; ");
}

function sumOf(addends: readonly Addend[]): number {
  return addends.reduce((sum, { done }) => sum + done.parts / done.of, 0);
}
