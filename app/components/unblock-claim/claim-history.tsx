import type { Role } from "#app/domain/permissions.ts";
import type { ClaimEffect, ClaimState } from "#app/domain/level/claims.ts";
import { capitalize, dayWith } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { CLAIM_EFFECT_LABEL, CLAIM_STATE_LABEL } from "#app/process-labels.ts";

export type ToldDecision = {
  id: number;
  state: ClaimState;
  effect: ClaimEffect;
  held_from_on: string;
  reason: string;
  author_role: Role;
  author_office: string | null;
};

/** All that was decided on a claim, the last first: who, when, why. */
export function ClaimHistory({ decisions }: { decisions: readonly ToldDecision[] }) {
  return (
    <ol className="list" reversed>
      {decisions.toReversed().map((decision) => (
        <li key={decision.id}>
          <b>{capitalize(CLAIM_STATE_LABEL[decision.state])}</b> {dayWith("dal", decision.held_from_on)} (
          {CLAIM_EFFECT_LABEL[decision.effect]}),{" "}
          {authorLabel({ role: decision.author_role, office: decision.author_office })}
          {decision.reason && <span className="d sm">«{decision.reason}»</span>}
        </li>
      ))}
    </ol>
  );
}
