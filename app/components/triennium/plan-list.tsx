import { adoptionAddress, planAddress } from "#app/addresses.ts";
import { formatPercent } from "#app/format.ts";
import { usePastDay } from "../frame/past-day.ts";
import { ActWords } from "../plan/act-words.tsx";

export type ListedPlan = {
  plan: {
    code: string;
    title: string;
    act_organ: string | null;
    act_number: string | null;
    act_on: string | null;
    adopted_on: string | null;
  };
  isInForce: boolean;
  actions: number;
  years: number;
  completed: number;
  late: number;
};

/** Every plan, the latest first: its act, whether it is in force, and how far it is; a draft is said to be one. */
export function PlanList({ plans, mayEdit }: { plans: ListedPlan[]; mayEdit: boolean }) {
  return (
    <table role="table" className="t cards">
      <caption className="sr">I piani, dal più recente</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Piano
          </th>
          <th role="columnheader" scope="col">
            Atto
          </th>
          <th role="columnheader" scope="col">
            Vale
          </th>
          <th role="columnheader" scope="col" className="n">
            Azioni
          </th>
          <th role="columnheader" scope="col" className="n">
            Annualità completate
          </th>
          <th role="columnheader" scope="col" className="n">
            In ritardo
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {plans.map((listed) => (
          <PlanRow key={listed.plan.code} listed={listed} mayEdit={mayEdit} />
        ))}
      </tbody>
    </table>
  );
}

function PlanRow({ listed, mayEdit }: { listed: ListedPlan; mayEdit: boolean }) {
  const { plan, isInForce, actions, years, completed, late } = listed;
  const al = usePastDay();
  const isDraft = plan.adopted_on === null;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={planAddress(plan.code, { al })}>
          <b>{plan.code}</b>
        </a>{" "}
        <span className="mut">{plan.title}</span>
      </th>
      <td role="cell" data-l="Atto">
        <ActWords plan={plan} />
      </td>
      <td role="cell" data-l="Vale">
        {isDraft ? <b>bozza</b> : isInForce ? <b>{al ? "in vigore" : "in vigore oggi"}</b> : "adottato"}
        {isDraft && mayEdit && (
          <>
            {" "}
            · <a href={adoptionAddress(plan.code)}>Adotta il piano</a>
          </>
        )}
      </td>
      <td role="cell" className="n" data-l="Azioni">
        {actions}
      </td>
      <td role="cell" className="n" data-l="Annualità completate">
        {isDraft ? (
          `${years} previste`
        ) : (
          <>
            {completed} su {years}
            {years > 0 && <span className="mut"> ({formatPercent((completed / years) * 100)})</span>}
          </>
        )}
      </td>
      <td role="cell" className="n" data-l="In ritardo">
        {isDraft ? "–" : late}
      </td>
    </tr>
  );
}
