import { LEVELS } from "#app/domain/level/levels.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { LEVEL_CODE, LEVEL_ROW_CODE } from "#app/domain/work-process/process-codes.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import type { Sheet } from "../sheet.ts";

/** The rows of the chart of levels. */
export const SMARTABILITY_SHEET: Sheet<LevelRow> = {
  name: "Smartabilità",
  columns: [
    { key: "riga", heading: "Riga", kind: "text", width: 26, value: ({ kind }) => LEVEL_ROW_CODE[kind] },
    { key: "giorno", heading: "Giorno", kind: "day", width: 11, value: ({ day }) => day },
    ...LEVELS.map((level) => ({
      key: LEVEL_CODE[level],
      heading: LEVEL_LABEL[level],
      kind: "integer" as const,
      width: 10,
      value: ({ counts }: LevelRow) => counts[level],
    })),
    { key: "processi", heading: "Processi", kind: "integer", width: 10, value: ({ total }) => total },
    ...LEVELS.map((level) => ({
      key: `${LEVEL_CODE[level]}_dalle_mappe`,
      heading: `${LEVEL_LABEL[level]}: differenza dalle mappe`,
      kind: "integer" as const,
      width: 16,
      value: ({ change }: LevelRow) => change[level],
    })),
  ],
};
