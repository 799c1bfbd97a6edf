import type { ReactNode } from "react";
import { Glyph } from "../situation.tsx";

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
  className?: string;
  children: (field: {
    id: string;
    name: string;
    "aria-invalid"?: true;
    "aria-describedby"?: string;
  }) => ReactNode;
};

/** A label, what helps to fill it in, what is wrong with it, and the control tied to all three. */
export function Field({ name, label, hint, errors, className = "", children }: FieldProps) {
  const error = errors?.[0];
  const described = [hint ? `${name}-aiuto` : "", error ? `${name}-errore` : ""]
    .filter((id) => id !== "")
    .join(" ");
  return (
    <div className={`fld ${error ? "bad" : ""} ${className}`.trim()}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="h" id={`${name}-aiuto`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-errore`}>{error}</FieldError>}
      {children({
        id: name,
        name,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described || undefined,
      })}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="er" id={id}>
      <Glyph of="error" />
      <span>{children}</span>
    </p>
  );
}
