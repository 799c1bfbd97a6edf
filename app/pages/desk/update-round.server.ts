import { redirect } from "@remix-run/node";
import type { SavedInRound } from "#app/components/round/round-notice.tsx";
import type { LineFact } from "#app/domain/status/action-years.ts";
import { asOfNow, dayInRome, earlierOf } from "#app/domain/days.ts";
import { mayTakeRounds } from "#app/domain/permissions.ts";
import { placedYears, type PlanOnDay } from "#app/domain/desk/placed-years.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import {
  isSameItem,
  nextItem,
  type Recorded,
  type RoundItem,
  roundItems,
  type RoundProgress,
  roundProgress,
} from "#app/domain/desk/update-round.ts";
import { db } from "#db/connection.server.ts";
import { findLatestRound, findReported, listReportedParts, recordRoundEnd } from "#db/update-rounds.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listAdoptedPlans } from "#db/plan/plans.ts";
import { findLine } from "#db/status-lines.ts";
import type { User } from "#db/users.ts";
import { roundAddress, roundEndAddress, roundItemAddress, withQuery } from "#app/addresses.ts";
import { now, today } from "#app/clock.server.ts";
import { forbidden } from "#app/http.server.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import { ownTurns } from "../unblock-claim/own-turns.server.ts";
import { requireUser } from "#app/session.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** A person's last round, and how far it is. */
export type Round = RoundProgress & { id: number; isOpen: boolean };

/** Who is asking, when they keep annualità up; for the others there is no round (R11). */
export async function requireRoundTaker(request: Request): Promise<User> {
  const user = await requireUser(request);
  if (!mayTakeRounds(user))
    throw forbidden("Il giro di aggiornamento lo fanno il RTD, i dirigenti e i loro referenti.");
  return user;
}

/** What a round would ask of a person now. */
export function itemsNow(user: User): Promise<RoundItem[]> {
  return whileUnchanged(
    ["da chiedere", today(), user.id, user.role, ...user.offices],
    async () => {
      const plans = await adoptedPlansOnDay(asOfNow(today()));
      const contributions = await listReportedParts(db, user.offices);
      return roundItems(placedYears(plans), user, { contributions, on: today() });
    },
    (items) => items.length,
  );
}

/** The last round of a person, judged by what the plans said when it began; undefined when they never took one. */
export function latestRoundOf(user: User): Promise<Round | undefined> {
  return whileUnchanged(["giro", today(), user.id, user.role, ...user.offices], () =>
    computeLatestRound(user),
  );
}

async function computeLatestRound(user: User): Promise<Round | undefined> {
  const round = await findLatestRound(db, user.id);
  if (!round) return undefined;
  const on = earlierOf(dayInRome(round.opened_at), today());
  const parts = await listReportedParts(db, user.offices);
  const before = { contributions: parts.filter(({ id }) => id <= round.after_contribution_id) };
  const since: Recorded = {
    lines: [],
    contributions: parts.filter(({ id }) => id > round.after_contribution_id),
  };
  const then: PlanOnDay[] = [];
  for (const plan of await listAdoptedPlans(db, today())) {
    const facts = await listPlanFacts(db, { planId: plan.id }, today());
    const isBefore = ({ sequence }: LineFact) => sequence <= round.after_sequence;
    since.lines.push(...facts.lines.filter((line) => !isBefore(line)));
    then.push({
      plan,
      actions: planAt({ ...facts, lines: facts.lines.filter(isBefore) }, plan, asOfNow(on)),
    });
  }
  const items = roundItems(placedYears(then), user, { ...before, on });
  return { id: round.id, isOpen: round.closed_at === null, ...roundProgress(items, before, since) };
}

/** A person's round that is under way. */
export async function openRoundOf(user: User): Promise<Round | undefined> {
  const round = await latestRoundOf(user);
  return round?.isOpen ? round : undefined;
}

/** What a page of the round says around an item: where it stands in it, and where one goes from it without saving. */
export async function placeInRound(user: User, current: InRound) {
  const round = await openRoundOf(user);
  const index = round ? round.items.findIndex((item) => isSameItem(item, current)) : -1;
  const next = round && nextItem(round, current);
  return {
    position: index === -1 || !round ? null : { number: index + 1, total: round.items.length },
    item: round?.items[index] ?? null,
    next: round ? (next ? roundItemAddress(next) : roundEndAddress()) : roundAddress(),
  };
}

/** After an item is saved: the next one left after it or, past the last, the end of the round, which closes when nothing is left. */
export async function afterItem(
  user: User,
  current: InRound,
  saved: { registrata?: number; contributo?: number },
) {
  const round = await openRoundOf(user);
  if (!round) return redirect(withQuery(roundAddress(), saved));
  if (round.left.length === 0) await recordRoundEnd(db, round.id, now());
  const next = nextItem(round, current);
  return redirect(withQuery(next ? roundItemAddress(next) : roundEndAddress(), saved));
}

/** What the person saved last, where the address says so (`?registrata=`, `?contributo=`): told on the page that comes next. */
export async function savedInRound(request: Request, user: User): Promise<SavedInRound | null> {
  const query = new URL(request.url).searchParams;
  const part = await findReported(db, Number(query.get("contributo")));
  if (part?.author_id === user.id) return { ...part, turns: [] };
  const sequence = Number(query.get("registrata"));
  const line = await findLine(db, sequence);
  if (line?.author_id !== user.id) return null;
  const turns = await ownTurns(user, { sequences: [sequence] });
  return { ...line, office: null, status: line.to_status, turns };
}

type InRound = Pick<RoundItem, "office"> & { actionYear: { id: number } };
