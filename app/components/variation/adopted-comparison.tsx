import { CELL_MARKS, type CellMark, type YearComparison } from "#app/domain/variation/adopted-comparison.ts";
import { formatNumber } from "#app/format.ts";

/** A sign and a word: colour never says it alone. */
const MARK_LABEL: Record<CellMark, { sign: string; one: string; many: string; means: string }> = {
  added: { sign: "+", one: "aggiunta", many: "Aggiunte", means: "non era nel piano adottato" },
  "moved-here": { sign: "↳", one: "arrivata", many: "Arrivate", means: "viene da un altro anno" },
  dropped: { sign: "−", one: "eliminata", many: "Eliminate", means: "annullata dopo l’adozione" },
  "moved-away": { sign: "→", one: "spostata", many: "Spostate", means: "ripianificata in un altro anno" },
};

/** How a cell of the matrix differs from the plan as adopted. */
export function CellMarks({ marks }: { marks: readonly CellMark[] }) {
  return marks.map((mark) => (
    <span className={`mark mark-${mark}`} key={mark}>
      <span aria-hidden="true">{MARK_LABEL[mark].sign}</span> {MARK_LABEL[mark].one}
    </span>
  ));
}

/** The plan as adopted against today, year by year, with what each sign of the matrix means. */
export function AdoptedComparison({ rows, on }: { rows: YearComparison[]; on: string }) {
  return (
    <section aria-labelledby="confronto">
      <h2 id="confronto">Il piano adottato e quello {on}</h2>
      <div className="scroll" role="region" aria-label="Confronto con il piano adottato" tabIndex={0}>
        <table className="t kinds">
          <caption>
            Annualità: adottate, più aggiunte e arrivate, meno eliminate e spostate, dà le restanti.
          </caption>
          <thead>
            <tr>
              <th scope="col">Anno</th>
              <th scope="col" className="n">
                Adottate
              </th>
              {CELL_MARKS.map((mark) => (
                <th scope="col" className="n" key={mark}>
                  <span aria-hidden="true">{MARK_LABEL[mark].sign}</span> {MARK_LABEL[mark].many}
                </th>
              ))}
              <th scope="col" className="n">
                Restano
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                <td className="n">{formatNumber(row.adopted)}</td>
                {CELL_MARKS.map((mark) => (
                  <td className={row[mark] === 0 ? "n mut" : "n"} key={mark}>
                    {formatNumber(row[mark])}
                  </td>
                ))}
                <td className="n">{formatNumber(row.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="marks">
        {CELL_MARKS.map((mark) => (
          <li key={mark}>
            <CellMarks marks={[mark]} /> {MARK_LABEL[mark].means}
          </li>
        ))}
      </ul>
    </section>
  );
}
