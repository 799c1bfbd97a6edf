import { Field } from "./field.tsx";

export type TargetYearProps = {
  years: number[];
  /** Where the annualità was carried over to, in a rettifica of that line: it is no choice of the form. */
  carriedTo?: { plan: string; year: number };
  typed?: string;
  errors?: string[];
};

/** The year that a rescheduling names, shown by the stylesheet where the choice asks for it. */
export function TargetYear({ years, carriedTo, typed, errors }: TargetYearProps) {
  if (carriedTo)
    return (
      <p className="fld for-target">
        <b>All’anno {carriedTo.year}</b> del piano {carriedTo.plan}: la rettifica non lo cambia. Per
        riportarla altrove, riaprila.
      </p>
    );
  return (
    <Field
      name="targetYear"
      label="All’anno"
      hint="l’anno in cui si farà"
      errors={errors}
      className="for-target"
    >
      {(field) => (
        <select {...field} className="fi" defaultValue={typed ?? ""}>
          <option value="">Scegli</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
