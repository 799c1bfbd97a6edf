import { sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import type { ActionYearFact } from "#app/domain/status/action-years.ts";
import { heldOn, inForce } from "../life.ts";
import type { Db } from "../open.ts";
import { listAreas } from "../plan/areas.ts";
import { type ActionsScope, type Scope, withScope } from "../plan/plan-scope.ts";
import { listActionYearOffices, listLeads, listResponsibles, listThemes } from "./responsibles.ts";

/**
 * All that is needed to say what a plan (or one action of it) is on a day (R4): rows that held on it, lines that took
 * effect by then. Actions of later plans that continue these come along, marked by their `plan_id`: a rescheduled
 * annualità is answered by its target (R1). One query a kind of row, none per row. `last`: the line up to which history is read, as it was
 * when that was its end; left out, all of it.
 */
export async function listPlanFacts(db: Db, scope: Scope, day: Day, last?: number) {
  const [areas, actions, actionYears, lines, responsibles, offices, themes, leads] = [
    await listAreas(db, scope.planId, day),
    await listActions(db, scope, day),
    await listActionYears(db, scope, day),
    await lineFacts(db, scope, last).where("line.effective_on", "<=", day).execute(),
    await listResponsibles(db, scope, day),
    await listActionYearOffices(db, scope, day),
    await listThemes(db, scope, day),
    await listLeads(db, scope, day),
  ];
  return { areas, actions, actionYears, lines, responsibles, offices, themes, leads };
}

/** Everything of one action that does not change with the day: as it was written, where, and what does not match. */
export async function findPlanActionSource(db: Db, planActionId: number) {
  const source = await db
    .selectFrom("plan_action")
    .selectAll()
    .where("id", "=", planActionId)
    .executeTakeFirstOrThrow();
  const discrepancies = await db
    .selectFrom("discrepancy")
    .select(["code", "detail", "source"])
    .where("plan_action_id", "=", planActionId)
    .orderBy("id")
    .execute();
  return { ...source, discrepancies, dues: await listDuesAsWritten(db, planActionId) };
}

/** The codes of the actions before and after one, in the order of the plan. */
export async function findNeighbours(db: Db, action: { plan_id: number; ordinal: number }) {
  const others = db.selectFrom("plan_action").select("code").where("plan_id", "=", action.plan_id).limit(1);
  const [previous, next] = [
    await others.where("ordinal", "<", action.ordinal).orderBy("ordinal", "desc").executeTakeFirst(),
    await others.where("ordinal", ">", action.ordinal).orderBy("ordinal").executeTakeFirst(),
  ];
  return { previous: previous?.code, next: next?.code };
}

/** The term of each annualità as the source writes it, where it writes one: of one action, or of all. */
export function listDuesAsWritten(db: Db, planActionId?: number) {
  return db
    .selectFrom("action_year_life as life")
    .innerJoin("action_year", "action_year.id", "life.action_year_id")
    .select(["action_year.id", "action_year.year", "life.due_as_written"])
    .distinct()
    .where("life.due_as_written", "is not", null)
    .$narrowType<{ due_as_written: string }>()
    .$if(planActionId !== undefined, (query) => query.where("plan_action_id", "=", planActionId!))
    .orderBy("action_year.id")
    .execute();
}

/** The discrepancies of every action, for the export. */
export function listDiscrepancies(db: Db) {
  return db
    .selectFrom("discrepancy")
    .select(["plan_action_id", "code", "detail", "source"])
    .orderBy("id")
    .execute();
}

function listActions(db: Db, scope: Scope, day: Day) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .crossJoin("plan_action_version as version")
    .innerJoin("area", "area.id", "version.area_id")
    .select([
      "plan_action.id",
      "plan_action.plan_id",
      "plan.code as plan_code",
      "plan_action.code",
      "plan_action.continues_id",
      "version.title",
      "version.weight",
      "version.unknown_year_count",
      "area.code as area_code",
    ])
    .whereRef("plan_action.id", "=", "scope.id")
    .whereRef("version.plan_action_id", "=", "plan_action.id")
    .where(heldOn("version", day))
    .orderBy("area.ordinal")
    .orderBy("plan_action.ordinal")
    .execute();
}

/** Every annualità there is an identity for; whether it stands on the day is the domain's to say (docs/decisions/0003). */
function listActionYears(db: Db, scope: Scope, day: Day): Promise<(ActionYearFact & { adopted: 0 | 1 })[]> {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("action_year")
    .crossJoin("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year_life as life", (join) =>
      join.onRef("life.action_year_id", "=", "action_year.id").on(heldOn("life", day)),
    )
    .select((eb) => [
      "action_year.id",
      "action_year.plan_action_id",
      "action_year.year",
      "life.held_from_on as planned_from_on",
      "life.due_on as planned_due_on",
      eb
        .exists(
          eb
            .selectFrom("action_year_life as adopted")
            .select("adopted.id")
            .whereRef("adopted.action_year_id", "=", "action_year.id")
            .where(heldOn("adopted", eb.ref("plan.adopted_on"))),
        )
        .$castTo<0 | 1>()
        .as("adopted"),
    ])
    .whereRef("action_year.plan_action_id", "=", "scope.id")
    .whereRef("plan_action.id", "=", "scope.id")
    .orderBy("action_year.plan_action_id")
    .orderBy("action_year.year")
    .execute();
}

/** Every line of some actions that no rettifica has replaced, whatever its day; `last`: as it was when that was the last of all. */
export function lineFacts(db: Db, scope: Scope | ActionsScope, last?: number) {
  return withScope(db, scope)
    .selectFrom("scope")
    .crossJoin("action_year")
    .crossJoin("status_line as line")
    .select([
      "line.sequence",
      "line.place",
      "line.action_year_id",
      "line.to_status",
      "line.progress",
      "line.due_on",
      "line.target_action_year_id",
      "line.effective_on",
      "line.recorded_at",
      sql<0 | 1>`line.evidence_commitment is not null`.as("has_evidence"),
    ])
    .whereRef("action_year.plan_action_id", "=", "scope.id")
    .whereRef("line.action_year_id", "=", "action_year.id")
    .where(inForce("line", last));
}
