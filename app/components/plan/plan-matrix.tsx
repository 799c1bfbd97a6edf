import type { Day } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan-at.ts";
import { isCompleted } from "#app/domain/situations.ts";
import { yearsOf } from "#app/domain/yearly-progress.ts";
import { PlanMatrixRow } from "./plan-matrix-row.tsx";

export type PlanMatrixProps = {
  plan: { code: string; first_year: number; last_year: number };
  al?: Day;
  areas: { code: string; title: string }[];
  actions: PlanActionOnDay[];
  /** False when a filter left some actions out: then the counts would not be the plan's, and are not shown. */
  isWhole: boolean;
  /** The annualità that the filters speak of, marked among the others; undefined when no filter is about annualità. */
  marked: ReadonlySet<number> | undefined;
};

/** The plan as it was adopted, actions by years, a situation in place of each X. */
export function PlanMatrix({ plan, al, areas, actions, isWhole, marked }: PlanMatrixProps) {
  const byArea = groupBy(actions, (action) => action.areaCode);
  return (
    <table role="table" className="t mx">
      <caption className="sr">
        Azioni del piano per ambito; per ogni anno la situazione dell’annualità
      </caption>
      <colgroup>
        <col className="c0" />
        <col />
        <col className="c2" />
        {yearsOf(plan).map((year) => (
          <col className="cy" key={year} />
        ))}
        <col className="c6" />
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Codice
          </th>
          <th role="columnheader" scope="col">
            Azione
          </th>
          <th role="columnheader" scope="col">
            Responsabili
          </th>
          {yearsOf(plan).map((year) => (
            <th role="columnheader" scope="col" className="y" key={year}>
              {year} {isWhole && <span className="yn">{completedWords(yearsIn(actions, year))}</span>}
            </th>
          ))}
          <th role="columnheader" scope="col">
            Aggiornata
          </th>
        </tr>
      </thead>
      {areas
        .filter((area) => byArea.has(area.code))
        .map((area) => (
          <AreaRows
            key={area.code}
            area={area}
            plan={plan}
            al={al}
            actions={byArea.get(area.code)!}
            isWhole={isWhole}
            marked={marked}
          />
        ))}
    </table>
  );
}

function AreaRows({
  area,
  plan,
  al,
  actions,
  isWhole,
  marked,
}: Omit<PlanMatrixProps, "areas"> & { area: { code: string; title: string } }) {
  return (
    <tbody role="rowgroup">
      <tr role="row" className="ar" id={`a${area.code}`}>
        <th role="rowheader" scope="rowgroup" colSpan={3}>
          {area.code} {area.title}
        </th>
        {yearsOf(plan).map((year, index) => (
          <td role="cell" className={`y y${index + 1}`} key={year}>
            {isWhole && <span className="q">{shortCompletedWords(yearsIn(actions, year))}</span>}
          </td>
        ))}
        <td role="cell" className="y x" />
      </tr>
      {actions.map((action) => (
        <PlanMatrixRow key={action.id} action={action} plan={plan} al={al} marked={marked} />
      ))}
    </tbody>
  );
}

function yearsIn(actions: PlanActionOnDay[], year: number): PlanActionYear[] {
  return actions.flatMap((action) => action.years.filter((one) => one.year === year));
}

function completedWords(years: PlanActionYear[]): string {
  return `${years.filter((one) => isCompleted(one.situation)).length} completate su ${years.length}`;
}

function shortCompletedWords(years: PlanActionYear[]): string {
  return years.length === 0
    ? ""
    : `${years.filter((one) => isCompleted(one.situation)).length} su ${years.length}`;
}
