import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import type { Db } from "../open.ts";

/** What the maps say of every process, as written: nothing that a day changes. */
export async function listProcessSources(db: Db) {
  const rows = await db
    .selectFrom("work_process")
    .select(["id", "level_as_written", "as_written", "source_section", "source_row"])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, as_written: JSON.parse(row.as_written) as ColumnAsWritten[] }));
}

/** The teams that the maps name for each process, as written. */
export function listProcessTeams(db: Db) {
  return db
    .selectFrom("work_process_team")
    .select(["work_process_id", "name"])
    .orderBy("work_process_id")
    .orderBy("ordinal")
    .execute();
}

export function listProcessPhases(db: Db) {
  return db
    .selectFrom("work_process_phase")
    .select(["work_process_id", "text"])
    .orderBy("work_process_id")
    .orderBy("ordinal")
    .execute();
}

/** What was noted of how each process was read. */
export function listProcessRemarks(db: Db) {
  return db
    .selectFrom("work_process_remark")
    .select(["work_process_id", "kind", "detail"])
    .orderBy("work_process_id")
    .orderBy("ordinal")
    .execute();
}

/** Every claim, whatever the day: why it was made, how sure it is, from where. */
export function listClaimRationales(db: Db) {
  return db
    .selectFrom("unblock_claim")
    .select(["id", "confidence", "rationale", "source"])
    .orderBy("id")
    .execute();
}

/** The actions that each claim names, in the order of plans: once without a year or, where it is narrowed, once for each annualità. */
export function listClaimedWork(db: Db) {
  return db
    .selectFrom("unblock_claim_action as named")
    .innerJoin("plan_action", "plan_action.id", "named.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("unblock_claim_year as only")
          .innerJoin("action_year", "action_year.id", "only.action_year_id")
          .select(["only.unblock_claim_id", "action_year.plan_action_id", "action_year.year"])
          .as("narrowed"),
      (join) =>
        join
          .onRef("narrowed.unblock_claim_id", "=", "named.unblock_claim_id")
          .onRef("narrowed.plan_action_id", "=", "named.plan_action_id"),
    )
    .select(["named.unblock_claim_id", "plan.code as plan", "plan_action.code", "narrowed.year"])
    .orderBy("named.unblock_claim_id")
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .orderBy("narrowed.year")
    .execute();
}

/** Every turn in order of recording (R7), with codes for offices and opaque ids for people, and what was answered. */
export function listTurnRecords(db: Db) {
  return db
    .selectFrom("turn")
    .innerJoin("work_process", "work_process.id", "turn.work_process_id")
    .leftJoin("office", "office.id", "turn.author_office_id")
    .leftJoin("edit", "edit.id", "turn.caused_by_edit_id")
    .leftJoin("turn_answer", "turn_answer.turn_id", "turn.id")
    .leftJoin("edit as answering", "answering.id", "turn_answer.edit_id")
    .leftJoin("office as answering_office", "answering_office.id", "answering.author_office_id")
    .select([
      "turn.id",
      "work_process.code as process",
      "turn.from_level",
      "turn.to_level",
      "turn.effective_on",
      "turn.recorded_at",
      "turn.author_id",
      "turn.author_role",
      "office.code as author_office",
      "turn.caused_by_sequence",
      "edit.reason as edit_reason",
      "turn.after_sequence",
      "turn_answer.answer",
      "answering.reason as answer_reason",
      "answering.recorded_at as answered_at",
      "answering.author_role as answered_by_role",
      "answering_office.code as answered_by_office",
    ])
    .orderBy("turn.id")
    .execute();
}
