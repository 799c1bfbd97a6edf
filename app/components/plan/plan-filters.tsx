import { withQuery } from "#app/addresses.ts";
import { SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { STATUSES } from "#app/domain/status/status-steps.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { capitalize } from "#app/format.ts";
import { SITUATION_LABEL, STATUS_LABEL, THEME_LABEL } from "#app/labels.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

type FilterName = "ambito" | "tema" | "responsabile" | "anno" | "situazione" | "stato" | "testo";

export type PlanFiltersProps = {
  path: string;
  al: string | undefined;
  /** What else the address asks for: kept when the filters change. */
  kept?: Record<string, string>;
  asked: Partial<Record<FilterName, string>>;
  errors: Partial<Record<FilterName, string>>;
  areas: { code: string; title: string }[];
  responsibles: { code: string; name: string }[];
  years: number[];
};

/** The filters of the plan: a form that only builds an address. On the phone it is closed and says what is active. */
export function PlanFilters({
  path,
  al,
  kept = {},
  asked,
  errors,
  areas,
  responsibles,
  years,
}: PlanFiltersProps) {
  const active = Object.values(asked).filter((value) => value !== "").length;
  const choice = (name: FilterName, label: string, all: string, options: [string, string][]) => (
    <FilterChoice
      name={name}
      label={label}
      all={all}
      options={options}
      asked={asked[name] ?? ""}
      error={errors[name]}
    />
  );
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${path}#azioni`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {choice(
          "ambito",
          "Ambito",
          "Tutti",
          areas.map(({ code, title }) => [code, `${code} ${title}`]),
        )}
        {choice(
          "tema",
          "Tema",
          "Tutti",
          THEMES.map((theme) => [theme, THEME_LABEL[theme]]),
        )}
        {choice(
          "responsabile",
          "Responsabile",
          "Tutti",
          responsibles.map(({ code, name }) => [code, name]),
        )}
        {choice(
          "anno",
          "Anno",
          "Tutti",
          years.map((year) => [String(year), String(year)]),
        )}
        {choice(
          "situazione",
          "Situazione",
          "Tutte",
          SITUATIONS.map((one) => [SITUATION_CODE[one], capitalize(SITUATION_LABEL[one])]),
        )}
        {choice(
          "stato",
          "Stato",
          "Tutti",
          STATUSES.map((status) => [STATUS_CODE[status], capitalize(STATUS_LABEL[status])]),
        )}
        <div className="f-testo">
          <label htmlFor="f-testo">Parole nel testo</label>
          <input className="fi" id="f-testo" name="testo" type="search" defaultValue={asked.testo} />
        </div>
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={withQuery(path, { ...kept, al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}
