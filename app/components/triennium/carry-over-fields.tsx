import type { Day } from "#app/domain/days.ts";
import { GroundsFields } from "../edit/grounds-fields.tsx";
import { Field } from "../form/field.tsx";

export type Place = {
  code: string;
  adopted_on: Day | null;
  years: number[];
  continuingCode: string | null;
};

export type CarryOverFieldsProps = {
  places: Place[];
  /** Where a draft is to take it, if that was chosen. */
  chosen: { target_plan: string; target_year: number } | null;
  typed: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  today: Day;
};

/** Where an annualità goes, why, and by which act if there is one. */
export function CarryOverFields({ places, chosen, typed, errors, today }: CarryOverFieldsProps) {
  const target = typed.target ?? (chosen ? `${chosen.target_plan}/${chosen.target_year}` : "");
  return (
    <>
      <Field name="target" label="All’anno" hint="l’anno in cui si farà" errors={errors.target}>
        {(field) => (
          <select {...field} className="fi" defaultValue={target}>
            <option value="">{chosen ? "Non riportarla" : "Scegli"}</option>
            {places.map((place) => (
              <optgroup
                key={place.code}
                label={`Piano ${place.code}${place.adopted_on === null ? " (bozza)" : ""}`}
              >
                {place.years.map((year) => (
                  <option key={year} value={`${place.code}/${year}`}>
                    {year}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {places.some((place) => place.adopted_on !== null) && (
        <GroundsFields typed={typed} errors={errors} today={today} />
      )}
    </>
  );
}
