import { planActionAddress } from "#app/addresses.ts";
import type { Unfinished } from "#app/domain/triennium/carry-over.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { count } from "#app/format.ts";
import { FieldError } from "../form/field.tsx";
import { SituationOf } from "../situation.tsx";
import { choiceNames } from "./choice-names.ts";

export type UnfinishedTableProps = {
  unfinished: Unfinished[];
  /** What was chosen when the form was refused; undefined the first time, when what is late is chosen. */
  typed: Record<string, string> | undefined;
  proposed: Record<string, string>;
  error: string | undefined;
};

/** What the plans before leave unfinished, each with whether it is carried over and to which year of the new plan. */
export function UnfinishedTable({ unfinished, typed, proposed, error }: UnfinishedTableProps) {
  const years = yearsBetween(typed ?? proposed);
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      id="carried"
      aria-describedby={error && "carried-errore"}
    >
      <legend>Che cosa si riporta</legend>
      <p className="h">
        {unfinished.length === 0
          ? "Nei piani precedenti non resta nulla di aperto."
          : `${count(unfinished.length, "annualità è ancora aperta", "annualità sono ancora aperte")}. Sono già scelte quelle in ritardo; con l’adozione del nuovo piano diventano ripianificate all’anno indicato, e la loro storia resta dov’è.`}
      </p>
      {error && <FieldError id="carried-errore">{error}</FieldError>}
      {[...groupBy(unfinished, (one) => one.plan)].map(([plan, ones]) => (
        <table role="table" className="t cards unfinished" key={plan}>
          <caption>
            <b>Piano {plan}</b>: {count(ones.length, "annualità aperta", "annualità aperte")}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className="c-pick">
                Riporta
              </th>
              <th role="columnheader" scope="col">
                Azione
              </th>
              <th role="columnheader" scope="col" className="c-situation">
                Situazione di oggi
              </th>
              <th role="columnheader" scope="col" className="c-year">
                All’anno
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {ones.map((one) => (
              <UnfinishedRow key={one.actionYear.id} one={one} typed={typed} years={years} />
            ))}
          </tbody>
        </table>
      ))}
    </fieldset>
  );
}

function UnfinishedRow({
  one: { plan, code, title, actionYear },
  typed,
  years,
}: {
  one: Unfinished;
  typed: Record<string, string> | undefined;
  years: number[];
}) {
  const { id, year, situation } = actionYear;
  const names = choiceNames(id);
  const isChosen = typed ? typed[names.choice] !== undefined : situation === "late";
  return (
    <tr role="row">
      <td role="cell" className="nw">
        <input type="checkbox" id={names.choice} name={names.choice} defaultChecked={isChosen} />{" "}
        <label htmlFor={names.choice}>
          <span className="sr">Riporta </span>
          <b>
            {code}, {year}
          </b>
        </label>
      </td>
      <th role="rowheader" scope="row">
        <a href={planActionAddress(plan, code)}>{title}</a>
      </th>
      <td role="cell">
        <SituationOf actionYear={actionYear} />
      </td>
      <td role="cell">
        <select
          className="fi"
          name={names.year}
          aria-label={`Anno in cui riportare ${code}, ${year}`}
          defaultValue={typed?.[names.year]}
        >
          {years.map((target) => (
            <option key={target} value={target}>
              {target}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** The years of the plan as it is typed; none while they cannot be read. */
function yearsBetween({ firstYear, lastYear }: Record<string, string>): number[] {
  const [first, last] = [Number(firstYear), Number(lastYear)];
  const length = last - first + 1;
  return length >= 1 && length <= 10 ? Array.from({ length }, (_, index) => first + index) : [];
}
