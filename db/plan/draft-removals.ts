import type { Day } from "#app/domain/days.ts";
import { lastEditOf } from "#app/domain/edit/plan-action-history.ts";
import { canonicalJson, sha256 } from "#app/domain/history-chain.ts";
import { undoneBy } from "#app/domain/triennium/draft-removal.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { markEdited } from "../plan-action/plan-action-edits.ts";
import { listLifeRows } from "../plan-action/plan-action-life.ts";
import { writeYears } from "../plan-action/plan-action-years.ts";
import { deleteCarryOvers, listCarryOversInto } from "./carry-overs.ts";
import { readDraft } from "./plan-drafts.ts";

/** An action of a draft with what is chosen to be carried over into it, and a stamp that changes with any edit or choice. */
export async function readDraftAction(db: Db, planActionId: number) {
  const rows = await listLifeRows(db, planActionId);
  const carriedInto = await listCarryOversInto(db, planActionId);
  const years = rows.years.filter((row) => row.held_until_on === null).map(({ year }) => year);
  const lastEdit = lastEditOf(rows);
  const chosen = carriedInto.map(({ source_id, target_year }) => [source_id, target_year]);
  return { years, carriedInto, stamp: sha256(canonicalJson({ lastEdit, chosen })) };
}

/**
 * Takes an action off a draft, in one transaction, with what was chosen to be carried over into it, which stays where it is.
 * Writes nothing once the plan is adopted, or when the action or its choices moved meanwhile.
 */
export function recordActionRemoval(
  db: Db,
  { planActionId, stamp }: { planActionId: number; stamp: string },
  edit: Edit,
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const action = await findDraftAction(tx, planActionId);
    if (!action || (await readDraftAction(tx, planActionId)).stamp !== stamp) return { recorded: false };
    await insertEdit(tx, edit);
    await deleteActions(tx, [planActionId]);
    return { recorded: true };
  });
}

/**
 * Discards a draft whole, in one transaction: actions, areas, what it was to take over, the plan. Nothing of another plan
 * changes. Writes nothing once it is adopted, or when anything of it moved meanwhile.
 */
export function recordDiscard(
  db: Db,
  { planId, stamp, today }: { planId: number; stamp: string; today: Day },
  edit: Edit,
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const drafts = tx.selectFrom("plan").select("id").where("adopted_on", "is", null);
    const plan = await drafts.where("id", "=", planId).executeTakeFirst();
    if (!plan || (await readDraft(tx, planId, today)).stamp !== stamp) return { recorded: false };
    await insertEdit(tx, edit);
    const actions = await tx.selectFrom("plan_action").select("id").where("plan_id", "=", planId).execute();
    await deleteActions(
      tx,
      actions.map(({ id }) => id),
    );
    await tx.deleteFrom("area").where("plan_id", "=", planId).execute();
    await tx.deleteFrom("plan").where("id", "=", planId).execute();
    return { recorded: true };
  });
}

/**
 * Takes off a draft the year that an annualità is no longer carried over into, or its action with it, as the rule says. Of an
 * action that goes, the edit is all that is kept.
 */
export async function undoCarriedYear(
  tx: Db,
  choice: { source_id: number; target_action_id: number; target_year: number },
  { today, ...edit }: Edit & { today: Day },
): Promise<void> {
  const { source_id, target_action_id: planActionId, target_year: year } = choice;
  const undone = undoneBy(source_id, year, await readDraftAction(tx, planActionId));
  if (undone === "nothing") return;
  const id = await insertEdit(tx, edit);
  if (undone === "action") return deleteActions(tx, [planActionId]);
  const [version] = (await listLifeRows(tx, planActionId)).versions.slice(-1);
  const { unknown_year_count: unknownYearCount, held_from_on } = version!;
  const writing = { tx, edit: id, inPlace: true, on: held_from_on ?? today };
  await writeYears(writing, planActionId, { added: [], removed: [year], moved: [], unknownYearCount }, []);
  await markEdited(tx, planActionId, writing.edit);
}

const OF_YEARS = ["action_year_office", "action_year_life"] as const;
const OF_ACTIONS = [
  "plan_action_theme",
  "plan_action_norm",
  "plan_action_lead",
  "plan_action_responsible",
  "plan_action_version",
  "discrepancy",
] as const;

/** Actions of a draft with all that hangs on them: nothing of them has been told to anyone. */
async function deleteActions(tx: Db, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const chosen = await listCarryOversInto(tx, id);
    await deleteCarryOvers(
      tx,
      chosen.map(({ source_id }) => source_id),
    );
    const years = tx.selectFrom("action_year").select("id").where("plan_action_id", "=", id);
    for (const table of OF_YEARS) await tx.deleteFrom(table).where("action_year_id", "in", years).execute();
    await tx.deleteFrom("action_year").where("plan_action_id", "=", id).execute();
    for (const table of OF_ACTIONS) await tx.deleteFrom(table).where("plan_action_id", "=", id).execute();
    await tx.deleteFrom("plan_action").where("id", "=", id).execute();
  }
}

function findDraftAction(tx: Db, planActionId: number) {
  return tx
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select("plan_action.id")
    .where("plan_action.id", "=", planActionId)
    .where("plan.adopted_on", "is", null)
    .executeTakeFirst();
}
