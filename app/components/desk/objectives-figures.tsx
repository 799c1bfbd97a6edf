import { count } from "#app/format.ts";
import { objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { usePastDay } from "../frame/past-day.ts";

/** `late`: of those of the year, how many have a point that is late to report; `withoutOffice`: of all years. */
export type ObjectivesFigures = {
  year: number | undefined;
  total: number;
  late: number;
  withoutOffice: { code: string; title: string }[];
};

const SHOWN = 5;

function verb({ late, total }: Pick<ObjectivesFigures, "late" | "total">): string {
  if (total === 1) return late === 1 ? "ha" : "non ha";
  return late === 1 ? "ha" : "hanno";
}

/** What the RTD is told of objectives in two lines: which are late to report, and those that no office answers for. */
export function ObjectivesFiguresSection({ objectives }: { objectives: ObjectivesFigures }) {
  const { year, total, late, withoutOffice } = objectives;
  const al = usePastDay();
  if (year === undefined) return null;
  return (
    <section aria-labelledby="obiettivi">
      <h2 id="obiettivi">Obiettivi</h2>
      <p className="sm">
        <a href={objectivesAddress({ anno: year, al })}>
          {total === 1 ? `L’unico obiettivo del ${year}` : `${late} su ${total} obiettivi del ${year}`}
        </a>{" "}
        {verb({ late, total })} punti in ritardo da riportare.
      </p>
      {withoutOffice.length > 0 && (
        <div className="sm">
          <p>{count(withoutOffice.length, "obiettivo", "obiettivi")} senza ufficio, di tutti gli anni:</p>
          <ul className="list">
            {withoutOffice.slice(0, SHOWN).map(({ code, title }) => (
              <li key={code}>
                <a href={objectiveAddress(code, al)}>
                  <b>{code}</b> {title}
                </a>
              </li>
            ))}
          </ul>
          {withoutOffice.length > SHOWN && (
            <p>
              <a href={objectivesAddress({ anno: "tutti", al })}>Tutti gli obiettivi</a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
