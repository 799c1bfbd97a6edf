import type { ReactNode } from "react";

/**
 * The one key of a round: a form of its own, whose button has the focus, so that Enter says "nothing new" and nothing
 * else. `fields`: what the whole form would send, untouched.
 */
export function NoNewsForm({
  action,
  fields,
  describedBy = "situazione",
  takesFocus,
  children,
}: {
  action: string;
  fields: Record<string, string | number>;
  /** What the button confirms, beside the name of the annualità. */
  describedBy?: string;
  takesFocus: boolean;
  children: ReactNode;
}) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="buttons">
        <button
          className="btn btn-primary"
          type="submit"
          autoFocus={takesFocus}
          aria-describedby={`annualita ${describedBy}`}
        >
          Confermato, nessuna novità
        </button>
        {children}
      </p>
    </form>
  );
}
