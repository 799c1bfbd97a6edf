import type { Day } from "#app/domain/days.ts";
import { count, formatNumber } from "#app/format.ts";
import { deadlinesAddress } from "#app/objective-addresses.ts";
import type { DeadlinesAskedFor } from "./deadline-filters.tsx";
import { DeadlineTable, type ToldDeadline } from "./deadline-table.tsx";

/** What is late, the longest first; of the points of objectives of years past, only how many, and where they are. */
export function LateBox({
  late: { total, rows },
  before,
  asked,
  isOpened,
  today,
}: {
  late: { total: number; rows: (ToldDeadline & { more: number })[] };
  before: { year: number; deadlines: number }[];
  asked: DeadlinesAskedFor;
  isOpened: boolean;
  today: Day;
}) {
  if (total === 0 && before.length === 0) return <p className="sent">Niente è in ritardo.</p>;
  return (
    <section aria-labelledby="in-ritardo">
      <h2 id="in-ritardo">In ritardo: {formatNumber(total)}</h2>
      {total > 0 && (
        <DeadlineTable rows={rows} caption="Ciò che è in ritardo, prima il più vecchio" today={today} />
      )}
      {rows.length < total && (
        <p className="sm">
          {isOpened ? (
            `Ne sono elencate ${formatNumber(rows.length)}: restringi con i filtri.`
          ) : (
            <a href={`${deadlinesAddress({ ...asked, ritardi: "tutti" })}#in-ritardo`}>
              Tutte e {formatNumber(total)}
            </a>
          )}
        </p>
      )}
      {before.length > 0 && <LateBefore before={before} asked={asked} />}
    </section>
  );
}

function LateBefore({
  before,
  asked: { ufficio, tipo, al },
}: {
  before: { year: number; deadlines: number }[];
  asked: DeadlinesAskedFor;
}) {
  return (
    <p className="sm mut">
      Degli obiettivi degli anni passati restano senza effettivo{" "}
      {before.map(({ year, deadlines }, index) => (
        <span key={year}>
          {index > 0 && (index === before.length - 1 ? " e " : ", ")}
          <a href={deadlinesAddress({ anno: year, ufficio, tipo, al })}>
            {count(deadlines, "termine", "termini")} del {year}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
