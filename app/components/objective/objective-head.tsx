import { officeAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { ObjectiveKind } from "#app/domain/objective/objectives.ts";
import { OBJECTIVE_KIND_LABELS } from "#app/objective-labels.ts";
import { documentWords } from "#app/objective-sentences.ts";

export type HeadProps = {
  code: string;
  title: string;
  description: string | null;
  document: string;
  number_as_written: string | null;
  kind: ObjectiveKind;
  is_transversal: 0 | 1;
  office_is_chosen: 0 | 1;
  offices: { code: string; name: string }[];
};

/** What an objective is called, by which document, and whose it is. */
export function ObjectiveHead({ objective, al }: { objective: HeadProps; al: Day | undefined }) {
  const { offices } = objective;
  return (
    <div className="title">
      <p className="sub">
        Obiettivo {OBJECTIVE_KIND_LABELS[objective.kind]}
        {objective.is_transversal === 1 && " trasversale"} · {documentWords(objective)}
        {" · "}
        {offices.length === 0 && "nessun ufficio"}
        {offices.map(({ code, name }, index) => (
          <span key={code}>
            {index > 0 && ", "}
            <a href={officeAddress(code, al)}>{name}</a>
          </span>
        ))}
        {objective.office_is_chosen === 1 && " (assegnazione scelta per la dimostrazione)"}
      </p>
      <h1>{objective.title}</h1>
      {objective.description !== null && <p>{objective.description}</p>}
    </div>
  );
}
