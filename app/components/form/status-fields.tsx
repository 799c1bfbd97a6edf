import type { Day } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import { Field, FieldError } from "./field.tsx";
import { StatusChoice } from "./status-choice.tsx";
import { TargetYear, type TargetYearProps } from "./target-year.tsx";

export type StatusFieldsProps = {
  current: { status: Status; progress: number };
  /** The choices offered, in order: updates first, then the steps that the rules and the person's role allow. */
  choices: string[];
  targetYears: number[];
  carriedTo?: TargetYearProps["carriedTo"];
  maySetDueDay: boolean;
  today: Day;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** The fields of a status change; those that a choice does not need are hidden by the stylesheet, not by a script. */
export function StatusFields({
  current,
  choices,
  targetYears,
  carriedTo,
  maySetDueDay,
  today,
  typed,
  errors,
}: StatusFieldsProps) {
  return (
    <>
      <fieldset
        className={`fld${errors.to ? " bad" : ""}`}
        aria-describedby={errors.to ? "to-errore" : undefined}
      >
        <legend>Nuovo stato</legend>
        {errors.to?.[0] && <FieldError id="to-errore">{errors.to[0]}</FieldError>}
        <div className="radios">
          {choices.map((choice, index) => (
            <StatusChoice
              key={choice}
              choice={choice}
              current={current}
              id={index === 0 ? "to" : `to-${choice}`}
              checked={typed.to === choice}
            />
          ))}
        </div>
      </fieldset>

      <div className="inl">
        <Field
          name="progress"
          label="Avanzamento"
          hint="da 0 a 99, in percentuale"
          errors={errors.progress}
          className="for-progress"
        >
          {(field) => (
            <span className="nw">
              <input
                {...field}
                className="fi short"
                type="text"
                inputMode="numeric"
                defaultValue={typed.progress ?? String(Math.min(current.progress, 99))}
              />{" "}
              %
            </span>
          )}
        </Field>
        <TargetYear
          years={targetYears}
          carriedTo={carriedTo}
          typed={typed.targetYear}
          errors={errors.targetYear}
        />
        <Field
          name="effectiveOn"
          label="Dal giorno"
          hint="quando è successo davvero, non quando lo scrivi"
          errors={errors.effectiveOn}
        >
          {(field) => (
            <input
              {...field}
              className="fi"
              type="date"
              max={today}
              defaultValue={typed.effectiveOn ?? today}
            />
          )}
        </Field>
        {maySetDueDay && (
          <Field name="dueOn" label="Nuovo termine (facoltativo)" hint="solo se cambia" errors={errors.dueOn}>
            {(field) => <input {...field} className="fi" type="date" defaultValue={typed.dueOn} />}
          </Field>
        )}
      </div>

      <Field
        name="reason"
        label="Motivo o nota"
        hint="una o due frasi; le leggerà anche la Giunta. Serve per sospendere, ripianificare, annullare, riaprire e cambiare il termine"
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.reason} />}
      </Field>
      <EvidenceFields typed={typed} errors={errors} today={today} />
    </>
  );
}
