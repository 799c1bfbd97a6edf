import type { Day } from "#app/domain/days.ts";
import type { Db } from "./open.ts";
import { areaHeldOn, areaTitleOn } from "./plan/areas.ts";
import type { Schema } from "./schema.ts";

/** Whether the program's tables are there: a file may also be empty, or of something else. `known`: one of those asked about. */
export async function hasTables(db: Db, known: keyof Schema = "status_line"): Promise<boolean> {
  const tables = await db.introspection.getTables();
  return tables.some((table) => table.name === known);
}

/** Every area of every plan, as it is called on a day, and where it was written. */
export function listAreaSources(db: Db, day: Day) {
  return db
    .selectFrom("area")
    .innerJoin("plan", "plan.id", "area.plan_id")
    .select(["plan.code as plan", "area.code", "area.responsibles_as_written", "area.source"])
    .select(areaTitleOn(day).as("title"))
    .where(areaHeldOn(day))
    .orderBy("plan.first_year")
    .orderBy("area.plan_id")
    .orderBy("area.ordinal")
    .execute();
}

/** The identity of every action of every plan, and the action as it is written in its source: nothing that a day changes. */
export function listPlanActionSources(db: Db) {
  return db
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .selectAll("plan_action")
    .select("plan.code as plan")
    .orderBy("plan_action.id")
    .execute();
}

export type PlacedLine = Awaited<ReturnType<typeof listPlacedLines>>[number];

/** Every line with its place among those of its annualità and what it says it stands on, in order of recording, for the verification (R3). */
export function listPlacedLines(db: Db) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select([
      "line.sequence",
      "line.place",
      "line.replaces_sequence",
      "line.action_year_id",
      "line.from_status",
      "line.to_status",
      "line.effective_on",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
    ])
    .orderBy("line.sequence")
    .execute();
}

/**
 * The lines whose rescheduling points where none may (R1): nowhere, to the annualità itself, or to an action that neither is
 * theirs nor continues it. The chain does not show it: it names the plan and the year of a target, not its action.
 */
export function listStrayReschedulings(db: Db) {
  return db
    .withRecursive("continued(id, by_id)", (cte) =>
      cte
        .selectFrom("plan_action")
        .select(["id", "id as by_id"])
        .union(
          cte
            .selectFrom("continued")
            .innerJoin("plan_action as next", "next.continues_id", "continued.by_id")
            .select(["continued.id", "next.id as by_id"]),
        ),
    )
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .leftJoin("continued", (join) =>
      join
        .onRef("continued.id", "=", "action_year.plan_action_id")
        .onRef("continued.by_id", "=", "target.plan_action_id"),
    )
    .select(["line.sequence", "plan.code as plan", "plan_action.code as action", "action_year.year"])
    .where("line.to_status", "=", "rescheduled")
    .where((eb) => eb.or([eb("target.id", "is not", null), eb("line.from_status", "<>", "rescheduled")]))
    .where((eb) =>
      eb.or([eb("continued.id", "is", null), eb("target.id", "=", eb.ref("line.action_year_id"))]),
    )
    .orderBy("line.sequence")
    .execute();
}
