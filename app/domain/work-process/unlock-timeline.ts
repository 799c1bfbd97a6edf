import {
  type Day,
  dayAfter,
  daysBetween,
  earlierOf,
  firstDayOf,
  lastDayOf,
  laterOf,
  type Viewpoint,
  yearOf,
} from "../days.ts";
import type { ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type Situation, situationOf } from "../status/situations.ts";
import type { Status } from "../status/status-steps.ts";
import { type ClaimOnDay, mayHold } from "./claims-on-day.ts";
import { bestClaim, explanationOf } from "./explanation.ts";
import type { LevelChange } from "./level-history.ts";
import type { Level } from "./levels.ts";
import { riseOf } from "./rise.ts";

/** An annualità that answers for the work of a claim, from the beginning of its year to its completion or its term. */
export type TimelineBar = {
  planActionId: number;
  year: number;
  status: Status;
  progress: number;
  situation: Situation;
  from: Day;
  until: Day;
  /** How far its lateness has come, where it is late. */
  lateUntil: Day | null;
};

/** A level over some days. `since`: the day from which it holds; `isForecast`: for days after the one that is looked at. */
export type LevelSpan = { level: Level; since: Day; from: Day; until: Day; isForecast: boolean };

export type UnlockTimeline = { from: Day; until: Day; day: Day; bars: TimelineBar[]; levels: LevelSpan[] };

/**
 * The work that takes away what blocks a process and its level over time, real until the day looked at and then as forecast (R8), with
 * what is late recovered by the end of the year: what the figure draws. Null where no claim is to be drawn.
 */
export function unlockTimeline(
  process: ProcessOnDay,
  history: readonly LevelChange[],
  at: Viewpoint,
): UnlockTimeline | null {
  const bars = barsOf(drawnClaims(process), at);
  if (bars.length === 0) return null;
  const rise = riseDay(process, at);
  const last = [at.day, ...bars.map((bar) => bar.until), ...(rise ? [rise.on] : [])].reduce(laterOf);
  const from = firstDayOf(yearOf(bars.map((bar) => bar.from).reduce(earlierOf)));
  const whole = daysBetween(from, lastDayOf(yearOf(last)));
  const until = dayAfter(lastDayOf(yearOf(last)), Math.round(Math.max(LEAST_ROOM, whole * ROOM)));
  const real = realSpans(history, from, at.day);
  return {
    from,
    until,
    day: at.day,
    bars,
    levels: [...real, ...forecastSpans(process, rise, at.day, until)],
  };
}

/** The room after the last year in which what the level becomes is read: a part of the whole, and days at least. */
const ROOM = 0.2;
const LEAST_ROOM = 240;

/** For each blocker the claim that does most; where none may act, those that were not rejected. */
export function drawnClaims({ blockers }: ProcessOnDay): ClaimOnDay[] {
  const acting = blockers.flatMap(({ claims }) => bestClaim(claims.filter(mayHold)) ?? []);
  if (acting.length > 0) return acting;
  return blockers.flatMap(({ claims }) => claims.filter(({ state }) => state !== "rejected"));
}

function barsOf(claims: readonly ClaimOnDay[], at: Viewpoint): TimelineBar[] {
  const needed = claims.flatMap(({ needs }) => needs.flatMap(({ years }) => years));
  const answers = new Map(needed.map(({ named, answer }) => [(answer ?? named).id, answer ?? named]));
  return [...answers.values()].map((state) => barOf(state, at));
}

function barOf(state: ActionYearState, at: Viewpoint): TimelineBar {
  const situation = situationOf(state, at);
  const until = state.completedOn ?? state.dueOn;
  return {
    planActionId: state.planActionId,
    year: state.year,
    status: state.status,
    progress: state.progress,
    situation,
    from: earlierOf(firstDayOf(state.year), until),
    until,
    lateUntil: situation === "late" ? at.day : null,
  };
}

function realSpans(history: readonly LevelChange[], from: Day, day: Day): LevelSpan[] {
  return history.flatMap(({ level, day: since }, index): LevelSpan[] => {
    const until = history[index + 1]?.day ?? day;
    if (level === null || until <= from) return [];
    return [{ level, since, from: laterOf(since, from), until, isForecast: false }];
  });
}

function forecastSpans(
  { level }: ProcessOnDay,
  rise: { to: Level; on: Day } | null,
  day: Day,
  until: Day,
): LevelSpan[] {
  const stays = { level, since: day, from: day, until: rise?.on ?? until, isForecast: true };
  if (rise === null) return [stays];
  const becomes = { level: rise.to, since: rise.on, from: rise.on, until, isForecast: true };
  return rise.on > day ? [stays, becomes] : [becomes];
}

/** The level that the way up leads to, and the first day on which it may be there; null where nothing can be forecast. */
function riseDay(process: ProcessOnDay, at: Viewpoint): { to: Level; on: Day } | null {
  const { way } = explanationOf(process);
  if (way === null) return null;
  const rise = riseOf(way.claims, at);
  const on = rise.on ?? rise.ifRecovered;
  return on === null ? null : { to: way.to, on: laterOf(on, at.day) };
}
