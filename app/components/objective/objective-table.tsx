import type { ObjectiveKind } from "#app/domain/objective/objectives.ts";
import type { Day } from "#app/domain/days.ts";
import { formatPercent, formatWeight } from "#app/format.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";
import { FIGURE_LABELS, OBJECTIVE_KIND_LABELS } from "#app/objective-labels.ts";
import { actionsWords, documentWords, type FigureWords } from "#app/objective-sentences.ts";
import { Glyph } from "../situation.tsx";
import { ProgressBar } from "./progress-bar.tsx";

export type ObjectiveFigures = {
  percent: number | null;
  expectedPercent: number | null;
  done: FigureWords | null;
  expected: FigureWords | null;
  isBehind: boolean;
  declared: number | null;
  validated: number | null;
};

export type ObjectiveRowProps = {
  code: string;
  title: string;
  document: string;
  number: string | null;
  kind: ObjectiveKind;
  isTransversal: boolean;
  offices: { code: string; name: string }[];
  areOfficesChosen: boolean;
  weight: number;
  figures: ObjectiveFigures;
  actions: number;
};

type Props = { rows: ObjectiveRowProps[]; caption: string; al: Day | undefined };

/** Objectives, one a row: what it is, whose, how far, what was expected, what is said of it, on how many actions it rests. */
export function ObjectiveTable({ rows, caption, al }: Props) {
  return (
    <table className="t cards objectives">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Obiettivo</th>
          <th scope="col" className="c-office">
            Uffici
          </th>
          <th scope="col" className="c-weight n">
            Peso
          </th>
          <th scope="col" className="c-done">
            Avanzamento
          </th>
          <th scope="col" className="c-expected">
            {al ? "Atteso quel giorno" : "Atteso oggi"}
          </th>
          <th scope="col" className="c-links">
            Azioni
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} row={row} al={al} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, al }: { row: ObjectiveRowProps; al: Day | undefined }) {
  const { figures } = row;
  return (
    <tr>
      <th scope="row">
        <a href={objectiveAddress(row.code, al)}>{row.title}</a>
        <span className="mut sm d">
          {row.code} · {documentWords({ document: row.document, number_as_written: row.number })} ·{" "}
          {OBJECTIVE_KIND_LABELS[row.kind]}
          {row.isTransversal && " · trasversale"}
        </span>
      </th>
      <td data-l="Uffici">
        {row.offices.length === 0 ? (
          <span className="mut">nessuno</span>
        ) : (
          row.offices.map(({ name }) => name).join(", ")
        )}
        {row.areOfficesChosen && <span className="mut sm d">assegnazione scelta per la dimostrazione</span>}
      </td>
      <td className="n" data-l="Peso">
        {formatWeight(row.weight)}
      </td>
      <td data-l="Avanzamento">
        <Done figures={figures} />
        <Said figures={figures} />
      </td>
      <td data-l="Atteso">
        {figures.expected ? (
          <>
            {figures.expected.percent} <span className="mut sm">({figures.expected.share})</span>
            {figures.isBehind && (
              <span className="d behind">
                <Glyph of="late" /> sotto l’atteso
              </span>
            )}
          </>
        ) : (
          <span className="mut">–</span>
        )}
      </td>
      <td data-l="Azioni collegate">
        {row.actions === 0 ? (
          <span className="mut">nessuna</span>
        ) : (
          <a href={`${objectiveAddress(row.code, al)}#azioni`}>{actionsWords(row.actions)}</a>
        )}
      </td>
    </tr>
  );
}

/** "▓▓▓░ 60%: 1,8 su 3", or that it cannot be measured. */
export function Done({
  figures,
}: {
  figures: Pick<ObjectiveFigures, "percent" | "expectedPercent" | "done">;
}) {
  if (figures.done === null || figures.percent === null) return <span className="mut">non misurabile</span>;
  return (
    <>
      <ProgressBar percent={figures.percent} expected={figures.expectedPercent ?? 0} />
      <b>{figures.done.percent}</b>: {figures.done.share}
    </>
  );
}

/** What people say of it beside what is computed. */
export function Said({
  figures: { declared, validated },
}: {
  figures: Pick<ObjectiveFigures, "declared" | "validated">;
}) {
  const said = [
    ...(declared === null ? [] : [`${FIGURE_LABELS.declared} ${formatPercent(declared)}`]),
    ...(validated === null ? [] : [`${FIGURE_LABELS.validated} ${formatPercent(validated)}`]),
  ];
  return said.length === 0 ? null : <span className="d sm">{said.join(", ")}</span>;
}
