import { variationsAddress } from "#app/review-addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
import type { VariationTally } from "#app/domain/variation/variation-counts.ts";
import { VARIATION_KINDS } from "#app/domain/variation/variations.ts";
import { capitalize, formatNumber } from "#app/format.ts";
import { VARIATION_LABEL } from "#app/variation-sentences.ts";

export type VariationCountsProps = {
  plan: string;
  al?: Day;
  total: VariationTally;
  byArea: ({ code: string; title: string } & VariationTally)[];
};

/** How many variations of each kind in each area; each number is the way to its rows. */
export function VariationCounts({ plan, al, total, byArea }: VariationCountsProps) {
  const kinds = VARIATION_KINDS.filter((kind) => total.counts[kind] > 0);
  const to = (area: string | undefined, kind?: string) =>
    `${variationsAddress(plan, al, { ambito: area, tipo: kind })}#elenco`;
  return (
    <div className="scroll" role="region" aria-label="Variazioni per ambito e per tipo" tabIndex={0}>
      <table className="t kinds">
        <caption>Quante, per ambito e per tipo</caption>
        <thead>
          <tr>
            <th scope="col">Ambito</th>
            {kinds.map((kind) => (
              <th scope="col" className="n" key={kind}>
                {capitalize(VARIATION_LABEL[kind].many)}
              </th>
            ))}
            <th scope="col" className="n">
              In tutto
            </th>
          </tr>
        </thead>
        <tbody>
          {byArea.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <a href={to(row.code)}>
                  {row.code} {row.title}
                </a>
              </th>
              {kinds.map((kind) => (
                <td className="n" key={kind}>
                  <Number of={row.counts[kind]} address={to(row.code, VARIATION_CODE[kind])} />
                </td>
              ))}
              <td className="n">{formatNumber(row.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Piano</th>
            {kinds.map((kind) => (
              <td className="n" key={kind}>
                <Number of={total.counts[kind]} address={to(undefined, VARIATION_CODE[kind])} />
              </td>
            ))}
            <td className="n">{formatNumber(total.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Number({ of, address }: { of: number; address: string }) {
  return of > 0 ? <a href={address}>{formatNumber(of)}</a> : <span className="mut">0</span>;
}
