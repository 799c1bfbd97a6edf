import { claimDecisionAddress, claimsAddress, turnsAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { ClaimStanding } from "#app/domain/work-process/claims-on-day.ts";
import { count, dayWith } from "#app/format.ts";

type WaitingClaim = { id: number; standing: ClaimStanding; since: Day; process: string; title: string };

/** `fallen`: confirmed, and void; `unanswered`: turns that no office has confirmed or contested yet. */
export type ClaimsWaiting = {
  proposed: number;
  contested: WaitingClaim[];
  fallen: WaitingClaim[];
  unanswered: number;
};

/** What claims ask of the RTD (R7): contested ones first, then those that fell, then how many are only proposed. */
export function WaitingClaims({ waiting }: { waiting: ClaimsWaiting }) {
  const { proposed, contested, fallen, unanswered } = waiting;
  if (proposed + contested.length + fallen.length + unanswered === 0) return null;
  return (
    <section aria-labelledby="sblocchi">
      <h2 id="sblocchi">Sblocchi da decidere</h2>
      {contested.length > 0 && (
        <Claims
          claims={contested}
          says={({ since }) => `contestato dall’ufficio ${dayWith("dal", since)}`}
          rest={{ address: claimsAddress({ stato: "contestato" }), name: "Tutti i contestati" }}
        />
      )}
      {fallen.length > 0 && (
        <Claims
          claims={fallen}
          says={({ standing }) =>
            standing === "cancelled"
              ? "decaduto: un’annualità è annullata"
              : "decaduto: la mappa aveva già visto tutto completato"
          }
          rest={{ address: claimsAddress({ stato: "decaduto" }), name: "Tutti i decaduti" }}
        />
      )}
      {proposed > 0 && (
        <p className="sm">
          <a href={claimsAddress({ stato: "proposto" })}>
            {count(proposed, "sblocco è solo proposto", "sblocchi sono solo proposti")}
          </a>
          : finché non li confermi non alzano nessun livello.
        </p>
      )}
      {unanswered > 0 && (
        <p className="sm">
          <a href={turnsAddress({ risposta: "attesa" })}>
            {count(unanswered, "svolta aspetta", "svolte aspettano")} la conferma degli uffici
          </a>
          .
        </p>
      )}
    </section>
  );
}

const SHOWN = 5;

function Claims({
  claims,
  says,
  rest,
}: {
  claims: readonly WaitingClaim[];
  says: (claim: WaitingClaim) => string;
  rest: { address: string; name: string };
}) {
  return (
    <>
      <ul className="list">
        {claims.slice(0, SHOWN).map((claim) => (
          <li key={claim.id}>
            <a href={claimDecisionAddress(claim.id)}>
              <b>{claim.process}</b> {claim.title}
            </a>
            <span className="mut sm">{says(claim)}</span>
          </li>
        ))}
      </ul>
      {claims.length > SHOWN && (
        <p className="sm">
          <a href={rest.address}>
            {rest.name} ({claims.length})
          </a>
        </p>
      )}
    </>
  );
}
