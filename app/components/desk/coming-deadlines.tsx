import type { Day } from "#app/domain/days.ts";
import type { DeadlineForm } from "#app/domain/deadline/falling.ts";
import { dayWith, formatDay } from "#app/format.ts";
import { deadlinesAddress } from "#app/objective-addresses.ts";

export type ComingRow = { id: string; day: Day; form: DeadlineForm; words: string; address: string };

/** The few due days that come next, each with the way to what falls due. */
export function ComingDeadlines({ rows }: { rows: readonly ComingRow[] }) {
  return (
    <section aria-labelledby="scadenze">
      <h2 id="scadenze">Scadenze</h2>
      {rows.length === 0 ? (
        <p className="sm mut">Nei prossimi tre mesi non ce ne sono.</p>
      ) : (
        <ul className="list">
          {rows.map(({ id, day, form, words, address }) => (
            <li key={id}>
              <span className="cut two">
                <b>{form === "from" ? dayWith("dal", day) : formatDay(day)}</b> ·{" "}
                <a href={address}>{words}</a>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="sm">
        <a href={deadlinesAddress()}>Tutte le scadenze</a>
      </p>
    </section>
  );
}
