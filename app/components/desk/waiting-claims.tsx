import { claimDecisionAddress, claimsAddress, turnsAddress } from "#app/addresses.ts";
import { count } from "#app/format.ts";
import type { Part } from "#app/sentence-parts.ts";
import { Sentence } from "../work-process/sentence.tsx";

/** `aside`: why it does not act. */
type WaitingClaim = { id: number; aside: Part[]; process: string; title: string };

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
          rest={{ address: claimsAddress({ stato: "contestato" }), name: "Tutti i contestati" }}
        />
      )}
      {fallen.length > 0 && (
        <Claims
          claims={fallen}
          rest={{
            address: claimsAddress({ stato: "decaduto" }),
            name: "Tutti gli sblocchi decaduti, anche solo proposti",
          }}
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
  rest,
}: {
  claims: readonly WaitingClaim[];
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
            <span className="mut sm">
              <Sentence parts={claim.aside} al={undefined} />
            </span>
          </li>
        ))}
      </ul>
      {claims.length > SHOWN && (
        <p className="sm">
          <a href={rest.address}>{rest.name}</a>
        </p>
      )}
    </>
  );
}
