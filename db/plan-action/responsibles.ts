import type { Day } from "#app/domain/days.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";
import { type Scope, withScope } from "../plan/plan-scope.ts";

/** Who answers for each action on a day, as the plan says it: an office, a group or the role RTD, in order. */
export function listResponsibles(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("plan_action_responsible as responsible")
    .leftJoin("office", "office.id", "responsible.office_id")
    .leftJoin("office_group", "office_group.id", "responsible.office_group_id")
    .select((eb) => [
      "responsible.plan_action_id",
      eb.fn.coalesce("office.code", "office_group.code", "responsible.role").$notNull().as("code"),
      eb.fn.coalesce("office.name", "office_group.name").as("name"),
    ])
    .whereRef("responsible.plan_action_id", "=", "scope.id")
    .where(heldOn("responsible", day))
    .orderBy("responsible.plan_action_id")
    .orderBy("responsible.ordinal")
    .execute();
}

/** The offices that answer for each annualità on a day, groups resolved when it was adopted or added (R10). */
export function listActionYearOffices(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("action_year")
    .crossJoin("action_year_office as held")
    .innerJoin("office", "office.id", "held.office_id")
    .select(["held.action_year_id", "office.code", "office.name"])
    .whereRef("action_year.plan_action_id", "=", "scope.id")
    .whereRef("held.action_year_id", "=", "action_year.id")
    .where(heldOn("held", day))
    .orderBy("held.action_year_id")
    .orderBy("office.id")
    .execute();
}

/** The themes of each action on a day. */
export function listThemes(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("plan_action_theme as held")
    .select(["held.plan_action_id", "held.theme"])
    .whereRef("held.plan_action_id", "=", "scope.id")
    .where(heldOn("held", day))
    .orderBy("held.id")
    .execute();
}

/** The norms that each action applies, on a day, as the RTD wrote them. */
export function listNorms(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .innerJoin("plan_action_norm as held", "held.plan_action_id", "scope.id")
    .select(["held.plan_action_id", "held.norm"])
    .where(heldOn("held", day))
    .orderBy("held.id")
    .execute();
}

/** The capofila of each action on a day, where the RTD named one (R11). */
export function listLeads(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("plan_action_lead as held")
    .innerJoin("office", "office.id", "held.office_id")
    .select(["held.plan_action_id", "office.code", "office.name"])
    .whereRef("held.plan_action_id", "=", "scope.id")
    .where(heldOn("held", day))
    .execute();
}
