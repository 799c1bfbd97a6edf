import type { Day } from "#app/domain/days.ts";
import type { Figures } from "#app/domain/level/four-figures.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { LEVELS } from "#app/domain/level/levels.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";

/** What each texture of the chart of levels means. */
export const LEVEL_LEGEND = [
  ...LEVELS.map((level) => ({ fill: `f-level-${level}`, words: LEVEL_LABEL[level] })),
  { fill: "f-level-supposed", words: "righe e contorno tratteggiato: previsto, supposto o massimo" },
];

/** What the numbers of the chart of levels are: their denominator, what they rest on, what they leave out. */
export function LevelsCaption({ rows, figures, day }: { rows: LevelRow[]; figures: Figures; day: Day }) {
  const has = (kind: LevelRow["kind"]) => rows.some((row) => row.kind === kind);
  const total = rows.find((row) => row.kind === "attainable")!.total;
  const { lightened } = figures.figures;
  return (
    <>
      Denominatore: {count(total, "processo", "processi")}, compresi {formatNumber(figures.levels.outsourced)}{" "}
      all’esterno: le righe delle mappe, cioè le attività di ciascun processo. Reale: blocchi tolti o ridotti
      da sblocchi confermati, con le azioni completate.{" "}
      {has("expected") &&
        "Previsto: ogni annualità aperta e non in ritardo è completata al suo termine; delle sospese, anche se in ritardo, e di quelle senza anno non si suppone nulla. "}
      {has("recovered")
        ? "Se recuperate: entro fine anno anche quelle in ritardo, tranne le sospese. "
        : has("expected") &&
          "Recuperare quelle in ritardo entro fine anno, tranne le sospese, non cambierebbe i livelli. "}
      Massimo raggiungibile: tutti gli sblocchi confermati e proposti, esclusi i contestati, i rifiutati e i
      decaduti.{" "}
      {lightened > 0 &&
        `${count(lightened, "altro processo ha", "altri processi hanno")} uno sblocco che non ne cambia il livello. `}
      Situazione {dayWith("al", day)}.
    </>
  );
}
