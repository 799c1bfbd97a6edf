import { groupBy } from "#app/domain/grouping.ts";
import type { ObjectiveFact } from "#app/domain/objective/objectives-on-day.ts";
import { count, formatWeight } from "#app/format.ts";
import { yearsWords } from "#app/objective-sentences.ts";

export type SourceProps = {
  objective: Omit<ObjectiveFact, "id">;
  discrepancies: { id: number; objective_id: number | null; detail: string; source: string }[];
  priorities: { ordinal: number; area: string; text: string }[];
};

/** What the document says of an objective, as written, with what does not match: shown, never corrected. */
export function ObjectiveSource({ objective, discrepancies, priorities }: SourceProps) {
  return (
    <div className="aside">
      <section aria-labelledby="documento">
        <h2 id="documento">Nel documento</h2>
        <dl className="dl">
          {rowsOf(objective).map(([name, words]) => (
            <Row key={name} name={name} words={words} />
          ))}
        </dl>
      </section>
      {discrepancies.length > 0 && (
        <section aria-labelledby="discordanze">
          <h2 id="discordanze">Da chiarire nel documento</h2>
          <ul className="list">
            {discrepancies.map(({ id, detail, source }) => (
              <li key={id}>
                {detail} <span className="mut sm">{source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {priorities.length > 0 && <Priorities document={objective.document} priorities={priorities} />}
    </div>
  );
}

function rowsOf(objective: SourceProps["objective"]): [string, string][] {
  const quoted = (text: string | null) => text && `«${text}»`;
  const rows: [string, string | null][] = [
    ["Documento", objective.document],
    ["Atto", objective.act_as_written],
    [objective.first_year === objective.last_year ? "Anno" : "Anni", yearsWords(objective)],
    ["Numero", objective.number_as_written],
    ["Missione", objective.mission_as_written],
    ["Programma", objective.programme_as_written],
    ["Progetto", objective.project_as_written],
    ["Voce di", quoted(objective.parent_title_as_written)],
    ["Titolo, com’è scritto", quoted(objective.title_as_written)],
    ["Settore", quoted(objective.office_as_written)],
    ["Unità", quoted(objective.unit_as_written)],
    ["Peso", formatWeight(objective.weight)],
    ["Fonte", objective.source],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}

function Row({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  );
}

/** What the same document says that matters most, area by area: folded, because it is the whole document's. */
function Priorities({ document, priorities }: { document: string } & Pick<SourceProps, "priorities">) {
  return (
    <section aria-labelledby="priorita">
      <h2 id="priorita">Priorità del documento</h2>
      <details className="priorities">
        <summary>
          {count(priorities.length, "priorità", "priorità")} del {document}
        </summary>
        {[...groupBy(priorities, ({ area }) => area)].map(([area, those]) => (
          <div key={area}>
            <h3>{area}</h3>
            <ul>
              {those.map(({ ordinal, text }) => (
                <li key={ordinal}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </section>
  );
}
