import type { ReactNode } from "react";
import { LONGEST_SEARCH } from "#app/domain/search.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { Field } from "../form/field.tsx";
import { LinkTargetFields, type LinkTargets } from "./link-targets.tsx";

/** What came back of a form that was not saved. `existing`: the link that there is already. */
export type RefusedLink =
  | {
      errors: Partial<Record<string, string[]>>;
      typed: Record<string, string>;
      isConflict: boolean;
      existing?: { address: string };
    }
  | undefined;

const TOO_LONG = `La ricerca è troppo lunga: bastano poche parole, al massimo ${LONGEST_SEARCH} caratteri`;

export type LinkFormProps = {
  /** The address of the page, without what is searched. */
  address: string;
  query: string;
  back: { address: string; words: string };
  refused: RefusedLink;
  search: { label: string; legend: string; isTooLong: boolean };
  targets: LinkTargets;
  typed: Record<string, string>;
  seen: number;
  heading: ReactNode;
  aside: ReactNode;
};

/**
 * The form of a link: what to link to is searched, chosen and explained. The search is a GET of this same form, so that what was chosen and
 * written stays while something else is looked for.
 */
export function LinkForm({ address, query, back, refused, search, targets, seen, ...props }: LinkFormProps) {
  const typed = { ...props.typed, ...refused?.typed };
  const errors: Partial<Record<string, string[]>> = {
    ...(search.isTooLong && { q: [TOO_LONG] }),
    ...refused?.errors,
  };
  const guard = refused && !refused.isConflict ? (refused.typed.seen ?? seen) : seen;
  return (
    <form method="post" action={`${address}${query}`} noValidate>
      <div className="cols form">
        <div>
          <ErrorSummary title="Il collegamento non è stato salvato" errors={refused?.errors ?? {}} />
          {props.heading}
          <Field name="q" label={search.label} errors={errors.q}>
            {(field) => (
              <span className="find">
                <input {...field} className="fi" type="search" defaultValue={typed.q} autoComplete="off" />
                <button
                  className="btn btn-outline-primary btn-s"
                  type="submit"
                  formMethod="get"
                  formAction={address}
                >
                  Cerca
                </button>
              </span>
            )}
          </Field>
          <LinkTargetFields
            legend={search.legend}
            targets={targets}
            chosen={typed.target}
            error={errors.target?.[0]}
            existing={refused?.existing?.address}
          />
          <LinkFields years={yearsOf(targets)} typed={typed} errors={errors} />
          <input type="hidden" name="seen" value={guard} />
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Collega
            </button>
            <a href={back.address}>Annulla e torna {back.words}</a>
          </p>
        </div>
        <div className="aside">
          <section aria-labelledby="effetti">
            <h2 id="effetti">Che cosa cambia se salvi</h2>
            {props.aside}
          </section>
        </div>
      </div>
    </form>
  );
}

/** Which annualità, why, and how much it counts. */
function LinkFields({
  years,
  typed,
  errors,
}: {
  years: number[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <>
      <Field
        name="year"
        label="Che cosa dell’azione"
        hint="un’annualità sola, se l’obiettivo si regge soltanto su quella"
        errors={errors.year}
        className="narrow"
      >
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.year ?? ""}>
            <option value="">Tutta l’azione</option>
            {years.map((year) => (
              <option key={year} value={year}>
                Solo il {year}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="rationale"
        label="Perché"
        hint="una o due frasi: in che cosa l’azione porta avanti l’obiettivo"
        errors={errors.rationale}
      >
        {(field) => (
          <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.rationale} />
        )}
      </Field>
      <Field
        name="weight"
        label="Peso"
        hint="quanto contano le sue annualità nell’avanzamento; 1 se come il resto, 0 se non contano"
        errors={errors.weight}
      >
        {(field) => (
          <input
            {...field}
            className="fi short"
            type="text"
            inputMode="decimal"
            defaultValue={typed.weight}
          />
        )}
      </Field>
    </>
  );
}

function yearsOf({ groups }: LinkTargets): number[] {
  return [...new Set(groups.flatMap(({ targets }) => targets.flatMap(({ years }) => years)))].sort();
}
