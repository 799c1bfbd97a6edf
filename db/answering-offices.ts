import { heldOn } from "./life.ts";
import type { Db } from "./open.ts";
import type { Life } from "./schema.ts";

/**
 * Writes down which offices answer for some annualità (R10): those that their actions name on the day, groups resolved as
 * they stand now. An office that ceased answers for nothing; the role RTD is not an office.
 */
export async function insertAnsweringOffices(
  tx: Db,
  actionYearIds: readonly number[],
  life: Life,
): Promise<void> {
  const named = await tx
    .selectFrom("action_year")
    .innerJoin(
      "plan_action_responsible as responsible",
      "responsible.plan_action_id",
      "action_year.plan_action_id",
    )
    .leftJoin("office_group_member as member", "member.office_group_id", "responsible.office_group_id")
    .innerJoin("office", (join) =>
      join.on((eb) => eb("office.id", "=", eb.fn.coalesce("responsible.office_id", "member.office_id"))),
    )
    .select(["action_year.id as action_year_id", "office.id as office_id"])
    .distinct()
    .where("action_year.id", "in", actionYearIds)
    .where(heldOn("responsible", life.held_from_on))
    .where((eb) =>
      eb.or([eb("office.ceased_on", "is", null), eb("office.ceased_on", ">", life.held_from_on)]),
    )
    .orderBy("action_year.id")
    .orderBy("office.id")
    .execute();
  for (const one of named)
    await tx
      .insertInto("action_year_office")
      .values({ ...one, ...life })
      .execute();
}
