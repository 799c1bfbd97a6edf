import { areaEditAddress, planAddress } from "#app/addresses.ts";

export type ListedArea = { code: string; title: string; actions: number };

/** The areas of a plan, each with its actions and, for who may, how to reword it. */
export function AreasTable({
  plan,
  areas,
  mayEdit,
}: {
  plan: string;
  areas: ListedArea[];
  mayEdit: boolean;
}) {
  return (
    <table role="table" className="t cards">
      <caption className="sr">Gli ambiti del piano {plan}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Ambito
          </th>
          <th role="columnheader" scope="col" className="n">
            Azioni
          </th>
          {mayEdit && (
            <th role="columnheader" scope="col" className="noprint">
              <span className="sr">Modifica</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {areas.map(({ code, title, actions }) => (
          <tr role="row" key={code} id={`a${code}`}>
            <th role="rowheader" scope="row">
              <b>{code}</b> {title}
            </th>
            <td role="cell" className="n" data-l="Azioni">
              {actions === 0 ? (
                <span className="mut">nessuna</span>
              ) : (
                <a href={planAddress(plan, { ambito: code })}>
                  {actions}
                  <span className="sr">
                    {" "}
                    {actions === 1 ? "azione" : "azioni"} di {code}
                  </span>
                </a>
              )}
            </td>
            {mayEdit && (
              <td role="cell" className="noprint">
                <a href={areaEditAddress(plan, code)}>
                  Cambia il nome<span className="sr"> dell’ambito {code}</span>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
