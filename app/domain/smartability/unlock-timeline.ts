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
import { claimsOf, type ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type Situation, situationOf } from "../status/situations.ts";
import type { Status } from "../status/status-steps.ts";
import { type ClaimOnDay, mayHold } from "../level/claims-on-day.ts";
import { bestClaim, explanationOf } from "./explanation.ts";
import { type AssumedLevel, assumedLevels } from "./forecast.ts";
import type { LevelChange } from "../level/level-history.ts";
import type { Level } from "../level/levels.ts";
import { assumingWay, endOfRunningYear } from "./rise.ts";

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

/** `hangsOn`: whether the levels as forecast would be others if no claim were confirmed, or nothing late were recovered. */
export type UnlockTimeline = {
  from: Day;
  until: Day;
  day: Day;
  bars: TimelineBar[];
  levels: LevelSpan[];
  hangsOn: { confirmation: boolean; recovery: boolean };
};

/**
 * The work that takes away what blocks a process and its level over time, real until the day looked at and then as forecast (R8), with
 * what is late recovered by the end of the year and the claims that raise it confirmed: what the figure draws. Null where no claim
 * is to be drawn.
 */
export function unlockTimeline(
  process: ProcessOnDay,
  history: readonly LevelChange[],
  at: Viewpoint,
): UnlockTimeline | null {
  const bars = barsOf(drawnClaims(process, at), at);
  if (bars.length === 0) return null;
  const claims = explanationOf(process, at).way?.claims ?? [];
  const recoveredOn = endOfRunningYear(at);
  const forecast = assumedLevels(process, assumingWay({ claims }, at, recoveredOn));
  const last = [...bars.map((bar) => bar.until), ...forecast.map(({ on }) => on)].reduce(laterOf);
  const from = firstDayOf(yearOf(bars.map((bar) => bar.from).reduce(earlierOf)));
  const whole = daysBetween(from, lastDayOf(yearOf(last)));
  const until = dayAfter(lastDayOf(yearOf(last)), Math.round(Math.max(LEAST_ROOM, whole * ROOM)));
  const real = realSpans(history, from, at.day);
  return {
    from,
    until,
    day: at.day,
    bars,
    levels: [...real, ...forecastSpans(forecast, until)],
    hangsOn: {
      confirmation: isOther(forecast, assumedLevels(process, { at, recoveredOn })),
      recovery: isOther(forecast, assumedLevels(process, assumingWay({ claims }, at, null))),
    },
  };
}

/** The room after the last year in which what the level becomes is read: a part of the whole, and days at least. */
const ROOM = 0.2;
const LEAST_ROOM = 240;

/** For each blocker the claim by which the level would rise, or the one that does most; where none may act, those not rejected. */
export function drawnClaims(process: ProcessOnDay, at: Viewpoint): ClaimOnDay[] {
  const raising = explanationOf(process, at).way?.claims ?? [];
  const acting = process.blockers.flatMap(
    ({ id, claims }) =>
      raising.find(({ blockerId }) => blockerId === id) ?? bestClaim(claims.filter(mayHold)) ?? [],
  );
  return acting.length > 0 ? acting : claimsOf(process).filter(({ state }) => state !== "rejected");
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

function forecastSpans(levels: readonly AssumedLevel[], until: Day): LevelSpan[] {
  return levels.map(({ on, level }, index) => ({
    ...{ level, since: on, from: on, until: levels[index + 1]?.on ?? until },
    isForecast: true,
  }));
}

function isOther(some: readonly AssumedLevel[], others: readonly AssumedLevel[]): boolean {
  return (
    some.length !== others.length ||
    some.some(({ on, level }, index) => on !== others[index]!.on || level !== others[index]!.level)
  );
}
