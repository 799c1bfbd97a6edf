import type { Day } from "#app/domain/days.ts";
import type { MissedRhythm } from "#app/domain/objective/nearest-due.ts";
import { count, formatDay, joinWords } from "#app/format.ts";
import { objectiveAddress, stepReportAddress } from "#app/objective-addresses.ts";
import { documentWords } from "#app/objective-sentences.ts";
import { Glyph } from "../situation.tsx";
import { Done, type ObjectiveRowProps, Said } from "./objective-table.tsx";

/** An objective in a line: how far, why, and what of it is to be reported first. */
export type ObjectiveLine = ObjectiveRowProps & {
  why: string;
  next: { ordinal: number; step: string; dueOn: Day; isLate: boolean; words: string } | null;
  /** What goes by days or weeks and is missing. */
  rhythm: MissedRhythm | null;
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
              <Said figures={row.figures} />
            </td>
            <td data-l="Perché">{row.why}</td>
            <td data-l="Il termine più vicino">
              <Next row={row} mayReport={mayReport} />
              {row.rhythm && <Rhythm code={row.code} rhythm={row.rhythm} al={al} />}
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
  if (next === null) return <span className="mut">nessuno in un giorno</span>;
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

/** What goes by days or weeks, all in one line: it is always late somewhere. */
function Rhythm({
  code,
  rhythm: { steps, days, weeks },
  al,
}: {
  code: string;
  rhythm: MissedRhythm;
  al: Day | undefined;
}) {
  const missing = [
    ...(days > 0 ? [count(days, "giorno", "giorni")] : []),
    ...(weeks > 0 ? [count(weeks, "settimana", "settimane")] : []),
  ];
  return (
    <a className="d sm" href={objectiveAddress(code, al)}>
      {count(steps, "punto ricorrente", "punti ricorrenti")}: non riportati {joinWords(missing)}
    </a>
  );
}
