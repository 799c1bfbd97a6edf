import type { DerivedStatus } from "#app/domain/status/action-status.ts";
import type { Consequence } from "#app/domain/plan/consequences.ts";
import { ProcessConsequence, type ProcessesAfter } from "../work-process/process-consequence.tsx";
import { DERIVED_STATUS_LABEL, STATUS_LABEL } from "#app/labels.ts";

export type ConsequencesProps = {
  year: number;
  action: DerivedStatus;
  byChoice: { choice: string; consequence: Consequence; processes: ProcessesAfter }[];
};

/** What a choice would bring, said before it is made: the stylesheet shows that of the choice made. */
export function Consequences({ year, action, byChoice }: ConsequencesProps) {
  return (
    <section aria-labelledby="conseguenze" className="consequences">
      <h2 id="conseguenze">Che cosa cambia se salvi</h2>
      <p className="mut sm when-none">Scegli il nuovo stato: qui si legge che cosa cambia.</p>
      {byChoice.map(({ choice, consequence, processes }) => (
        <ul key={choice} className={`list when when-${choice}`}>
          <li>
            <YearConsequence year={year} choice={choice} consequence={consequence} />
          </li>
          {consequence.withdrawn.map((withdrawn) => (
            <li key={withdrawn}>
              L’annualità {withdrawn}, creata da quella ripianificazione e mai toccata, viene <b>ritirata</b>.
            </li>
          ))}
          {consequence.staying !== null && (
            <li>
              L’annualità {consequence.staying.year}
              {consequence.staying.inNextPlan && ` del piano ${consequence.staying.plan}`}, a cui era
              ripianificata, <b>resta</b>: da ora contano tutte e due.
            </li>
          )}
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
                  L’azione passa da «<b>{DERIVED_STATUS_LABEL[action]}</b>» a «
                  <b>{DERIVED_STATUS_LABEL[consequence.action]}</b>».
                </>
              )}
            </li>
          )}
          <ProcessConsequence processes={processes} />
          <li>
            La riga resta nella storia con il tuo ruolo, il giorno e il motivo; non si cancella, si può solo
            rettificare.
          </li>
        </ul>
      ))}
    </section>
  );
}

/** What becomes of the annualità; what depends on what is still to be typed is said as such. */
function YearConsequence({
  year,
  choice,
  consequence,
}: {
  year: number;
  choice: string;
  consequence: Consequence;
}) {
  const isUpdate = choice === "no-news" || choice === "update";
  return (
    <>
      L’annualità {year} {isUpdate ? "resta" : "diventa"} <b>{STATUS_LABEL[consequence.status]}</b>
      {consequence.status === "in-progress" && choice !== "no-news" && <>, con l’avanzamento che scrivi</>}
      {consequence.situation === "late" && (
        <>
          , <b className="s-late">in ritardo</b> finché il termine non viene spostato o il lavoro chiuso
        </>
      )}
      {consequence.status === "completed" && <>: con una prova conta come provata, senza come dichiarata</>}.
    </>
  );
}
