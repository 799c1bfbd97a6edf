import type { ReportArea, ReportData, ReportTally } from "#app/domain/review/report-data.ts";
import { LEVELS } from "#app/domain/level/levels.ts";
import { formatDay, formatNumber, formatPercent, formatProgress, joinWords } from "#app/format.ts";
import { SITUATION_LABEL } from "#app/labels.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { Glyph } from "../situation.tsx";

function completedOf({ counts }: ReportTally): number {
  return counts["completed-proven"] + counts["completed-declared"];
}

/** Years or areas, each with its figures: the same rows as the chart. */
export function TallyTable({
  caption,
  first,
  rows,
}: {
  caption: string;
  first: string;
  rows: ({ key: string; name: string } & ReportTally)[];
}) {
  return (
    <table className="t cards">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {[
            "Adottate",
            "Ora",
            "Completate",
            "di cui provate",
            "In ritardo",
            "Ripianificate",
            "Annullate",
            "Avanzamento",
          ].map((name) => (
            <th scope="col" className="n" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {(
              [
                ["Adottate", row.adopted],
                ["Ora", row.total],
                ["Completate", completedOf(row)],
                ["di cui provate", row.counts["completed-proven"]],
                ["In ritardo", row.counts.late],
                ["Ripianificate", row.counts.rescheduled],
                ["Annullate", row.counts.cancelled],
              ] as const
            ).map(([name, number]) => (
              <td className="n" data-l={name} key={name}>
                {formatNumber(number)}
              </td>
            ))}
            <td className="n" data-l="Avanzamento">
              {formatProgress(row.progress)}
              {row.progress.over > 0 && <span className="d"> su {formatNumber(row.progress.over)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The plan in the shape in which it was adopted, with what stands in place of each X. */
export function AchievedTable({ area, years }: { area: ReportArea; years: number[] }) {
  return (
    <table className="t cards achieved">
      <caption className="sr">
        Ambito {area.code}, {area.title}: azioni, responsabili e situazione di ogni anno
      </caption>
      <thead>
        <tr>
          <th scope="col">Azione</th>
          <th scope="col">Responsabili</th>
          {years.map((year) => (
            <th scope="col" key={year}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {area.actions.map(({ code, title, responsibles, cells }) => (
          <tr key={code}>
            <th scope="row">
              <b>{code}</b> {title}
            </th>
            <td data-l="Responsabili">{responsibles}</td>
            {years.map((year) => {
              const cell = cells.find((one) => one.year === year);
              return (
                <td key={year} data-l={String(year)}>
                  {cell && (
                    <span className={`st k-${cell.situation}`}>
                      <Glyph of={cell.situation} progress={cell.progress} />
                      <span>
                        {SITUATION_LABEL[cell.situation]}
                        {(cell.note || !cell.adopted) && (
                          <span className="d">
                            {" "}
                            {[...(cell.note ? [cell.note] : []), ...(cell.adopted ? [] : ["aggiunta"])].join(
                              ", ",
                            )}
                          </span>
                        )}
                      </span>
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Levels as the maps wrote them and on the day, and the processes that turned. */
export function SmartabilityTables({
  smartability,
}: {
  smartability: NonNullable<ReportData["smartability"]>;
}) {
  const { then, now, turns } = smartability;
  return (
    <>
      <table className="t">
        <caption className="sr">Processi per livello, allora e alla data</caption>
        <thead>
          <tr>
            <th scope="col">Livelli</th>
            {LEVELS.map((level) => (
              <th scope="col" className="n" key={level}>
                {LEVEL_LABEL[level]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[then, now].map(({ label, counts }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {LEVELS.map((level) => (
                <td className="n" key={level}>
                  {formatNumber(counts[level])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {turns.length > 0 && (
        <table className="t cards">
          <caption className="sr">Processi il cui livello è cambiato, e grazie a che cosa</caption>
          <thead>
            <tr>
              {["Processo", "Ufficio", "Livello", "Grazie a"].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {turns.map((turn) => (
              <tr key={turn.code}>
                <th scope="row">
                  <b>{turn.code}</b> {turn.name}
                </th>
                <td data-l="Ufficio">{turn.office}</td>
                <td data-l="Livello">
                  da {LEVEL_LABEL[turn.from]} a {LEVEL_LABEL[turn.to]} dal {formatDay(turn.day)}
                  {!turn.confirmed && <span className="d"> da confermare dal dirigente</span>}
                </td>
                <td data-l="Grazie a">{joinWords(turn.thanksTo.map(({ code }) => code)) || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The objectives of the year, with what was expected of each by the day. */
export function ObjectivesTable({ objectives }: { objectives: ReportData["objectives"] }) {
  return (
    <table className="t cards">
      <caption className="sr">Obiettivi dell’anno: avanzamento e atteso</caption>
      <thead>
        <tr>
          <th scope="col">Obiettivo</th>
          <th scope="col">Uffici</th>
          <th scope="col" className="n">
            Avanzamento
          </th>
          <th scope="col" className="n">
            Atteso
          </th>
        </tr>
      </thead>
      <tbody>
        {objectives.map(({ code, title, offices, percent, expectedPercent, note }) => (
          <tr key={code}>
            <th scope="row">
              <b>{code}</b> {title}
            </th>
            <td data-l="Uffici">{offices}</td>
            <td className="n" data-l="Avanzamento">
              {percent === null ? "non misurabile" : formatPercent(percent)}
              {note && <span className="d"> {note}</span>}
            </td>
            <td className="n" data-l="Atteso">
              {expectedPercent === null ? "–" : formatPercent(expectedPercent)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What changed against the adopted plan. */
export function VariationsTable({ variations }: { variations: ReportData["variations"] }) {
  return (
    <table className="t cards">
      <caption className="sr">Variazioni rispetto al piano adottato</caption>
      <thead>
        <tr>
          {["Che cosa", "Variazione", "Dal", "Motivo", "Atto"].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {variations.map(({ kind, day, what, reason, act }, index) => (
          <tr key={index}>
            <th scope="row">{what}</th>
            <td data-l="Variazione">{kind}</td>
            <td data-l="Dal">{formatDay(day)}</td>
            <td data-l="Motivo">{reason || "–"}</td>
            <td data-l="Atto">{act || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
