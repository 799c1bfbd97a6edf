import { findOfficeId } from "../office/offices.ts";
import type { AskedResponsibles } from "#app/domain/edit/plan-action-responsibles.ts";
import type { Db } from "../open.ts";
import { endRows, opened, type Writing } from "./plan-action-life.ts";

/** Writes who answers for an action, in their order, and the capofila; a responsible that keeps its place keeps its row. */
export async function writeResponsibles(
  writing: Writing,
  planActionId: number,
  { responsibles, lead }: AskedResponsibles,
): Promise<void> {
  const { tx } = writing;
  const held = await tx
    .selectFrom("plan_action_responsible")
    .select(["id", "ordinal", "office_id", "office_group_id", "role"])
    .where("plan_action_id", "=", planActionId)
    .where("held_until_on", "is", null)
    .execute();
  const asked: Place[] = [];
  for (const [index, code] of responsibles.entries())
    asked.push({ ordinal: index + 1, ...(await referenceOf(tx, code)) });

  await endRows(
    writing,
    "plan_action_responsible",
    held.filter((row) => !asked.some(isSamePlace(row))).map(({ id }) => id),
  );
  for (const row of asked.filter((one) => !held.some(isSamePlace(one))))
    await tx
      .insertInto("plan_action_responsible")
      .values({ plan_action_id: planActionId, ...row, ...opened(writing) })
      .execute();
  await writeLead(writing, planActionId, lead);
}

/** Writes which offices answer for an annualità (R10); the identity may have rows that a rescheduling copied. */
export async function writeActionYearOffices(
  writing: Writing,
  actionYearId: number,
  codes: readonly string[],
): Promise<void> {
  const { tx } = writing;
  const held = await tx
    .selectFrom("action_year_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.id", "office.code"])
    .where("row.action_year_id", "=", actionYearId)
    .where("row.held_until_on", "is", null)
    .execute();
  await endRows(
    writing,
    "action_year_office",
    held.filter(({ code }) => !codes.includes(code)).map(({ id }) => id),
  );
  for (const code of codes.filter((one) => !held.some((row) => row.code === one)))
    await tx
      .insertInto("action_year_office")
      .values({ action_year_id: actionYearId, office_id: await findOfficeId(tx, code), ...opened(writing) })
      .execute();
}

async function writeLead(writing: Writing, planActionId: number, lead: string | null): Promise<void> {
  const { tx } = writing;
  const held = await tx
    .selectFrom("plan_action_lead as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.id", "office.code"])
    .where("row.plan_action_id", "=", planActionId)
    .where("row.held_until_on", "is", null)
    .execute();
  if (held.length > 0 && held.every(({ code }) => code === lead)) return;
  await endRows(
    writing,
    "plan_action_lead",
    held.map(({ id }) => id),
  );
  if (lead === null) return;
  await tx
    .insertInto("plan_action_lead")
    .values({ plan_action_id: planActionId, office_id: await findOfficeId(tx, lead), ...opened(writing) })
    .execute();
}

type Place = {
  ordinal: number;
  office_id: number | null;
  office_group_id: number | null;
  role: "rtd" | null;
};

function isSamePlace(one: Place) {
  return (other: Place) =>
    other.ordinal === one.ordinal &&
    other.office_id === one.office_id &&
    other.office_group_id === one.office_group_id &&
    other.role === one.role;
}

/** What the code of a responsible stands for, as the row points to it. */
async function referenceOf(tx: Db, code: string): Promise<Omit<Place, "ordinal">> {
  const nobody = { office_id: null, office_group_id: null, role: null };
  if (code === "rtd") return { ...nobody, role: "rtd" as const };
  const group = await tx.selectFrom("office_group").select("id").where("code", "=", code).executeTakeFirst();
  return group
    ? { ...nobody, office_group_id: group.id }
    : { ...nobody, office_id: await findOfficeId(tx, code) };
}
