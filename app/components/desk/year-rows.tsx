import { contributionAddress, planActionAddress, statusAddress } from "#app/addresses.ts";
import type { PlacedYear } from "#app/domain/desk/placed-years.ts";
import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Day } from "#app/domain/days.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { count, dayWith, formatDay } from "#app/format.ts";
import { usePastDay } from "../frame/past-day.ts";
import { contributionWords, SituationOf } from "../situation.tsx";

/** What an own office reported of an annualità, that the RTD has not answered yet. `code`: the office's. */
export type WaitingPart = {
  code: string;
  office: string;
  status: ContributionStatus;
  progress: number;
  on: Day;
};

/**
 * An annualità on a desk, and how the person brings it up to date: its status, a contribution, or not at all. `parts`: what own offices
 * reported of it that waits for the RTD.
 */
export type DeskYear = PlacedYear & { way: "status" | "contribution" | null; parts?: WaitingPart[] };

/** Annualità one under the other, each one click from being updated by who may. `current`: the plan that needs no mention. */
export function YearRows({ years, current }: { years: DeskYear[]; current: string }) {
  const al = usePastDay();
  return (
    <ul className="list">
      {years.map((one) => (
        <li key={one.actionYear.id} className="row2">
          <span className="sw">
            <SituationOf actionYear={one.actionYear} />
          </span>
          <span className="grow">
            <YearName {...one} />
            <span className="mut sm d">{detailsOf(one, { current, al }).join(" · ")}</span>
            {one.parts?.map((part) => (
              <span key={part.code} className="sm d">
                {waitingWords(part)}
              </span>
            ))}
          </span>
          <UpdateButton {...one} />
        </li>
      ))}
    </ul>
  );
}

export function YearName({ plan, code, title, actionYear }: PlacedYear) {
  const al = usePastDay();
  return (
    <a className="cut two" href={`${planActionAddress(plan, code, al)}#anno-${actionYear.year}`}>
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

function detailsOf(
  { plan, beyondPlan, actionYear }: DeskYear,
  { current, al }: { current: string; al: Day | undefined },
): string[] {
  const { dueOn, status } = actionYear;
  return [
    plan === current ? [] : [`piano ${plan}`],
    beyondPlan ? ["oltre il piano"] : [],
    isOpen(status) ? [`termine ${formatDay(dueOn)}`] : [],
    [silenceWords(actionYear, al)],
  ].flat();
}

/** A line of a past day may have been recorded later: it counts (R4), and is not silence. */
function silenceWords({ silence, recordedAt }: DeskYear["actionYear"], al: Day | undefined): string {
  if (recordedAt === null || silence === undefined) return "nessun aggiornamento su questo anno";
  if (silence.days < 0) return "ultimo aggiornamento annotato dopo";
  if (silence.days === 0) return `ultimo aggiornamento ${al ? "quel giorno" : "oggi"}`;
  return `ultimo aggiornamento ${count(silence.days, "giorno", "giorni")} ${al ? "prima" : "fa"}`;
}

/** "contributo di Settore 4: completata, dal 12/10/2026, aspetta il RTD" */
function waitingWords({ office, status, progress, on }: WaitingPart): string {
  return `contributo di ${office}: ${contributionWords(status, progress)}, ${dayWith("dal", on)}, aspetta il RTD`;
}
