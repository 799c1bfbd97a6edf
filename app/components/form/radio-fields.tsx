import type { ReactNode } from "react";
import { FieldError } from "./field.tsx";

export type RadioChoice = { value: string; words: ReactNode; hint?: string };

/** One choice among few, all to be read; the first carries the question's name for the list of errors. */
export function RadioFields({
  name,
  legend,
  hint,
  choices,
  chosen,
  errors,
}: {
  name: string;
  legend: string;
  hint?: string;
  choices: readonly RadioChoice[];
  chosen: string | undefined;
  errors?: string[];
}) {
  const error = errors?.[0];
  const described = [hint ? `${name}-aiuto` : "", error ? `${name}-errore` : ""].filter((id) => id !== "");
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      aria-describedby={described.length > 0 ? described.join(" ") : undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="h" id={`${name}-aiuto`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-errore`}>{error}</FieldError>}
      <div className="radios">
        {choices.map(({ value, words, hint: of }, index) => (
          <div className="rd" key={value}>
            <input
              type="radio"
              name={name}
              id={index === 0 ? name : `${name}-${value}`}
              value={value}
              defaultChecked={chosen === value}
              className={`is-${value}`}
              required
            />
            <label htmlFor={index === 0 ? name : `${name}-${value}`}>
              {words}
              {of && <i>{of}</i>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
