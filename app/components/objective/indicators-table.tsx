import type { ReactNode } from "react";
import type { IndicatorOnDay } from "#app/domain/objective/indicators.ts";
import { formatDay, formatNumber, formatPercent, quotedLast } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";

const DIRECTION_WORDS = { up: "deve salire", down: "deve scendere" };

/** The indicators of an objective: from where to where, and how far the last value is. They are told beside its progress, never in it. */
export function IndicatorsTable({
  indicators,
  doing,
}: {
  indicators: IndicatorOnDay[];
  /** What may be done on an indicator, by its number. */
  doing?: (ordinal: number) => ReactNode;
}) {
  return (
    <table className="t cards indicators">
      <caption className="sr">Gli indicatori, con l’ultimo valore</caption>
      <thead>
        <tr>
          <th scope="col">Indicatore</th>
          <th scope="col">Da</th>
          <th scope="col">A</th>
          <th scope="col">Ultimo valore</th>
          <th scope="col">Raggiunto</th>
          <th scope="col">Fonte</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((one) => (
          <tr key={one.id} id={`indicatore-${one.ordinal}`}>
            <th scope="row">
              {one.name}
              <span className="mut sm d">
                {one.unit}, {DIRECTION_WORDS[one.direction]}
              </span>
              {doing?.(one.ordinal)}
            </th>
            <td data-l="Da">
              {one.start_value === null ? (
                <span className="mut">non noto</span>
              ) : (
                formatNumber(one.start_value)
              )}
            </td>
            <td data-l="A">{formatNumber(one.target_value)}</td>
            <td data-l="Ultimo valore">
              <LastValue last={one.last} />
            </td>
            <td data-l="Raggiunto">{one.share === null ? "–" : formatPercent(one.share * 100)}</td>
            <td data-l="Fonte">{one.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastValue({ last }: { last: IndicatorOnDay["last"] }) {
  if (last === null) return <span className="mut">nessuno</span>;
  return (
    <>
      <b>{formatNumber(last.value)}</b> il {formatDay(last.effective_on)}
      <span className="mut sm d">
        {last.note !== "" && `${quotedLast(last.note)} `}
        {authorLabel({ role: last.author_role, office: last.author_office })}
      </span>
    </>
  );
}
