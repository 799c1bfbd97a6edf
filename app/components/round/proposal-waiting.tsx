import { contributionsAddress } from "#app/addresses.ts";
import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { ProposalWords } from "../contribution/proposal.tsx";

/** Before the one key: that the contributions propose something else, and that confirming the status answers them (R10). */
export function ProposalWaiting({ proposal, mayDecide }: { proposal: Proposal; mayDecide: boolean }) {
  return (
    <p className="box" id="proposta">
      I contributi degli uffici propongono altro: <ProposalWords proposal={proposal} />. Se confermi, lo stato
      resta quello di adesso e la proposta non aspetta più.
      {mayDecide && (
        <>
          {" "}
          <a href={contributionsAddress()}>Decidi sui contributi</a>
        </>
      )}
    </p>
  );
}
