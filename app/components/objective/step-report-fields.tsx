import { count, formatDay } from "#app/format.ts";
import { PERIOD_LABELS } from "#app/objective-labels.ts";
import { EvidenceFields } from "../form/evidence-fields.tsx";
import { Field } from "../form/field.tsx";
import { RadioFields } from "../form/radio-fields.tsx";
import type { ReportableStep } from "./step-report-form.tsx";

type FieldsProps = {
  step: ReportableStep;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** An effettivo: on which day, what was done, and what its step is measured by. */
export function StepReportFields(props: FieldsProps) {
  const { step, typed, errors } = props;
  return (
    <>
      <Field
        name="effectiveOn"
        label="Giorno dell’effettivo"
        hint={`quando è stato fatto, dal ${formatDay(step.firstDay)} a oggi`}
        errors={errors.effectiveOn}
      >
        {(field) => (
          <input
            {...field}
            className="fi"
            type="date"
            min={step.firstDay}
            max={step.today}
            defaultValue={typed.effectiveOn ?? step.suggestedDay}
          />
        )}
      </Field>
      <Field name="text" label="Che cosa è stato fatto" errors={errors.text}>
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.text} />}
      </Field>
      {step.measure === "due" && <OutcomeFields {...props} />}
      {step.measure === "periods" && <PeriodFields {...props} />}
      {step.measure === "continuous" && <OccurrencesField {...props} />}
      <EvidenceFields typed={typed} errors={errors} today={step.today} />
    </>
  );
}

function OutcomeFields({ typed, errors }: FieldsProps) {
  return (
    <div className="inl">
      <RadioFields
        name="outcome"
        legend="A che punto è"
        choices={[
          { value: "concluded", words: "Concluso" },
          { value: "partial", words: "Ancora in corso", hint: "scrivi la percentuale qui accanto" },
        ]}
        chosen={typed.outcome ?? ""}
        errors={errors.outcome}
      />
      <Field
        name="progress"
        label="Se in corso, a che punto"
        hint="da 0 a 100, in percentuale"
        errors={errors.progress}
      >
        {(field) => (
          <span className="nw">
            <input
              {...field}
              className="fi short"
              type="text"
              inputMode="numeric"
              defaultValue={typed.progress}
            />{" "}
            %
          </span>
        )}
      </Field>
    </div>
  );
}

function PeriodFields({ step, typed, errors }: FieldsProps) {
  const described = errors.coversFrom || errors.coversUntil ? undefined : "periodo-aiuto";
  return (
    <fieldset className="fld" aria-describedby={described}>
      <legend>Di quale periodo riferisci</legend>
      <p className="h" id="periodo-aiuto">
        {periodsWords(step)} Se lasci vuoti i due giorni, vale il periodo che contiene il giorno
        dell’effettivo.
      </p>
      <div className="inl tight">
        <Field name="coversFrom" label="Dal" errors={errors.coversFrom}>
          {(field) => <input {...field} className="fi" type="date" defaultValue={typed.coversFrom} />}
        </Field>
        <Field name="coversUntil" label="Al" errors={errors.coversUntil}>
          {(field) => (
            <input {...field} className="fi" type="date" max={step.today} defaultValue={typed.coversUntil} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

/** "Riportati finora 3 mesi su 12; il primo che manca va dal 01/04/2024 al 30/04/2024." */
function periodsWords({ every, periods, firstMissing }: ReportableStep): string {
  const { one, many } = PERIOD_LABELS[every ?? "unspecified"];
  const reported = `Periodi riportati finora: ${count(periods.reported, one, many)} su ${periods.of}`;
  if (firstMissing === null) return `${reported}.`;
  const { from, until } = firstMissing;
  const missing =
    from === until ? `è il ${formatDay(from)}` : `va dal ${formatDay(from)} al ${formatDay(until)}`;
  return `${reported}; il primo che manca ${missing}.`;
}

function OccurrencesField({ typed, errors }: FieldsProps) {
  return (
    <Field
      name="occurrences"
      label="Quante volte"
      hint="facoltativo: è un’attività continuativa, si racconta ma non entra nella percentuale"
      errors={errors.occurrences}
    >
      {(field) => (
        <input
          {...field}
          className="fi short"
          type="text"
          inputMode="numeric"
          defaultValue={typed.occurrences}
        />
      )}
    </Field>
  );
}
