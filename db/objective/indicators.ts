import type { IndicatorFacts } from "#app/domain/objective/indicators.ts";
import type { Db } from "../open.ts";

/** The indicators of an objective, or of all, with all their lives and what was read of them (R9). What holds on a day is told by `indicatorsOn`. */
export async function listIndicatorFacts(db: Db, objectiveId?: number): Promise<IndicatorFacts> {
  return {
    indicators: await listIndicators(db, objectiveId),
    readings: await listReadings(db, objectiveId),
  };
}

function listIndicators(db: Db, objectiveId: number | undefined) {
  return db
    .selectFrom("objective_indicator as indicator")
    .innerJoin("objective_indicator_version as version", "version.objective_indicator_id", "indicator.id")
    .select(["indicator.id", "indicator.objective_id", "indicator.ordinal"])
    .select(["version.name", "version.unit", "version.start_value", "version.target_value"])
    .select(["version.direction", "version.source", "version.held_from_on", "version.held_until_on"])
    .$if(objectiveId !== undefined, (query) => query.where("indicator.objective_id", "=", objectiveId!))
    .orderBy("indicator.objective_id")
    .orderBy("indicator.ordinal")
    .orderBy("version.id")
    .execute();
}

function listReadings(db: Db, objectiveId: number | undefined) {
  return db
    .selectFrom("indicator_reading as reading")
    .innerJoin("objective_indicator as indicator", "indicator.id", "reading.objective_indicator_id")
    .leftJoin("office", "office.id", "reading.author_office_id")
    .select(["reading.id", "reading.objective_indicator_id", "reading.value", "reading.effective_on"])
    .select(["reading.note", "reading.evidence", "reading.recorded_at", "reading.author_role"])
    .select("office.name as author_office")
    .$if(objectiveId !== undefined, (query) => query.where("indicator.objective_id", "=", objectiveId!))
    .orderBy("reading.id")
    .execute();
}
