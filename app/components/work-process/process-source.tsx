import type { ReactNode } from "react";
import { officeAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { BY_HAND } from "#app/domain/work-process/process-edits.ts";
import type { ColumnAsWritten, Risk } from "#app/domain/work-process/work-processes.ts";
import { count, formatDay, formatNumber } from "#app/format.ts";
import { RISK_LABEL } from "#app/process-labels.ts";

export type ProcessSourceProps = {
  process: {
    code: string;
    map: string;
    map_title: string;
    observed_on: Day;
    risk: Risk | null;
    on_paper: 0 | 1 | null;
  };
  source: {
    as_written: ColumnAsWritten[];
    source_section: string | null;
    source_row: string | null;
    source: string;
    observed_on_is_assumed: 0 | 1;
    teams: string[];
    phases: string[];
    remarks: { kind: "discrepancy" | "hidden-condition" | "reading"; detail: string }[];
  };
  areas: string[];
  offices: { code: string; name: string }[];
  /** The teams whose people the source counts. */
  people: { team: string; employees: number }[];
  isDemonstration: boolean;
  al: Day | undefined;
};

const REMARK_NAME = {
  discrepancy: "Da chiarire",
  "hidden-condition": "Condizione nel testo",
  reading: "Come è stato letto",
};

/** All that the map says of a process, as written, and what was understood of it. */
export function ProcessSource({
  process,
  source,
  areas,
  offices,
  people,
  isDemonstration,
  al,
}: ProcessSourceProps) {
  const isByHand = process.map === BY_HAND;
  return (
    <section aria-labelledby="mappa">
      <h2 id="mappa">{isByHand ? "Come è stato aggiunto" : "Nella mappa"}</h2>
      <dl className="dl source">
        {source.as_written.map(({ column, text, resolved }) => (
          <Row key={column} name={column}>
            {text === "" ? <span className="mut">vuoto</span> : `«${text}»`}
            {resolved !== null && <span className="mut"> (sta per «{resolved}»)</span>}
          </Row>
        ))}
        {source.phases.length > 0 && (
          <Row name="Fasi, in ordine">
            <ol className="phases">
              {source.phases.map((phase, index) => (
                <li key={index}>{phase}</li>
              ))}
            </ol>
          </Row>
        )}
        {process.risk !== null && (
          <Row name="Rischio">{RISK_LABEL[process.risk]}, letto a parte dal codice</Row>
        )}
        {process.on_paper !== null && (
          <Row name="Supporti cartacei">{process.on_paper === 1 ? "sì" : "no"}</Row>
        )}
        {areas.length > 1 && <Row name="Aree">{areas.join("; ")}</Row>}
        {source.teams.length > 0 && <Row name="Squadre">{source.teams.join("; ")}</Row>}
        {people.length > 0 && <Row name="Persone">{peopleWords(people)}</Row>}
        <Row name="Uffici">
          {offices.length === 0 && <span className="mut">nessuno</span>}
          {offices.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 && "; "}
              <a href={officeAddress(code, al)}>{name}</a>
            </span>
          ))}
          {isDemonstration && !isByHand && offices.length > 0 && (
            <span className="mut"> (attribuzione dimostrativa)</span>
          )}
        </Row>
        <Row name="Descrive il">
          {formatDay(process.observed_on)}
          {source.observed_on_is_assumed === 1 && (
            <span className="mut"> (scelto per la dimostrazione: il documento non lo dice)</span>
          )}
        </Row>
        <Row name="Fonte">
          {process.map_title}: {source.source}
          {source.source_section !== null && `, ${source.source_section}`}
          {source.source_row !== null && `, riga ${source.source_row}`}
        </Row>
        <Row name="Codice">{process.code}</Row>
      </dl>
      {source.remarks.length > 0 && (
        <ul className="list">
          {source.remarks.map(({ kind, detail }, index) => (
            <li key={index}>
              <b>{REMARK_NAME[kind]}.</b> {detail}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Each team with its people or, where they are many, all together. Figures under 4 people are not kept (R11). */
function peopleWords(people: readonly { team: string; employees: number }[]): string {
  if (people.length <= 4)
    return people
      .map(({ team, employees }) => `${team}: ${count(employees, "persona", "persone")}`)
      .join("; ");
  const total = people.reduce((sum, { employees }) => sum + employees, 0);
  return `${formatNumber(total)} in ${people.length} squadre; quelle con meno di 4 persone non sono contate`;
}
