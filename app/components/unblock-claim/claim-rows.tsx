import type { ReactNode } from "react";
import { claimDecisionAddress, planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { ClaimEffect, ClaimStands, ClaimState, Confidence } from "#app/domain/level/claims.ts";
import { capitalize, dayWith, quotedLast } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { CLAIM_EFFECT_LABEL, CLAIM_STATE_LABEL, CONFIDENCE_LABEL } from "#app/process-labels.ts";
import type { Part } from "#app/sentence-parts.ts";
import { SituationOf, type Told } from "../situation.tsx";
import { ClaimTag, StandingWords } from "./claim-actions.tsx";

export type ToldClaim = {
  id: number;
  state: ClaimState;
  effect: ClaimEffect;
  since: Day;
  stands: ClaimStands;
  /** Why it does not act, where it is contested or void. */
  aside: Part[] | null;
  author_role: Role;
  author_office: string | null;
  reason: string;
  confidence: Confidence | null;
  rationale: string;
  source: string;
  actions: { id: number; name: { plan: string; code: string; title: string } | null; years: Told[] }[];
};

/** A row for each action of each claim on a blocker; `head`: the cell of the blocker, as many rows high as it is told. */
export function ClaimRows({
  claims,
  years,
  mayDecide,
  al,
  head,
}: {
  claims: readonly ToldClaim[];
  years: readonly number[];
  mayDecide: boolean;
  al: Day | undefined;
  head: (rows: number) => ReactNode;
}) {
  const rows = claims.reduce((sum, { actions }) => sum + actions.length, 0);
  return claims.map((claim, first) =>
    claim.actions.map((action, index) => (
      <tr key={`${claim.id} ${action.id}`}>
        {first === 0 && index === 0 && head(rows)}
        {index === 0 && (
          <td rowSpan={claim.actions.length} data-l="Sblocco">
            <ClaimWords claim={claim} mayDecide={mayDecide} al={al} />
          </td>
        )}
        <td data-l="Azione">
          {action.name === null ? (
            "azione che il piano non aveva ancora"
          ) : (
            <a href={planActionAddress(action.name.plan, action.name.code, al)}>
              {action.name.code} {action.name.title}
            </a>
          )}
          {action.name && <span className="mut sm d">piano {action.name.plan}</span>}
        </td>
        {years.map((year) => (
          <YearCell key={year} year={year} told={action.years.filter((one) => one.year === year)} />
        ))}
      </tr>
    )),
  );
}

function YearCell({ year, told }: { year: number; told: readonly Told[] }) {
  if (told.length === 0)
    return (
      <td data-l={year} className="mut none">
        <span aria-hidden="true">–</span>
        <span className="sr">non chiesta</span>
      </td>
    );
  return (
    <td data-l={year} className={told.some(({ situation }) => situation === "late") ? "late" : undefined}>
      {told.map((actionYear, index) => (
        <SituationOf key={index} actionYear={actionYear} />
      ))}
    </td>
  );
}

function ClaimWords({ claim, mayDecide, al }: { claim: ToldClaim; mayDecide: boolean; al: Day | undefined }) {
  const { state, effect, since, aside, reason, confidence, rationale } = claim;
  return (
    <>
      <ClaimTag claim={claim} /> {CLAIM_EFFECT_LABEL[effect]}
      {aside !== null && (
        <span className="d sm">
          <StandingWords claim={{ aside, doneOn: null }} al={al} />
        </span>
      )}
      <span className="d sm mut">
        {rationale} {confidence !== null && `Confidenza ${CONFIDENCE_LABEL[confidence]}. `}
        {capitalize(CLAIM_STATE_LABEL[state])} {dayWith("dal", since)},{" "}
        {authorLabel({ role: claim.author_role, office: claim.author_office })}
        {reason === "" || reason === rationale ? "." : `: ${quotedLast(reason)}`}
      </span>
      {mayDecide && (
        <span className="d sm noprint">
          <a href={claimDecisionAddress(claim.id)}>
            Decidi<span className="sr"> sullo sblocco {claim.id}</span>
          </a>
        </span>
      )}
    </>
  );
}
