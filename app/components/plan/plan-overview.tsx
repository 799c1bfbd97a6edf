import type { AreaSummary, AreaYear } from "#app/domain/plan/plan-summary.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { count, formatNumber, formatProgress, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";
import { Glyph } from "../situation.tsx";

/** The whole plan at a glance: areas by years, one symbol for each annualità, always in the same order. A draft has no figures. */
export function PlanOverview({
  years,
  areas,
  isDraft,
}: {
  years: number[];
  areas: AreaSummary[];
  isDraft: boolean;
}) {
  return (
    <table role="table" className="t ov">
      <caption className="sr">
        Colpo d’occhio: per ogni ambito e anno un simbolo per ciascuna annualità
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Ambito
          </th>
          {years.map((year) => (
            <th role="columnheader" scope="col" key={year}>
              {year}
            </th>
          ))}
          {!isDraft && <FigureHeads />}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {areas
          .filter(({ actions }) => actions > 0)
          .map((area) => (
            <AreaRow key={area.code} area={area} isDraft={isDraft} />
          ))}
      </tbody>
    </table>
  );
}

function FigureHeads() {
  return (
    <>
      <th role="columnheader" scope="col" className="n nw">
        Completate
      </th>
      <th role="columnheader" scope="col" className="n xr nw">
        Avanzamento
      </th>
      <th role="columnheader" scope="col" className="n xr nw">
        In ritardo
      </th>
    </>
  );
}

function AreaRow({ area, isDraft }: { area: AreaSummary; isDraft: boolean }) {
  const { code, title, figures, years } = area;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`#a${code}`}>
          {code} {title}
        </a>
      </th>
      {years.map((year) => (
        <td role="cell" key={year.year}>
          <YearGlyphs year={year} />
        </td>
      ))}
      {!isDraft && <FigureCells figures={figures} />}
    </tr>
  );
}

function FigureCells({ figures }: { figures: AreaSummary["figures"] }) {
  return (
    <>
      <td role="cell" className="n">
        <b>{formatNumber(figures.completed)}</b>
        <span className="mut"> su {formatNumber(figures.total)}</span>
      </td>
      <td role="cell" className="n xr">
        {figures.progress.over === 0 ? "–" : formatProgress(figures.progress)}
      </td>
      <td role="cell" className="n xr">
        {figures.late > 0 ? <b className="s-late">{formatNumber(figures.late)}</b> : "0"}
      </td>
    </>
  );
}

function YearGlyphs({ year: { total, counts, marks } }: { year: AreaYear }) {
  const there = SITUATIONS.filter((situation) => counts[situation] > 0);
  const words = there.map((situation) =>
    count(counts[situation], SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]),
  );
  return (
    <>
      <span className="gs" aria-hidden="true">
        {marks === null
          ? there.map((situation) => (
              <span key={situation} className="gn">
                <Glyph of={situation} progress={50} /> {formatNumber(counts[situation])}{" "}
              </span>
            ))
          : marks.map(({ id, situation, progress }) => <Glyph key={id} of={situation} progress={progress} />)}
      </span>
      <span className="sr">{total === 0 ? "nessuna annualità" : joinWords(words)}</span>
    </>
  );
}
