import type { PlanStanding } from "#app/domain/plan/plan-standing.ts";
import { PLAN_STANDING_LABEL } from "#app/labels.ts";

/** A plan that a page can be looked at for. `address`: the same page there, undefined for the plan that it is of. */
export type PlanChoice = {
  code: string;
  first_year: number;
  last_year: number;
  standing: PlanStanding;
  address: string | undefined;
  /** What the page there is of, when it is not simply the same: "azione 4.2.1". */
  leadsTo: string;
};

/** The same page for another plan: links, one a plan, each with how it stands today. Nothing where there is one plan. */
export function PlanSwitch({ choices }: { choices: PlanChoice[] }) {
  if (choices.length < 2) return null;
  return (
    <nav className="switch" aria-label="Piani">
      <ul>
        {choices.map(({ code, first_year, last_year, standing, address, leadsTo }) => {
          const note = [PLAN_STANDING_LABEL[standing], leadsTo].filter((words) => words !== "").join(", ");
          const years = `${first_year}–${last_year}`;
          return (
            <li key={code}>
              {address === undefined ? <b aria-current="true">{years}</b> : <a href={address}>{years}</a>}
              {note !== "" && ` ${note}`}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
