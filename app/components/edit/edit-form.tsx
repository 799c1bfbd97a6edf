import type { ReactNode } from "react";
import type { Day } from "#app/domain/days.ts";
import type { ClosedReview } from "#app/domain/review/closed-plans.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { ClosedPlan } from "../review/closed-plan.tsx";
import { GroundsFields } from "./grounds-fields.tsx";
import { type ToldEdit, MeanwhileEdits } from "./told-edits.tsx";

/** What came back of a form that was not saved. */
export type Refused =
  | { errors: Partial<Record<string, string[]>>; typed: Record<string, string>; meanwhile: ToldEdit[] | null }
  | undefined;

export type EditFormProps = {
  action: string;
  /** Where to go without saving. */
  back: { address: string; words: string };
  /** The last edit of what is changed: the form is built from it, and says so when it is sent. */
  lastEdit: number;
  /** What the form shows of a draft, so that it can be told what changed meanwhile. */
  seen?: string | null;
  isAdopted: boolean;
  /** The plan, and the review that closes it, if any: from then on it has no variations. */
  plan: { code: string };
  closedBy: ClosedReview | null;
  /** What of a closed plan is changed all the same. */
  stillChanges?: string;
  today: Day;
  refused: Refused;
  heading: ReactNode;
  /** Where an edit of an adopted plan is told afterwards. */
  toldIn?: string;
  /** What saving changes, and what it does not. */
  aside: ReactNode;
  children: ReactNode;
};

/** The form of every edit of the plan: what went wrong, the fields, why and by which act; beside them what saving will change. */
export function EditForm({
  action,
  back,
  lastEdit,
  seen = null,
  isAdopted,
  plan,
  closedBy,
  stillChanges,
  today,
  refused,
  heading,
  toldIn = "nella storia dell’azione",
  aside,
  children,
}: EditFormProps) {
  const { errors = {}, typed = {}, meanwhile = null } = refused ?? {};
  return (
    <form method="post" action={action} noValidate>
      <div className="cols form">
        <div>
          <ErrorSummary title="Non è stato salvato nulla" errors={errors} />
          {meanwhile && <MeanwhileEdits edits={meanwhile} />}
          {heading}
          <ClosedPlan plan={plan.code} closedBy={closedBy}>
            {stillChanges}
          </ClosedPlan>
          <input type="hidden" name="edit" value={meanwhile ? lastEdit : (typed.edit ?? lastEdit)} />
          {seen !== null && (
            <input type="hidden" name="seen" value={meanwhile ? seen : (typed.seen ?? seen)} />
          )}
          {children}
          {isAdopted && <GroundsFields typed={typed} errors={errors} today={today} />}
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Salva
            </button>
            <a href={back.address}>Annulla e torna {back.words}</a>
          </p>
        </div>
        <div className="aside">
          <section aria-labelledby="effetti">
            <h2 id="effetti">Che cosa cambia se salvi</h2>
            <ul className="list">
              <li>
                {isAdopted
                  ? `Vale da oggi ed è una variazione del piano adottato: chi guarda un giorno passato trova com’era. Resta ${toldIn} con il motivo e il tuo ruolo.`
                  : "Il piano non è ancora adottato: si cambia sul posto, senza motivo e senza storia."}
              </li>
              {aside}
            </ul>
          </section>
        </div>
      </div>
    </form>
  );
}
