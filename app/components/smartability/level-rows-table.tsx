import { workProcessesAddress } from "#app/addresses.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { type Level, LEVELS } from "#app/domain/level/levels.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { formatNumber } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { isReal, rowName, signed } from "./level-row-words.ts";

/** The rows of the chart of levels as a table: the same numbers, each that is real a link to its processes. */
export function LevelRowsTable({ name, rows }: { name: string; rows: LevelRow[] }) {
  return (
    <div className="scroll" role="region" aria-label={name} tabIndex={0}>
      <table className="t level-rows">
        <thead>
          <tr>
            <th scope="col">Situazione</th>
            <th scope="col">Che cos’è</th>
            {LEVELS.map((level) => (
              <th scope="col" className="n" key={level}>
                {LEVEL_LABEL[level]}
              </th>
            ))}
            <th scope="col" className="n">
              Processi
            </th>
            <th scope="col" className="n">
              SI, dalle mappe
            </th>
            <th scope="col" className="n">
              NO, dalle mappe
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { day, word } = rowName(row);
            return (
              <tr key={`${row.kind} ${row.day ?? ""}`}>
                <th scope="row">{day}</th>
                <td>{word}</td>
                {LEVELS.map((level) => (
                  <td className="n" key={level}>
                    <LevelNumber row={row} level={level} />
                  </td>
                ))}
                <td className="n">{formatNumber(row.total)}</td>
                <td className="n">{signed(row.change.yes)}</td>
                <td className="n">{signed(row.change.no)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function LevelNumber({ row, level }: { row: LevelRow; level: Level }) {
  const number = formatNumber(row.counts[level]);
  if (!isReal(row) || row.counts[level] === 0) return <>{number}</>;
  const al = row.kind === "now" ? undefined : row.day!;
  return <a href={workProcessesAddress({ livello: LEVEL_CODE[level], al })}>{number}</a>;
}
