import type { Day } from "#app/domain/days.ts";
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
      <Field
        name="reason"
        label="Motivo"
        hint="una o due frasi; le leggerà anche la Giunta. Serve se il piano è già adottato: è una sua variazione"
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.reason} />}
      </Field>
      <fieldset className="fld">
        <legend>
          Atto <span className="mut">(se c’è)</span>
        </legend>
        <Field name="actOrgan" label="Organo" errors={errors.actOrgan}>
          {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.actOrgan} />}
        </Field>
        <div className="inl tight">
          <Field name="actNumber" label="Numero" errors={errors.actNumber}>
            {(field) => <input {...field} className="fi short" type="text" defaultValue={typed.actNumber} />}
          </Field>
          <Field name="actOn" label="Del" errors={errors.actOn}>
            {(field) => (
              <input {...field} className="fi" type="date" max={today} defaultValue={typed.actOn} />
            )}
          </Field>
        </div>
      </fieldset>
    </>
  );
}
