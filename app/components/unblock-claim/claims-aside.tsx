import { planActionAddress } from "#app/addresses.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import { count } from "#app/format.ts";
import { BLOCKER_KIND_LABEL, CLAIM_EFFECT_LABEL } from "#app/process-labels.ts";
import { ClaimActions, ClaimTag, StandingWords, type ToldClaim } from "./claim-actions.tsx";

/** The claims that a blocker already has: another one is an alternative to them. */
export function ClaimsAlready({ claims }: { claims: readonly ToldClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="gia">
      <h2 id="gia">Sblocchi che ha già</h2>
      <p className="sm">Sono alternative: vale il migliore tra quelli confermati e completati.</p>
      <ul className="list">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimTag claim={claim} /> {CLAIM_EFFECT_LABEL[claim.effect]}. <StandingWords claim={claim} />
            <ClaimActions actions={claim.actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export type OftenNamedAction = { plan: string; code: string; title: string; claims: number };

/** The actions that claims on blockers of the same kind name most: where to look first. */
export function OftenNamed({ often, kind }: { often: readonly OftenNamedAction[]; kind: BlockerKind }) {
  if (often.length === 0) return null;
  return (
    <section aria-labelledby="altrove">
      <h2 id="altrove">Per altri blocchi come questo</h2>
      <p className="sm">Le azioni più indicate negli sblocchi per «{BLOCKER_KIND_LABEL[kind]}».</p>
      <ul className="list">
        {often.map(({ plan, code, title, claims }) => (
          <li key={`${plan} ${code}`}>
            <a href={planActionAddress(plan, code)}>
              <b>{code}</b> {title}
            </a>{" "}
            <span className="mut sm">
              piano {plan}, in {count(claims, "sblocco", "sblocchi")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
