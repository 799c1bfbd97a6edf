import { contributionAddress, contributionsAddress } from "#app/addresses.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { statusWords } from "../situation.tsx";
import { type OfficeReport, OfficeReports } from "./office-reports.tsx";
import { ProposalWords } from "./proposal.tsx";

export type YearContributionsProps = {
  plan: string;
  code: string;
  actionYear: PlanActionYear;
  contributions: {
    says: OfficeReport[];
    proposal: Proposal | null;
    differs: boolean;
    /** Whether the person looking reports on this annualità. */
    mayReport: boolean;
    /** What the button that takes the proposal over sends; null where it is not offered. */
    token: string | null;
  };
};

/** Under a shared annualità: who reports what, what that proposes where the status says otherwise, and what to do about it (R10). */
export function YearContributions({ plan, code, actionYear, contributions }: YearContributionsProps) {
  const { says, proposal, differs, mayReport, token } = contributions;
  const { year } = actionYear;
  const isReported = says.some(({ standing, claim }) => standing ?? claim);
  return (
    <>
      {isReported && (
        <div className="contributions">
          <h3>Contributi degli uffici</h3>
          <OfficeReports says={says} />
          {differs && proposal && (
            <p className="differs">
              Stato: {statusWords(actionYear.status, actionYear.progress)} · I contributi propongono:{" "}
              <ProposalWords proposal={proposal} />
            </p>
          )}
        </div>
      )}
      {token !== null && (
        <form method="post" action={contributionsAddress()}>
          <input type="hidden" name="from" value="action" />
          <button className="btn btn-outline-primary btn-s" type="submit" name="one" value={token}>
            Accogli la proposta<span className="sr"> per il {year}</span>
          </button>
        </form>
      )}
      {mayReport && (
        <a className="btn btn-outline-primary btn-s" href={contributionAddress(plan, code, year)}>
          Comunica il contributo del tuo ufficio<span className="sr"> al {year}</span>
        </a>
      )}
    </>
  );
}
