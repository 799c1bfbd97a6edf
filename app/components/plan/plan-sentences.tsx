import type { FilteredPlan } from "#app/domain/plan-filter.ts";
import type { PlanActionYear } from "#app/domain/plan-at.ts";
import { SITUATIONS } from "#app/domain/situations.ts";
import { tally } from "#app/domain/yearly-progress.ts";
import { count, formatNumber, formatProgress, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";

/** What the plan says in one breath: completed over all, proven, late, progress with what it is made of (R5). */
export function PlanSentence({ years }: { years: PlanActionYear[] }) {
  const { total, completed, proven, late, counts, progress } = tally(years);
  return (
    <p className="lede">
      <strong>
        Completate {completed} annualità su {total}
      </strong>{" "}
      ({proven} con prova; delle {total}, {count(counts.rescheduled, "è ripianificata", "sono ripianificate")}{" "}
      e {count(counts.cancelled, "annullata", "annullate")}). In ritardo <strong>{late}</strong>. Avanzamento{" "}
      {formatProgress(progress)}: {formatNumber(progress.points)} punti su{" "}
      {formatNumber(progress.weight * 100)}, media su {count(progress.over, "annualità", "annualità")}{" "}
      <span className="mut sm">(senza ripianificate e annullate)</span>.
    </p>
  );
}

/** What a filter found: how many actions and, when it is about annualità, how many of those in each situation. */
export function MatchSentence({ filtered, total }: { filtered: FilteredPlan; total: number }) {
  const { counts } = tally(filtered.matching);
  const parts = SITUATIONS.filter((situation) => counts[situation] > 0).map((situation) =>
    count(counts[situation], SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]),
  );
  return (
    <>
      <b>
        {count(filtered.actions.length, "azione", "azioni")} su {total}
      </b>
      {filtered.matching.length > 0 && (
        <>
          , {count(filtered.matching.length, "annualità", "annualità")}: {joinWords(parts)}
        </>
      )}
      .
    </>
  );
}

/** How large the plan is: actions, adopted annualità, those without a year apart, and how many they are now. */
export function PlanSize({
  actions,
  rows,
  total,
  isPast,
}: {
  actions: { unknownYearCount: number }[];
  rows: { adopted: number }[];
  total: number;
  isPast: boolean;
}) {
  if (actions.length === 0) return null;
  const adopted = rows.reduce((sum, row) => sum + row.adopted, 0);
  const unclear = actions.reduce((sum, action) => sum + action.unknownYearCount, 0);
  return (
    <>
      {" · "}
      {count(actions.length, "azione", "azioni")},{" "}
      {count(adopted, "annualità adottata", "annualità adottate")}
      {unclear > 0 && ` (più ${unclear} da chiarire)`}, {total} {isPast ? "a quel giorno" : "oggi"}
    </>
  );
}
