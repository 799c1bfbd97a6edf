import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { count, formatNumber, formatProgress } from "#app/format.ts";
import { withdrawnWords } from "#app/labels.ts";

/** The four figures that a person reads first, each with what it is made of, and what they are all about. */
export function ProgressKpis({ total, scope }: { total: Tally; scope: string }) {
  const { completed, proven, late, counts, progress } = total;
  const withdrawn = withdrawnWords(counts);
  return (
    <section aria-label={scope}>
      <p className="scope">{scope}</p>
      <ul className="kpis">
        <li className="kpi">
          <span className="v">
            {completed} <small>su {total.total}</small>
          </span>
          <span className="x">
            annualità completate: {proven} con prova, {completed - proven} solo dichiarate
          </span>
        </li>
        <li className={`kpi${late > 0 ? " al" : ""}`}>
          <span className="v">{late}</span>
          <span className="x">in ritardo: il termine è passato e non sono chiuse</span>
        </li>
        <li className="kpi">
          <span className="v">{formatProgress(progress)}</span>
          <span className="x">
            avanzamento medio: {formatNumber(progress.points)} punti su {formatNumber(progress.weight * 100)}{" "}
            ({count(progress.over, "annualità", "annualità")})
          </span>
        </li>
        <li className="kpi">
          <span className="v">{counts.rescheduled + counts.cancelled}</span>
          <span className="x">
            annualità variate dopo l’adozione
            {withdrawn.length > 0 && `: ${withdrawn.join(", ")}`}
          </span>
        </li>
      </ul>
    </section>
  );
}
