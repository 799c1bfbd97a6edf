import type { Params } from "@remix-run/react";
import { machineNow, today } from "#app/clock.server.ts";
import { MOST_ATTEMPTS } from "#app/domain/monitoring/retries.ts";
import { count, momentWithArticle } from "#app/format.ts";
import { monitoringAddress } from "#app/objective-addresses.ts";
import { ownOrigin } from "#app/own-address.server.ts";
import { readMailSettings } from "#app/outside/mail.server.ts";
import { db } from "#db/connection.server.ts";
import type { MonitoringRow } from "#db/monitoring/monitorings.ts";
import { listLatestReminders, type ReminderRow } from "#db/monitoring/reminders.ts";
import { listOffices } from "#db/office/offices.ts";
import { findSetting } from "#db/settings.ts";
import { itemRowOf, toldRound } from "./item-rows.server.ts";
import { reminderText } from "./reminder-text.server.ts";
import { officeStandingOr404 } from "./standing.server.ts";

/** The reminder of an office in a round as it would be now, with the last one that went, or waits to go, by e-mail. */
export async function reminderOr404(request: Request, params: Params) {
  const { round, office, items } = await officeStandingOr404(params);
  const waiting = items.map(itemRowOf).filter(({ answer }) => answer.state === "waiting");
  const text = reminderText({
    round: toldRound(round),
    office,
    waiting,
    address: ownOrigin(request) + monitoringAddress(round.id, "uffici", office.code),
    entity: (await findSetting(db, "entity_name")) ?? null,
    today: today(),
  });
  const recipient = (await listOffices(db)).find(({ code }) => code === office.code)?.email ?? null;
  const last = (await listLatestReminders(db, round.id)).find((one) => one.office === office.code) ?? null;
  const canSend = readMailSettings().kind === "on";
  return { round, office, waiting: waiting.length, recipient, last, canSend, ...text };
}

/** What has become of the last reminder of each office, by its code. */
export async function reminderWordsByOffice(round: MonitoringRow): Promise<Map<string, string>> {
  const reminders = await listLatestReminders(db, round.id);
  const isClosed = round.closed_at !== null;
  return new Map(reminders.map((reminder) => [reminder.office, reminderWords(reminder, isClosed)]));
}

/** "inviato il 16/10/2026 alle 9:41", "in coda", "non inviato dopo 3 tentativi, si riprova …": with what the mail server said. */
export function reminderWords(
  { attempts, next_attempt_at, sent_at, last_error }: ReminderRow,
  isClosed: boolean,
): string {
  if (sent_at !== null) return `inviato ${momentWithArticle(sent_at)}`;
  if (attempts === 0) return isClosed ? `mai inviato: ${CLOSED}` : "in coda, parte tra poco";
  const said = last_error === null ? "" : `: «${last_error}»`;
  const tried = `non inviato dopo ${count(attempts, "tentativo", "tentativi")}${said}`;
  if (attempts >= MOST_ATTEMPTS) return `${tried}; non si riprova più`;
  if (isClosed || next_attempt_at === null) return `${tried}; non si riprova: ${CLOSED}`;
  const minutes = Math.max(1, Math.ceil((Date.parse(next_attempt_at) - Date.parse(machineNow())) / 60_000));
  return `${tried}; si riprova tra ${count(minutes, "minuto", "minuti")}`;
}

const CLOSED = "il giro è chiuso";
