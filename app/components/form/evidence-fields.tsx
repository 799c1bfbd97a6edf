import type { Day } from "#app/domain/days.ts";
import { EVIDENCE_KINDS } from "#app/domain/status/evidence.ts";
import { EVIDENCE_KIND_LABEL } from "#app/labels.ts";
import { Field } from "./field.tsx";

/** The proof of a line: all of it may be left empty, and then a completion is "dichiarata" (R2). */
export function EvidenceFields({
  typed,
  errors,
  today,
}: {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  today: Day;
}) {
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
