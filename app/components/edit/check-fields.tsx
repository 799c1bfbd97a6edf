import type { ReactNode } from "react";
import { FieldError } from "../form/field.tsx";

export type Check = { value: string; words: ReactNode; hint?: string };

/** Boxes to tick, one field each (`theme-cloud`), under one question; the first carries the question's name for the list of errors. */
export function CheckFields({
  name,
  legend,
  hint,
  checks,
  typed,
  errors,
}: {
  name: string;
  legend: string;
  hint?: string;
  checks: readonly Check[];
  typed: Record<string, string>;
  errors?: string[];
}) {
  const error = errors?.[0];
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      id={name}
      tabIndex={-1}
      aria-describedby={error ? `${name}-errore` : undefined}
    >
      <legend>{legend}</legend>
      {hint && <p className="h">{hint}</p>}
      {error && <FieldError id={`${name}-errore`}>{error}</FieldError>}
      <div className="checks">
        {checks.map(({ value, words, hint: of }) => (
          <div className="rd" key={value}>
            <input
              type="checkbox"
              name={`${name}-${value}`}
              id={`${name}-${value}`}
              defaultChecked={typed[`${name}-${value}`] !== undefined}
            />
            <label htmlFor={`${name}-${value}`}>
              {words}
              {of && <i>{of}</i>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
