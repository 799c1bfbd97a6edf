import { type Expression, type SqlBool, sql } from "kysely";

/**
 * True for the rows of a table with a life (design, section 3) that held on a day: from `held_from_on` to the day before
 * `held_until_on`. The one place that knows it; use as `.where(heldOn("plan_action_version", day))`.
 */
export function heldOn(table: string, day: string | Expression<string | null>): Expression<SqlBool> {
  const from = sql.ref(`${table}.held_from_on`);
  const until = sql.ref(`${table}.held_until_on`);
  return sql<SqlBool>`${from} <= ${day} and (${until} is null or ${until} > ${day})`;
}

/**
 * True for the lines of history that no rettifica has replaced (R3): only these count. `table`: the name that `status_line` has in the query;
 * `last`: the line up to which history is read, where it is not read to its end.
 */
export function inForce(table: string, last?: number): Expression<SqlBool> {
  const sequence = sql.ref(`${table}.sequence`);
  const replacing = sql`select 1 from status_line as later where later.replaces_sequence = ${sequence}`;
  return last === undefined
    ? sql<SqlBool>`not exists (${replacing})`
    : sql<SqlBool>`${sequence} <= ${last} and not exists (${replacing} and later.sequence <= ${last})`;
}
