import { type Situation, SITUATIONS } from "#app/domain/status/situations.ts";
import { count, formatNumber, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";

/** "12 annualità: 4 completate provate, 2 in ritardo …": the situations that there are, adding up to all. */
export function SituationCounts({ total, counts }: { total: number; counts: Record<Situation, number> }) {
  const parts = SITUATIONS.filter((situation) => counts[situation] > 0).map((situation) =>
    count(counts[situation], SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]),
  );
  if (total === 0) return <p className="sent">Negli anni del piano non ha annualità.</p>;
  return (
    <p className="sent">
      {formatNumber(total)} annualità: {joinWords(parts)}.
    </p>
  );
}
