import type { Db } from "../open.ts";

/** An effettivo of an objective by its number, with the step that it is of. */
export function findReportOf(db: Db, objectiveId: number, id: number) {
  return db
    .selectFrom("step_report as report")
    .innerJoin("objective_step as step", "step.id", "report.objective_step_id")
    .selectAll("report")
    .select("step.ordinal")
    .where("step.objective_id", "=", objectiveId)
    .where("report.id", "=", id)
    .executeTakeFirst();
}

/** A figure said of an objective, by its number. */
export function findFigureOf(db: Db, objectiveId: number, id: number) {
  return db
    .selectFrom("objective_figure")
    .selectAll()
    .where("objective_id", "=", objectiveId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A value read of an indicator of an objective, by its number, with the name that the indicator has now. */
export function findReadingOf(db: Db, objectiveId: number, id: number) {
  return db
    .selectFrom("indicator_reading as reading")
    .innerJoin("objective_indicator as indicator", "indicator.id", "reading.objective_indicator_id")
    .innerJoin("objective_indicator_version as version", "version.objective_indicator_id", "indicator.id")
    .select(["reading.value", "reading.effective_on", "version.name", "version.unit"])
    .where("indicator.objective_id", "=", objectiveId)
    .where("version.held_until_on", "is", null)
    .where("reading.id", "=", id)
    .executeTakeFirst();
}

/** True for a note of an objective. */
export async function isNoteOf(db: Db, objectiveId: number, id: number): Promise<boolean> {
  const note = await db
    .selectFrom("objective_note")
    .select("id")
    .where("objective_id", "=", objectiveId)
    .where("id", "=", id)
    .executeTakeFirst();
  return note !== undefined;
}
