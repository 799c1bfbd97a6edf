import { cessationAddress, officeAddress, officeEditAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { OfficeFigures } from "#app/domain/office/office-sheet.ts";
import type { OfficeKind } from "#app/domain/office/offices.ts";
import { formatNumber } from "#app/format.ts";
import { OfficeWords } from "./office-words.tsx";

type Row = {
  code: string;
  name: string;
  kind: OfficeKind;
  parentName: string | null;
  depth: number;
  figures: OfficeFigures | null;
};

/** How far an office stands to the right of the one it is under; deeper ones no farther. */
const DEEP = ["", "deep-1", "deep-2", "deep-3"];

/** The offices, each under the one it answers to, with what each has to say of the plan in force (R6). */
export function OrganisationTable({
  rows,
  al,
  mayEdit,
}: {
  rows: Row[];
  al: Day | undefined;
  mayEdit: boolean;
}) {
  return (
    <table className="t cards offices">
      <thead>
        <tr>
          <th scope="col">Ufficio</th>
          <th scope="col" className="n">
            Annualità
          </th>
          <th scope="col" className="n">
            In ritardo
          </th>
          <th scope="col" className="n">
            Ferme
          </th>
          <th scope="col" className="n">
            Mai aggiornate
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} id={row.code}>
            <th scope="row" className={DEEP[Math.min(row.depth, DEEP.length - 1)]}>
              <a href={officeAddress(row.code, al)}>{row.name}</a>
              <span className="mut sm d">
                <OfficeWords office={row} />
              </span>
              {mayEdit && <Edits office={row} />}
            </th>
            <FigureCells figures={row.figures} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Edits({ office: { code, name } }: { office: Row }) {
  const of = <span className="sr"> {name}</span>;
  return (
    <span className="sm d noprint">
      <a href={officeEditAddress(code)}>Modifica{of}</a> · <a href={cessationAddress(code)}>Cessazione{of}</a>
    </span>
  );
}

function FigureCells({ figures }: { figures: OfficeFigures | null }) {
  const { total = 0, late = 0, stale = 0, neverUpdated = 0 } = figures ?? {};
  return (
    <>
      <td className="n" data-l="Annualità">
        {formatNumber(total)}
      </td>
      <td className="n" data-l="In ritardo">
        {formatNumber(late)}
      </td>
      <td className="n" data-l="Ferme">
        {formatNumber(stale)}
      </td>
      <td className="n" data-l="Mai aggiornate">
        {formatNumber(neverUpdated)}
      </td>
    </>
  );
}
