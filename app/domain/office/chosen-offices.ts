import type { Day } from "../days.ts";
import { isActive, type OfficeFact } from "./offices.ts";

export type ChosenOfficesRefusal = "offices-required" | "office-unknown" | "office-ceased";

/** Why offices may not be given something: at least one, each known, and none that has ceased unless it has it already (`held`). */
export function refusalOfOffices(
  asked: readonly string[],
  { offices, held, today }: { offices: readonly OfficeFact[]; held: readonly string[]; today: Day },
): ChosenOfficesRefusal | undefined {
  if (asked.length === 0) return "offices-required";
  const added = asked.filter((code) => !held.includes(code));
  const found = added.map((code) => offices.find((office) => office.code === code));
  if (found.some((office) => office === undefined)) return "office-unknown";
  return found.every((office) => isActive(office!, today)) ? undefined : "office-ceased";
}
