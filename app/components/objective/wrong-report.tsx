import { formatDay, formatPercent, quotedLast } from "#app/format.ts";
import { ReportGrounds, type ToldReport } from "./step-reports.tsx";

/** The effettivo that is being put right, and what becomes of it. */
export function WrongReport({ report }: { report: ToldReport }) {
  return (
    <section aria-labelledby="sbagliato">
      <h2 id="sbagliato">L’effettivo da rettificare</h2>
      <p>
        <b>{formatDay(report.on)}</b>
        {report.progress !== null && `, ${formatPercent(report.progress)}`}: {quotedLast(report.text)}
      </p>
      <p className="sm">
        <ReportGrounds report={report} />
      </p>
      <p className="sm">
        Resta scritto, con il motivo della rettifica: da adesso conta quello che lo sostituisce, anche per i
        giorni passati.
      </p>
    </section>
  );
}
