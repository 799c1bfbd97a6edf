import { OFFICE_KINDS } from "#app/domain/office/offices.ts";
import { capitalize } from "#app/format.ts";
import { OFFICE_KIND_LABEL } from "#app/labels.ts";
import { Field } from "../form/field.tsx";
import { CodeField, type FieldsProps, NameField, SourceField } from "./named-fields.tsx";

/** An office: its code once, then its name, its kind, the office it is under, and where that comes from. */
export function OfficeFields({
  isNew = false,
  parents,
  ...props
}: FieldsProps & { isNew?: boolean; parents: { code: string; name: string }[] }) {
  const { typed, errors } = props;
  return (
    <>
      {isNew && <CodeField {...props} example="settore-5" />}
      <NameField {...props} />
      <Field name="kind" label="Tipo" errors={errors.kind}>
        {(field) => (
          <select {...field} className="fi" defaultValue={typed.kind ?? ""}>
            {isNew && <option value="">Scegli</option>}
            {OFFICE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {capitalize(OFFICE_KIND_LABEL[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="parent"
        label="Fa capo a"
        hint="chi risponde di quell’ufficio risponde anche di questo"
        errors={errors.parent}
      >
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.parent ?? ""}>
            <option value="">Nessun altro ufficio</option>
            {parents.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="email"
        label="Casella di posta (facoltativa)"
        hint="quella dell’ufficio, mai di una persona: ci arrivano i solleciti dei giri di monitoraggio"
        errors={errors.email}
      >
        {(field) => (
          <input
            {...field}
            className="fi wide"
            type="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed.email}
          />
        )}
      </Field>
      <SourceField {...props} />
    </>
  );
}
