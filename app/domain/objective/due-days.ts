import type { Term } from "./terms.ts";
export function daysOf(terms: readonly Term[], year: number): string[] {
  return terms.flatMap((t) =>
    t.kind === "due"
      ? [`${t.on.year ?? year}-${String(t.on.month).padStart(2, "0")}-${String(t.on.day).padStart(2, "0")}`]
      : [],
  );
}
