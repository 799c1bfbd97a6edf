import type { Day } from "#app/domain/days.ts";
import { lastEditOf } from "#app/domain/edit/plan-action-history.ts";
import type { Wording } from "#app/domain/edit/plan-action-edits.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { recordTurns, watchLevels } from "../level/turn-records.ts";
import { listProcessesReachedBy } from "../level/work-facts.ts";
import { endRows, listLifeRows, opened, type Writing } from "./plan-action-life.ts";

export type EditOutcome = { recorded: true; edit: number } | { recorded: false };

/** What an edit was decided from: the action, the last edit of it that the person saw, and the day from which it holds. */
export type EditTarget = { planActionId: number; expected: number; today: Day };

/**
 * Records an edit of an action with all that `write` writes by it, in one transaction (design, section 3).
 *
 * Writes nothing when another edit came meanwhile, or when the plan was adopted meanwhile and this edit says no reason.
 */
export function recordPlanActionEdit(
  db: Db,
  { planActionId, expected, today }: EditTarget,
  edit: Edit,
  write: (writing: Writing) => Promise<void>,
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const rows = await listLifeRows(tx, planActionId);
    const { adopted_on } = await findPlanOf(tx, planActionId);
    const inPlace = adopted_on === null;
    if (lastEditOf(rows) !== expected || (!inPlace && edit.reason === "")) return { recorded: false };

    const on = inPlace ? rows.versions.at(-1)!.held_from_on : today;
    const watched = await watchLevels(tx, await listProcessesReachedBy(tx, [planActionId]), edit.by);
    const id = await insertEdit(tx, edit);
    await write({ tx, edit: id, inPlace, on });
    await recordTurns(tx, watched, { editId: id, effectiveOn: on });
    if (inPlace) await markEdited(tx, planActionId, id);
    return { recorded: true, edit: id };
  });
}

/** Rewords an action: its title, area and weight in one row, each theme and norm in one of its own. */
export async function writeWording(
  writing: Writing,
  planActionId: number,
  { title, areaCode, weight, themes, norms }: Wording,
): Promise<void> {
  const area = await writing.tx
    .selectFrom("area")
    .innerJoin("plan_action", "plan_action.plan_id", "area.plan_id")
    .select("area.id")
    .where("plan_action.id", "=", planActionId)
    .where("area.code", "=", areaCode)
    .executeTakeFirstOrThrow();
  await writeVersion(writing, planActionId, { title, area_id: area.id, weight });
  await writeThemes(writing, planActionId, themes);
  await writeNorms(writing, planActionId, norms);
}

type VersionChange = { title?: string; area_id?: number; weight?: number; unknown_year_count?: number };

/** Changes the row that says what an action is called and counts; where nothing of it changes, none is written. */
export async function writeVersion(
  writing: Writing,
  planActionId: number,
  change: VersionChange,
): Promise<void> {
  const { tx, inPlace } = writing;
  const current = await tx
    .selectFrom("plan_action_version")
    .select(["id", "area_id", "title", "weight", "unknown_year_count"])
    .where("plan_action_id", "=", planActionId)
    .where("held_until_on", "is", null)
    .executeTakeFirstOrThrow();
  const { id, ...before } = current;
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  if (inPlace) await tx.updateTable("plan_action_version").set(after).where("id", "=", id).execute();
  else {
    await endRows(writing, "plan_action_version", [id]);
    await insertVersion(writing, planActionId, after);
  }
}

export async function insertVersion(
  writing: Writing,
  planActionId: number,
  version: Required<VersionChange>,
): Promise<void> {
  await writing.tx
    .insertInto("plan_action_version")
    .values({ plan_action_id: planActionId, ...version, ...opened(writing) })
    .execute();
}

export async function writeThemes(
  writing: Writing,
  planActionId: number,
  themes: Wording["themes"],
): Promise<void> {
  const { tx } = writing;
  const held = await tx
    .selectFrom("plan_action_theme")
    .select(["id", "theme"])
    .where("plan_action_id", "=", planActionId)
    .where("held_until_on", "is", null)
    .execute();
  await endRows(
    writing,
    "plan_action_theme",
    held.filter(({ theme }) => !themes.includes(theme)).map(({ id }) => id),
  );
  for (const theme of themes.filter((one) => !held.some((row) => row.theme === one)))
    await tx
      .insertInto("plan_action_theme")
      .values({ plan_action_id: planActionId, theme, ...opened(writing) })
      .execute();
}

export async function writeNorms(
  writing: Writing,
  planActionId: number,
  norms: Wording["norms"],
): Promise<void> {
  const { tx } = writing;
  const held = await tx
    .selectFrom("plan_action_norm")
    .select(["id", "norm"])
    .where("plan_action_id", "=", planActionId)
    .where("held_until_on", "is", null)
    .execute();
  await endRows(
    writing,
    "plan_action_norm",
    held.filter(({ norm }) => !norms.includes(norm)).map(({ id }) => id),
  );
  for (const norm of norms.filter((one) => !held.some((row) => row.norm === one)))
    await tx
      .insertInto("plan_action_norm")
      .values({ plan_action_id: planActionId, norm, ...opened(writing) })
      .execute();
}

function findPlanOf(tx: Db, planActionId: number) {
  return tx
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select("plan.adopted_on")
    .where("plan_action.id", "=", planActionId)
    .executeTakeFirstOrThrow();
}

/** An edit in place leaves no other trace of a row that it deleted: the version carries it, so that two windows are told apart. */
export async function markEdited(tx: Db, planActionId: number, edit: number): Promise<void> {
  await tx
    .updateTable("plan_action_version")
    .set({ opened_by_edit_id: edit })
    .where("plan_action_id", "=", planActionId)
    .where("held_until_on", "is", null)
    .execute();
}
