import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import type { StepMeasure } from "#app/domain/objective/step-measures.ts";
import { count, dayWith, formatPercent, formatWeight, joinWords } from "#app/format.ts";
import { FIGURE_LABELS, PERIOD_LABELS } from "#app/objective-labels.ts";
import { BackToRound } from "../monitoring/back-to-round.tsx";

/** What was just recorded of an objective. */
export type Recorded =
  | {
      kind: "report";
      ordinal: number;
      on: Day;
      isWithdrawal: boolean;
      isCorrection: boolean;
      /** Its periods that count by it, from the first to the last; null where it has none. */
      counted: { number: number; from: Day; until: Day; isPart: boolean } | null;
      /** Of those that had been reported on before: how many, and the days of those effettivi. */
      again: { number: number; on: Day[] };
      every: Extract<StepMeasure, { kind: "periods" }>["every"] | null;
    }
  | { kind: "figure"; of: FigureKind; percent: number | null; on: Day }
  | { kind: "reading"; name: string; unit: string; value: number; on: Day }
  | { kind: "note" };

/** What was just recorded, said once where the person lands. */
export function RecordedNotice({ recorded }: { recorded: Recorded }) {
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> {recordedWords(recorded)}
      <BackToRound />
    </p>
  );
}

function recordedWords(recorded: Recorded): string {
  if (recorded.kind === "note") return "La nota è nell’obiettivo.";
  if (recorded.kind === "reading")
    return `${recorded.name}: ${formatWeight(recorded.value)} ${recorded.unit} ${dayWith("al", recorded.on)}.`;
  if (recorded.kind === "report") return reportWords(recorded);
  const { of, percent, on } = recorded;
  return percent === null
    ? `L’avanzamento ${FIGURE_LABELS[of]} è ritirato ${dayWith("dal", on)}.`
    : `L’avanzamento ${FIGURE_LABELS[of]} è ${formatPercent(percent)} ${dayWith("dal", on)}.`;
}

function reportWords(report: Extract<Recorded, { kind: "report" }>): string {
  const { on, isWithdrawal, isCorrection, counted, again, every } = report;
  const what = `L’effettivo ${dayWith("del", on)}`;
  if (isWithdrawal) return `${what} è ritirato e non conta più.`;
  const saved = isCorrection ? `${what} è rettificato.` : `${what} è registrato.`;
  if (counted === null) return saved;
  const { one, many } = PERIOD_LABELS[every ?? "unspecified"];
  return [
    saved,
    `Conta per ${count(counted.number, one, many)}, ${dayWith("dal", counted.from)} ${dayWith("al", counted.until)}.`,
    ...(counted.isPart ? ["Anche una parte conta per intero."] : []),
    ...(again.number > 0 ? [againWords(again, `${count(again.number, one, many)}`)] : []),
  ].join(" ");
}

function againWords({ number, on }: { number: number; on: Day[] }, periods: string): string {
  const days = joinWords(on.map((day) => dayWith("il", day)));
  return `Di ${periods} si era già riportato ${days}: nella percentuale ${number === 1 ? "conta" : "contano"} una volta sola.`;
}
