import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Situation } from "#app/domain/status/situations.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { ClaimEffect, ClaimStands, ClaimState } from "#app/domain/level/claims.ts";
import { dayWith } from "#app/format.ts";
import { SITUATION_LABEL } from "#app/labels.ts";
import { CLAIM_STANDS_LABELS, CLAIM_STATE_LABEL } from "#app/process-labels.ts";
import { capitalized, type Part } from "#app/sentence-parts.ts";
import { usePastDay } from "../frame/past-day.ts";
import { Glyph, statusWords } from "../situation.tsx";
import { Sentence } from "../work-process/sentence.tsx";

/** An annualità that a claim names, and the one that answers for it; without one, nobody knows which. */
type ToldYear = {
  named: number;
  year?: number;
  plan?: string;
  status?: Status;
  progress?: number;
  situation?: Situation;
};

/** `missing`: the years that the claim is narrowed to, and that the plan has no longer. */
type ToldAction = { plan: string; code: string; title: string; years: ToldYear[]; missing: number[] };

export type ToldClaim = {
  id: number;
  state: ClaimState;
  effect: ClaimEffect;
  since: Day;
  stands: ClaimStands;
  /** Why it does not act, where it is contested or void. */
  aside: Part[] | null;
  /** The last completion of a claim that acts, or would. */
  doneOn: Day | null;
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
            {action.missing.map((year) => (
              <span key={year} className="claim-year">
                {year}: non è più nel piano
              </span>
            ))}
            {action.years.length + action.missing.length === 0
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
  const al = usePastDay();
  return (
    <>
      {actions.map(({ plan, code, title }, index) => (
        <span key={`${plan} ${code}`}>
          {index > 0 && (index === actions.length - 1 ? " e " : ", ")}
          <a href={planActionAddress(plan, code, al)}>
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
export function ClaimTag({ claim: { state, stands } }: { claim: Pick<ToldClaim, "state" | "stands"> }) {
  return (
    <>
      <span className={`tag${TAG[stands]}`}>{CLAIM_STATE_LABEL[state]}</span>
      {stands === "void" && (
        <>
          {" "}
          <span className="tag">{CLAIM_STANDS_LABELS.void.one}</span>
        </>
      )}
    </>
  );
}

/** Full where it acts or will, dashed where it is only proposed. */
const TAG: Record<ClaimStands, string> = {
  proposed: " dash",
  confirmed: " full",
  contested: "",
  rejected: "",
  void: "",
};

/** Why a claim does not act (R7), or since when its work is done; nothing where that goes on. `al`: the past day that is looked at. */
export function StandingWords({
  claim: { aside, doneOn },
  al,
}: {
  claim: Pick<ToldClaim, "aside" | "doneOn">;
  al?: Day | undefined;
}) {
  if (aside !== null)
    return (
      <>
        <Sentence parts={capitalized(aside)} al={al} />.
      </>
    );
  return doneOn === null ? null : <>Tutto completato {dayWith("dal", doneOn)}.</>;
}
