import type { ReportFinding } from "#app/domain/review/report-data.ts";

/** What the figures say, each sentence with what it rests on. */
export function FindingsList({ findings }: { findings: ReportFinding[] }) {
  return (
    <ul className="list findings">
      {findings.map(({ sentence, grounds }) => (
        <li key={sentence}>
          <b>{sentence}.</b>
          {grounds && <span className="mut sm d">{grounds}.</span>}
        </li>
      ))}
    </ul>
  );
}
