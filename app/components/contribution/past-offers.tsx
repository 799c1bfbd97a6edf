import { planActionAddress } from "#app/addresses.ts";
import { usePastDay } from "../frame/past-day.ts";
import { SituationOf } from "../situation.tsx";
import type { OfferRow } from "./offers-table.tsx";
import { OfficeReports } from "./office-reports.tsx";
import { ProposalWords } from "./proposal.tsx";

/** What contributions proposed on a past day other than the status of that day: to be read, there is nothing to take over (R4). */
export function PastOffers({
  offers,
}: {
  offers: Pick<OfferRow, "plan" | "code" | "title" | "actionYear" | "says" | "proposal">[];
}) {
  const al = usePastDay();
  return (
    <ul className="list">
      {offers.map(({ plan, code, title, actionYear, says, proposal }) => (
        <li key={actionYear.id} className="row2">
          <span className="sw">
            <SituationOf actionYear={actionYear} />
          </span>
          <span className="grow">
            <a href={`${planActionAddress(plan, code, al)}#anno-${actionYear.year}`}>
              <b>
                {code}, {actionYear.year}
              </b>
            </a>{" "}
            <span className="mut sm">piano {plan}</span>
            <span className="d">{title}</span>I contributi proponevano: <ProposalWords proposal={proposal} />.
            <OfficeReports says={says} />
          </span>
        </li>
      ))}
    </ul>
  );
}
