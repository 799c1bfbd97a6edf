import { planActionAddress, statusAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { dayWith } from "#app/format.ts";
import { STATUS_LABEL } from "#app/labels.ts";
import { SituationOf } from "../situation.tsx";
import { type OfficeReport, OfficeReports } from "./office-reports.tsx";
import { ProposalWords } from "./proposal.tsx";

export type OfferRow = {
  plan: string;
  code: string;
  title: string;
  actionYear: PlanActionYear;
  says: OfficeReport[];
  proposal: Proposal;
  token: string;
  /** The day of the line that would take the proposal over; null where no line may. */
  on: Day | null;
  isChosen: boolean;
  /** True where it changed while the form was open. */
  isMoved: boolean;
};

/** Each annualità where status and contributions differ, to choose among and to take over, one or many. */
export function OffersTable({ offers }: { offers: OfferRow[] }) {
  return (
    <table role="table" className="t cards offers">
      <caption className="sr">Annualità in cui i contributi propongono altro dallo stato</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="sr">Scelta</span>
          </th>
          <th role="columnheader" scope="col">
            Azione e anno
          </th>
          <th role="columnheader" scope="col">
            Stato
          </th>
          <th role="columnheader" scope="col">
            I contributi propongono
          </th>
          <th role="columnheader" scope="col">
            Che cosa comunicano gli uffici
          </th>
          <th role="columnheader" scope="col">
            <span className="sr">Accogli</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {offers.map((offer) => (
          <Row key={offer.actionYear.id} offer={offer} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ offer }: { offer: OfferRow }) {
  const { plan, code, title, actionYear, says, proposal, token, on, isChosen, isMoved } = offer;
  const name = `${code}, ${actionYear.year}`;
  const id = `scelta-${actionYear.id}`;
  return (
    <tr role="row" id={`annualita-${actionYear.id}`}>
      <td role="cell">
        {on !== null && (
          <input
            type="checkbox"
            id={id}
            name="chosen"
            value={token}
            defaultChecked={isChosen}
            aria-label={`Scegli ${name}`}
          />
        )}
      </td>
      <th role="rowheader" scope="row">
        <a href={`${planActionAddress(plan, code)}#anno-${actionYear.year}`}>
          <b>{name}</b>
        </a>{" "}
        <span className="mut sm">piano {plan}</span>
        <span className="d">{title}</span>
        {isMoved && <b className="s-late">È cambiata mentre sceglievi: rileggi.</b>}
      </th>
      <td role="cell" data-l="Stato">
        <SituationOf actionYear={actionYear} />
      </td>
      <td role="cell" data-l="I contributi propongono">
        <ProposalWords proposal={proposal} on={on ?? undefined} />
        {on !== null && on !== proposal.on && (
          <span className="m mut">
            I contributi dicono {dayWith("dal", proposal.on)}: la riga non può precedere l’ultima della
            storia.
          </span>
        )}
      </td>
      <td role="cell" data-l="Gli uffici comunicano">
        <OfficeReports says={says} />
      </td>
      <td role="cell">
        {on === null ? (
          <>
            <span className="m">
              Da «{STATUS_LABEL[actionYear.status]}» non si passa a «{STATUS_LABEL[proposal.status]}» con una
              sola riga.
            </span>
            <a className="btn btn-outline-primary btn-s" href={statusAddress(plan, code, actionYear.year)}>
              Aggiorna lo stato<span className="sr"> di {name}</span>
            </a>
          </>
        ) : (
          <button className="btn btn-outline-primary btn-s" type="submit" name="one" value={token}>
            Accogli<span className="sr"> {name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
