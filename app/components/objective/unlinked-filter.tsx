import type { Day } from "#app/domain/days.ts";
import { unlinkedAddress } from "#app/objective-addresses.ts";
import { withQuery } from "#app/addresses.ts";
import { FilterChoice } from "../form/filter-choice.tsx";

/** One office and those under it, or all: a form that only builds an address. */
export function UnlinkedFilter({
  asked,
  error,
  offices,
  al,
}: {
  asked: string | undefined;
  error: string | undefined;
  offices: { code: string; name: string }[];
  al: Day | undefined;
}) {
  return (
    <details className="filters wide" open={asked !== undefined}>
      <summary>Filtri: {asked === undefined ? "nessuno attivo" : "1 attivo"}</summary>
      <form action={unlinkedAddress()} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        <FilterChoice
          name="ufficio"
          label="Ufficio"
          all="Tutti"
          options={offices.map(({ code, name }) => [code, name])}
          asked={asked ?? ""}
          error={error}
        />
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {asked !== undefined && <a href={withQuery(unlinkedAddress(), { al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}
