import { STALE_AFTER_DAYS } from "#app/domain/plan/freshness.ts";
import type { OfficeFigures } from "#app/domain/office/office-sheet.ts";

/** What an office is asked about, each figure with what it is counted over (R5, R6). */
export function SheetKpis({ figures, plan }: { figures: OfficeFigures; plan: string }) {
  const { total, completed, late, stale, neverUpdated, awaited } = figures;
  return (
    <section aria-label={`Nel piano ${plan}`}>
      <ul className="kpis">
        <Kpi number={completed} of={total} words="annualità completate" />
        <Kpi number={late} of={total} words="in ritardo: il termine è passato e non sono chiuse" isAlarm />
        <Kpi
          number={stale}
          of={awaited}
          words={`ferme: aperte, non in ritardo, senza aggiornamenti da più di ${STALE_AFTER_DAYS} giorni`}
        />
        <Kpi
          number={neverUpdated}
          of={awaited}
          words={`mai aggiornate da più di ${STALE_AFTER_DAYS} giorni, tra quelle aperte il cui anno è cominciato`}
        />
      </ul>
    </section>
  );
}

function Kpi({
  number,
  of,
  words,
  isAlarm = false,
}: {
  number: number;
  of: number;
  words: string;
  isAlarm?: boolean;
}) {
  return (
    <li className={`kpi${isAlarm && number > 0 ? " al" : ""}`}>
      <span className="v">
        {number} <small>su {of}</small>
      </span>
      <span className="x">{words}</span>
    </li>
  );
}
