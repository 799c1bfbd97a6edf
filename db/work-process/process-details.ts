import type { Day } from "#app/domain/days.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";

/** What is noted beside the blockers that stand on a day, where there is something: those of all processes, or of one. */
export function listBlockerNotes(db: Db, day: Day, processId?: number) {
  return db
    .selectFrom("blocker")
    .innerJoin("blocker_version as version", "version.blocker_id", "blocker.id")
    .select(["blocker.id", "version.note"])
    .where(heldOn("version", day))
    .where("version.note", "is not", null)
    .$if(processId !== undefined, (query) => query.where("blocker.work_process_id", "=", processId!))
    .execute();
}

/**
 * The claims on a process as they stood on a day: why and how sure, who left them in that state, and why. Names of people are not
 * in it.
 */
export function listClaimsOnDay(db: Db, processId: number, day: Day) {
  return db
    .selectFrom("unblock_claim as claim")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .innerJoin("unblock_claim_version as version", (join) =>
      join.onRef("version.unblock_claim_id", "=", "claim.id").on(heldOn("version", day)),
    )
    .innerJoin("edit", "edit.id", "version.opened_by_edit_id")
    .leftJoin("office", "office.id", "edit.author_office_id")
    .select([
      "claim.id",
      "claim.confidence",
      "claim.rationale",
      "claim.source",
      "edit.reason",
      "edit.author_role",
      "office.name as author_office",
    ])
    .where("blocker.work_process_id", "=", processId)
    .orderBy("claim.id")
    .execute();
}

/** Which catalogue a process comes from, whether or not it stands: undefined for a code that nobody has. */
export function findProcessLife(db: Db, code: string) {
  return db
    .selectFrom("work_process")
    .innerJoin("work_process_version as version", "version.work_process_id", "work_process.id")
    .select((eb) => [
      "work_process.observed_on",
      eb.fn.min("version.held_from_on").as("held_from_on"),
      eb.fn.max("version.held_until_on").as("held_until_on"),
    ])
    .where("work_process.code", "=", code)
    .groupBy("work_process.id")
    .executeTakeFirst();
}
