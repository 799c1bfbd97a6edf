import { count } from "#app/format.ts";
import { monitoringAddress } from "#app/objective-addresses.ts";
import type { ToldItem } from "./item-words.tsx";
import { WaitingItems } from "./waiting-items.tsx";

/** "Confermo: nessuna novità" on what is ticked or, by the second button, on all that is left. The first is the one that Enter presses. */
export function ConfirmationForm({
  round,
  office,
  items,
  chosen,
}: {
  round: number;
  office: string;
  items: ToldItem[];
  chosen: readonly number[];
}) {
  const left = items.filter(({ isConfirmable }) => isConfirmable);
  return (
    <form method="post" action={monitoringAddress(round, "uffici", office)}>
      <p>
        Dove c’è una novità aprila e aggiornala: qui risulterà cambiata. Dove non c’è, confermala: resta
        scritto, con il tuo ruolo, che oggi vale quello che risulta.
      </p>
      <WaitingItems items={items} choice={{ chosen }} />
      {left.length > 0 && (
        <p className="buttons">
          <button className="btn btn-primary" type="submit" id="chosen">
            Confermo quelle scelte: nessuna novità
          </button>
          <button
            className="btn btn-outline-primary"
            type="submit"
            name="all"
            value={left.map(({ seen }) => seen).join(",")}
          >
            Confermo tutto quello che resta ({count(left.length, "voce", "voci")})
          </button>
        </p>
      )}
    </form>
  );
}
