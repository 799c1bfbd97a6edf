import type { ReportDecision } from "#app/domain/review/report-data.ts";

/** What is asked of the Giunta, in order, each with what it follows from. */
export function DecisionsList({ decisions }: { decisions: ReportDecision[] }) {
  if (decisions.length === 0) return <p className="sent">Nessuna decisione è chiesta alla Giunta.</p>;
  return (
    <ol className="list decisions">
      {decisions.map(({ text, from }, index) => (
        <li key={index}>
          <span className="as-typed">{text}</span>
          {from && <span className="mut sm d">{from}</span>}
        </li>
      ))}
    </ol>
  );
}
