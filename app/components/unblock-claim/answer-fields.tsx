import { TURN_ANSWERS, type TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import { Field, FieldError } from "../form/field.tsx";

export const ANSWER_LABEL: Record<TurnAnswer, { words: string; hint: string }> = {
  confirmed: { words: "È così", hint: "il livello resta quello di oggi" },
  contested: {
    words: "Non è così",
    hint: "serve il motivo; da oggi lo sblocco è sospeso e il RTD decide di nuovo",
  },
};

/** What the office of a process may answer to a turn: that it is so, or that it is not, and why. */
export function AnswerFields({
  typed,
  errors,
}: {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <>
      <fieldset
        className={`fld${errors.answer ? " bad" : ""}`}
        aria-describedby={errors.answer ? "answer-errore" : undefined}
      >
        <legend>Nel tuo ufficio è così?</legend>
        {errors.answer?.[0] && <FieldError id="answer-errore">{errors.answer[0]}</FieldError>}
        <div className="radios">
          {TURN_ANSWERS.map((answer, index) => {
            const id = index === 0 ? "answer" : `answer-${answer}`;
            const { words, hint } = ANSWER_LABEL[answer];
            return (
              <div className="rd" key={answer}>
                <input
                  type="radio"
                  name="answer"
                  id={id}
                  value={answer}
                  defaultChecked={typed.answer === answer}
                  required
                />
                <label htmlFor={id}>
                  {words}
                  <i>{hint}</i>
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
      <Field
        name="reason"
        label="Motivo"
        hint="facoltativo se confermi; se contesti, che cosa ancora impedisce il lavoro agile"
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.reason} />}
      </Field>
    </>
  );
}
