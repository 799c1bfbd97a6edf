import { formatWeight } from "#app/format.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { FieldError } from "../form/field.tsx";
import { LongText } from "./long-text.tsx";
import { WeightField } from "./weight-field.tsx";

export type WeightsTableProps = {
  steps: {
    ordinal: number;
    code_as_written: string | null;
    text: string;
    planned: string | null;
    weight: number;
  }[];
  links: { id: number; plan: string; action: string; year: number | null; weight: number }[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** All the weights of an objective: a field for each step and each link. */
export function WeightsTable({ steps, links, typed, errors }: WeightsTableProps) {
  const error = errors.weights?.[0];
  const rows = [
    ...steps.map(({ ordinal, code_as_written, text, planned, weight }) => ({
      name: `weight-step-${ordinal}`,
      label: `Peso del punto ${stepName({ ordinal, code_as_written })}`,
      words: text,
      more: planned,
      weight,
    })),
    ...links.map(({ id, plan, action, year, weight }) => ({
      name: `weight-link-${id}`,
      label: `Peso dell’azione ${action}${year === null ? "" : `, ${year}`}`,
      words: `collegamento con l’azione ${action} del piano ${plan}${year === null ? "" : `, solo il ${year}`}`,
      more: null,
      weight,
    })),
  ];
  if (rows.length === 0)
    return <p>Questo obiettivo non ha né punti né azioni collegate: non c’è nulla da pesare.</p>;
  return (
    <div id="weights" tabIndex={-1} className={error ? "fld bad" : ""}>
      {error && <FieldError id="weights-errore">{error}</FieldError>}
      <ul className="weights">
        {rows.map(({ name, label, words, more, weight }) => (
          <li key={name}>
            <WeightField
              name={name}
              label={label}
              typed={{ [name]: typed[name] ?? formatWeight(weight) }}
              errors={errors}
            />
            <div className="sm">
              <LongText text={words} />
              {more !== null && <p className="mut">programmato: «{more}»</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
