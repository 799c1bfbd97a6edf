import { THEMES } from "#app/domain/plan/themes.ts";
import { THEME_LABEL } from "#app/labels.ts";
import { Field } from "../form/field.tsx";
import { CheckFields } from "./check-fields.tsx";

/** What an action says of itself: title, area, weight, themes, norms. */
export function WordingFields({
  areas,
  typed,
  errors,
}: {
  areas: { code: string; title: string }[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <>
      <Field name="title" label="Titolo" errors={errors.title}>
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.title} />}
      </Field>
      <Field name="areaCode" label="Ambito" errors={errors.areaCode}>
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.areaCode ?? ""}>
            <option value="">Scegli</option>
            {areas.map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="weight"
        label="Peso"
        hint="quanto conta nelle medie di avanzamento; 1 se conta come le altre"
        errors={errors.weight}
      >
        {(field) => (
          <input
            {...field}
            className="fi short"
            type="text"
            inputMode="decimal"
            defaultValue={typed.weight}
          />
        )}
      </Field>
      <CheckFields
        name="theme"
        legend="Temi"
        hint="anche più d’uno, o nessuno: servono a ritrovare l’azione"
        checks={THEMES.map((theme) => ({ value: theme, words: THEME_LABEL[theme] }))}
        typed={typed}
        errors={errors.theme}
      />
      <Field
        name="norms"
        label="Norme"
        hint="una per riga, per esempio: CAD, art. 50-ter. Facoltative"
        errors={errors.norms}
      >
        {(field) => <textarea {...field} className="fi ta" rows={4} defaultValue={typed.norms} />}
      </Field>
    </>
  );
}
