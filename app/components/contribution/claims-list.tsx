import { agreementAddress, planActionAddress } from "#app/addresses.ts";
import { dayWith } from "#app/format.ts";
import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { usePastDay } from "../frame/past-day.ts";
import type { ToldContribution } from "./office-reports.tsx";
import { ProposalWords } from "./proposal.tsx";

export type ClaimRow = {
  plan: string;
  code: string;
  title: string;
  year: number;
  office: string;
  claim: ToldContribution;
  proposal: Proposal | null;
  /** What would be proposed without the office. */
  afterwards: Proposal | null;
};

/** Offices that say they have no part in an annualità, each with what changes if the RTD agrees. */
export function ClaimsList({ claims }: { claims: ClaimRow[] }) {
  const al = usePastDay();
  return (
    <ul className="list">
      {claims.map((row) => (
        <li key={row.claim.id} className="row2">
          <span className="grow">
            <ClaimWords row={row} />
          </span>
          {!al && (
            <form method="post" action={agreementAddress(row.claim.id)}>
              <button className="btn btn-outline-primary btn-s" type="submit">
                Sono d’accordo
                <span className="sr">
                  : {row.office}, {row.code}, {row.year}
                </span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ClaimWords({ row }: { row: ClaimRow }) {
  const { plan, code, title, year, office, claim, proposal, afterwards } = row;
  const al = usePastDay();
  const then = al ? "Quel giorno i contributi" : "Oggi i contributi";
  return (
    <>
      <b>{office}</b> si dice non pertinente {dayWith("dal", claim.effective_on)} per{" "}
      <a href={`${planActionAddress(plan, code, al)}#anno-${year}`}>
        <b>
          {code}, {year}
        </b>
      </a>{" "}
      · {title}: «{claim.note}»
      <span className="d sm">
        {proposal ? (
          <>
            {then} propongono: <ProposalWords proposal={proposal} />.{" "}
          </>
        ) : (
          `${then} non propongono nulla. `
        )}
        {afterwards ? (
          <>
            Senza {office}: <ProposalWords proposal={afterwards} />.
          </>
        ) : (
          `Senza ${office} non propongono nulla.`
        )}
      </span>
    </>
  );
}
