import type { Day } from "#app/domain/days.ts";
import { insertAnsweringOffices } from "./answering-offices.ts";
import { copyResponsibles, copySubjects } from "./copied-lives.ts";
import { heldOn } from "./life.ts";
import type { Db } from "./open.ts";
import type { Life } from "./schema.ts";

/** The life of rows that an edit opens on a day. */
export function openedOn(day: Day, edit: number): Life {
  return { held_from_on: day, held_until_on: null, opened_by_edit_id: edit, closed_by_edit_id: null };
}

/**
 * Makes the action of a plan that continues another, as that holds on the day: title, weight, themes, norms, responsibles and
 * capofila. Its area is that of the same code, copied where the plan has none.
 */
export async function insertContinuation(
  tx: Db,
  { continuesId, planId, code, life }: { continuesId: number; planId: number; code: string; life: Life },
): Promise<number> {
  const last = await tx
    .selectFrom("plan_action")
    .select((eb) => eb.fn.max("ordinal").as("ordinal"))
    .where("plan_id", "=", planId)
    .executeTakeFirst();
  const { id } = await tx
    .insertInto("plan_action")
    .values({
      ...{ plan_id: planId, code, ordinal: (last?.ordinal ?? 0) + 1, continues_id: continuesId },
      ...WRITTEN_NOWHERE,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const version = await tx
    .selectFrom("plan_action_version as held")
    .select(["held.area_id", "held.title", "held.weight"])
    .where("held.plan_action_id", "=", continuesId)
    .where(heldOn("held", life.held_from_on))
    .executeTakeFirstOrThrow();
  const area_id = await areaOf(tx, planId, version.area_id);
  await tx
    .insertInto("plan_action_version")
    .values({ ...version, area_id, plan_action_id: id, unknown_year_count: 0, ...life })
    .execute();
  await copySubjects(tx, continuesId, id, life);
  await copyResponsibles(tx, continuesId, id, life);
  return id;
}

/**
 * The annualità of a year, planned from the day on if it was not, answered for by the offices that its action names (R10). One
 * that stands already stays as it is.
 */
export async function ensureYear(tx: Db, planActionId: number, year: number, life: Life): Promise<number> {
  const identity = { plan_action_id: planActionId, year };
  const known = await tx
    .selectFrom("action_year")
    .select("id")
    .where("plan_action_id", "=", planActionId)
    .where("year", "=", year)
    .executeTakeFirst();
  const id =
    known?.id ??
    (await tx.insertInto("action_year").values(identity).returning("id").executeTakeFirstOrThrow()).id;
  const planned = await tx
    .selectFrom("action_year_life")
    .select("id")
    .where("action_year_id", "=", id)
    .where("held_until_on", "is", null)
    .executeTakeFirst();
  if (planned) return id;
  await tx
    .insertInto("action_year_life")
    .values({ action_year_id: id, due_on: null, due_as_written: null, ...life })
    .execute();
  const answered = await tx
    .selectFrom("action_year_office")
    .select("id")
    .where("action_year_id", "=", id)
    .where("held_until_on", "is", null)
    .executeTakeFirst();
  if (!answered) await insertAnsweringOffices(tx, [id], life);
  return id;
}

/** Of an action that no document says. */
export const WRITTEN_NOWHERE = {
  title_in_table_as_written: null,
  responsibles_as_written: null,
  responsibles_in_table_as_written: null,
  years_as_written: null,
  years_in_table_count: null,
  source_document: null,
  source_section: null,
  source_row: null,
};

async function areaOf(tx: Db, planId: number, areaId: number): Promise<number> {
  const area = await tx
    .selectFrom("area")
    .select(["code", "title", "responsibles_as_written", "source"])
    .where("id", "=", areaId)
    .executeTakeFirstOrThrow();
  const own = await tx
    .selectFrom("area")
    .select(["id", "code", "ordinal"])
    .where("plan_id", "=", planId)
    .execute();
  const same = own.find(({ code }) => code === area.code);
  if (same) return same.id;
  const ordinal = Math.max(0, ...own.map((one) => one.ordinal)) + 1;
  const made = await tx
    .insertInto("area")
    .values({ ...area, plan_id: planId, ordinal })
    .returning("id")
    .executeTakeFirstOrThrow();
  return made.id;
}
