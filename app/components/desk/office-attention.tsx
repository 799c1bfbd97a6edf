import { officeAddress } from "#app/addresses.ts";
import type { ReasonToAsk } from "#app/domain/desk/placed-years.ts";
import { usePastDay } from "../frame/past-day.ts";

export type OfficeAttention = { code: string; name: string } & Record<ReasonToAsk, number>;

/** What is late and silent, by the office that answers for it (R6). */
export function OfficeAttentionTable({ offices }: { offices: OfficeAttention[] }) {
  const al = usePastDay();
  if (offices.length === 0) return null;
  return (
    <section aria-labelledby="per-ufficio">
      <h2 id="per-ufficio">Per ufficio</h2>
      <p className="sm mut">
        Di tutti i piani adottati; un’annualità con più responsabili conta per ciascuno: le righe non si
        sommano.
      </p>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Ufficio</th>
            <th scope="col" className="n">
              In ritardo
            </th>
            <th scope="col" className="n">
              Mai aggiornate
            </th>
            <th scope="col" className="n">
              Ferme
            </th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.code}>
              <th scope="row">
                <a href={officeAddress(office.code, al)}>{office.name}</a>
              </th>
              <td className={office.late > 0 ? "n s-late" : "n"}>{office.late}</td>
              <td className="n">{office["never-updated"]}</td>
              <td className="n">{office.stale}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
