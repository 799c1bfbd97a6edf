import { asOf, dayInRome, laterOf } from "#app/domain/days.ts";
import { isSameSet } from "#app/domain/edit/plan-action-edits.ts";
import { actionYearsAt } from "#app/domain/status/action-years.ts";
import type { NewLine } from "./chain.ts";
import { insertEdit } from "./edits.ts";
import type { Db } from "./open.ts";
import { writeActionYearOffices } from "./plan-action/plan-action-responsibles.ts";
import { listPlanFacts } from "./plan-action/plan-actions.ts";

/**
 * The annualità that a rescheduling points to: that of the next plan, or another of the same action, made if there is none. One
 * that is made, or that stood no longer (docs/decisions/0003), is answered for by the offices of the one it comes from (R10).
 */
export async function targetOf(tx: Db, line: NewLine): Promise<number | null> {
  const known = await findKnownTarget(tx, line);
  if (line.carriedTo !== undefined || line.change.targetYear === null) return known;
  const action = await findActionOf(tx, line.action_year_id);
  if (known === null) return insertTarget(tx, action.id, line);
  const keepsIt = line.replaces !== null && (await findTargetOf(tx, line.replaces)) === known;
  if (!keepsIt && !(await stands(tx, known, action, line))) await takeOverOffices(tx, known, line);
  return known;
}

/** The annualità that a rescheduling points to, where it is already there; null where it is still to be made, or none is meant. */
export async function findKnownTarget(
  tx: Db,
  { action_year_id, change, carriedTo }: NewLine,
): Promise<number | null> {
  if (carriedTo !== undefined) return carriedTo;
  if (change.targetYear === null) return null;
  const known = await tx
    .selectFrom("action_year as target")
    .innerJoin("action_year as source", "source.plan_action_id", "target.plan_action_id")
    .select("target.id")
    .where("source.id", "=", action_year_id)
    .where("target.year", "=", change.targetYear)
    .executeTakeFirst();
  return known?.id ?? null;
}

type ActionOf = { id: number; code: string; plan_id: number };

function findActionOf(tx: Db, actionYearId: number): Promise<ActionOf> {
  return tx
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select(["plan_action.id", "plan_action.code", "plan_action.plan_id"])
    .where("action_year.id", "=", actionYearId)
    .executeTakeFirstOrThrow();
}

async function findTargetOf(tx: Db, sequence: number): Promise<number | null> {
  const line = await tx
    .selectFrom("status_line")
    .select("target_action_year_id")
    .where("sequence", "=", sequence)
    .executeTakeFirstOrThrow();
  return line.target_action_year_id;
}

/** Whether an annualità of an action stands as a line is written: an identity may remain of what was withdrawn. */
async function stands(tx: Db, id: number, { plan_id, code }: ActionOf, line: NewLine): Promise<boolean> {
  const day = laterOf(dayInRome(line.by.at), line.change.effectiveOn);
  const facts = await listPlanFacts(tx, { planId: plan_id, code }, day);
  return actionYearsAt(facts.actionYears, facts.lines, asOf(day)).has(id);
}

/** A new annualità has the offices of the one it comes from, those that it had once too. */
async function insertTarget(
  tx: Db,
  planActionId: number,
  { action_year_id, change }: NewLine,
): Promise<number> {
  const made = await tx
    .insertInto("action_year")
    .values({ plan_action_id: planActionId, year: change.targetYear! })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertRows(tx, made.id, await listRows(tx, action_year_id));
  return made.id;
}

/**
 * An annualità that comes to stand again takes the offices of the one it comes from, each day those of that day, by an edit with
 * the reason of the rescheduling, from the day that it takes effect; who answered for it before stays in its history.
 */
async function takeOverOffices(
  tx: Db,
  targetId: number,
  { action_year_id, change, by }: NewLine,
): Promise<void> {
  const own = await listRows(tx, targetId);
  const on = own
    .map(({ held_from_on, held_until_on }) => held_until_on ?? held_from_on)
    .reduce(laterOf, change.effectiveOn);
  const taken = (await listRows(tx, action_year_id)).filter((row) => isOpen(row) || row.held_until_on! > on);
  const isUnchanged = taken.every((row) => isOpen(row) && row.held_from_on <= on);
  if (isUnchanged && isSameSet(officesOf(taken), officesOf(own.filter(isOpen)))) return;

  const edit = await insertEdit(tx, { by, reason: change.reason, act: null }, action_year_id);
  await writeActionYearOffices({ tx, edit, inPlace: false, on }, targetId, []);
  await insertRows(
    tx,
    targetId,
    taken.map((row) => ({ ...row, held_from_on: laterOf(row.held_from_on, on), opened_by_edit_id: edit })),
  );
}

type OfficeRow = Awaited<ReturnType<typeof listRows>>[number];

function listRows(tx: Db, actionYearId: number) {
  return tx
    .selectFrom("action_year_office")
    .select(["office_id", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .where("action_year_id", "=", actionYearId)
    .orderBy("id")
    .execute();
}

async function insertRows(tx: Db, actionYearId: number, rows: readonly OfficeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("action_year_office")
    .values(rows.map((row) => ({ ...row, action_year_id: actionYearId })))
    .execute();
}

function isOpen({ held_until_on }: OfficeRow): boolean {
  return held_until_on === null;
}

function officesOf(rows: readonly OfficeRow[]): number[] {
  return rows.map(({ office_id }) => office_id);
}
