import { contributionAddress, planActionAddress, statusAddress } from "#app/addresses.ts";
import type { PlacedYear } from "#app/domain/desk/placed-years.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { count, formatDay } from "#app/format.ts";
import { SituationOf } from "../situation.tsx";

/** An annualità on a desk, and how the person brings it up to date: its status, a contribution, or not at all. */
export type DeskYear = PlacedYear & { way: "status" | "contribution" | null };

/** Annualità one under the other, each one click from being updated by who may. `current`: the plan that needs no mention. */
export function YearRows({ years, current }: { years: DeskYear[]; current: string }) {
  return (
    <ul className="list">
      {years.map((one) => (
        <li key={one.actionYear.id} className="row2">
          <span className="sw">
            <SituationOf actionYear={one.actionYear} />
          </span>
          <span className="grow">
            <YearName {...one} />
            <span className="mut sm d">{detailsOf(one, current).join(" · ")}</span>
          </span>
          <UpdateButton {...one} />
        </li>
      ))}
    </ul>
  );
}

export function YearName({ plan, code, title, actionYear }: PlacedYear) {
  return (
    <a className="cut two" href={`${planActionAddress(plan, code)}#anno-${actionYear.year}`}>
      <b>
        {code}, {actionYear.year}
      </b>{" "}
      · {title}
    </a>
  );
}

function UpdateButton({ way, plan, code, actionYear }: DeskYear) {
  if (way === null) return null;
  const address = way === "status" ? statusAddress : contributionAddress;
  return (
    <a className="btn btn-outline-primary btn-s" href={address(plan, code, actionYear.year)}>
      {way === "status" ? "Aggiorna" : "Contributo"}
      <span className="sr">
        {" "}
        {code}, {actionYear.year}
      </span>
    </a>
  );
}

function detailsOf({ plan, beyondPlan, actionYear }: DeskYear, current: string): string[] {
  const { dueOn, status } = actionYear;
  return [
    plan === current ? [] : [`piano ${plan}`],
    beyondPlan ? ["oltre il piano"] : [],
    isOpen(status) ? [`termine ${formatDay(dueOn)}`] : [],
    [silenceWords(actionYear)],
  ].flat();
}

function silenceWords({ silence, recordedAt }: DeskYear["actionYear"]): string {
  if (recordedAt === null || silence === undefined) return "nessun aggiornamento su questo anno";
  return `ultimo aggiornamento ${silence.days === 0 ? "oggi" : `${count(silence.days, "giorno", "giorni")} fa`}`;
}
