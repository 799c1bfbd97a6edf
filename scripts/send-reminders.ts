import type { MailSettings } from "#app/outside/mail.server.ts";
import { sendMessage } from "#app/outside/mail.server.ts";
import { nextAttemptAt } from "#app/domain/monitoring/retries.ts";
import type { Db } from "#db/open.ts";
import { isReminderDue, recordSendFailure, recordSent, takeDueReminder } from "#db/monitoring/reminders.ts";

/** How often the server looks whether a reminder is due, in milliseconds. */
const LOOK_EVERY = 5_000;

type Clocks = {
  /** The machine's moment, which attempts wait by. */
  machineNow: () => string;
  /** The moment of what is recorded: in the demonstration, that of its day. */
  now: () => string;
};

/** Sends the reminders that wait, one after the other, beside the pages and never in their way, as long as the server runs. */
export function sendReminders(db: Db, settings: MailSettings, clocks: Clocks): void {
  const look = async () => {
    await sendDue(db, settings, clocks).catch((error: unknown) =>
      console.error("I solleciti non sono partiti:", error),
    );
    setTimeout(() => void look(), LOOK_EVERY).unref();
  };
  setTimeout(() => void look(), LOOK_EVERY).unref();
}

/**
 * Sends every reminder that is due. What the server refuses, or does not answer, is tried again later; the reason stays beside it. Should the program
 * die between the sending and the writing, the message goes a second time, with the same key (docs/decisions/0020).
 */
export async function sendDue(
  db: Db,
  settings: MailSettings,
  { machineNow, now }: Clocks,
  send: typeof sendMessage = sendMessage,
): Promise<void> {
  while (await isReminderDue(db, machineNow())) {
    const due = await takeDueReminder(db, machineNow(), nextAttemptAt);
    if (!due) return;
    const { recipient, subject, body } = due;
    const key = `sollecito-${due.id}-${Date.parse(due.recorded_at)}`;
    const outcome = await send(settings, { key, recipient, subject, body });
    if (outcome.sent) await recordSent(db, due.id, now());
    else await recordSendFailure(db, due.id, outcome.why);
  }
}
