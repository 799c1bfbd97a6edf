import type { Day } from "#app/domain/days.ts";
import { formatDay, formatNumber } from "#app/format.ts";
import { monitoringAddress } from "#app/objective-addresses.ts";
import type { AnswerCounts } from "./monitoring-sentence.tsx";

export type OfficeAnswersRow = AnswerCounts & {
  code: string;
  name: string;
  lastAnswerOn: Day | null;
  reminder: string | null;
};

/** Office by office: what it was asked, what it answered, what is missing, and whether it was reminded. */
export function OfficeAnswers({
  round,
  rows,
  mayRemind,
}: {
  round: number;
  rows: OfficeAnswersRow[];
  mayRemind: boolean;
}) {
  return (
    <table className="t cards">
      <caption className="sr">Le risposte di ogni ufficio</caption>
      <thead>
        <tr>
          <th scope="col">Ufficio</th>
          <th scope="col" className="n">
            Chieste
          </th>
          <th scope="col" className="n">
            Confermate
          </th>
          <th scope="col" className="n">
            Cambiate
          </th>
          <th scope="col" className="n">
            Mancano
          </th>
          <th scope="col">Ultima risposta</th>
          <th scope="col">Sollecito</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={monitoringAddress(round, "uffici", row.code)}>{row.name}</a>
              {row.withdrawn > 0 && (
                <span className="mut sm d">{formatNumber(row.withdrawn)} non più da confermare</span>
              )}
            </th>
            <Figure label="Chieste" value={row.asked} />
            <Figure label="Confermate" value={row.confirmed} />
            <Figure label="Cambiate" value={row.changed} />
            <td className="n" data-l="Mancano">
              {row.waiting > 0 ? <b>{formatNumber(row.waiting)}</b> : "nessuna"}
            </td>
            <td data-l="Ultima risposta">{row.lastAnswerOn ? formatDay(row.lastAnswerOn) : "nessuna"}</td>
            <td data-l="Sollecito">
              {row.reminder}
              {mayRemind && row.waiting > 0 && (
                <span className="d noprint">
                  <a href={monitoringAddress(round, "uffici", row.code, "sollecito")}>
                    Sollecita<span className="sr"> {row.name}</span>
                  </a>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <td className="n" data-l={label}>
      {formatNumber(value)}
    </td>
  );
}
