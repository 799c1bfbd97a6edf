import { DIRECTIONS, type Direction } from "#app/domain/objective/indicators.ts";
import { Field } from "../form/field.tsx";
import { RadioFields } from "../form/radio-fields.tsx";
import type { FieldsProps } from "../office/named-fields.tsx";

const DIRECTION_WORDS: Record<Direction, string> = { up: "Deve salire", down: "Deve scendere" };

/** An indicator: what it measures, in what, from where to where, and where it is read. */
export function IndicatorFields({ typed, errors }: FieldsProps) {
  return (
    <>
      <Field name="name" label="Che cosa misura" errors={errors.name}>
        {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.name} />}
      </Field>
      <div className="inl">
        <NumberField name="start" label="Partenza" hint="vuota se non si sa" {...{ typed, errors }} />
        <NumberField name="target" label="Traguardo" hint="per esempio 1.234,5" {...{ typed, errors }} />
        <Field name="unit" label="Unità di misura" hint="%, giorni, pratiche" errors={errors.unit}>
          {(field) => (
            <input {...field} className="fi short" type="text" required defaultValue={typed.unit} />
          )}
        </Field>
      </div>
      <RadioFields
        name="direction"
        legend="Verso dove deve andare"
        choices={DIRECTIONS.map((direction) => ({ value: direction, words: DIRECTION_WORDS[direction] }))}
        chosen={typed.direction ?? "up"}
        errors={errors.direction}
      />
      <Field name="source" label="Da dove si rileva" errors={errors.source}>
        {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.source} />}
      </Field>
    </>
  );
}

/** A number as Italian writes it. */
export function NumberField({
  name,
  label,
  hint,
  typed,
  errors,
}: FieldsProps & { name: string; label: string; hint: string }) {
  return (
    <Field name={name} label={label} hint={hint} errors={errors[name]}>
      {(field) => (
        <input {...field} className="fi short" type="text" inputMode="decimal" defaultValue={typed[name]} />
      )}
    </Field>
  );
}
