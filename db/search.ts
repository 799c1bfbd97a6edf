import { type RawBuilder, sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import type { Label, SearchedAction, SearchedObjective, SearchedProcess } from "#app/domain/search.ts";
import { fold } from "#app/domain/words.ts";
import { heldOn } from "./life.ts";
import type { Db } from "./open.ts";
import { areaTitleOn } from "./plan/areas.ts";
import { listWorkProcesses } from "./work-process/work-processes.ts";

/** The actions of every plan as they held on a day, in the order of each plan. */
export function listSearchedActions(db: Db, day: Day): Promise<SearchedAction[]> {
  return db
    .selectFrom("plan_action")
    .innerJoin("plan_action_version as version", "version.plan_action_id", "plan_action.id")
    .select(["plan_action.id", "plan_action.plan_id", "plan_action.code", "version.title"])
    .where(heldOn("version", day))
    .orderBy("plan_action.ordinal")
    .execute();
}

/** The processes as they are called on a day, in the order of the catalogues. */
export async function listSearchedProcesses(db: Db, day: Day): Promise<SearchedProcess[]> {
  const processes = await listWorkProcesses(db, day);
  return processes.map(({ code, name, activity, map }) => {
    const title = activity ?? name;
    return { code, title, name, map, said: fold(`${code} ${title} ${name}`) };
  });
}

/** The objectives as they are called on a day, found also by the words of their steps, their document and their offices; the latest first. */
export async function listSearchedObjectives(db: Db, day: Day): Promise<SearchedObjective[]> {
  const rows = await db
    .selectFrom("objective")
    .innerJoin("objective_version as version", "version.objective_id", "objective.id")
    .select(["objective.code", "objective.document", "objective.number_as_written", "version.title"])
    .select(["objective.office_as_written", "objective.unit_as_written"])
    .select(["version.description", officesOn(day).as("offices"), stepTextsOn(day).as("steps")])
    .where(heldOn("version", day))
    .orderBy("objective.first_year", "desc")
    .orderBy("objective.id")
    .execute();
  return rows.map(({ code, document, title, offices, ...more }) => ({
    code,
    document,
    title,
    offices: JSON.parse(offices) as string[],
    said: fold([code, document, title, offices, ...Object.values(more)].join(" ")),
  }));
}

function officesOn(day: Day): RawBuilder<string> {
  return sql`(select json_group_array(office.name) from objective_office as held
    join office on office.id = held.office_id
    where held.objective_id = objective.id and ${heldOn("held", day)})`;
}

function stepTextsOn(day: Day): RawBuilder<string | null> {
  return sql`(select group_concat(held.text, ' ') from objective_step as step
    join objective_step_version as held on held.objective_step_id = step.id
    where step.objective_id = objective.id and ${heldOn("held", day)})`;
}

/**
 * The texts that actions share (areas, norms, who answers), each with the actions that bore it on the day. A row a text:
 * it is searched once, not once an action.
 */
export async function listLabels(db: Db, day: Day): Promise<Label[]> {
  const { rows } = await sql<Omit<Label, "actions"> & { actions: string }>`
    select 'area' as kind, area.code || ' ' || ${areaTitleOn(day)} as text, ${bearers}
    from plan_action_version as held join area on area.id = held.area_id
    where ${heldOn("held", day)} group by area.id
    union all
    select 'norm', held.norm, ${bearers} from plan_action_norm as held
    where ${heldOn("held", day)} group by held.norm
    union all
    select 'responsible', coalesce(office.name, office_group.name, upper(held.role)), ${bearers}
    from plan_action_responsible as held
    left join office on office.id = held.office_id
    left join office_group on office_group.id = held.office_group_id
    where ${heldOn("held", day)} group by held.office_id, held.office_group_id, held.role`.execute(db);
  return rows.map((row) => ({ ...row, actions: JSON.parse(row.actions) as number[] }));
}

const bearers: RawBuilder<string> = sql`json_group_array(held.plan_action_id) as actions`;
