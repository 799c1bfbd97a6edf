import type { ReactNode } from "react";
import { ErrorSummary } from "../form/error-summary.tsx";

/** What came back of a form that was not saved. */
export type Refused =
  | { errors: Partial<Record<string, string[]>>; typed: Record<string, string>; isConflict: boolean }
  | undefined;

export type OrganisationFormProps = {
  action: string;
  /** Where to go without saving. */
  back: { address: string; words: string };
  save: string;
  /** What two windows are told apart by; absent where something new is written. */
  seen?: string;
  refused: Refused;
  heading: ReactNode;
  /** How what is changed stands now, told when someone was faster. */
  now?: ReactNode;
  /** What saving changes, and what it does not. */
  aside: ReactNode;
  children: ReactNode;
};

/** The form of a change to offices and groups: what went wrong, the fields, and beside them what saving will change. */
export function OrganisationForm(props: OrganisationFormProps) {
  const { action, back, save, seen, refused, heading, now, aside, children } = props;
  const isConflict = refused?.isConflict ?? false;
  return (
    <form method="post" action={action} noValidate>
      <div className="cols form">
        <div>
          <ErrorSummary title="Non è stato salvato nulla" errors={refused?.errors ?? {}} />
          {isConflict && now && (
            <div className="box warn" id="seen" tabIndex={-1}>
              <h2>Com’è adesso</h2>
              {now}
              <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
            </div>
          )}
          {heading}
          {seen !== undefined && (
            <input type="hidden" name="seen" value={isConflict ? seen : (refused?.typed.seen ?? seen)} />
          )}
          {children}
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              {save}
            </button>
            <a href={back.address}>Annulla e torna {back.words}</a>
          </p>
        </div>
        <div className="aside">
          <section aria-labelledby="effetti">
            <h2 id="effetti">Che cosa cambia se salvi</h2>
            {aside}
          </section>
        </div>
      </div>
    </form>
  );
}
