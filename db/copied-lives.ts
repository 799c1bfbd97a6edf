import { heldOn } from "./life.ts";
import type { Db } from "./open.ts";
import type { Life } from "./schema.ts";

/** The themes and norms that an action has on the day, as another's. */
export async function copySubjects(tx: Db, from: number, to: number, life: Life): Promise<void> {
  const themes = await tx
    .selectFrom("plan_action_theme as held")
    .select("theme")
    .where("plan_action_id", "=", from)
    .where(heldOn("held", life.held_from_on))
    .orderBy("id")
    .execute();
  for (const { theme } of themes)
    await tx
      .insertInto("plan_action_theme")
      .values({ plan_action_id: to, theme, ...life })
      .execute();
  const norms = await tx
    .selectFrom("plan_action_norm as held")
    .select("norm")
    .where("plan_action_id", "=", from)
    .where(heldOn("held", life.held_from_on))
    .orderBy("id")
    .execute();
  for (const { norm } of norms)
    await tx
      .insertInto("plan_action_norm")
      .values({ plan_action_id: to, norm, ...life })
      .execute();
}

/** Who answers for an action on the day and its capofila, as another's. What an office that ceased held is its successor's. */
export async function copyResponsibles(tx: Db, from: number, to: number, life: Life): Promise<void> {
  const responsibles = await tx
    .selectFrom("plan_action_responsible as held")
    .select(["office_id", "office_group_id", "role"])
    .where("plan_action_id", "=", from)
    .where(heldOn("held", life.held_from_on))
    .orderBy("ordinal")
    .execute();
  const copied = new Set<string>();
  for (const { office_id, ...other } of responsibles) {
    const row = { ...other, office_id: office_id === null ? null : await successorOf(tx, office_id) };
    if (copied.has(JSON.stringify(row))) continue;
    copied.add(JSON.stringify(row));
    await tx
      .insertInto("plan_action_responsible")
      .values({ plan_action_id: to, ordinal: copied.size, ...row, ...life })
      .execute();
  }
  const lead = await tx
    .selectFrom("plan_action_lead as held")
    .select("office_id")
    .where("plan_action_id", "=", from)
    .where(heldOn("held", life.held_from_on))
    .executeTakeFirst();
  if (lead)
    await tx
      .insertInto("plan_action_lead")
      .values({ plan_action_id: to, office_id: await successorOf(tx, lead.office_id), ...life })
      .execute();
}

/** The office itself or, where it ceased, the one that holds what it held. */
async function successorOf(tx: Db, officeId: number): Promise<number> {
  const office = await tx
    .selectFrom("office")
    .select(["ceased_on", "successor_id"])
    .where("id", "=", officeId)
    .executeTakeFirstOrThrow();
  return office.ceased_on === null || office.successor_id === null
    ? officeId
    : successorOf(tx, office.successor_id);
}
