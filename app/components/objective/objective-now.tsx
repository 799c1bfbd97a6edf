import { formatWeight, joinWords } from "#app/format.ts";
import type { ObjectiveKind } from "#app/domain/objective/objectives.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { OBJECTIVE_KIND_LABELS } from "#app/objective-labels.ts";
import { EditGrounds, type ToldEdit } from "../edit/told-edits.tsx";

export type ObjectiveNowProps = {
  objective: {
    title: string;
    kind: ObjectiveKind;
    weight: number;
    offices: { name: string }[];
    steps: {
      ordinal: number;
      code_as_written: string | null;
      text: string;
      planned: string | null;
      weight: number;
    }[];
  };
  /** The edits that came after the one that the form was built from, and what each did. */
  since: (Omit<ToldEdit, "changes" | "on"> & { words: string })[];
};

/** How an objective stands after somebody else changed it, and who did: told to the slower of two windows. */
export function ObjectiveNow({ objective, since }: ObjectiveNowProps) {
  const { title, kind, weight, offices, steps } = objective;
  const names = offices.map((office) => office.name);
  return (
    <>
      <p>
        <b>{title}</b>, {OBJECTIVE_KIND_LABELS[kind]}, peso {formatWeight(weight)}.
        {names.length > 0 && <> Uffici: {joinWords(names)}.</>}
      </p>
      {steps.length > 0 && (
        <details>
          <summary>I punti come sono adesso</summary>
          <ul className="list">
            {steps.map((step) => (
              <li key={step.ordinal}>
                <b>Punto {stepName(step)}</b>: {step.text}
                {step.planned !== null && <> · programmato: «{step.planned}»</>} · peso{" "}
                {formatWeight(step.weight)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {since.map((edit) => (
        <p key={edit.edit}>
          {edit.words} <EditGrounds edit={edit} />
        </p>
      ))}
    </>
  );
}
