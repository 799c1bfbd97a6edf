import type { PlanSummary } from "#app/domain/plan/plan-summary.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { count, formatNumber, formatProgress, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL, withdrawnWords } from "#app/labels.ts";

/** What the plan says in one breath: completed over all, proven, late, progress with what it is made of (R5). */
export function PlanSentence({ figures }: { figures: Tally }) {
  const { total, completed, proven, late, counts, progress } = figures;
  const withdrawn = withdrawnWords(counts);
  return (
    <p className="lede">
      <strong>
        Completate {completed} annualità su {total}
      </strong>{" "}
      ({proven} con prova{withdrawn.length > 0 && `; delle ${total}, ${joinWords(withdrawn)}`}). In ritardo{" "}
      <strong>{late}</strong>. Avanzamento {formatProgress(progress)}: {formatNumber(progress.points)} punti
      su {formatNumber(progress.weight * 100)}, media su {count(progress.over, "annualità", "annualità")}{" "}
      <span className="mut sm">(senza ripianificate e annullate)</span>.
    </p>
  );
}

/** What a filter found: how many actions and, when it is about annualità, how many of those in each situation. */
export function MatchSentence({ found, total }: { found: { actions: number; years: Tally }; total: number }) {
  const { counts } = found.years;
  const parts = SITUATIONS.filter((situation) => counts[situation] > 0).map((situation) =>
    count(counts[situation], SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]),
  );
  return (
    <>
      <b>
        {count(found.actions, "azione", "azioni")} su {formatNumber(total)}
      </b>
      {found.years.total > 0 && (
        <>
          , {count(found.years.total, "annualità", "annualità")}: {joinWords(parts)}
        </>
      )}
      .
    </>
  );
}

/** On paper, where the form of the filters is not: which of them the list answers to. */
export function PrintedFilters({ asked }: { asked: Partial<Record<string, string>> }) {
  const parts = Object.entries(asked).flatMap(([name, value]) =>
    value ? [`${name} ${value.replaceAll("_", " ")}`] : [],
  );
  return parts.length === 0 ? null : <p className="only-print">Filtri: {joinWords(parts)}.</p>;
}

/** How large the plan is: actions, adopted annualità, those without a year apart, and how many they are now. */
export function PlanSize({
  summary,
  rows,
  isPast,
}: {
  summary: Pick<PlanSummary, "actions" | "unclear" | "figures">;
  rows: { adopted: number }[];
  isPast: boolean;
}) {
  if (summary.actions === 0) return null;
  const adopted = rows.reduce((sum, row) => sum + row.adopted, 0);
  const unclear = summary.unclear.reduce((sum, { number }) => sum + number, 0);
  return (
    <>
      {" · "}
      {count(summary.actions, "azione", "azioni")},{" "}
      {count(adopted, "annualità adottata", "annualità adottate")}
      {unclear > 0 && ` (più ${unclear} da chiarire)`}, {formatNumber(summary.figures.total)}{" "}
      {isPast ? "a quel giorno" : "oggi"}
    </>
  );
}
