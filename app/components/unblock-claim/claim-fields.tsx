import { MOST_ACTIONS } from "#app/domain/unblock-claim/claim-proposals.ts";
import { CLAIM_EFFECTS, type ClaimEffect, CONFIDENCES } from "#app/domain/level/claims.ts";
import { capitalize } from "#app/format.ts";
import { CLAIM_EFFECT_LABEL, CONFIDENCE_LABEL } from "#app/process-labels.ts";
import { Field, FieldError } from "../form/field.tsx";

/** The actions of a plan that a claim may name; a cancelled annualità may be, and makes the claim void. */
export type NamablePlan = {
  plan: string;
  actions: {
    name: string;
    code: string;
    title: string;
    years: { year: number; isCancelled: boolean }[];
  }[];
};

type FieldsProps = { typed: Record<string, string>; errors: Partial<Record<string, string[]>> };

const EFFECT_HINT: Record<ClaimEffect, string> = {
  full: "completate tutte, il blocco non c’è più",
  partial: "completate tutte, il blocco resta ma ferma solo una parte dell’attività",
};

/** What a claim says: which actions, all of them, do what to the blocker, how sure one is, and why. */
export function ClaimFields({ plans, typed, errors }: FieldsProps & { plans: NamablePlan[] }) {
  return (
    <>
      <ActionFields plans={plans} typed={typed} errors={errors} />
      <fieldset
        className={`fld${errors.effect ? " bad" : ""}`}
        aria-describedby={errors.effect ? "effect-errore" : undefined}
      >
        <legend>Che cosa fanno al blocco</legend>
        {errors.effect?.[0] && <FieldError id="effect-errore">{errors.effect[0]}</FieldError>}
        <div className="radios">
          {CLAIM_EFFECTS.map((effect, index) => (
            <div className="rd" key={effect}>
              <input
                type="radio"
                name="effect"
                id={index === 0 ? "effect" : `effect-${effect}`}
                value={effect}
                defaultChecked={typed.effect === effect}
                required
              />
              <label htmlFor={index === 0 ? "effect" : `effect-${effect}`}>
                {capitalize(CLAIM_EFFECT_LABEL[effect])}
                <i>{EFFECT_HINT[effect]}</i>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <Field
        name="confidence"
        label="Quanto ne sei sicuro (facoltativo)"
        errors={errors.confidence}
        className="narrow"
      >
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.confidence ?? ""}>
            <option value="">Non lo dico</option>
            {CONFIDENCES.map((confidence) => (
              <option key={confidence} value={confidence}>
                Confidenza {CONFIDENCE_LABEL[confidence]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="rationale"
        label="Perché"
        hint="una o due frasi: che cosa cambia nel lavoro quando le azioni sono completate"
        errors={errors.rationale}
      >
        {(field) => (
          <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.rationale} />
        )}
      </Field>
    </>
  );
}

function ActionFields({ plans, typed, errors }: FieldsProps & { plans: NamablePlan[] }) {
  const error = errors.actions?.[0];
  const places = Array.from({ length: MOST_ACTIONS }, (_, index) => index + 1);
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      id="actions"
      tabIndex={-1}
      aria-describedby={error ? "actions-aiuto actions-errore" : "actions-aiuto"}
    >
      <legend>Le azioni che servono</legend>
      <p className="h" id="actions-aiuto">
        Servono tutte: se ne basta una o l’altra, proponi due sblocchi. I posti vuoti non contano.
      </p>
      <p className="h" id="years-aiuto">
        Gli anni si scrivono solo se non servono tutte le annualità dell’azione: per esempio 2022, 2023.
      </p>
      {error && <FieldError id="actions-errore">{error}</FieldError>}
      {places.map((place) => (
        <div className="claim-place" key={place}>
          <Field name={`action-${place}`} label={`${place}ª azione`} errors={errors[`action-${place}`]}>
            {(field) => (
              <select {...field} className="fi wide" defaultValue={typed[`action-${place}`] ?? ""}>
                <option value="">Nessuna</option>
                <ActionOptions plans={plans} />
              </select>
            )}
          </Field>
          <Field
            name={`years-${place}`}
            label={`Solo negli anni (${place}ª)`}
            errors={errors[`years-${place}`]}
          >
            {(field) => (
              <input
                {...field}
                aria-describedby={["years-aiuto", field["aria-describedby"] ?? ""].join(" ").trim()}
                className="fi wide"
                type="text"
                inputMode="numeric"
                placeholder="tutti"
                defaultValue={typed[`years-${place}`]}
              />
            )}
          </Field>
        </div>
      ))}
    </fieldset>
  );
}

function ActionOptions({ plans }: { plans: NamablePlan[] }) {
  return plans.map(({ plan, actions }) => (
    <optgroup key={plan} label={`Piano ${plan}`}>
      {actions.map(({ name, code, title, years }) => (
        <option key={name} value={name}>
          {code} {title} ({yearsWords(years)})
        </option>
      ))}
    </optgroup>
  ));
}

function yearsWords(years: NamablePlan["actions"][number]["years"]): string {
  if (years.length === 0) return "anni da chiarire";
  return years.map(({ year, isCancelled }) => `${year}${isCancelled ? " annullata" : ""}`).join(", ");
}
