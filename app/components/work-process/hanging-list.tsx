import { claimDecisionAddress, planActionAddress } from "#app/addresses.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import { CLAIM_STATES, type ClaimEffect, type ClaimState } from "#app/domain/level/claims.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { count, dayWith, joinWords } from "#app/format.ts";
import { CLAIM_EFFECT_LABEL, CLAIM_STATE_LABEL, LEVEL_LABEL } from "#app/process-labels.ts";
import { BlockerWords } from "./process-now.tsx";

export type HangingClaim = {
  id: number;
  state: ClaimState;
  effect: ClaimEffect;
  blocker: number;
  actions: { plan: string; code: string }[];
};

export type HangingListProps = {
  blockers: { ordinal: number; kind: BlockerKind; subkind: string | null }[];
  claims: HangingClaim[];
  turns: { id: number; from: Level; to: Level; on: string }[];
};

/** All that falls with a process or a blocker, counted and named, before it does. */
export function HangingList({ blockers, claims, turns }: HangingListProps) {
  if (blockers.length + claims.length + turns.length === 0)
    return <p>Non cade nient’altro: non c’è nulla che vi si appoggi.</p>;
  return (
    <ul className="list">
      {blockers.length > 0 && (
        <li>
          {count(blockers.length, "blocco", "blocchi")}
          <ul>
            {blockers.map((blocker) => (
              <li key={blocker.ordinal}>
                <BlockerWords blocker={blocker} />
              </li>
            ))}
          </ul>
        </li>
      )}
      {claims.length > 0 && (
        <li>
          <ClaimsHanging claims={claims} />
        </li>
      )}
      {turns.length > 0 && (
        <li>
          {count(turns.length, "svolta che aspetta", "svolte che aspettano")} una risposta dall’ufficio
          <ul>
            {turns.map(({ id, from, to, on }) => (
              <li key={id}>
                da {LEVEL_LABEL[from]} a {LEVEL_LABEL[to]}, {dayWith("dal", on)}
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

/** Claims with their state, their effect and the actions that they name. */
export function ClaimsHanging({ claims }: { claims: HangingClaim[] }) {
  const byState = CLAIM_STATES.map((state) => claims.filter((claim) => claim.state === state).length);
  const states = CLAIM_STATES.flatMap((state, index) =>
    byState[index]! > 0 ? [`${byState[index]} ${statesLabel(state, byState[index]!)}`] : [],
  );
  return (
    <>
      {count(claims.length, "sblocco", "sblocchi")}: {joinWords(states)}
      <ul>
        {claims.map(({ id, state, effect, blocker, actions }) => (
          <li key={id}>
            <a href={claimDecisionAddress(id)}>
              sblocco {id}, {CLAIM_STATE_LABEL[state]}
            </a>
            : {CLAIM_EFFECT_LABEL[effect]} {blocker} con{" "}
            {actions.map(({ plan, code }, index) => (
              <span key={`${plan} ${code}`}>
                {index > 0 && ", "}
                <a href={planActionAddress(plan, code)}>{code}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** "confermato", "confermati". */
function statesLabel(state: ClaimState, number: number): string {
  const label = CLAIM_STATE_LABEL[state];
  return number === 1 ? label : label.replace(/o$/, "i");
}
