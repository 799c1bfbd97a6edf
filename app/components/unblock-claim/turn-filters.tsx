import { turnsAddress } from "#app/addresses.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";
import { usePastDay } from "../frame/past-day.ts";
import { Glyph } from "../situation.tsx";

type Asked = Partial<Record<"riga" | "ufficio" | "risposta", string>>;

/** The filters of the list of turns: a form that only builds an address. */
export function TurnFilters({
  asked,
  errors,
  offices,
}: {
  asked: Asked;
  errors: Asked;
  offices: { code: string; name: string }[];
}) {
  const al = usePastDay();
  const active = Object.keys(asked).length;
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${turnsAddress()}#svolte`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        <FilterChoice
          name="risposta"
          label="Risposta dell’ufficio"
          all="Tutte"
          options={[
            ["attesa", "Da confermare"],
            ["confermata", "Confermate"],
            ["contestata", "Contestate"],
          ]}
          asked={asked.risposta ?? ""}
          error={errors.risposta}
        />
        <FilterChoice
          name="ufficio"
          label="Ufficio"
          all="Tutti"
          options={offices.map(({ code, name }) => [code, name])}
          asked={asked.ufficio ?? ""}
          error={errors.ufficio}
        />
        <div className="f-riga">
          <label htmlFor="f-riga">Riga della storia</label>
          {errors.riga && (
            <p className="er" id="f-riga-errore" role="alert">
              <Glyph of="error" /> {errors.riga}
            </p>
          )}
          <input
            className="fi"
            id="f-riga"
            name="riga"
            inputMode="numeric"
            defaultValue={asked.riga}
            aria-invalid={errors.riga ? true : undefined}
            aria-describedby={errors.riga ? "f-riga-errore" : undefined}
          />
        </div>
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={turnsAddress({ al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}
