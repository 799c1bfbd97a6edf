import { formatDay, momentWithArticle, quotedLast } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import type { Refused } from "../office/organisation-form.tsx";
import type { ReportableStep } from "./step-report-form.tsx";
import { ReportGrounds, type ToldReport } from "./step-reports.tsx";

/** A report as it was recorded, those that only take another away too. `reason`: why it stands in the place of another. */
export type RecordedReport = ToldReport & {
  recordedAt: string;
  isWithdrawal: boolean;
  reason: string | null;
};

/** What others reported of a step while its form was open; what was typed is still in the form. */
export function ReportsMeanwhile({ step, refused }: { step: ReportableStep; refused: Refused }) {
  if (!refused?.isConflict) return null;
  const came = step.reports.filter(({ id }) => id > Number(refused.typed.seen));
  const seen = step.wordings.find(({ id }) => id === Number(refused.typed.version));
  return (
    <div className="box warn" id="seen" tabIndex={-1}>
      <h2>Che cosa è cambiato</h2>
      {seen ? <Reworded before={seen} after={step} /> : <p>Rileggi il punto: può non dire più lo stesso.</p>}
      {came.length > 0 && (
        <ul className="list">
          {came.map((report) => (
            <li key={report.id}>
              <ReportMeanwhile report={report} />
            </li>
          ))}
        </ul>
      )}
      <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
    </div>
  );
}

/** What the step said when the form was opened, and says now; nothing where it says the same. */
function Reworded({ before, after }: Record<"before" | "after", { text: string; planned: string | null }>) {
  return (
    <>
      {before.text !== after.text && (
        <p>
          Il punto diceva «{before.text}»; adesso dice {quotedLast(after.text)}
        </p>
      )}
      {before.planned !== after.planned && (
        <p>
          Il programmato {before.planned === null ? "non era scritto" : `era «${before.planned}»`}, e con lui
          è cambiato ciò che se ne riferisce:{" "}
          {after.planned === null ? "adesso non è scritto." : `adesso è ${quotedLast(after.planned)}`}
        </p>
      )}
    </>
  );
}

function ReportMeanwhile({ report }: { report: RecordedReport }) {
  const { isWithdrawal, reason, text, on } = report;
  const who = authorLabel({ role: report.role, office: report.office });
  const when = momentWithArticle(report.recordedAt);
  if (isWithdrawal)
    return (
      <>
        {who} ha ritirato {when} un effettivo: {quotedLast(reason ?? "")}
      </>
    );
  return (
    <>
      {who} ha {reason === null ? "riportato" : "rettificato"} {when} l’effettivo del {formatDay(on)}:{" "}
      {quotedLast(text)} <ReportGrounds report={report} />
    </>
  );
}
