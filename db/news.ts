import { sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import { heldOn, inForce } from "./life.ts";
import type { Db } from "./open.ts";

type NewsAsked = { day: Day; after: number | null; by: string; offices?: readonly string[]; limit: number };

/**
 * What others recorded over all plans, newest first, for the desks; lines that a rettifica replaced are not told. `after`:
 * only what came after that line, and `of` says how much that is; `offices`: only what they answer for today.
 */
export function listNews(db: Db, { day, after, by, offices, limit }: NewsAsked) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .innerJoin("plan_action_version as version", (join) =>
      join.onRef("version.plan_action_id", "=", "plan_action.id").on(heldOn("version", day)),
    )
    .leftJoin("office", "office.id", "line.author_office_id")
    .select([
      "line.sequence",
      "plan.code as plan",
      "plan_action.code as code",
      "version.title",
      "action_year.year",
      "line.to_status",
      "line.progress",
      "line.recorded_at",
      "line.author_role",
      "office.name as author_office",
      sql<0 | 1>`line.evidence_commitment is not null`.as("has_evidence"),
      (after === null ? sql<number>`0` : sql<number>`count(*) over ()`).as("of"),
    ])
    .where("line.author_id", "!=", by)
    .where("line.effective_on", "<=", day)
    .where(inForce("line"))
    .$if(after !== null, (query) => query.where("line.sequence", ">", after))
    .$if(offices !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom("action_year_office as held")
            .innerJoin("office as own", "own.id", "held.office_id")
            .select("held.id")
            .whereRef("held.action_year_id", "=", "line.action_year_id")
            .where("own.code", "in", offices!.length > 0 ? offices! : [""])
            .where(heldOn("held", day)),
        ),
      ),
    )
    .orderBy("line.sequence", "desc")
    .limit(limit)
    .execute();
}
