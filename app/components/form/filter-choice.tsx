import { Glyph } from "../situation.tsx";

/** A filter that is chosen from a list; a value that does not exist narrows nothing, and is said at the field. */
export function FilterChoice({
  name,
  label,
  all,
  options,
  asked,
  error,
}: {
  name: string;
  label: string;
  all: string;
  options: [string, string][];
  asked: string;
  error: string | undefined;
}) {
  return (
    <div className={`f-${name}`}>
      <label htmlFor={`f-${name}`}>{label}</label>
      {error && (
        <p className="er" id={`f-${name}-errore`} role="alert">
          <Glyph of="error" /> {error}
        </p>
      )}
      <select
        className="fi"
        id={`f-${name}`}
        name={name}
        defaultValue={error ? "" : asked}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `f-${name}-errore` : undefined}
      >
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
