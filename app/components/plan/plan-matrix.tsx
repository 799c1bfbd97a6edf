import { groupBy } from "#app/domain/grouping.ts";
import type { Day } from "#app/domain/days.ts";
import type { MatrixRow } from "#app/domain/plan/plan-matrix.ts";
import type { AreaSummary } from "#app/domain/plan/plan-summary.ts";
import { formatNumber } from "#app/format.ts";
import { PlanMatrixRow } from "./plan-matrix-row.tsx";

export type PlanMatrixProps = {
  plan: string;
  al?: Day;
  /** The years of the plan with their counts, and its areas with theirs. */
  years: { year: number; completed: number; total: number }[];
  areas: AreaSummary[];
  rows: MatrixRow[];
  /** False when a filter left some actions out: then the counts would not be those of the rows, and are not shown. */
  isWhole: boolean;
};

/** The plan as it was adopted, actions by years, a situation in place of each X. */
export function PlanMatrix({ plan, al, years, areas, rows, isWhole }: PlanMatrixProps) {
  const byArea = groupBy(rows, (row) => row.areaCode);
  return (
    <table role="table" className="t mx">
      <caption className="sr">
        Azioni del piano per ambito; per ogni anno la situazione dell’annualità
      </caption>
      <colgroup>
        <col className="c0" />
        <col />
        <col className="c2" />
        {years.map(({ year }) => (
          <col className="cy" key={year} />
        ))}
        <col className="c6" />
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Codice
          </th>
          <th role="columnheader" scope="col">
            Azione
          </th>
          <th role="columnheader" scope="col">
            Responsabili
          </th>
          {years.map(({ year, completed, total }) => (
            <th role="columnheader" scope="col" className="y" key={year}>
              {year}{" "}
              {isWhole && (
                <span className="yn">
                  {formatNumber(completed)} completate su {formatNumber(total)}
                </span>
              )}
            </th>
          ))}
          <th role="columnheader" scope="col">
            Aggiornata
          </th>
        </tr>
      </thead>
      {areas
        .filter((area) => byArea.has(area.code))
        .map((area) => (
          <AreaRows
            key={area.code}
            area={area}
            plan={plan}
            al={al}
            rows={byArea.get(area.code)!}
            isWhole={isWhole}
          />
        ))}
    </table>
  );
}

function AreaRows({
  area,
  plan,
  al,
  rows,
  isWhole,
}: Pick<PlanMatrixProps, "plan" | "al" | "rows" | "isWhole"> & { area: AreaSummary }) {
  return (
    <tbody role="rowgroup">
      <tr role="row" className="ar" id={`a${area.code}`}>
        <th role="rowheader" scope="rowgroup" colSpan={3}>
          {area.code} {area.title}
        </th>
        {area.years.map(({ year, completed, total }, index) => (
          <td role="cell" className={`y y${index + 1}`} key={year}>
            {isWhole && total > 0 && (
              <span className="q">{`${formatNumber(completed)} su ${formatNumber(total)}`}</span>
            )}
          </td>
        ))}
        <td role="cell" className="y x" />
      </tr>
      {rows.map((row) => (
        <PlanMatrixRow key={row.code} row={row} plan={plan} al={al} />
      ))}
    </tbody>
  );
}
