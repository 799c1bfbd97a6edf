import type { AskedItem } from "#app/domain/monitoring/asked-items.ts";
import type { TypedOpening } from "#app/domain/monitoring/openings.ts";
import { authoredBy } from "../authored.ts";
import type { Author } from "../chain.ts";
import { insertMany } from "../insert-many.ts";
import { type Db, inWriteTransaction } from "../open.ts";

export type MonitoringRow = NonNullable<Awaited<ReturnType<typeof findMonitoring>>>;

/** Every round, the open one first, then the latest. */
export function listMonitorings(db: Db) {
  return db
    .selectFrom("monitoring")
    .selectAll()
    .orderBy((eb) => eb("closed_at", "is", null), "desc")
    .orderBy("id", "desc")
    .execute();
}

export function findMonitoring(db: Db, id: number) {
  return db.selectFrom("monitoring").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The round that is open, if one is: there is never more than one (a unique index says so, too). */
export function findOpenMonitoring(db: Db) {
  return db.selectFrom("monitoring").selectAll().where("closed_at", "is", null).executeTakeFirst();
}

/**
 * Opens a round in the caller's transaction, with what each office is asked; from the contributions, reports and lines that there are, what
 * comes after them is an answer.
 */
export async function insertMonitoring(
  tx: Db,
  { opening, items, by }: { opening: TypedOpening; items: readonly AskedItem[]; by: Author },
): Promise<number> {
  const { id } = await tx
    .insertInto("monitoring")
    .values({
      title: opening.title,
      looked_at_on: opening.lookedAtOn,
      due_on: opening.dueOn,
      note: opening.note === "" ? null : opening.note,
      after_contribution_id: await findLastId(tx, "contribution"),
      after_report_id: await findLastId(tx, "step_report"),
      ...(await authoredBy(tx, by)),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const offices = await tx.selectFrom("office").select(["id", "code"]).execute();
  const idOf = new Map(offices.map((office) => [office.code, office.id]));
  const rows = items.map(({ office, actionYearId, objectiveStepId }) => ({
    monitoring_id: id,
    office_id: idOf.get(office)!,
    action_year_id: actionYearId,
    objective_step_id: objectiveStepId,
  }));
  await insertMany(tx, "monitoring_item", rows);
  return id;
}

/** The last line, contribution and report that count for a round: those there were when it was closed; while it is open, all do. */
export function lastCounted(round: MonitoringRow) {
  return {
    sequence: round.closed_after_sequence ?? EVERY,
    contribution: round.closed_after_contribution_id ?? EVERY,
    report: round.closed_after_report_id ?? EVERY,
  };
}

const EVERY = Number.MAX_SAFE_INTEGER;

/**
 * Closes a round: what is recorded afterwards answers nothing any more, told by the order of recording, because two moments can be the same. False
 * for one that was closed meanwhile, which stays as it was closed; the same form sent twice by the same hand closes once. Reminders that wait to be
 * sent are sent no more.
 */
export function recordClosing(
  db: Db,
  id: number,
  { note, by }: { note: string; by: Author },
): Promise<boolean> {
  return inWriteTransaction(db, async (tx) => {
    const closing_note = note === "" ? null : note;
    const round = await findMonitoring(tx, id);
    if (round?.closed_at !== null)
      return round?.closed_by_id === by.id && round.closing_note === closing_note;
    const { recorded_at, after_sequence } = await authoredBy(tx, by);
    await tx
      .updateTable("monitoring")
      .set({
        closed_at: recorded_at,
        closed_by_id: by.id,
        closed_after_sequence: after_sequence,
        closed_after_contribution_id: await findLastId(tx, "contribution"),
        closed_after_report_id: await findLastId(tx, "step_report"),
        closing_note,
      })
      .where("id", "=", id)
      .execute();
    await tx.updateTable("reminder").set({ next_attempt_at: null }).where("monitoring_id", "=", id).execute();
    return true;
  });
}

async function findLastId(tx: Db, table: "contribution" | "step_report"): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.coalesce(eb.fn.max("id"), eb.val(0)).as("last"))
    .executeTakeFirstOrThrow();
  return last;
}
