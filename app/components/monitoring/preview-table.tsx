import { officeAddress } from "#app/addresses.ts";
import { formatNumber } from "#app/format.ts";

export type PreviewRow = { code: string; name: string; years: number; steps: number };

/** How much a round would ask each office: annualità of the plan, points of its objectives. */
export function PreviewTable({ rows }: { rows: PreviewRow[] }) {
  const sum = (of: (row: PreviewRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return (
    <table className="t">
      <caption className="sr">Quante voci chiede il giro a ogni ufficio</caption>
      <thead>
        <tr>
          <th scope="col">Ufficio</th>
          <th scope="col" className="n">
            Annualità
          </th>
          <th scope="col" className="n">
            Punti di obiettivi
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, years, steps }) => (
          <tr key={code}>
            <th scope="row">
              <a href={officeAddress(code)}>{name}</a>
            </th>
            <td className="n">{formatNumber(years)}</td>
            <td className="n">{formatNumber(steps)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">In tutto</th>
          <td className="n">{formatNumber(sum(({ years }) => years))}</td>
          <td className="n">{formatNumber(sum(({ steps }) => steps))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
