import type { Day } from "#app/domain/days.ts";
import { EVIDENCE_KINDS } from "#app/domain/evidence.ts";
import type { Status } from "#app/domain/status-steps.ts";
import { EVIDENCE_KIND_LABEL, STATUS_LABEL } from "#app/labels.ts";
import { Field, FieldError } from "./field.tsx";
import { Glyph, statusWords } from "./situation.tsx";

export type StatusFieldsProps = {
  current: { status: Status; progress: number };
  /** The choices offered, in order: updates first, then the steps that the rules and the person's role allow. */
  choices: string[];
  targetYears: number[];
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
            <ChoiceRadio
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
                type="number"
                min={0}
                max={99}
                step={1}
                inputMode="numeric"
                defaultValue={typed.progress ?? String(Math.min(current.progress, 99))}
              />{" "}
              %
            </span>
          )}
        </Field>
        <Field
          name="targetYear"
          label="All’anno"
          hint="l’anno in cui si farà"
          errors={errors.targetYear}
          className="for-target"
        >
          {(field) => (
            <select {...field} className="fi" defaultValue={typed.targetYear ?? ""}>
              <option value="">Scegli</option>
              {targetYears.map((year) => (
                <option key={year} value={year}>
                  {year}
                </option>
              ))}
            </select>
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
        {maySetDueDay && (
          <Field name="dueOn" label="Nuovo termine (facoltativo)" hint="solo se cambia" errors={errors.dueOn}>
            {(field) => <input {...field} className="fi" type="date" defaultValue={typed.dueOn} />}
          </Field>
        )}
      </div>

      <Field
        name="reason"
        label="Motivo o nota"
        hint="una o due frasi; le leggerà anche la Giunta. Serve per sospendere, ripianificare, annullare e riaprire"
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.reason} />}
      </Field>
      <EvidenceFields typed={typed} errors={errors} today={today} />
    </>
  );
}

function EvidenceFields({ typed, errors, today }: Pick<StatusFieldsProps, "typed" | "errors" | "today">) {
  return (
    <fieldset className="fld">
      <legend>
        Prova <span className="mut">(facoltativa)</span>
      </legend>
      <p className="h">Un provvedimento, un collegamento o una nota: l’atto resta nel sistema documentale.</p>
      <div className="inl tight">
        <Field name="evidenceKind" label="Tipo" errors={errors.evidenceKind}>
          {(field) => (
            <select {...field} className="fi" defaultValue={typed.evidenceKind ?? ""}>
              <option value="">Nessuna prova</option>
              {EVIDENCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {EVIDENCE_KIND_LABEL[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="evidenceNumber" label="Numero" errors={errors.evidenceNumber}>
          {(field) => (
            <input {...field} className="fi short" type="text" defaultValue={typed.evidenceNumber} />
          )}
        </Field>
        <Field name="evidenceOn" label="Del" errors={errors.evidenceOn}>
          {(field) => (
            <input {...field} className="fi" type="date" max={today} defaultValue={typed.evidenceOn} />
          )}
        </Field>
      </div>
      <Field name="evidenceLink" label="Collegamento" errors={errors.evidenceLink}>
        {(field) => (
          <input
            {...field}
            className="fi wide"
            type="text"
            inputMode="url"
            placeholder="https://"
            defaultValue={typed.evidenceLink}
          />
        )}
      </Field>
      <Field name="evidenceNote" label="Nota alla prova" errors={errors.evidenceNote}>
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.evidenceNote} />}
      </Field>
    </fieldset>
  );
}

function ChoiceRadio({
  choice,
  current,
  id,
  checked,
}: {
  choice: string;
  current: { status: Status; progress: number };
  id: string;
  checked: boolean;
}) {
  const { words, hint } = wordsOf(choice, current);
  const status = choice === "no-news" || choice === "update" ? current.status : (choice as Status);
  return (
    <div className="rd">
      <input
        type="radio"
        name="to"
        id={id}
        value={choice}
        defaultChecked={checked}
        className={`is-${choice}`}
        required
      />
      <label htmlFor={id}>
        <Glyph of={status === "completed" ? "completed-proven" : status} progress={current.progress} />
        {words}
        <i>{hint}</i>
      </label>
    </div>
  );
}

function wordsOf(
  choice: string,
  current: { status: Status; progress: number },
): { words: string; hint: string } {
  const now = statusWords(current.status, current.progress);
  if (choice === "no-news")
    return { words: `ancora ${now}: nessuna novità`, hint: "conferma lo stato e lo rende fresco" };
  if (choice === "update") {
    const what =
      current.status === "in-progress"
        ? "nuovo avanzamento, prova o termine"
        : "aggiungi una prova o cambia il termine";
    return { words: `${STATUS_LABEL[current.status]}: ${what}`, hint: "lo stato resta lo stesso" };
  }
  return {
    words:
      choice === "in-progress" && isClosed(current.status)
        ? "riapri: in corso"
        : STATUS_LABEL[choice as Status],
    hint: HINT[choice as Status],
  };
}

function isClosed(status: Status): boolean {
  return status === "completed" || status === "rescheduled" || status === "cancelled";
}

const HINT: Record<Status, string> = {
  "to-start": "",
  "in-progress": "scrivi a che punto è",
  completed: "con una prova è «provata», senza è «dichiarata»",
  suspended: "serve il motivo; se il termine passa è in ritardo",
  rescheduled: "servono l’anno e il motivo; è una variazione del piano",
  cancelled: "serve il motivo; resta contata nel suo anno; è una variazione del piano",
};
