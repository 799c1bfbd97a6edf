import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import type { Day } from "#app/domain/days.ts";
import { changesBetween, changesBy } from "#app/domain/edit/plan-action-changes.ts";
import {
  type Contents,
  contentsOf,
  editsSinceAdoption,
  type LifeRows,
} from "#app/domain/edit/plan-action-history.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import { listLifeRows } from "#db/plan-action/plan-action-life.ts";

/** The edits of an action since its plan was adopted and up to a day, newest first (R12). */
export async function editsOf(
  planActionId: number,
  plan: { adopted_on: Day | null },
  day: Day,
): Promise<ToldEdit[]> {
  const rows: LifeRows = await listLifeRows(db, planActionId);
  const since = editsSinceAdoption(rows, plan.adopted_on).filter(({ on }) => on <= day);
  const told = await toldEdits(
    rows,
    since.map(({ edit }) => edit),
  );
  return told.filter(({ changes }) => changes.length > 0).reverse();
}

/** What a page that was reached by saving an edit says of it (`?modificata=12`): 0 where there was nothing to write. */
export function savedEdit(
  request: Request,
  plan: { adopted_on: Day | null },
  edits: readonly ToldEdit[],
): ToldEdit | "in-place" | "nothing" | null {
  const asked = new URL(request.url).searchParams.get("modificata");
  if (asked === null) return null;
  if (asked === "0") return "nothing";
  return edits.find(({ edit }) => String(edit) === asked) ?? (plan.adopted_on === null ? "in-place" : null);
}

/** Edits of an action as they are told: who (role and office), when, why, by which act, what. */
export async function toldEdits(rows: LifeRows, ids: readonly number[]): Promise<ToldEdit[]> {
  const edits = await listEdits(db, ids);
  const all = Object.values(rows).flat();
  return edits.map((edit) => ({
    ...groundsOf(edit),
    on:
      all.find((row) => row.closed_by_edit_id === edit.id)?.held_until_on ??
      all.find((row) => row.opened_by_edit_id === edit.id)!.held_from_on,
    changes: changesBy(rows, edit.id),
  }));
}

/** Edits in place, which no row remembers: what they changed together is told by the last, against what the person saw. */
export async function toldDraftEdits(
  rows: LifeRows,
  ids: readonly number[],
  seen: Contents | undefined,
): Promise<ToldEdit[]> {
  const edits = await toldEdits(rows, ids);
  const changes = seen ? changesBetween(seen, contentsOf(rows)) : [];
  return edits.map((edit, index) => ({ ...edit, changes: index === edits.length - 1 ? changes : [] }));
}

/** Who made an edit, when, why and by which act. */
export function groundsOf(edit: Awaited<ReturnType<typeof listEdits>>[number]) {
  const { act_organ, act_number, act_on } = edit;
  return {
    edit: edit.id,
    recorded_at: edit.recorded_at,
    author_role: edit.author_role,
    author_office: edit.author_office,
    reason: edit.reason,
    act:
      act_organ !== null && act_number !== null && act_on !== null
        ? { organ: act_organ, number: act_number, on: act_on }
        : null,
  };
}
