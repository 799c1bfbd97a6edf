import type { Db } from "../open.ts";

/** The priorities that documents give to their objectives, as written. */
export function listPriorities(db: Db) {
  return db
    .selectFrom("objective_priority")
    .select(["document", "ordinal", "area", "text"])
    .orderBy("id")
    .execute();
}

/** Where documents do not agree, with themselves or with one another, and of which objective, where it is one. */
export function listObjectiveDiscrepancies(db: Db) {
  return db
    .selectFrom("objective_discrepancy as one")
    .leftJoin("objective", "objective.id", "one.objective_id")
    .select(["objective.code as objective", "one.detail", "one.source"])
    .orderBy("one.id")
    .execute();
}

const REPORTED = ["step_report", "objective_figure", "indicator_reading"] as const;

/** For which office people reported, by the ids of what they did: its code, which facts of pages do not have. */
export async function listAuthorOffices(db: Db) {
  const [reports, figures, readings] = await Promise.all(
    REPORTED.map((table) =>
      db
        .selectFrom(table)
        .innerJoin("office", "office.id", `${table}.author_office_id`)
        .select([`${table}.id`, "office.code"])
        .execute(),
    ),
  );
  const byId = (rows: { id: number; code: string }[]) => new Map(rows.map(({ id, code }) => [id, code]));
  return { reports: byId(reports!), figures: byId(figures!), readings: byId(readings!) };
}
