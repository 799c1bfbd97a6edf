import type { ReactNode } from "react";
import { smartabilityAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { type RankedRow, RankingRow } from "./ranking-row.tsx";

export type RankingFormProps = { rows: RankedRow[]; supposed: number[]; al: Day | undefined };

/** The place of a supposition on its page. */
export const SUPPOSITION = "se-completate";

/** The ranking as a form that only builds an address: the actions that are ticked are supposed to be completed (R8). */
export function RankingForm({ rows, supposed, al }: RankingFormProps) {
  const longest = Math.max(1, ...rows.flatMap((row) => [row.alone, row.withOthers, row.proposedOnly]));
  const withPeople = rows.some(({ people }) => people !== null);
  return (
    <form method="get" action={`${smartabilityAddress()}#${SUPPOSITION}`}>
      {al && <input type="hidden" name="al" value={al} />}
      <table role="table" className="t cards ranking">
        <caption>
          Processi di cui si alzerebbe il livello. Gli sblocchi proposti stanno in una colonna loro e non si
          sommano ai confermati.
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <Head className="c-tick noprint">Supponi completata</Head>
            <Head className="n">Ordine</Head>
            <Head>Azione</Head>
            <Head className="c-situation">Come sta</Head>
            <Head className="c-bar">Da sola</Head>
            <Head className="c-bar">Con altre azioni</Head>
            <Head className="n">Totale progressivo</Head>
            <Head className="c-bar">
              <span className="tag dash">Solo proposti</span>
            </Head>
            {withPeople && <Head className="n">Persone</Head>}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <RankingRow
              key={row.id}
              row={row}
              isSupposed={supposed.includes(row.id)}
              longest={longest}
              withPeople={withPeople}
              al={al}
            />
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <button className="btn btn-primary btn-s" type="submit">
          Mostra che cosa cambierebbe
        </button>{" "}
        {supposed.length > 0 && <a href={smartabilityAddress({ al })}>Togli le spunte</a>}
      </p>
    </form>
  );
}

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th role="columnheader" scope="col" className={className}>
      {children}
    </th>
  );
}
