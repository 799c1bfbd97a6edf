import { contributionsAddress } from "#app/addresses.ts";
import { type OfferRow, OffersTable } from "./offers-table.tsx";

/** The proposals to take over, the chosen ones or one. The first button is the one that Enter presses: it takes only what is chosen. */
export function OffersForm({ offers, areAllChosen }: { offers: OfferRow[]; areAllChosen: boolean }) {
  return (
    <form method="post" action={contributionsAddress()}>
      <p>
        Accogliere una proposta registra una riga nella storia, con il tuo ruolo; il motivo nomina i
        contributi. Per decidere altrimenti aggiorna lo stato: anche «nessuna novità» vale come risposta, e la
        proposta non aspetta più.
      </p>
      <p className="buttons">
        <button className="btn btn-primary" type="submit" id="chosen">
          Accogli le proposte scelte
        </button>
        <a href={contributionsAddress({ scelte: areAllChosen ? undefined : "tutte" })}>
          {areAllChosen ? "Non sceglierne nessuna" : "Scegli tutte quelle che si possono accogliere"}
        </a>
      </p>
      <OffersTable offers={offers} />
    </form>
  );
}
