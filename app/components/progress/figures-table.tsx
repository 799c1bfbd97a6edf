import type { Viewpoint } from "#app/domain/days.ts";
import { SITUATIONS, type Situation } from "#app/domain/status/situations.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { capitalize, formatDay, formatPercent, formatProgress } from "#app/format.ts";
import { SITUATIONS_LABEL } from "#app/labels.ts";

export type FiguresRow = Tally & {
  key: string;
  name: string;
  /** Where the name itself leads, if anywhere. */
  address?: string;
  adopted?: number;
  links: Partial<Record<Situation, string>>;
};

/** The rows of a chart as a table: the same numbers, each a link to the annualità behind it. */
export function FiguresTable({
  on,
  first,
  rows,
  total,
}: {
  on: Viewpoint;
  first: string;
  rows: FiguresRow[];
  total?: Tally;
}) {
  const withAdopted = rows.some((row) => row.adopted !== undefined);
  return (
    <div className="scroll" role="region" aria-label={`${first}: i numeri della figura`} tabIndex={0}>
      <table className="t figures">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {withAdopted && (
              <th scope="col" className="n">
                Adottate
              </th>
            )}
            <th scope="col" className="n">
              {on.isOver ? `Al ${formatDay(on.day)}` : "Oggi"}
            </th>
            {SITUATIONS.map((situation) => (
              <th scope="col" className="n" key={situation}>
                {capitalize(SITUATIONS_LABEL[situation])}
              </th>
            ))}
            <th scope="col" className="n">
              Completate su tutte
            </th>
            <th scope="col" className="n">
              Avanzamento
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.address ? <a href={row.address}>{row.name}</a> : row.name}</th>
              <Figures row={row} withAdopted={withAdopted} />
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">Piano</th>
              <Figures
                row={{ ...total, adopted: rows.reduce((sum, row) => sum + (row.adopted ?? 0), 0), links: {} }}
                withAdopted={withAdopted}
              />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Figures({ row, withAdopted }: { row: Omit<FiguresRow, "key" | "name">; withAdopted: boolean }) {
  return (
    <>
      {withAdopted && <td className="n">{row.adopted}</td>}
      <td className="n">{row.total}</td>
      {SITUATIONS.map((situation) => (
        <td className="n" key={situation}>
          {row.links[situation] ? (
            <a href={row.links[situation]}>{row.counts[situation]}</a>
          ) : (
            row.counts[situation]
          )}
        </td>
      ))}
      <td className="n">
        {row.completed} / {row.total}
        {row.total > 0 && <span className="mut"> ({formatPercent((row.completed / row.total) * 100)})</span>}
      </td>
      <td className="n">
        {formatProgress(row.progress)}
        {row.progress.over > 0 && <span className="mut"> su {row.progress.over}</span>}
      </td>
    </>
  );
}
