import { isDraft } from "./plans.ts";
import { freeCode } from "#app/domain/triennium/carry-over.ts";
import type { Day } from "#app/domain/days.ts";
import { deleteCarryOvers, findCarryOver, insertCarryOver } from "./carry-overs.ts";
import type { NewLine } from "../chain.ts";
import { ensureYear, insertContinuation } from "./continued-actions.ts";
import { readDraftAction, undoCarriedYear } from "./draft-removals.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { listContinuing } from "./lineage.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { Expected, RecordOutcome } from "../status-lines.ts";
import { watchLine } from "../level/watched-lines.ts";
import { findLastLine, recordLine } from "../status-lines.ts";

/**
 * Where an annualità goes: a year of the action of a plan that continues `headId` (and would be called as that is, where it is
 * still to be made). `standingId`: the annualità of that year, null where none stands.
 */
export type Place = {
  planId: number;
  headId: number;
  headCode: string;
  year: number;
  standingId: number | null;
};

/** An edit made on a day; where the plan is adopted its rows hold from then. */
type DatedEdit = Edit & { today: Day };

/**
 * Carries an annualità over into an adopted plan, in one transaction (R1, R12): the edit makes the action that continues its own
 * and the year, where they are not there yet, and the line reschedules it there. The levels that either alters turn with the line
 * (R7). Writes nothing when someone was faster, and returns the line that came meanwhile, or says that what is chosen moved; the
 * same form sent twice is one. `undo`: as a choice has it.
 */
export function recordCarryOver(
  db: Db,
  place: Place,
  line: Omit<NewLine, "carriedTo">,
  { edit, expected, undo }: { edit: DatedEdit; expected: Expected; undo: string | null },
): Promise<RecordOutcome | { recorded: false; moved: "draft" }> {
  return inWriteTransaction(db, async (tx) => {
    const chosen = await findCarryOver(tx, line.action_year_id);
    const last = await findLastLine(tx, line.action_year_id);
    const isBehind = (last?.sequence ?? 0) !== expected.sequence;
    if (!isBehind && (await isUndoBehind(tx, chosen, undo))) return { recorded: false, moved: "draft" };
    const there = await findThere(tx, place);
    const lastThere = there === undefined ? undefined : await findLastLine(tx, there);
    if (!isBehind && (lastThere?.sequence ?? 0) !== expected.targetSequence)
      return { recorded: false, meanwhile: lastThere };
    const prepared = { watched: await watchLine(tx, line, true), on: edit.today };
    const carriedTo = isBehind ? line.action_year_id : await ensurePlace(tx, place, edit);
    const outcome = await recordLine(tx, { ...line, carriedTo }, expected, prepared);
    if (!outcome.recorded) return outcome;
    await deleteCarryOvers(tx, [line.action_year_id]);
    if (chosen && undo !== null) await undoCarriedYear(tx, chosen, edit);
    return outcome;
  });
}

/**
 * A choice of where a draft is to take an annualità over, or (`place` null) that it is not to, made from the
 * line with `sequence`. `expected`: the annualità of the draft that was chosen when it was made, null where none was. `undo`: the stamp of the action of the draft that was chosen, where the
 * year that it had been given goes with the choice.
 */
export type Choice = {
  sourceId: number;
  place: Place | null;
  sequence: number;
  expected: number | null;
  undo: string | null;
};

/** What moved while a choice was being made: the annualità has a line more; or the draft, or what it is to take over, changed. */
export type ChoiceOutcome = { recorded: true } | { recorded: false; moved: "source" | "draft" };

/**
 * Records a choice: nothing of the annualità changes before the adoption. The draft is given the action and the year where it has
 * not got them, and keeps them when the choice is taken back unless that is asked for. Writes nothing when the history of
 * the annualità moved, the draft was adopted or discarded, or another choice, or an edit of what is to be undone, came meanwhile.
 */
export function recordChoice(
  db: Db,
  { sourceId, place, sequence, expected, undo }: Choice,
  edit: DatedEdit,
): Promise<ChoiceOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const last = await findLastLine(tx, sourceId);
    if ((last?.sequence ?? 0) !== sequence) return { recorded: false, moved: "source" };
    if (place && !(await isInDraft(tx, place))) return { recorded: false, moved: "draft" };
    const before = await findCarryOver(tx, sourceId);
    if ((before?.target_id ?? null) !== expected) return { recorded: false, moved: "draft" };
    if (await isUndoBehind(tx, before, undo)) return { recorded: false, moved: "draft" };
    await deleteCarryOvers(tx, [sourceId]);
    if (place) await insertCarryOver(tx, sourceId, await ensurePlace(tx, place, edit));
    const isElsewhere = before && (await findCarryOver(tx, sourceId))?.target_id !== before.target_id;
    if (isElsewhere && undo !== null) await undoCarriedYear(tx, before, edit);
    return { recorded: true };
  });
}

/** Whether the action of the draft that is to lose a year is no longer as it was when the form was drawn. */
async function isUndoBehind(
  tx: Db,
  chosen: { target_action_id: number } | undefined,
  undo: string | null,
): Promise<boolean> {
  if (undo === null) return false;
  return undo !== (chosen ? (await readDraftAction(tx, chosen.target_action_id)).stamp : "");
}

/** Whether a place is still in a draft, and the annualità that stood there, if one did, still planned. */
async function isInDraft(tx: Db, { planId, standingId }: Place): Promise<boolean> {
  if (!(await isDraft(tx, planId))) return false;
  if (standingId === null) return true;
  const lives = tx.selectFrom("action_year_life").select("id").where("action_year_id", "=", standingId);
  return (await lives.where("held_until_on", "is", null).executeTakeFirst()) !== undefined;
}

/** The annualità of a place, if somebody has made it by now, whether or not it stood when it was chosen. */
async function findThere(tx: Db, { planId, headId, year, standingId }: Place): Promise<number | undefined> {
  if (standingId !== null) return standingId;
  const continuing = (await listContinuing(tx, headId)).find((action) => action.plan_id === planId);
  if (!continuing) return undefined;
  const found = await tx
    .selectFrom("action_year")
    .select("id")
    .where("plan_action_id", "=", continuing.id)
    .where("year", "=", year)
    .executeTakeFirst();
  return found?.id;
}

async function ensurePlace(tx: Db, place: Place, { today, ...edit }: DatedEdit): Promise<number> {
  const { planId, headId, headCode, year, standingId } = place;
  if (standingId !== null) return standingId;
  const writing = { tx, edit: await insertEdit(tx, edit), inPlace: await isDraft(tx, planId), on: today };
  const continuing = (await listContinuing(tx, headId)).find((action) => action.plan_id === planId);
  const code = freeCode(headCode, await codesOf(tx, planId));
  const action = continuing?.id ?? (await insertContinuation(writing, { continuesId: headId, planId, code }));
  if (!continuing) await leadDraftsThrough(tx, headId, action);
  return ensureYear(writing, action, year);
}

/** An action of a draft that continued another goes on from the one that was made between the two. */
async function leadDraftsThrough(tx: Db, continuedId: number, madeId: number): Promise<void> {
  const drafts = tx.selectFrom("plan").select("id").where("adopted_on", "is", null);
  await tx
    .updateTable("plan_action")
    .set({ continues_id: madeId })
    .where("continues_id", "=", continuedId)
    .where("id", "<>", madeId)
    .where("plan_id", "in", drafts)
    .execute();
}

async function codesOf(tx: Db, planId: number): Promise<string[]> {
  const rows = await tx.selectFrom("plan_action").select("code").where("plan_id", "=", planId).execute();
  return rows.map(({ code }) => code);
}
