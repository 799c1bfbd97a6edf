import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import { Field } from "../form/field.tsx";

type FigureFieldsProps = {
  kind: FigureKind;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  today: Day;
  isCorrection: boolean;
};

/** A figure said of an objective: the percentage, from which day, why, and for one that was validated its act. */
export function FigureFields(props: FigureFieldsProps) {
  const { kind, typed, errors, today, isCorrection } = props;
  const isDeclared = kind === "declared";
  return (
    <>
      <div className="inl">
        <Field
          name="percent"
          label="Percentuale"
          hint={isCorrection ? "da 0 a 100" : "da 0 a 100; vuota per ritirare quella di prima"}
          errors={errors.percent}
        >
          {(field) => (
            <span className="nw">
              <input
                {...field}
                className="fi short"
                type="text"
                inputMode="numeric"
                defaultValue={typed.percent}
              />{" "}
              %
            </span>
          )}
        </Field>
        <Field
          name="effectiveOn"
          label="Dal giorno"
          hint={isDeclared ? "da quando vale" : "il giorno a cui si riferisce la validazione"}
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
      {!isDeclared && <ActFields {...props} />}
      <Field
        name="reason"
        label={isCorrection ? "Motivo della rettifica" : "Motivo"}
        hint={reasonHint(props)}
        errors={errors.reason}
      >
        {(field) => (
          <textarea
            {...field}
            className="fi ta"
            rows={3}
            required={isDeclared || isCorrection}
            defaultValue={typed.reason}
          />
        )}
      </Field>
    </>
  );
}

function reasonHint({ kind, isCorrection }: FigureFieldsProps): string {
  if (isCorrection) return "che cosa era sbagliato: resta scritto accanto alle due cifre";
  return kind === "declared"
    ? "perché la cifra è un’altra da quella calcolata: si legge accanto ad essa"
    : "facoltativo; serve per ritirare una validazione";
}

function ActFields({ typed, errors, today }: FigureFieldsProps) {
  return (
    <fieldset className="fld">
      <legend>Atto della validazione</legend>
      <div className="inl tight">
        <Field name="actOrgan" label="Organo" errors={errors.actOrgan}>
          {(field) => <input {...field} className="fi" type="text" required defaultValue={typed.actOrgan} />}
        </Field>
        <Field name="actNumber" label="Numero" errors={errors.actNumber}>
          {(field) => (
            <input {...field} className="fi short" type="text" required defaultValue={typed.actNumber} />
          )}
        </Field>
        <Field name="actOn" label="Del" errors={errors.actOn}>
          {(field) => (
            <input {...field} className="fi" type="date" required max={today} defaultValue={typed.actOn} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
