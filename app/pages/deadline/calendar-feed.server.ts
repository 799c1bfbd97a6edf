import { createHash, randomBytes } from "node:crypto";
import { planActionAddress } from "#app/addresses.ts";
import { now, today } from "#app/clock.server.ts";
import { deadlineWords, explanationWords } from "#app/deadline-sentences.ts";
import { type Deadline, inOrder, isOfPerson, legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import { asOfNow, yearOf } from "#app/domain/days.ts";
import { mayKeepCalendar } from "#app/domain/permissions.ts";
import { forbidden } from "#app/http.server.ts";
import {
  calendarAddress,
  deadlinesAddress,
  monitoringAddress,
  objectiveAddress,
} from "#app/objective-addresses.ts";
import type { CalendarEntry } from "#app/outside/calendar.server.ts";
import { ownOrigin } from "#app/own-address.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findFeedOwner, recordFeed } from "#db/deadline/calendar-feeds.ts";
import { findUser, type User } from "#db/users.ts";
import { deadlinesOn } from "./deadlines.server.ts";

/** The length of a secret, in bytes: 256 bits. */
const SECRET = 32;

/** Who may keep a calendar of their own, or the 403 page. */
export async function requireCalendarKeeper(request: Request): Promise<User> {
  const user = await requireUser(request);
  if (!mayKeepCalendar(user))
    throw forbidden("Il calendario contiene le scadenze di chi ne risponde: con il tuo ruolo non ne hai.");
  return user;
}

/** A new address for a person's calendar, told this once; undefined, and nothing done, where another form came first. */
export async function renewCalendar(user: User, seen: number, request: Request): Promise<string | undefined> {
  const token = randomBytes(SECRET).toString("base64url");
  const isDone = await recordFeed(db, { userId: user.id, tokenHash: hashOf(token), at: now() }, seen);
  return isDone ? `${ownOrigin(request)}${calendarAddress()}/${token}.ics` : undefined;
}

export function revokeCalendar(user: User, seen: number): Promise<boolean> {
  return recordFeed(db, { userId: user.id, tokenHash: null, at: now() }, seen);
}

/** The person whose calendar is at an address, while it works and they may still sign in and keep one. */
export async function ownerOf(file: string): Promise<User | undefined> {
  const [, token] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
  const feed = token && (await findFeedOwner(db, hashOf(token)));
  const user = feed ? await findUser(db, feed.user_id) : undefined;
  return user && mayKeepCalendar(user) ? user : undefined;
}

/** What a person still has to do, the RTD of everyone, and what the law asks of all, from the beginning of this year to the end of the next. */
export async function calendarOf(user: User, request: Request): Promise<CalendarEntry[]> {
  const at = asOfNow(today());
  const years = [yearOf(at.day), yearOf(at.day) + 1];
  const all = await deadlinesOn(at);
  const theirs = user.role === "rtd" ? all : all.filter((one) => isOfPerson(one, user));
  return inOrder([...theirs, ...years.flatMap((year) => legalDeadlinesOf(year, at))])
    .filter(({ day, standing }) => standing !== "done" && years.includes(yearOf(day)))
    .map((one) => entryOf(one, ownOrigin(request)));
}

function entryOf(deadline: Deadline, origin: string): CalendarEntry {
  return {
    uid: `${deadline.id}@${new URL(origin).hostname}`,
    day: deadline.day,
    summary: deadlineWords(deadline),
    description: explanationWords(deadline),
    address: `${origin}${pathTo(deadline)}`,
  };
}

function pathTo(deadline: Deadline): string {
  if (deadline.kind === "action-year")
    return `${planActionAddress(deadline.plan, deadline.code)}#anno-${deadline.year}`;
  if (deadline.kind === "step") return `${objectiveAddress(deadline.objective)}#punto-${deadline.ordinal}`;
  if (deadline.kind === "round") return monitoringAddress(deadline.round);
  return `${deadlinesAddress({ anno: yearOf(deadline.day) })}#norma-${deadline.legal.name}`;
}

/** A secret of 256 bits is not guessed from its hash: no salt, no slow function. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
