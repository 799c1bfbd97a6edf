import { carryOverAddress, planActionAddress } from "#app/addresses.ts";
import type { PlacedYear } from "#app/domain/desk/placed-years.ts";
import { count } from "#app/format.ts";
import { statusWords } from "../situation.tsx";
import { usePastDay } from "../frame/past-day.ts";
import { type Short, ShortList } from "./short-list.tsx";
import { YearName } from "./year-rows.tsx";

export type UnclearAction = { plan: string; code: string; title: string; unknownYearCount: number };

/** What only the RTD decides: what to carry over, who answers for what nobody does, years that the document does not say. */
export function ToDecide({
  notCarriedOver,
  withoutOwner,
  unclear,
}: {
  notCarriedOver: Short<PlacedYear>;
  withoutOwner: Short<PlacedYear>;
  unclear: Short<UnclearAction>;
}) {
  const al = usePastDay();
  return (
    <>
      {notCarriedOver.total > 0 && (
        <ShortList
          id="da-riportare"
          title="Da riportare nel piano nuovo"
          note="Lasciate aperte dal piano precedente: si riportano, oppure si chiudono."
          list={notCarriedOver}
          all={`Tutte le ${notCarriedOver.total} da riportare`}
        >
          <ul className="list">
            {notCarriedOver.rows.map(({ plan, nextPlan, code, title, actionYear }) => (
              <li key={actionYear.id}>
                {al ? (
                  <a href={planActionAddress(plan, code, al)}>
                    <b>
                      {code}, {actionYear.year}
                    </b>
                  </a>
                ) : (
                  <a href={carryOverAddress(plan, code, actionYear.year)}>
                    Riporta la{" "}
                    <b>
                      {code}, {actionYear.year}
                    </b>{" "}
                    nel {nextPlan}
                  </a>
                )}
                <span className="mut sm cut two">
                  {statusWords(actionYear.status, actionYear.progress)} · {title}
                </span>
              </li>
            ))}
          </ul>
        </ShortList>
      )}
      {withoutOwner.total > 0 && (
        <ShortList
          id="senza-responsabile"
          title="Senza responsabile"
          note="Aperte, e nessun ufficio in attività ne risponde."
          list={withoutOwner}
          all={`Tutte le ${withoutOwner.total} senza responsabile`}
        >
          <ul className="list">
            {withoutOwner.rows.map((one) => (
              <li key={one.actionYear.id}>
                <YearName {...one} />
              </li>
            ))}
          </ul>
        </ShortList>
      )}
      {unclear.total > 0 && (
        <ShortList
          id="da-chiarire"
          title="Da chiarire nel documento"
          list={unclear}
          all={`Tutte le ${unclear.total} azioni da chiarire`}
        >
          <ul className="list">
            {unclear.rows.map(({ plan, code, title, unknownYearCount }) => (
              <li key={`${plan} ${code}`}>
                <a href={planActionAddress(plan, code, al)}>
                  <b>{code}</b> {count(unknownYearCount, "annualità senza anno", "annualità senza anno")}
                </a>
                <span className="mut sm cut two">{title}</span>
              </li>
            ))}
          </ul>
        </ShortList>
      )}
    </>
  );
}
