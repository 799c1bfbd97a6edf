import { sql } from "kysely";
import { authoredBy } from "../authored.ts";
import type { Author } from "../chain.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { lastCounted, type MonitoringRow } from "./monitorings.ts";

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

/** What a round asks, office by office in the order of the organisation, with the names that do not change: codes, years, ordinals. */
export function listItems(db: Db, monitoringId: number) {
  return db
    .selectFrom("monitoring_item as item")
    .innerJoin("office", "office.id", "item.office_id")
    .leftJoin("action_year", "action_year.id", "item.action_year_id")
    .leftJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .leftJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("objective_step as step", "step.id", "item.objective_step_id")
    .leftJoin("objective", "objective.id", "step.objective_id")
    .select([
      "item.id",
      "item.monitoring_id",
      "office.code as office",
      "office.name as office_name",
      "item.action_year_id",
      "item.objective_step_id",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "objective.code as objective",
      "step.ordinal as step",
      "step.code_as_written as step_code",
    ])
    .where("item.monitoring_id", "=", monitoringId)
    .orderBy("office.id")
    .orderBy("item.id")
    .execute();
}

/** What was recorded on what a round asks, since it opened and, of a closed one, until it closed: in order of recording. */
export async function listSinceOpening(db: Db, round: MonitoringRow) {
  const last = lastCounted(round);
  return {
    lines: await listLinesSince(db, round, last.sequence),
    parts: await listPartsSince(db, round, last.contribution),
    reports: await listReportsSince(db, round, last.report),
    confirmations: await listConfirmations(db, round),
  };
}

function listLinesSince(db: Db, { id, after_sequence }: MonitoringRow, last: number) {
  return db
    .selectFrom("status_line as line")
    .leftJoin("office", "office.id", "line.author_office_id")
    .select([
      "line.action_year_id",
      "line.to_status as status",
      "line.progress",
      "line.recorded_at",
      "line.author_id",
      "line.author_role",
      "office.code as author_office",
      sql<0 | 1>`line.evidence_commitment is not null`.as("has_evidence"),
    ])
    .where("line.sequence", ">", after_sequence)
    .where("line.sequence", "<=", last)
    .where("line.action_year_id", "in", (eb) =>
      eb
        .selectFrom("monitoring_item")
        .select("action_year_id")
        .where("monitoring_id", "=", id)
        .where("action_year_id", "is not", null)
        .$castTo<{ action_year_id: number }>(),
    )
    .orderBy("line.sequence")
    .execute();
}

function listPartsSince(db: Db, { after_contribution_id }: MonitoringRow, last: number) {
  return db
    .selectFrom("contribution")
    .innerJoin("office", "office.id", "contribution.office_id")
    .select([
      "contribution.action_year_id",
      "office.code as office",
      "contribution.status",
      "contribution.progress",
      "contribution.recorded_at",
      "contribution.author_id",
      sql<0 | 1>`contribution.evidence is not null`.as("has_evidence"),
    ])
    .where("contribution.id", ">", after_contribution_id)
    .where("contribution.id", "<=", last)
    .orderBy("contribution.id")
    .execute();
}

function listReportsSince(db: Db, { after_report_id }: MonitoringRow, last: number) {
  return db
    .selectFrom("step_report as report")
    .leftJoin("office", "office.id", "report.author_office_id")
    .select([
      "report.id",
      "report.objective_step_id",
      "report.recorded_at",
      "report.author_id",
      "report.author_role",
      "office.code as author_office",
    ])
    .where("report.id", ">", after_report_id)
    .where("report.id", "<=", last)
    .orderBy("report.id")
    .execute();
}

function listConfirmations(db: Db, { id }: MonitoringRow) {
  return db
    .selectFrom("monitoring_confirmation as confirmation")
    .innerJoin("monitoring_item as item", "item.id", "confirmation.monitoring_item_id")
    .select(["confirmation.monitoring_item_id", "confirmation.recorded_at", "confirmation.author_id"])
    .where("item.monitoring_id", "=", id)
    .execute();
}

/** The last contribution of every office to every annualità, up to a given one: what stood when a round opened or, up to the very last, now. */
export function listLatestParts(db: Db, upToId: number) {
  return db
    .selectFrom("contribution")
    .innerJoin("office", "office.id", "contribution.office_id")
    .select([
      "contribution.id",
      "contribution.action_year_id",
      "office.code as office",
      "contribution.status",
      "contribution.progress",
      "contribution.effective_on",
      "contribution.note",
    ])
    .where("contribution.id", "in", (eb) =>
      eb
        .selectFrom("contribution as last")
        .select((one) => one.fn.max("last.id").as("id"))
        .where("last.id", "<=", upToId)
        .groupBy(["last.action_year_id", "last.office_id"]),
    )
    .orderBy("contribution.id")
    .execute();
}

/**
 * Confirms items of which nothing new is to be written: steps of objectives, and contributions that stay of the day that they were given for. Confirming
 * twice is confirming once; in a round that is closed nothing is confirmed any more.
 */
export function recordConfirmations(db: Db, itemIds: readonly number[], by: Author): Promise<void> {
  return inWriteTransaction(db, async (tx) => {
    const open = await tx
      .selectFrom("monitoring_item as item")
      .innerJoin("monitoring", "monitoring.id", "item.monitoring_id")
      .select("item.id as monitoring_item_id")
      .where("item.id", "in", [0, ...itemIds])
      .where("monitoring.closed_at", "is", null)
      .execute();
    if (open.length === 0) return;
    const authored = await authoredBy(tx, by);
    await tx
      .insertInto("monitoring_confirmation")
      .values(open.map((item) => ({ ...item, note: null, ...authored })))
      .onConflict((conflict) => conflict.column("monitoring_item_id").doNothing())
      .execute();
  });
}
