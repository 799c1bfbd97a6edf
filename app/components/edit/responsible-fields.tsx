import { MOST_RESPONSIBLES } from "#app/domain/edit/plan-action-responsibles.ts";
import { joinWords } from "#app/format.ts";
import { Field, FieldError } from "../form/field.tsx";

/** Whom an action can be given to; an office that has ceased is left out, unless the action still names it. */
export type Choosable = {
  offices: { code: string; name: string }[];
  groups: { code: string; name: string; members: string[] }[];
};

/** Who answers for an action, in the order in which the plan names them, and the capofila. */
export function ResponsibleFields({
  choosable,
  rows,
  typed,
  errors,
}: {
  choosable: Choosable;
  /** How many responsibles can be chosen; more where more were typed. */
  rows: number;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  const error = errors.responsibles?.[0];
  const places = Array.from({ length: MOST_RESPONSIBLES }, (_, index) => index + 1);
  const last = places.findLast((place) => (typed[`responsible-${place}`] ?? "") !== "") ?? 0;
  return (
    <>
      <fieldset
        className={`fld${error ? " bad" : ""}`}
        id="responsibles"
        tabIndex={-1}
        aria-describedby={error ? "responsibles-errore" : undefined}
      >
        <legend>Responsabili</legend>
        <p className="h">Nell’ordine in cui il piano li nomina; i posti lasciati vuoti non contano.</p>
        {error && <FieldError id="responsibles-errore">{error}</FieldError>}
        {places.slice(0, Math.max(rows, last)).map((place) => (
          <Field key={place} name={`responsible-${place}`} label={`${place}º responsabile`}>
            {(field) => (
              <select {...field} className="fi wide" defaultValue={typed[`responsible-${place}`] ?? ""}>
                <option value="">Nessuno</option>
                <option value="rtd">RTD</option>
                {choosable.groups.length > 0 && (
                  <optgroup label="Gruppi">
                    {choosable.groups.map(({ code, name, members }) => (
                      <option key={code} value={code}>
                        {name} ({joinWords(members)})
                      </option>
                    ))}
                  </optgroup>
                )}
                {choosable.offices.length > 0 && (
                  <optgroup label="Uffici">
                    {choosable.offices.map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                )}
              </select>
            )}
          </Field>
        ))}
      </fieldset>
      <Field
        name="lead"
        label="Capofila (facoltativo)"
        hint="l’unico ufficio che aggiorna lo stato per tutti; deve essere uno di quelli che rispondono"
        errors={errors.lead}
      >
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.lead ?? ""}>
            <option value="">Nessuno</option>
            {choosable.offices.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
