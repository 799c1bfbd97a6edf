import { planActionAddress } from "#app/addresses.ts";
import type { Place } from "./carry-over-fields.tsx";

/** What a carrying over will do in each plan that it may go to, said before it does. */
export function WhatIsCarried({
  action,
  year,
  places,
  isChosen,
}: {
  action: { code: string };
  year: number;
  places: Place[];
  /** Whether a draft is to take it already. */
  isChosen: boolean;
}) {
  return (
    <section className="aside" aria-labelledby="conseguenze">
      <h2 id="conseguenze">Che cosa cambia se salvi</h2>
      <ul className="list">
        {places.map((place) => (
          <li key={place.code}>
            <b>Piano {place.code}</b>:{" "}
            {place.continuingCode ? (
              <>
                l’azione continua già come{" "}
                <a href={planActionAddress(place.code, place.continuingCode)}>{place.continuingCode}</a>; se
                l’anno scelto non c’è, viene aggiunto
              </>
            ) : (
              <>
                l’azione {action.code} non c’è ancora: nasce con titolo, peso, temi, norme e responsabili di
                oggi, e con l’anno scelto
              </>
            )}
            {place.adopted_on === null
              ? `. Il piano è una bozza: il ${year} diventa ripianificato quando viene adottato.`
              : `. Il ${year} diventa subito ripianificato a quell’anno, ed è una variazione del piano.`}
          </li>
        ))}
        <li>La storia resta dov’è e si legge anche dall’azione che continua.</li>
        {isChosen && (
          <li>Se la scelta cambia, nella bozza restano l’azione e l’anno, salvo che tu li tolga qui.</li>
        )}
      </ul>
    </section>
  );
}
