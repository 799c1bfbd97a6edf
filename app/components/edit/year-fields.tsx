import { Field, FieldError } from "../form/field.tsx";

/** The years of an action to be ticked, each with its due day; and whether they are those that the document left unsaid. */
export function YearFields({
  years,
  legend,
  unknownYearCount = 0,
  typed,
  errors,
}: {
  years: readonly number[];
  legend: string;
  unknownYearCount?: number;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  const error = errors.years?.[0];
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      id="years"
      tabIndex={-1}
      aria-describedby={error ? "years-errore" : undefined}
    >
      <legend>{legend}</legend>
      <p className="h">Senza un termine vale il 31 dicembre di quell’anno.</p>
      {error && <FieldError id="years-errore">{error}</FieldError>}
      {years.map((year) => (
        <div className="inl tight" key={year}>
          <Tick name={`year-${year}`} words={String(year)} typed={typed} />
          <Field name={`due-${year}`} label={`Termine del ${year}`} errors={errors[`due-${year}`]}>
            {(field) => <input {...field} className="fi" type="date" defaultValue={typed[`due-${year}`]} />}
          </Field>
        </div>
      ))}
      {unknownYearCount > 0 && (
        <>
          {errors.clarifies?.[0] && <FieldError id="clarifies-errore">{errors.clarifies[0]}</FieldError>}
          <Tick
            name="clarifies"
            words="Gli anni che aggiungo chiariscono annualità senza anno"
            hint={`Il documento ne ha ${unknownYearCount} di cui non dice l’anno: per ogni anno aggiunto ne resta una di meno.`}
            typed={typed}
            error={errors.clarifies ? "clarifies-errore" : undefined}
          />
        </>
      )}
    </fieldset>
  );
}

function Tick({
  name,
  words,
  hint,
  typed,
  error,
}: {
  name: string;
  words: string;
  hint?: string;
  typed: Record<string, string>;
  error?: string;
}) {
  return (
    <div className="rd">
      <input
        type="checkbox"
        name={name}
        id={name}
        defaultChecked={typed[name] !== undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error}
      />
      <label htmlFor={name}>
        {words}
        {hint && <i>{hint}</i>}
      </label>
    </div>
  );
}
