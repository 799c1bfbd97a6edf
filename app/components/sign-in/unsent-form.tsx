import { SignInForm } from "./sign-in-form.tsx";

/** A form that was sent after the session had ended: where to, and what was typed. */
export type Unsent = { path: string; fields: [string, string][] };

/** Whoever sent a form after the session had ended: nothing is written, nothing that was typed is lost. */
export function SessionEnded({ unsent }: { unsent: string }) {
  return (
    <main id="contenuto" tabIndex={-1} className="sheet">
      <h1>La sessione è finita</h1>
      <p className="sent">
        Non è stato scritto nulla, e quello che avevi scritto non è perso: accedi, e potrai inviarlo.
      </p>
      <SignInForm typed={{ unsent }} />
    </main>
  );
}

/** After signing in again: the form as it was typed, sent to its own address only if the person says so. */
export function UnsentForm({ unsent: { path, fields }, who }: { unsent: Unsent; who: string }) {
  return (
    <main id="contenuto" tabIndex={-1} className="sheet">
      <h1>Il modulo non è ancora inviato</h1>
      <p className="sent">
        Hai fatto accesso come {who}. Il modulo compilato prima che la sessione finisse è rimasto com’era.
      </p>
      <p>
        È il modulo della pagina <code>{path}</code>.
      </p>
      <p>Se lo invii, vale come scritto da te adesso. Se lo ha compilato un’altra persona, non inviarlo.</p>
      <form method="post" action={path}>
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <p className="buttons">
          <button className="btn btn-primary" type="submit">
            Invia il modulo
          </button>
          <a href={path}>Non inviarlo: riapri la pagina, senza quello che era scritto</a>
        </p>
      </form>
    </main>
  );
}
