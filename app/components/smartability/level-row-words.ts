import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { formatDay, formatNumber } from "#app/format.ts";
import { LEVEL_ROW_LABEL } from "#app/process-labels.ts";

/** True for what has happened; the rest is forecast or supposed. */
export function isReal({ kind }: Pick<LevelRow, "kind">): boolean {
  return kind === "real" || kind === "now";
}

/** "31/12/2022", "reale"; "massimo", "raggiungibile". */
export function rowName({ kind, day }: Pick<LevelRow, "kind" | "day">): { day: string; word: string } {
  if (day !== null) return { day: formatDay(day), word: LEVEL_ROW_LABEL[kind] };
  const words = { attainable: "raggiungibile", "if-proposed": "anche i proposti" } as const;
  return {
    day: LEVEL_ROW_LABEL[kind],
    word: kind === "attainable" || kind === "if-proposed" ? words[kind] : "solo i confermati",
  };
}

/** "SI +1", "SI invariati": against the maps. */
export function changeWords({ change }: Pick<LevelRow, "change">): string {
  return isUnchanged({ change }) ? "come nelle mappe" : `SI ${changed(change.yes)}`;
}

/** "NO −4 dalle mappe". */
export function changeNote({ change }: Pick<LevelRow, "change">): string {
  return isUnchanged({ change }) ? "" : `NO ${changed(change.no)} dalle mappe`;
}

/** "+1", "−4", "0". */
export function signed(number: number): string {
  if (number === 0) return "0";
  return number > 0 ? `+${formatNumber(number)}` : `−${formatNumber(-number)}`;
}

function changed(number: number): string {
  return number === 0 ? "invariati" : signed(number);
}

function isUnchanged({ change }: Pick<LevelRow, "change">): boolean {
  return Object.values(change).every((number) => number === 0);
}
