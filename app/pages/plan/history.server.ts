import { inOrder, linesSinceCompletion } from "#app/domain/status/action-years.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { db } from "#db/connection.server.ts";
import { listHistory } from "#db/status-lines.ts";

/** The history of an action, proofs read from the text that the chain commits to. */
export async function historyOf(planActionId: number) {
  const lines = await listHistory(db, planActionId);
  return lines.map((line) => ({
    ...line,
    evidence: line.evidence === null ? null : (JSON.parse(line.evidence) as Evidence),
  }));
}

/**
 * The latest proof of an annualità on a day that can be read: of a completed one, among the lines since its completion, those
 * that prove it (R2); of another, among all its lines.
 */
export function latestEvidence(
  history: Awaited<ReturnType<typeof historyOf>>,
  actionYear: PlanActionYear,
  at: Viewpoint,
): Evidence | null {
  const counting = history.filter(
    (line) =>
      line.action_year_id === actionYear.id && line.replaced_by === null && line.effective_on <= at.day,
  );
  const ordered = inOrder(counting);
  const telling = actionYear.status === "completed" ? linesSinceCompletion(ordered) : ordered;
  return telling.findLast((line) => line.evidence !== null)?.evidence ?? null;
}
