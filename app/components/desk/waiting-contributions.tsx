import { contributionsAddress } from "#app/addresses.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { count } from "#app/format.ts";
import { ProposalWords } from "../contribution/proposal.tsx";
import { statusWords } from "../situation.tsx";
import { type Short, ShortList } from "./short-list.tsx";

type ProposedYear = {
  plan: string;
  code: string;
  title: string;
  actionYear: PlanActionYear;
  proposal: Proposal;
};

/** `claims`: how many offices say that they have no part, and wait for the RTD to agree. */
export type ContributionsWaiting = { proposals: Short<ProposedYear>; claims: number };

/** What the offices' contributions ask of the RTD (R10): decided one or many at a time on their own page. */
export function WaitingContributions({ waiting: { proposals, claims } }: { waiting: ContributionsWaiting }) {
  if (proposals.total === 0 && claims === 0) return null;
  return (
    <ShortList
      id="contributi"
      title="Contributi da decidere"
      note={
        claims > 0 ? `${count(claims, "ufficio si dice", "uffici si dicono")} non pertinente.` : undefined
      }
      list={proposals}
      all={`Tutte le ${proposals.total} con una proposta`}
    >
      <ul className="list">
        {proposals.rows.map(({ plan, code, title, actionYear, proposal }) => (
          <li key={actionYear.id}>
            <a href={contributionsAddress()}>
              <b>
                {code}, {actionYear.year}
              </b>
              : <ProposalWords proposal={proposal} />
            </a>
            <span className="mut sm cut two">
              ora {statusWords(actionYear.status, actionYear.progress)} · piano {plan} · {title}
            </span>
          </li>
        ))}
      </ul>
      <p className="sm">
        <a href={contributionsAddress()}>Decidi sui contributi</a>
      </p>
    </ShortList>
  );
}
