import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { count, dayWith, formatDay, formatPercent, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { EvidenceWords } from "../action/evidence.tsx";

/** An effettivo as it is told. `covered`: the days that it says it is about; `isPart`: that they are only a part of a period that counts. */
export type ToldReport = {
  id: number;
  on: Day;
  text: string;
  evidence: Evidence | null;
  progress: number | null;
  covered: string | null;
  isPart?: boolean;
  occurrences: number | null;
  role: Role;
  office: string | null;
};

/** How many effettivi are read at a glance; the others are one opening away. */
const LATEST = 2;

type StepReportsProps = {
  reports: ToldReport[];
  /** Where a report is put right, for who may. */
  correction: (report: number) => string | undefined;
};

/** The effettivi of a step that count, newest first. */
export function StepReports({ reports, correction }: StepReportsProps) {
  if (reports.length === 0) return null;
  const [latest, earlier] = [reports.slice(0, LATEST), reports.slice(LATEST)];
  return (
    <>
      <ReportList reports={latest} correction={correction} />
      {earlier.length > 0 && (
        <details className="data">
          <summary>{count(earlier.length, "effettivo precedente", "effettivi precedenti")}</summary>
          <ReportList reports={earlier} correction={correction} />
        </details>
      )}
    </>
  );
}

function ReportList({ reports, correction }: StepReportsProps) {
  return (
    <ul className="effects">
      {reports.map((report) => (
        <li key={report.id}>
          <time dateTime={report.on}>{formatDay(report.on)}</time>
          {report.progress !== null && ` · ${formatPercent(report.progress)}`}: {report.text}
          <ReportGrounds report={report} />
          {correction(report.id) !== undefined && (
            <a className="sm noprint" href={correction(report.id)}>
              Rettifica<span className="sr"> l’effettivo {dayWith("del", report.on)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a report is about, how often, its proof, and who made it. */
export function ReportGrounds({ report, recordedAt }: { report: ToldReport; recordedAt?: string }) {
  const { covered, isPart, occurrences, evidence } = report;
  return (
    <span className="m">
      {covered !== null && `Periodo: ${covered}${isPart ? " (una parte: conta per intero)" : ""}. `}
      {occurrences !== null && `${count(occurrences, "volta", "volte")}. `}
      {evidence && (
        <>
          Prova: <EvidenceWords evidence={evidence} />.{" "}
        </>
      )}
      {authorLabel({ role: report.role, office: report.office })}
      {recordedAt && `, registrato ${momentWithArticle(recordedAt)}.`}
    </span>
  );
}
