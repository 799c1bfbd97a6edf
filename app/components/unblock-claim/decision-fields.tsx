import type { ClaimDecision } from "#app/domain/unblock-claim/claim-decisions.ts";
import type { ClaimOutcome } from "#app/domain/unblock-claim/claim-outcomes.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { Field, FieldError } from "../form/field.tsx";

export const DECISION_LABEL: Record<ClaimDecision, string> = {
  confirm: "Conferma",
  reduce: "Conferma solo in parte: il blocco si riduce, non si toglie",
  reject: "Rifiuta",
};

export type DecisionFieldsProps = {
  level: Level;
  choices: { decision: ClaimDecision; outcome: ClaimOutcome }[];
  /** A proposal may be confirmed without saying why: whoever proposed it has. */
  isProposed: boolean;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** What the RTD may decide on a claim, each choice with what it makes of the level, and why. */
export function DecisionFields({ level, choices, isProposed, typed, errors }: DecisionFieldsProps) {
  return (
    <>
      <fieldset
        className={`fld${errors.decision ? " bad" : ""}`}
        aria-describedby={errors.decision ? "decision-errore" : undefined}
      >
        <legend>Decisione</legend>
        {errors.decision?.[0] && <FieldError id="decision-errore">{errors.decision[0]}</FieldError>}
        <div className="radios">
          {choices.map(({ decision, outcome }, index) => {
            const id = index === 0 ? "decision" : `decision-${decision}`;
            return (
              <div className="rd" key={decision}>
                <input
                  type="radio"
                  name="decision"
                  id={id}
                  value={decision}
                  defaultChecked={typed.decision === decision}
                  required
                />
                <label htmlFor={id}>
                  {DECISION_LABEL[decision]}
                  <i>{outcomeWords(level, outcome)}</i>
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
      <Field
        name="reason"
        label="Motivo"
        hint={
          isProposed
            ? "serve per ridurre o rifiutare; se confermi la proposta com’è, è facoltativo"
            : "serve sempre: lo sblocco è già stato deciso una volta"
        }
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.reason} />}
      </Field>
    </>
  );
}

/** "oggi il livello passa da NO a SI"; or that it will, or that it does not move. */
function outcomeWords(level: Level, { today, whenDone }: ClaimOutcome): string {
  if (today !== level) return `oggi il livello passa da ${LEVEL_LABEL[level]} a ${LEVEL_LABEL[today]}`;
  const stays = `oggi il livello resta ${LEVEL_LABEL[level]}`;
  return whenDone === level
    ? stays
    : `${stays}; quando le azioni saranno completate passa a ${LEVEL_LABEL[whenDone]}`;
}
