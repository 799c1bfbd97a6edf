import type { ReactNode } from "react";
import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import { formatNumber } from "#app/format.ts";
import { SituationOf, type Told } from "../situation.tsx";

/**
 * An open action with how many processes it would raise: alone, with others, and the same by claims that are only proposed. `place`,
 * `runningTotal`: null outside the suggested order; `people`: of the teams of those that it raises alone, null where no source says.
 */
export type RankedRow = {
  id: number;
  plan: string;
  code: string;
  title: string;
  place: number | null;
  runningTotal: number | null;
  alone: number;
  withOthers: number;
  proposedOnly: number;
  proposedWithOthers: number;
  people: number | null;
  years: (Told & { id: number })[];
};

export type RankingRowProps = {
  row: RankedRow;
  isSupposed: boolean;
  /** The longest bar of the table, in processes. */
  longest: number;
  withPeople: boolean;
  al: Day | undefined;
};

/** An action of the ranking: the box that supposes it completed, where it stands, and its bars. */
export function RankingRow({ row, isSupposed, longest, withPeople, al }: RankingRowProps) {
  const name = actionName(row);
  return (
    <tr role="row">
      <td role="cell" className="c-tick noprint" data-l="Supponi completata">
        <input
          type="checkbox"
          name="completate"
          value={name}
          id={`completata-${row.id}`}
          defaultChecked={isSupposed}
          aria-label={`Supponi completata la ${row.code} del piano ${row.plan}`}
        />
      </td>
      <td role="cell" className="n" data-l="Ordine">
        {row.place ?? <span className="mut">–</span>}
      </td>
      <th role="rowheader" scope="row">
        <a href={planActionAddress(row.plan, row.code, al)}>
          {row.code} {row.title}
        </a>
        <span className="mut sm d">Piano {row.plan}</span>
      </th>
      <td role="cell" data-l="Come sta">
        {row.years.length === 0 && <span className="mut">anni da chiarire</span>}
        {row.years.map((actionYear) => (
          <span className="open-year" key={actionYear.id}>
            <b>{actionYear.year}</b> <SituationOf actionYear={actionYear} />
          </span>
        ))}
      </td>
      <Bar words="Da sola" number={row.alone} longest={longest} look="b-alone" />
      <Bar words="Con altre azioni" number={row.withOthers} longest={longest} look="b-others" />
      <td role="cell" className="n" data-l="Totale progressivo">
        {row.runningTotal === null ? <span className="mut">–</span> : formatNumber(row.runningTotal)}
      </td>
      <Bar words="Solo proposti" number={row.proposedOnly} longest={longest} look="b-proposed">
        {row.proposedWithOthers > 0 && (
          <span className="d mut sm">e {formatNumber(row.proposedWithOthers)} con altre</span>
        )}
      </Bar>
      {withPeople && (
        <td role="cell" className="n" data-l="Persone">
          {row.people === null ? <span className="mut">non indicate</span> : formatNumber(row.people)}
        </td>
      )}
    </tr>
  );
}

function Bar({
  words,
  number,
  longest,
  look,
  children,
}: {
  words: string;
  number: number;
  longest: number;
  look: "b-alone" | "b-others" | "b-proposed";
  children?: ReactNode;
}) {
  const width = Math.max(3, Math.round((number / longest) * 72));
  return (
    <td role="cell" data-l={words}>
      {number === 0 ? (
        <span className="mut">0</span>
      ) : (
        <span className="nw">
          <svg className={`small-bar ${look}`} width={width + 2} height="14" aria-hidden="true">
            <rect x="1" y="1" width={width} height="12" />
          </svg>{" "}
          <b>{formatNumber(number)}</b>
        </span>
      )}
      {children}
    </td>
  );
}
