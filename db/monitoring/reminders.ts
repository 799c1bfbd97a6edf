import { authoredBy } from "../authored.ts";
import type { Author } from "../chain.ts";
import { findOfficeId } from "../office/offices.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findMonitoring } from "./monitorings.ts";

export type ReminderRow = Awaited<ReturnType<typeof listLatestReminders>>[number];

/** The last reminder of each office in a round, by e-mail; offices that never had one are not among them. */
export function listLatestReminders(db: Db, monitoringId: number) {
  return db
    .selectFrom("reminder")
    .innerJoin("office", "office.id", "reminder.office_id")
    .selectAll("reminder")
    .select("office.code as office")
    .where("reminder.id", "in", (eb) =>
      eb
        .selectFrom("reminder as last")
        .select((one) => one.fn.max("last.id").as("id"))
        .where("last.monitoring_id", "=", monitoringId)
        .groupBy("last.office_id"),
    )
    .execute();
}

export type NewReminder = {
  monitoringId: number;
  office: string;
  recipient: string;
  subject: string;
  body: string;
  by: Author;
  /** The machine's moment from which it may be sent. */
  dueAt: string;
};

/** Why a reminder was not queued: its round was closed meanwhile, or another one was queued. */
export type ReminderOutcome = { queued: true } | { queued: false; moved: "closed" | "last" };

/**
 * Queues a reminder. `last`: the one that the person saw as the office's last, 0 where there was none; with another one there by now nothing is written: the
 * button pressed twice by the same hand queues one, and has queued it. One that waits unsent gives way to the new one.
 */
export function recordReminder(db: Db, reminder: NewReminder, last: number): Promise<ReminderOutcome> {
  const { monitoringId, office, recipient, subject, body, by, dueAt } = reminder;
  return inWriteTransaction(db, async (tx): Promise<ReminderOutcome> => {
    const round = await findMonitoring(tx, monitoringId);
    if (round?.closed_at !== null) return { queued: false, moved: "closed" };
    const [before, second] = await listLastOf(tx, monitoringId, office);
    if ((before?.id ?? 0) !== last) {
      const isAgain = (second?.id ?? 0) === last && before!.author_id === by.id && before!.body === body;
      return isAgain ? { queued: true } : { queued: false, moved: "last" };
    }
    if (before)
      await tx.updateTable("reminder").set({ next_attempt_at: null }).where("id", "=", before.id).execute();
    await tx
      .insertInto("reminder")
      .values({
        monitoring_id: monitoringId,
        office_id: await findOfficeId(tx, office),
        recipient,
        subject,
        body,
        next_attempt_at: dueAt,
        sent_at: null,
        last_error: null,
        ...(await authoredBy(tx, by)),
      })
      .execute();
    return { queued: true };
  });
}

/** The last two reminders of an office in a round, newest first. */
function listLastOf(tx: Db, monitoringId: number, office: string) {
  return tx
    .selectFrom("reminder")
    .innerJoin("office", "office.id", "reminder.office_id")
    .select(["reminder.id", "reminder.author_id", "reminder.body"])
    .where("reminder.monitoring_id", "=", monitoringId)
    .where("office.code", "=", office)
    .orderBy("reminder.id", "desc")
    .limit(2)
    .execute();
}

/** The reminders that may be sent at a moment: of a round that is closed, none. */
function dueReminders(db: Db, now: string) {
  return db
    .selectFrom("reminder")
    .innerJoin("monitoring", "monitoring.id", "reminder.monitoring_id")
    .where("monitoring.closed_at", "is", null)
    .where("reminder.next_attempt_at", "<=", now);
}

/**
 * Takes the reminder that is due first, if any is, and counts the attempt before it is made: another program does not take the same one, and one that
 * dies half-way is tried again when the wait is over.
 */
export function takeDueReminder(
  db: Db,
  now: string,
  nextAttemptAt: (attempts: number, lastAt: string) => string | null,
) {
  return inWriteTransaction(db, async (tx) => {
    const due = await dueReminders(tx, now)
      .selectAll("reminder")
      .orderBy("reminder.next_attempt_at")
      .orderBy("reminder.id")
      .limit(1)
      .executeTakeFirst();
    if (!due) return undefined;
    const attempts = due.attempts + 1;
    await tx
      .updateTable("reminder")
      .set({ attempts, next_attempt_at: nextAttemptAt(attempts, now) })
      .where("id", "=", due.id)
      .execute();
    return due;
  });
}

/** Whether any reminder is due: asked without taking the database for a write, because it is asked every few seconds. */
export async function isReminderDue(db: Db, now: string): Promise<boolean> {
  const due = await dueReminders(db, now).select("reminder.id").limit(1).executeTakeFirst();
  return due !== undefined;
}

export async function recordSent(db: Db, id: number, at: string): Promise<void> {
  await db
    .updateTable("reminder")
    .set({ sent_at: at, next_attempt_at: null, last_error: null })
    .where("id", "=", id)
    .execute();
}

/** The longest answer of a mail server that is kept, in characters. */
const LONGEST_ERROR = 300;

export async function recordSendFailure(db: Db, id: number, why: string): Promise<void> {
  const last_error = why.replace(/\s+/g, " ").slice(0, LONGEST_ERROR);
  await db.updateTable("reminder").set({ last_error }).where("id", "=", id).execute();
}
