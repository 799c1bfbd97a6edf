import type { Day } from "#app/domain/days.ts";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
import { VARIATION_KINDS } from "#app/domain/variation/variations.ts";
import { capitalize } from "#app/format.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { VARIATION_LABEL } from "#app/variation-sentences.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

export type VariationsAsked = Partial<Record<"tipo" | "ambito", string>>;

/** The filters of the variations: a form that only builds an address. */
export function VariationFilters({
  plan,
  al,
  asked,
  errors,
  areas,
}: {
  plan: string;
  al?: Day;
  asked: VariationsAsked;
  errors: VariationsAsked;
  areas: { code: string; title: string }[];
}) {
  const active = Object.keys(asked).length;
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${variationsAddress(plan)}#elenco`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        <FilterChoice
          name="tipo"
          label="Tipo"
          all="Tutti"
          options={VARIATION_KINDS.map((kind) => [
            VARIATION_CODE[kind],
            capitalize(VARIATION_LABEL[kind].one),
          ])}
          asked={asked.tipo ?? ""}
          error={errors.tipo}
        />
        <FilterChoice
          name="ambito"
          label="Ambito"
          all="Tutti"
          options={areas.map(({ code, title }) => [code, `${code} ${title}`])}
          asked={asked.ambito ?? ""}
          error={errors.ambito}
        />
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={variationsAddress(plan, al)}>Togli i filtri</a>}
      </form>
    </details>
  );
}
