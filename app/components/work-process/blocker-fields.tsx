import { BASES, BLOCKER_KINDS, EXTENTS, REMOVABILITIES } from "#app/domain/level/blockers.ts";
import { capitalize } from "#app/format.ts";
import { BASIS_LABEL, BLOCKER_KIND_LABEL, EXTENT_LABEL, REMOVABILITY_LABEL } from "#app/process-labels.ts";
import { Field } from "../form/field.tsx";
import { RadioFields } from "../form/radio-fields.tsx";

export type BlockerFieldsProps = {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** A blocker: what it is, how much it stops, where that is known from, by what it could be removed. */
export function BlockerFields(props: BlockerFieldsProps) {
  const { typed, errors } = props;
  return (
    <>
      <BlockerKindFields {...props} />
      <RadioFields
        name="extent"
        legend="Quanto ferma"
        choices={EXTENTS.map((extent) => ({ value: extent, words: EXTENT_LABEL[extent] }))}
        chosen={typed.extent}
        errors={errors.extent}
      />
      <RadioFields
        name="basis"
        legend="Da dove si sa"
        choices={BASES.map((basis) => ({ value: basis, words: BASIS_LABEL[basis] }))}
        chosen={typed.basis}
        errors={errors.basis}
      />
      <Field
        name="note"
        label="Nota"
        hint="facoltativa: ciò che serve a riconoscerlo, con parole tue"
        errors={errors.note}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.note} />}
      </Field>
    </>
  );
}

/** The kind of a blocker, what tells it from others of its kind, and by what it could be removed. */
export function BlockerKindFields({ typed, errors }: BlockerFieldsProps) {
  return (
    <>
      <Field name="kind" label="Che cosa impedisce il lavoro agile" errors={errors.kind}>
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.kind ?? ""}>
            <option value="">Scegli</option>
            {BLOCKER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {capitalize(BLOCKER_KIND_LABEL[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="subkind"
        label="Sottotipo"
        hint="facoltativo: che cosa, precisamente; per esempio «registro cartaceo»"
        errors={errors.subkind}
      >
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.subkind} />}
      </Field>
      <input type="hidden" name="subkindAsWas" value={typed.subkindAsWas ?? ""} />
      <Field name="removability" label="Che cosa può toglierlo" errors={errors.removability}>
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.removability ?? ""}>
            <option value="">Come di solito per il tipo scelto</option>
            {REMOVABILITIES.map((removability) => (
              <option key={removability} value={removability}>
                {capitalize(REMOVABILITY_LABEL[removability])}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
