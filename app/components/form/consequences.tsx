import type { DerivedStatus } from "#app/domain/action-status.ts";
import type { Consequence } from "#app/domain/consequences.ts";
import { DERIVED_STATUS_LABEL } from "#app/labels.ts";
import { statusWords } from "../situation.tsx";

export type ConsequencesProps = {
  year: number;
  action: DerivedStatus;
  byChoice: { choice: string; consequence: Consequence }[];
};

/** What a choice would bring, said before it is made: the stylesheet shows that of the choice made. */
export function Consequences({ year, action, byChoice }: ConsequencesProps) {
  return (
    <section aria-labelledby="conseguenze" className="consequences">
      <h2 id="conseguenze">Che cosa succede se salvi</h2>
      <p className="mut sm when-none">Scegli il nuovo stato: qui si legge che cosa cambia.</p>
      {byChoice.map(({ choice, consequence }) => (
        <ul key={choice} className={`list when when-${choice}`}>
          <li>
            L’annualità {year} {choice === "no-news" || choice === "update" ? "resta" : "diventa"}{" "}
            <b>{statusWords(consequence.status, consequence.progress)}</b>
            {consequence.situation === "late" && (
              <>
                , <b className="s-late">in ritardo</b>
              </>
            )}
            {choice === "completed" && <>: con una prova conta come provata, senza come dichiarata</>}.
          </li>
          {consequence.action === null ? (
            <li>
              Per l’azione conta l’annualità dell’anno che scegli; se non c’è, viene creata («viene dal {year}
              »).
            </li>
          ) : (
            <li>
              {consequence.action === action ? (
                <>
                  L’azione resta <b>{DERIVED_STATUS_LABEL[action]}</b>.
                </>
              ) : (
                <>
                  L’azione passa da <b>{DERIVED_STATUS_LABEL[action]}</b> a{" "}
                  <b>{DERIVED_STATUS_LABEL[consequence.action]}</b>.
                </>
              )}
            </li>
          )}
          <li>
            La riga resta nella storia con il tuo ruolo, il giorno e il motivo; non si cancella, si può solo
            rettificare.
          </li>
        </ul>
      ))}
    </section>
  );
}
