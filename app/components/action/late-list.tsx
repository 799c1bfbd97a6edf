import { planActionAddress, planAddress, statusAddress } from "#app/addresses.ts";
import { SITUATION_CODE } from "#app/domain/codes.ts";
import type { LateOne } from "#app/domain/late-ones.ts";
import { count, formatDay } from "#app/format.ts";
import { SituationOf } from "../situation.tsx";

/** What is late, the most silent first, one click from being updated by who may. */
export function LateList({ plan, late, scope }: { plan: string; late: LateOne[]; scope: string }) {
  return (
    <section aria-labelledby="in-ritardo">
      <h2 id="in-ritardo">In ritardo, dalla meno aggiornata</h2>
      <p className="sm mut">{scope}</p>
      {late.length === 0 ? (
        <p className="sent">Nessuna annualità è in ritardo.</p>
      ) : (
        <ul className="list">
          {late.map(({ code, title, actionYear, mayUpdate }) => (
            <li key={actionYear.id} className="row2">
              <span className="sw">
                <SituationOf actionYear={actionYear} />
              </span>
              <span className="grow">
                <a href={`${planActionAddress(plan, code)}#anno-${actionYear.year}`}>
                  <b>
                    {code}, {actionYear.year}
                  </b>{" "}
                  · {title}
                </a>
                <span className="mut sm d">{silenceWords(actionYear)}</span>
              </span>
              {mayUpdate && (
                <a
                  className="btn btn-outline-primary btn-s"
                  href={statusAddress(plan, code, actionYear.year)}
                >
                  Aggiorna
                  <span className="sr">
                    {" "}
                    {code}, {actionYear.year}
                  </span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="sm">
        <a href={planAddress(plan, { situazione: SITUATION_CODE.late })}>Tutte quelle in ritardo nel piano</a>
      </p>
    </section>
  );
}

function silenceWords({ silence, effectiveOn, dueOn }: LateOne["actionYear"]): string {
  const due = `termine ${formatDay(dueOn)}`;
  if (!silence?.everUpdated || effectiveOn === null) return `${due} · nessun aggiornamento su questo anno`;
  return `${due} · ultimo aggiornamento ${silence.days === 0 ? "oggi" : `${count(silence.days, "giorno", "giorni")} fa`}`;
}
