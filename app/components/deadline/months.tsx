import { type Day, yearOf } from "#app/domain/days.ts";
import { capitalize, count, formatMonth, formatNumber } from "#app/format.ts";
import { deadlinesAddress } from "#app/objective-addresses.ts";
import type { DeadlinesAskedFor } from "./deadline-filters.tsx";
import { DeadlineTable, type ToldDeadline } from "./deadline-table.tsx";

export type MonthRows = { month: string; total: number; done: number; rows: ToldDeadline[] };

type Listed = { today: Day; asked: DeadlinesAskedFor; withDone: boolean };

/** The months of a year; of this year first those to come, the ones behind us closed below. */
export function Months({ months, year, ...listed }: Listed & { months: MonthRows[]; year: number }) {
  const isPast = ({ month }: MonthRows) => year === yearOf(listed.today) && month < listed.today.slice(0, 7);
  const past = months.filter(isPast);
  const others = months.filter((month) => !isPast(month));
  if (months.length === 0) return <p className="sent">Nel {year} non c’è nessuna scadenza.</p>;
  const inPast = past.reduce((sum, { total }) => sum + total, 0);
  return (
    <>
      {others.length === 0 && <p className="sent">Da questo mese a fine anno non c’è nessuna scadenza.</p>}
      {others.map((month) => (
        <Month key={month.month} {...month} {...listed} />
      ))}
      {past.length > 0 && (
        <details className="data">
          <summary>I mesi passati: {count(inPast, "scadenza", "scadenze")}</summary>
          {past.map((month) => (
            <Month key={month.month} {...month} {...listed} />
          ))}
        </details>
      )}
    </>
  );
}

function Month({ month, total, done, rows, today, asked, withDone }: MonthRows & Listed) {
  const id = `mese-${month}`;
  const name = formatMonth(month);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{capitalize(name)}</h2>
      <p className="sm mut">
        {count(total, "scadenza", "scadenze")}
        {done > 0 && !withDone && (
          <>
            {" e "}
            <a href={`${deadlinesAddress({ ...asked, fatte: "si" })}#${id}`}>
              {count(done, "già fatta", "già fatte")}
            </a>
          </>
        )}
      </p>
      {rows.length > 0 && <DeadlineTable rows={rows} caption={`Le scadenze di ${name}`} today={today} />}
      {rows.length < total && (
        <p className="sm">
          Ne sono elencate {formatNumber(rows.length)} su {formatNumber(total)}: restringi per ufficio o per
          tipo.
        </p>
      )}
    </section>
  );
}
