import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { type Meanwhile, MeanwhileBox } from "./meanwhile-box.tsx";
import { StatusFields, type StatusFieldsProps } from "./status-fields.tsx";

export type StatusFormProps = Omit<StatusFieldsProps, "typed" | "errors"> & {
  action: string;
  /** Where to go without saving. */
  back: string;
  /** The last line of the annualità: the form is built from it, and says so when it is sent. */
  last: ({ sequence: number } & Meanwhile) | undefined;
  /** What was typed when there was no refusal yet. */
  prefilled: Record<string, string>;
  refused:
    | { errors: Partial<Record<string, string[]>>; typed: Record<string, string>; isConflict: boolean }
    | undefined;
  /** What the person is told did not happen, and what the button says. */
  says: { notSaved: string; save: string };
  heading: ReactNode;
  aside: ReactNode;
};

/** The form of a status change and of a rettifica: what went wrong first, then the fields, and beside them what helps to decide. */
export function StatusForm({
  action,
  back,
  last,
  prefilled,
  refused,
  says,
  heading,
  aside,
  ...fields
}: StatusFormProps) {
  const errors = refused?.errors ?? {};
  return (
    <form method="post" action={action} className={`status-form ${fields.current.status}`} noValidate>
      <div className="cols form">
        <div>
          <ErrorSummary title={says.notSaved} errors={errors} />
          {refused?.isConflict && last && <MeanwhileBox line={last} />}
          {heading}
          <input type="hidden" name="sequence" value={last?.sequence ?? 0} />
          <StatusFields {...fields} typed={refused?.typed ?? prefilled} errors={errors} />
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              {says.save}
            </button>
            <a href={back}>Annulla e torna all’azione</a>
          </p>
        </div>
        <div className="aside">{aside}</div>
      </div>
    </form>
  );
}
