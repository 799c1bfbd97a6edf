import { carryOverAddress } from "#app/addresses.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { SituationOf } from "../situation.tsx";

/** An annualità of an earlier plan that was chosen to be carried over. */
export type CarriedSource = { plan: string; code: string; year: number; actionYear: PlanActionYear | null };

/** What was to be carried over stays open where it is: each as it stands in its own plan. */
export function CarriedAway({ carried }: { carried: CarriedSource[] }) {
  return carried.map(({ plan, code, year, actionYear }) => (
    <li key={`${plan} ${code} ${year}`}>
      <a href={carryOverAddress(plan, code, year)}>
        <b>
          {code}, {year}
        </b>{" "}
        del piano {plan}
      </a>{" "}
      resta dov’è, con la sua storia; non si riporta più
      {actionYear && (
        <span className="d">
          <SituationOf actionYear={actionYear} />
        </span>
      )}
    </li>
  ));
}
