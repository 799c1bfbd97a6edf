import { isDraft } from "./plans.ts";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { makePlace } from "../plan-action/plan-action-additions.ts";
import type { EditOutcome } from "../plan-action/plan-action-edits.ts";
import type { Writing } from "../plan-action/plan-action-life.ts";

/** What `area` was called on a day: its title, or the one that the first edit after that day closed. */
export function areaTitleOn(day: Day): RawBuilder<string> {
  return sql<string>`coalesce((select former.title from area_former_title as former
    where former.area_id = area.id and former.until_on > ${day} order by former.id limit 1), area.title)`;
}

/** True for an area that its plan had on a day: those that it was adopted with hold as long as it does. */
export function areaHeldOn(day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(area.held_from_on, '') <= ${day}`;
}

/** The areas of a plan on a day, in its order, as they were called then. */
export function listAreas(db: Db, planId: number, day: Day) {
  return db
    .selectFrom("area")
    .select(["id", "code"])
    .select(areaTitleOn(day).as("title"))
    .where("plan_id", "=", planId)
    .where(areaHeldOn(day))
    .orderBy("ordinal")
    .execute();
}

/** The areas of a plan as they are now, each with the last edit that wrote it. */
export function listEditedAreas(db: Db, planId: number) {
  return db
    .selectFrom("area")
    .select(["id", "code", "title", "held_from_on", "edit_id"])
    .where("plan_id", "=", planId)
    .orderBy("ordinal")
    .execute();
}

/** What the areas of a plan were called before, in order of recording. */
export function listFormerTitles(db: Db, planId: number) {
  return db
    .selectFrom("area_former_title as former")
    .innerJoin("area", "area.id", "former.area_id")
    .selectAll("former")
    .where("area.plan_id", "=", planId)
    .orderBy("former.id")
    .execute();
}

/** An edit made on a day; where the plan is adopted it counts from then. */
type DatedEdit = Edit & { today: Day };

/**
 * Adds an area to a plan by an edit: a variation of an adopted plan (R12), which holds from today. Writes nothing when the code
 * was taken meanwhile, the draft discarded, or the plan adopted and the edit says no reason.
 */
export function recordNewArea(
  db: Db,
  planId: number,
  area: { code: string; title: string; source: string },
  { today, ...edit }: DatedEdit,
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const plan = await tx.selectFrom("plan").select("adopted_on").where("id", "=", planId).executeTakeFirst();
    if (!plan) return { recorded: false };
    const isTaken = (await listEditedAreas(tx, planId)).some(({ code }) => code === area.code);
    const inPlace = plan.adopted_on === null;
    if (isTaken || (!inPlace && edit.reason === "")) return { recorded: false };
    const writing = { tx, edit: await insertEdit(tx, edit), inPlace, on: today };
    await insertArea(writing, planId, { ...area, responsibles_as_written: null });
    return { recorded: true, edit: writing.edit };
  });
}

/** Gives a plan an area, in the place of its code: part of the plan itself before its adoption, a variation from then on (R12). */
export async function insertArea(
  { tx, edit, inPlace, on }: Writing,
  planId: number,
  area: { code: string; title: string; responsibles_as_written: string | null; source: string },
): Promise<number> {
  const ordinal = await makePlace(tx, planId, area.code, "area");
  const { id } = await tx
    .insertInto("area")
    .values({ ...area, plan_id: planId, ordinal, held_from_on: inPlace ? null : on, edit_id: edit })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Rewords an area by an edit: in place until its plan is adopted; from then on the title that it had stays, with the day until
 * which it was called so. Writes nothing when another edit came meanwhile, or the plan was adopted and this one says no reason.
 */
export function recordAreaTitle(
  db: Db,
  { areaId, expected, title }: { areaId: number; expected: number; title: string },
  { today, ...edit }: DatedEdit,
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom("area")
      .select(["plan_id", "title", "edit_id"])
      .where("id", "=", areaId)
      .executeTakeFirstOrThrow();
    const inPlace = await isDraft(tx, before.plan_id);
    if ((before.edit_id ?? 0) !== expected || (!inPlace && edit.reason === "")) return { recorded: false };
    const id = await insertEdit(tx, edit);
    const closed = { opened_by_edit_id: before.edit_id, closed_by_edit_id: id };
    if (!inPlace)
      await tx
        .insertInto("area_former_title")
        .values({ area_id: areaId, title: before.title, until_on: today, ...closed })
        .execute();
    await tx.updateTable("area").set({ title, edit_id: id }).where("id", "=", areaId).execute();
    return { recorded: true, edit: id };
  });
}
