import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Situation } from "#app/domain/status/situations.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { ClaimStanding } from "#app/domain/work-process/claims-on-day.ts";
import type { ClaimEffect, ClaimState } from "#app/domain/work-process/claims.ts";
import { dayWith, joinWords } from "#app/format.ts";
import { SITUATION_LABEL } from "#app/labels.ts";
import { CLAIM_STATE_LABEL } from "#app/process-labels.ts";
import { Glyph, statusWords } from "../situation.tsx";

/** An annualità that a claim names, and the one that answers for it; without one, nobody knows which. */
export type ToldYear = {
  named: number;
  year?: number;
  plan?: string;
  status?: Status;
  progress?: number;
  situation?: Situation;
};

export type ToldAction = { plan: string; code: string; title: string; years: ToldYear[] };

export type ToldClaim = {
  id: number;
  state: ClaimState;
  effect: ClaimEffect;
  since: Day;
  standing: ClaimStanding;
  doneOn: Day | null;
  isVoid: boolean;
  actions: ToldAction[];
};

/** The actions that a claim needs, all of them, each with its annualità and how far they are. */
export function ClaimActions({ actions }: { actions: readonly ToldAction[] }) {
  return (
    <ul className="list claim-actions">
      {actions.map((action) => (
        <li key={`${action.plan} ${action.code}`}>
          <a href={planActionAddress(action.plan, action.code)}>
            <b>{action.code}</b> {action.title}
          </a>{" "}
          <span className="mut sm">piano {action.plan}</span>
          <span className="d sm">
            {action.years.length === 0
              ? "anni da chiarire: finché non li ha, non può essere completata"
              : action.years.map((year) => (
                  <span key={year.named} className="claim-year">
                    <YearWords year={year} plan={action.plan} />
                  </span>
                ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function YearWords({ year, plan }: { year: ToldYear; plan: string }) {
  if (year.status === undefined || year.situation === undefined)
    return <>{year.named}: ripianificata, non si sa a quando</>;
  const isMoved = year.year !== year.named || year.plan !== plan;
  const words =
    year.situation === "late"
      ? `${SITUATION_LABEL.late}, ${statusWords(year.status, year.progress!)}`
      : statusWords(year.status, year.progress!);
  return (
    <>
      <Glyph of={year.situation} progress={year.progress!} /> {year.named}
      {isMoved && ` → ${year.year}${year.plan === plan ? "" : ` (piano ${year.plan})`}`}: {words}
    </>
  );
}

/** "4.6.3 e 4.11.4 (2021-2023)": the plan once, where all are of one; nowhere where it is the one in force. */
export function ClaimActionCodes({ actions, inForce }: { actions: readonly ToldAction[]; inForce?: string }) {
  return (
    <>
      {actions.map(({ plan, code, title }, index) => (
        <span key={`${plan} ${code}`}>
          {index > 0 && (index === actions.length - 1 ? " e " : ", ")}
          <a href={planActionAddress(plan, code)}>
            <b>{code}</b>
            <span className="sr"> {title}</span>
          </a>
          {plan !== inForce && plan !== actions[index + 1]?.plan && <span className="mut sm"> ({plan})</span>}
        </span>
      ))}
    </>
  );
}

/** The state of a claim as a tag: dashed while only proposed, full when confirmed; beside it, whether it is void. */
export function ClaimTag({ claim }: { claim: Pick<ToldClaim, "state" | "isVoid"> }) {
  const look = claim.state === "confirmed" ? " full" : claim.state === "proposed" ? " dash" : "";
  return (
    <>
      <span className={`tag${look}`}>{CLAIM_STATE_LABEL[claim.state]}</span>
      {claim.isVoid && claim.state !== "rejected" && (
        <>
          {" "}
          <span className="tag">decaduto</span>
        </>
      )}
    </>
  );
}

/** Why a claim is void (R7), or when it came to be done; nothing where its work goes on. */
export function StandingWords({ claim }: { claim: Pick<ToldClaim, "standing" | "doneOn" | "actions"> }) {
  if (claim.standing === "cancelled") return <>Decaduto finché {cancelledWords(claim.actions)}.</>;
  if (claim.standing === "seen-by-the-map")
    return (
      <>
        Decaduto: tutto era già completato {dayWith("il", claim.doneOn!)}, quando la mappa è stata scritta, e
        il blocco c’era ancora.
      </>
    );
  return claim.doneOn === null ? null : <>Tutto completato {dayWith("dal", claim.doneOn)}.</>;
}

function cancelledWords(actions: readonly ToldAction[]): string {
  const all = actions.flatMap(({ code, years }) =>
    years.filter(({ status }) => status === "cancelled").map(({ year }) => `${year} della ${code}`),
  );
  const cancelled = [...new Set(all)];
  return cancelled.length === 1
    ? `l’annualità ${cancelled[0]} è annullata`
    : `le annualità ${joinWords(cancelled)} sono annullate`;
}
