import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { changeNote, changeWords, isReal, rowName } from "../smartability/level-row-words.ts";
import { drawnInTwoShapes } from "./drawings.server.tsx";
import { LevelBars } from "./level-bars.tsx";

/** The levels of each row: large bars, what is forecast or supposed with a dashed edge. */
export function drawLevels(rows: readonly LevelRow[]): string {
  const bars = rows.map((row) => ({
    key: `${row.kind} ${row.day ?? ""}`,
    ...rowName(row),
    change: changeWords(row),
    note: changeNote(row),
    counts: row.counts,
    isReal: isReal(row),
  }));
  return drawnInTwoShapes({ id: "livelli", rows: bars }, (props) => <LevelBars {...props} />);
}
