import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { freshnessOf } from "#app/domain/freshness.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "#app/domain/plan-at.ts";
import { yearsOf } from "#app/domain/yearly-progress.ts";
import { formatDay } from "#app/format.ts";
import { responsibleLabel } from "#app/labels.ts";
import { Glyph, SituationOf } from "../situation.tsx";

export type PlanMatrixRowProps = {
  plan: { code: string; first_year: number; last_year: number };
  al?: Day;
  action: PlanActionOnDay;
  /** The annualità that the filters speak of, marked among the others; undefined when no filter is about annualità. */
  marked: ReadonlySet<number> | undefined;
};

/** An action and the situation of each of its years; the whole cell leads to the year on the action's page. */
export function PlanMatrixRow({ action, plan, al, marked }: PlanMatrixRowProps) {
  const address = planActionAddress(plan.code, action.code, al);
  const years = withinPlan(action.years, plan);
  const isUnclear = action.unknownYearCount > 0 && years.length === 0;
  return (
    <tr role="row" className="az">
      <td role="cell" className="cd">
        <span className="cod">{action.code}</span>
      </td>
      <th role="rowheader" scope="row" className="ti">
        <span className="cod2">{action.code} </span>
        <a href={address}>{action.title}</a>
      </th>
      <td role="cell" className="re">
        {action.responsibles.map(responsibleLabel).join(", ")}
      </td>
      {isUnclear ? (
        <td role="cell" className="amb" colSpan={yearsOf(plan).length}>
          <span className="st k-unknown">
            <Glyph of="unknown" />
            <span>
              <b>{action.unknownYearCount} annualità da chiarire</b>{" "}
              <span className="d">
                il documento non dice in quali anni: <a href={address}>vedi la discordanza</a>
              </span>
            </span>
          </span>
        </td>
      ) : (
        yearsOf(plan).map((year, index) => (
          <YearCell
            key={year}
            index={index + 1}
            address={address}
            actionYear={years.find((one) => one.year === year)}
            marked={marked}
          />
        ))
      )}
      <FreshnessCell action={action} />
    </tr>
  );
}

function YearCell({
  index,
  address,
  actionYear,
  marked,
}: {
  index: number;
  address: string;
  actionYear: PlanActionYear | undefined;
  marked: ReadonlySet<number> | undefined;
}) {
  if (!actionYear) {
    return (
      <td role="cell" className={`no y${index}`}>
        <span aria-hidden="true">·</span>
        <span className="sr">non prevista</span>
      </td>
    );
  }
  const classes = [
    "y",
    `y${index}`,
    actionYear.situation === "late" ? "late" : "",
    marked?.has(actionYear.id) ? "hit" : "",
  ];
  return (
    <td role="cell" className={classes.filter((name) => name !== "").join(" ")}>
      <a href={`${address}#anno-${actionYear.year}`}>
        <SituationOf actionYear={actionYear} />
        {marked?.has(actionYear.id) && <span className="sr"> (corrisponde ai filtri)</span>}
      </a>
    </td>
  );
}

/** The day of the last line and, where an open annualità is stale, which one or for how long. */
function FreshnessCell({ action }: { action: PlanActionOnDay }) {
  const { updatedOn, mostSilent, closed } = freshnessOf(action);
  return (
    <td role="cell" className="fr">
      {updatedOn === null ? "–" : <span className={closed ? "mut" : undefined}>{formatDay(updatedOn)}</span>}
      {mostSilent && (
        <>
          {" "}
          <span className="stale">
            <Glyph of="stale" />{" "}
            {mostSilent.everUpdated ? `ferma ${mostSilent.days} gg` : `${mostSilent.year} mai`}
            {!mostSilent.everUpdated && <span className="sr"> aggiornata</span>}
          </span>
        </>
      )}
    </td>
  );
}
