import { groupBy } from "#app/domain/grouping.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "#app/domain/plan-at.ts";
import { SITUATIONS } from "#app/domain/situations.ts";
import { tally, yearsOf } from "#app/domain/yearly-progress.ts";
import { count, formatProgress, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";
import { Glyph } from "../situation.tsx";

type Plan = { first_year: number; last_year: number };

/** The whole plan at a glance: areas by years, one symbol for each annualità, always in the same order. */
export function PlanOverview({
  plan,
  areas,
  actions,
}: {
  plan: Plan;
  areas: { code: string; title: string }[];
  actions: PlanActionOnDay[];
}) {
  const byArea = groupBy(actions, (action) => action.areaCode);
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
          {yearsOf(plan).map((year) => (
            <th role="columnheader" scope="col" key={year}>
              {year}
            </th>
          ))}
          <th role="columnheader" scope="col" className="n nw">
            Completate
          </th>
          <th role="columnheader" scope="col" className="n xr nw">
            Avanzamento
          </th>
          <th role="columnheader" scope="col" className="n xr nw">
            In ritardo
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {areas.map((area) => (
          <AreaRow
            key={area.code}
            area={area}
            plan={plan}
            years={(byArea.get(area.code) ?? []).flatMap((action) => withinPlan(action.years, plan))}
          />
        ))}
      </tbody>
    </table>
  );
}

function AreaRow({
  area,
  plan,
  years,
}: {
  area: { code: string; title: string };
  plan: Plan;
  years: PlanActionYear[];
}) {
  const figures = tally(years);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`#a${area.code}`}>
          {area.code} {area.title}
        </a>
      </th>
      {yearsOf(plan).map((year) => (
        <td role="cell" key={year}>
          <YearGlyphs years={years.filter((one) => one.year === year)} />
        </td>
      ))}
      <td role="cell" className="n">
        <b>{figures.completed}</b>
        <span className="mut"> su {figures.total}</span>
      </td>
      <td role="cell" className="n xr">
        {figures.progress.over === 0 ? "–" : formatProgress(figures.progress)}
      </td>
      <td role="cell" className="n xr">
        {figures.late > 0 ? <b className="s-late">{figures.late}</b> : "0"}
      </td>
    </tr>
  );
}

function YearGlyphs({ years }: { years: PlanActionYear[] }) {
  const inOrder = SITUATIONS.flatMap((situation) => years.filter((year) => year.situation === situation));
  const words = SITUATIONS.map((situation) => ({
    situation,
    number: years.filter((year) => year.situation === situation).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ situation, number }) => count(number, SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]));
  return (
    <>
      <span className="gs" aria-hidden="true">
        {inOrder.map((year) => (
          <Glyph key={year.id} of={year.situation} progress={year.progress} />
        ))}
      </span>
      <span className="sr">{years.length === 0 ? "nessuna annualità" : joinWords(words)}</span>
    </>
  );
}
