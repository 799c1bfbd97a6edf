import { Field } from "../form/field.tsx";

/** Name and password, and what is to be gone on with afterwards: a page (`back`), or a form that was sent too late (`unsent`). */
export function SignInForm({
  typed = {},
  errors = {},
}: {
  typed?: { username?: string; back?: string; unsent?: string };
  errors?: Partial<Record<string, string[]>>;
}) {
  return (
    <form method="post" action="/accedi" className="formcol narrow">
      <input type="hidden" name="back" value={typed.back ?? ""} />
      {typed.unsent && <input type="hidden" name="unsent" value={typed.unsent} />}
      <Field name="username" label="Nome utente" errors={errors.username}>
        {(field) => (
          <input
            {...field}
            className="fi wide"
            type="text"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed.username}
          />
        )}
      </Field>
      <Field name="password" label="Password" errors={errors.password}>
        {(field) => <input {...field} className="fi wide" type="password" autoComplete="current-password" />}
      </Field>
      <button className="btn btn-primary" type="submit">
        Accedi
      </button>
    </form>
  );
}
