import type { Day } from "#app/domain/days.ts";
import { compareCodes, type Wording } from "#app/domain/edit/plan-action-edits.ts";
import type { AskedResponsibles } from "#app/domain/edit/plan-action-responsibles.ts";
import type { AskedYear } from "#app/domain/edit/plan-action-years.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { type EditOutcome, insertVersion, writeNorms, writeThemes } from "./plan-action-edits.ts";
import type { Writing } from "./plan-action-life.ts";
import { writeResponsibles } from "./plan-action-responsibles.ts";
import { writeYears } from "./plan-action-years.ts";

/** An action that its plan did not have; `offices`: those that answer for each of its years, groups resolved (R10). */
export type NewPlanAction = AskedResponsibles & {
  code: string;
  wording: Wording;
  years: readonly AskedYear[];
  offices: readonly string[];
};

/** Whether a plan has an action with this code, or had one since its adoption. */
export async function isActionCodeTaken(db: Db, planId: number, code: string): Promise<boolean> {
  const action = await db
    .selectFrom("plan_action")
    .select("id")
    .where("plan_id", "=", planId)
    .where("code", "=", code)
    .executeTakeFirst();
  return action !== undefined;
}

/**
 * Adds an action to a plan by an edit, in one transaction: a variation of an adopted plan (R12), holding from today; part of
 * the plan itself before its adoption. Writes nothing when the code was taken meanwhile, the draft discarded, or the plan
 * adopted and the edit says no reason.
 */
export function recordNewPlanAction(
  db: Db,
  planId: number,
  action: NewPlanAction,
  { today, ...edit }: Edit & { today: Day },
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const plan = await tx.selectFrom("plan").select("adopted_on").where("id", "=", planId).executeTakeFirst();
    if (!plan) return { recorded: false };
    const isTaken = await isActionCodeTaken(tx, planId, action.code);
    const inPlace = plan.adopted_on === null;
    if (isTaken || (!inPlace && edit.reason === "")) return { recorded: false };

    const on = inPlace ? ((await firstDayOfDraft(tx, planId)) ?? today) : today;
    const writing = { tx, edit: await insertEdit(tx, edit), inPlace, on };
    await insertPlanAction(writing, planId, action);
    return { recorded: true, edit: writing.edit };
  });
}

async function insertPlanAction(
  writing: Writing,
  planId: number,
  { code, wording, responsibles, lead, years, offices }: NewPlanAction,
): Promise<void> {
  const { tx } = writing;
  const ordinal = await makePlace(tx, planId, code);
  const { id } = await tx
    .insertInto("plan_action")
    .values({ plan_id: planId, code, ordinal, ...WRITTEN_NOWHERE })
    .returning("id")
    .executeTakeFirstOrThrow();
  const area = await tx
    .selectFrom("area")
    .select("id")
    .where("plan_id", "=", planId)
    .where("code", "=", wording.areaCode)
    .executeTakeFirstOrThrow();
  const { title, weight } = wording;
  await insertVersion(writing, id, { area_id: area.id, title, weight, unknown_year_count: 0 });
  await writeThemes(writing, id, wording.themes);
  await writeNorms(writing, id, wording.norms);
  await writeResponsibles(writing, id, { responsibles, lead });
  await writeYears(writing, id, { added: [...years], removed: [], moved: [], unknownYearCount: 0 }, offices);
}

/** No document says it, and it continues nothing. */
export const WRITTEN_NOWHERE = {
  continues_id: null,
  title_in_table_as_written: null,
  responsibles_as_written: null,
  responsibles_in_table_as_written: null,
  years_as_written: null,
  years_in_table_count: null,
  source_document: null,
  source_section: null,
  source_row: null,
};

/** The place of a new code among those of its plan, before the first that comes after it; the others move on by one. */
export async function makePlace(
  tx: Db,
  planId: number,
  code: string,
  table: "plan_action" | "area" = "plan_action",
): Promise<number> {
  const others = await tx
    .selectFrom(table)
    .select(["code", "ordinal"])
    .where("plan_id", "=", planId)
    .orderBy("ordinal")
    .execute();
  const next = others.find((other) => compareCodes(other.code, code) > 0);
  if (!next) return (others.at(-1)?.ordinal ?? 0) + 1;
  await tx
    .updateTable(table)
    .set((eb) => ({ ordinal: eb("ordinal", "+", 1) }))
    .where("plan_id", "=", planId)
    .where("ordinal", ">=", next.ordinal)
    .execute();
  return next.ordinal;
}

/** The day from which the rows of a plan that is not adopted hold. */
async function firstDayOfDraft(tx: Db, planId: number): Promise<Day | undefined> {
  const first = await tx
    .selectFrom("plan_action_version as version")
    .innerJoin("plan_action", "plan_action.id", "version.plan_action_id")
    .select((eb) => eb.fn.min("version.held_from_on").as("on"))
    .where("plan_action.plan_id", "=", planId)
    .executeTakeFirst();
  return first?.on ?? undefined;
}
