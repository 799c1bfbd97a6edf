import { canonicalJson } from "#app/domain/history-chain.ts";
import type { AskedIndicator, TypedReading } from "#app/domain/objective/indicator-decisions.ts";
import { authoredBy } from "../authored.ts";
import type { Db } from "../open.ts";
import { endRows, opened, type Writing } from "../plan-action/plan-action-life.ts";
import { type AddedOutcome, recordAdded } from "./added-rows.ts";
import { isStillTheirs, type Keeping } from "./keeping.ts";

export type StandingIndicator = Awaited<ReturnType<typeof listStandingIndicators>>[number];

/** The indicators of an objective as they are now, in their order. */
export function listStandingIndicators(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_indicator as indicator")
    .innerJoin("objective_indicator_version as version", "version.objective_indicator_id", "indicator.id")
    .select(["indicator.id", "indicator.ordinal", "version.id as version_id", "version.name", "version.unit"])
    .select(["version.start_value", "version.target_value", "version.direction", "version.source"])
    .where("indicator.objective_id", "=", objectiveId)
    .where("version.held_until_on", "is", null)
    .orderBy("indicator.ordinal")
    .execute();
}

/** Adds an indicator, after all those that its objective has. */
export async function writeNewIndicator(
  writing: Writing,
  objective_id: number,
  asked: AskedIndicator,
): Promise<void> {
  const { last } = await writing.tx
    .selectFrom("objective_indicator")
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .where("objective_id", "=", objective_id)
    .executeTakeFirstOrThrow();
  const { id } = await writing.tx
    .insertInto("objective_indicator")
    .values({ objective_id, ordinal: (last ?? 0) + 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertVersion(writing, id, asked);
}

/** What an indicator says becomes as asked; what was read of it stays. */
export async function writeIndicator(
  writing: Writing,
  { id, version_id }: StandingIndicator,
  asked: AskedIndicator,
): Promise<void> {
  await endRows(writing, "objective_indicator_version", [version_id]);
  await insertVersion(writing, id, asked);
}

async function insertVersion(
  writing: Writing,
  objective_indicator_id: number,
  { name, unit, start, target, direction, source }: AskedIndicator,
): Promise<void> {
  const says = { name, unit, start_value: start, target_value: target, direction, source };
  await writing.tx
    .insertInto("objective_indicator_version")
    .values({ objective_indicator_id, ...says, ...opened(writing) })
    .execute();
}

/** The last two values read of an indicator, newest first, whatever day they are of. */
export function listLastReadings(db: Db, indicatorId: number) {
  return db
    .selectFrom("indicator_reading as reading")
    .leftJoin("office", "office.id", "reading.author_office_id")
    .selectAll("reading")
    .select("office.name as author_office")
    .where("reading.objective_indicator_id", "=", indicatorId)
    .orderBy("reading.id", "desc")
    .limit(2)
    .execute();
}

/** Records a value read of an indicator (R9). `last`: the last one that the form was built from; 0 for none. */
export function recordReading(
  db: Db,
  { indicatorId, reading }: { indicatorId: number; reading: TypedReading },
  { keeping, last }: { keeping: Keeping; last: number },
): Promise<AddedOutcome> {
  const { value, effectiveOn: effective_on, note } = reading;
  const content = {
    value,
    effective_on,
    note,
    evidence: reading.evidence && canonicalJson(reading.evidence),
  };
  return recordAdded(db, {
    last,
    by: keeping.by,
    content,
    listLast: (tx) => listLastReadings(tx, indicatorId),
    moved: async (tx) => ((await isStillTheirs(tx, keeping)) ? undefined : "hands"),
    insert: async (tx) =>
      tx
        .insertInto("indicator_reading")
        .values({ objective_indicator_id: indicatorId, ...content, ...(await authoredBy(tx, keeping.by)) })
        .returning("id")
        .executeTakeFirstOrThrow(),
  });
}
