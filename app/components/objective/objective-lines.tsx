import type { Day } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { objectiveAddress, stepReportAddress } from "#app/objective-addresses.ts";
import { documentWords } from "#app/objective-sentences.ts";
import { Glyph } from "../situation.tsx";
import { Done, type ObjectiveRowProps } from "./objective-table.tsx";

/** An objective in a line: how far, why, and what of it is to be reported first. */
export type ObjectiveLine = ObjectiveRowProps & {
  why: string;
  next: { ordinal: number; step: string; dueOn: Day; isLate: boolean; words: string } | null;
};

/** `year`: that of the rows, `current` where there are any; `total`: how many there are of all years. */
export type ObjectiveLines = {
  year: number;
  current: number;
  total: number;
  toUpdate: number;
  rows: ObjectiveLine[];
};

/** Objectives in short: what, how far, why this percentage and, for who may report, what is due first, one click from its form. */
export function ObjectiveLinesTable({
  rows,
  caption,
  al,
  mayReport = false,
}: {
  rows: readonly ObjectiveLine[];
  caption: string;
  al: Day | undefined;
  mayReport?: boolean;
}) {
  return (
    <table className="t cards objective-lines">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Obiettivo</th>
          <th scope="col" className="c-done">
            Avanzamento
          </th>
          <th scope="col" className="c-why">
            Perché questa percentuale
          </th>
          <th scope="col" className="c-next">
            Il termine più vicino
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a className="cut two" href={objectiveAddress(row.code, al)}>
                {row.title}
              </a>
              <span className="mut sm d">
                {row.code} · {documentWords({ document: row.document, number_as_written: row.number })}
                {row.isTransversal && " · trasversale"}
              </span>
            </th>
            <td data-l="Avanzamento">
              <Done figures={row.figures} />
              <Expected figures={row.figures} />
            </td>
            <td data-l="Perché">{row.why}</td>
            <td data-l="Il termine più vicino">
              <Next row={row} mayReport={mayReport} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Expected({ figures: { expected, isBehind } }: Pick<ObjectiveLine, "figures">) {
  if (expected === null) return null;
  return (
    <span className="d sm">
      {isBehind && <Glyph of="late" />} atteso {expected.percent}
    </span>
  );
}

function Next({ row: { code, next }, mayReport }: { row: ObjectiveLine; mayReport: boolean }) {
  if (next === null) return <span className="mut">nessuno</span>;
  return (
    <>
      {formatDay(next.dueOn)}, punto {next.step}
      <span className={`d sm${next.isLate ? " s-late" : " mut"}`}>{next.words}</span>
      {mayReport && (
        <a className="noprint" href={stepReportAddress(code, next.ordinal)}>
          Riporta l’effettivo
          <span className="sr">
            {" "}
            del punto {next.step} di {code}
          </span>
        </a>
      )}
    </>
  );
}
