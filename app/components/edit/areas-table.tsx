import { areaEditAddress, planAddress } from "#app/addresses.ts";

import { usePastDay } from "../frame/past-day.ts";

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
              <AreaName plan={plan} area={{ code, title, actions }} />
            </th>
            <td role="cell" className="n" data-l="Azioni">
              {actions === 0 ? <span className="mut">nessuna</span> : actions}
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

/** An area leads to its actions, if it has any. */
function AreaName({ plan, area: { code, title, actions } }: { plan: string; area: ListedArea }) {
  const al = usePastDay();
  const name = (
    <>
      <b>{code}</b> {title}
    </>
  );
  return actions === 0 ? name : <a href={planAddress(plan, { ambito: code, al })}>{name}</a>;
}
