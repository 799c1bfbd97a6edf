import { CONTRIBUTION_STATUSES, type ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Day } from "#app/domain/days.ts";
import { CONTRIBUTION_STATUS_LABEL } from "#app/labels.ts";
import { EvidenceFields } from "../form/evidence-fields.tsx";
import { Field, FieldError } from "../form/field.tsx";
import { Glyph } from "../situation.tsx";

export type ContributionFieldsProps = {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  today: Day;
};

/** The fields of a contribution: the same as those of a status, for the part of one office. */
export function ContributionFields({ typed, errors, today }: ContributionFieldsProps) {
  return (
    <>
      <fieldset
        className={`fld${errors.status ? " bad" : ""}`}
        aria-describedby={errors.status ? "status-errore" : undefined}
      >
        <legend>La parte dell’ufficio</legend>
        {errors.status?.[0] && <FieldError id="status-errore">{errors.status[0]}</FieldError>}
        <div className="radios">
          {CONTRIBUTION_STATUSES.map((status, index) => (
            <StatusRadio
              key={status}
              status={status}
              id={index === 0 ? "status" : `status-${status}`}
              isChosen={typed.status === status}
              progress={Number(typed.progress) || 0}
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
                defaultValue={typed.progress ?? "0"}
              />{" "}
              %
            </span>
          )}
        </Field>
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
      </div>

      <Field
        name="note"
        label="Nota"
        hint="una o due frasi per il RTD e gli altri uffici. Serve se la parte è sospesa o non pertinente"
        errors={errors.note}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.note} />}
      </Field>
      <EvidenceFields typed={typed} errors={errors} today={today} />
    </>
  );
}

function StatusRadio({
  status,
  id,
  isChosen,
  progress,
}: {
  status: ContributionStatus;
  id: string;
  isChosen: boolean;
  progress: number;
}) {
  return (
    <div className="rd">
      <input
        type="radio"
        name="status"
        id={id}
        value={status}
        defaultChecked={isChosen}
        className={`is-${status}`}
        required
      />
      <label htmlFor={id}>
        {status !== "not-pertinent" && (
          <Glyph of={status === "completed" ? "completed-proven" : status} progress={progress} />
        )}
        {CONTRIBUTION_STATUS_LABEL[status]}
        <i>{HINT[status]}</i>
      </label>
    </div>
  );
}

const HINT: Record<ContributionStatus, string> = {
  "to-start": "l’ufficio non ha ancora cominciato",
  "in-progress": "scrivi a che punto è",
  completed: "l’ufficio ha finito; se c’è una prova, indicala",
  suspended: "l’ufficio si è fermato: serve una nota",
  "not-pertinent": "l’ufficio non c’entra: serve una nota, e conta quando il RTD è d’accordo",
};
