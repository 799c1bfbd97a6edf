import { Field } from "../form/field.tsx";

export type WrittenText = { text: string; key: string };
export type Suggestion = { key: string; text: string; from: string };

/** What is asked of the Giunta, each in its field, one more to write, and what the data suggest, to tick. */
export function DecisionsFields({
  written,
  suggestions,
  ticked,
  errors,
}: {
  written: WrittenText[];
  suggestions: Suggestion[];
  ticked: readonly string[];
  errors: Record<string, string[] | undefined>;
}) {
  return (
    <>
      {[...written, { text: "", key: "" }].map(({ text, key }, index) => (
        <Field
          key={index}
          name={`text-${index}`}
          label={index < written.length ? `Decisione ${index + 1}` : "Un’altra decisione"}
          hint={index < written.length ? "svuotala per toglierla" : undefined}
          errors={errors[`text-${index}`]}
        >
          {(field) => (
            <>
              <textarea {...field} name="text" className="fi ta" rows={3} defaultValue={text} />
              <input type="hidden" name="key" value={key} />
            </>
          )}
        </Field>
      ))}
      {suggestions.length > 0 && (
        <fieldset className="fld">
          <legend>Suggerite da ciò che è in ritardo, senza responsabile o senza prova</legend>
          {suggestions.map(({ key, text, from }) => (
            <div className="rd" key={key}>
              <input
                type="checkbox"
                id={key}
                name="suggested"
                value={key}
                defaultChecked={ticked.includes(key)}
              />
              <label htmlFor={key}>
                {text} <span className="d">{from}</span>
              </label>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
