import type { Day } from "#app/domain/days.ts";
import { LONGEST_SEARCH } from "#app/domain/search.ts";

/** The search of every page: a form that only builds an address, for the day that the page is asked for. */
export function SearchBox({ searched, al }: { searched: string; al: Day | undefined }) {
  const isTooLong = searched.trim().length > LONGEST_SEARCH;
  return (
    <form className="search" role="search" action="/cerca" method="get">
      {al && <input type="hidden" name="al" value={al} />}
      <label className="sr" htmlFor="cerca">
        Cerca tra le azioni, gli obiettivi e i processi
      </label>
      <input
        id="cerca"
        name="q"
        type="search"
        placeholder="Parole o codice, come 4.3.6"
        defaultValue={searched}
        autoComplete="off"
        aria-invalid={isTooLong ? true : undefined}
        aria-describedby={isTooLong ? "cerca-errore" : undefined}
      />
      <button type="submit">Cerca</button>
    </form>
  );
}
