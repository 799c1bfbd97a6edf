import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Freshness } from "#app/domain/plan/freshness.ts";
import type { MatrixCell, MatrixRow } from "#app/domain/plan/plan-matrix.ts";
import { formatDay } from "#app/format.ts";
import { responsibleLabel } from "#app/labels.ts";
import { Glyph, SituationOf } from "../situation.tsx";
import { CellMarks } from "../variation/adopted-comparison.tsx";

/** An action and the situation of each of its years; the whole cell leads to the year on the action's page. */
export function PlanMatrixRow({ row, plan, al }: { row: MatrixRow; plan: string; al?: Day }) {
  const address = planActionAddress(plan, row.code, al);
  const isUnclear = row.unknownYearCount > 0 && row.cells.every((cell) => cell === null);
  return (
    <tr role="row" className="az">
      <td role="cell" className="cd">
        <span className="cod">{row.code}</span>
      </td>
      <th role="rowheader" scope="row" className="ti">
        <span className="cod2">{row.code} </span>
        <a href={address}>{row.title}</a>
      </th>
      <td role="cell" className="re">
        {row.responsibles.map(responsibleLabel).join(", ") || "nessuno"}
      </td>
      {isUnclear ? (
        <td role="cell" className="amb" colSpan={row.cells.length}>
          <span className="st k-unknown">
            <Glyph of="unknown" />
            <span>
              <b>{row.unknownYearCount} annualità da chiarire</b>{" "}
              <span className="d">
                il documento non dice in quali anni: <a href={address}>vedi la discordanza</a>
              </span>
            </span>
          </span>
        </td>
      ) : (
        row.cells.map((cell, index) => (
          <YearCell key={index} index={index + 1} address={address} cell={cell} al={al} />
        ))
      )}
      <FreshnessCell {...row.freshness} />
    </tr>
  );
}

type YearCellProps = { index: number; address: string; cell: MatrixCell | null; al?: Day };

function YearCell({ index, address, cell, al }: YearCellProps) {
  if (!cell) {
    return (
      <td role="cell" className={`no y${index}`}>
        <span aria-hidden="true">·</span>
        <span className="sr">non prevista</span>
      </td>
    );
  }
  const classes = ["y", `y${index}`, cell.situation === "late" ? "late" : "", cell.isMatch ? "hit" : ""];
  if (cell.from.length > 0 || cell.marks.length > 0) classes.push("carried");
  return (
    <td role="cell" className={classes.filter((name) => name !== "").join(" ")}>
      <a href={`${address}#anno-${cell.year}`}>
        <SituationOf actionYear={cell} />
        {cell.isMatch && <span className="sr"> (corrisponde ai filtri)</span>}
      </a>
      {cell.marks.length > 0 && (
        <p className="from">
          <CellMarks marks={cell.marks} />
        </p>
      )}
      {cell.from.map(({ plan, code, year }) => (
        <p className="from" key={`${plan} ${code} ${year}`}>
          da{" "}
          <a href={`${planActionAddress(plan, code, al)}#anno-${year}`}>
            {code}, {year}
          </a>{" "}
          del {plan}
        </p>
      ))}
    </td>
  );
}

/** The day of the last line and, where an open annualità is stale, which one or for how long. */
function FreshnessCell({ updatedOn, mostSilent, closed }: Freshness) {
  return (
    <td role="cell" className="fr">
      {updatedOn === null ? "–" : <span className={closed ? "mut" : undefined}>{formatDay(updatedOn)}</span>}
      {mostSilent && (
        <>
          {" "}
          <span className="stale">
            <Glyph of="stale" />{" "}
            {mostSilent.everUpdated ? `ferma ${mostSilent.days} gg` : `mai per il ${mostSilent.year}`}
          </span>
        </>
      )}
    </td>
  );
}
