import { carryOverAddress } from "#app/addresses.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { count, joinWords } from "#app/format.ts";
import { SituationOf } from "../situation.tsx";

export type WhatIsAdoptedProps = {
  plan: { code: string; first_year: number; last_year: number };
  actions: number;
  /** The year of each annualità of the draft. */
  years: number[];
  carried: {
    plan: string;
    code: string;
    year: number;
    actionYear: PlanActionYear | null;
    target: { code: string; year: number };
  }[];
};

/** What an adoption will do, said before it does: how much the plan holds, and what it takes over from where. */
export function WhatIsAdopted({ plan, actions, years, carried }: WhatIsAdoptedProps) {
  const byYear = yearsOf(plan).map((year) => `${years.filter((one) => one === year).length} nel ${year}`);
  return (
    <div className="aside">
      <section aria-labelledby="adotta">
        <h2 id="adotta">Che cosa cambia se adotti</h2>
        <ul className="list">
          <li>
            Il piano vale con <b>{count(actions, "azione", "azioni")}</b> e{" "}
            <b>{count(years.length, "annualità", "annualità")}</b>: {joinWords(byYear)}. È ciò con cui lo si
            confronterà d’ora in poi.
          </li>
          <li>
            Gli uffici che rispondono di ogni annualità sono scritti dai gruppi come sono composti oggi.
          </li>
          <li>
            {carried.length === 0 ? (
              "Nessuna annualità dei piani precedenti è riportata."
            ) : (
              <>
                <b>{count(carried.length, "annualità", "annualità")}</b> dei piani precedenti{" "}
                {carried.length === 1 ? "diventa ripianificata" : "diventano ripianificate"} in questo, dal
                giorno dell’adozione.
              </>
            )}
          </li>
          <li>Da allora ogni modifica è una variazione, con il suo motivo: non si torna alla bozza.</li>
        </ul>
      </section>
      {carried.length > 0 && (
        <section aria-labelledby="riporti">
          <h2 id="riporti">Che cosa riporta</h2>
          <ul className="list">
            {carried.map(({ plan: from, code, year, actionYear, target }) => (
              <li key={`${from} ${code} ${year}`}>
                <a href={carryOverAddress(from, code, year)}>
                  <b>
                    {code}, {year}
                  </b>{" "}
                  del piano {from}
                </a>{" "}
                → {target.code}, {target.year}
                {actionYear && (
                  <span className="d">
                    <SituationOf actionYear={actionYear} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
