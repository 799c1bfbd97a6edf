import type { Day } from "#app/domain/days.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";
import type { AnswerCounts } from "../monitoring/monitoring-sentence.tsx";

/** How far the round that is open is. `silent`: offices that have not answered at all. */
export type OpenMonitoring = {
  title: string;
  dueOn: Day;
  address: string;
  counts: AnswerCounts;
  offices: number;
  silent: number;
};

/** The open round of the RTD in one line. */
export function MonitoringLine({ open }: { open: OpenMonitoring }) {
  const { title, dueOn, address, counts, offices, silent } = open;
  return (
    <p>
      <a href={address}>{title}</a>, termine {dayWith("il", dueOn)}: {formatNumber(counts.answered)}{" "}
      {counts.answered === 1 ? "risposta" : "risposte"} su {formatNumber(counts.asked)};{" "}
      {silent === 0
        ? "tutti gli uffici hanno cominciato."
        : `${count(silent, "ufficio", "uffici")} su ${offices} ${silent === 1 ? "non ha" : "non hanno"} ancora risposto.`}
    </p>
  );
}
