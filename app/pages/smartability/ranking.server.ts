import type { Viewpoint } from "#app/domain/days.ts";
import type { ActionYearState } from "#app/domain/status/action-years.ts";
import { situationOf } from "#app/domain/status/situations.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { workAt, type Work } from "#app/domain/level/claimed-work.ts";
import { peopleOf } from "#app/domain/work-process/people.ts";
import { type RankedAction, rankingOf } from "#app/domain/smartability/ranking.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import {
  claimedActionsOnDay,
  impactsOnDay,
  levelsOnDay,
  peopleByProcess,
  smartabilityFacts,
} from "../work-process/smartability.server.ts";

/** An action of the ranking as it is shown: called by its name, with its open annualità and how many processes it would raise. */
export type RankingRow = Awaited<ReturnType<typeof rankingOnDay>>["rows"][number];

/**
 * The open actions by what they unlock on a day (R8). `awaited`: every action that some claim waits for, by its name, also those that
 * raise nothing: what a supposition may name.
 */
export function rankingOnDay(at: Viewpoint) {
  return whileUnchanged(["classifica degli sblocchi", at.day, at.isOver], async () => {
    const actions = await claimedActionsOnDay(at);
    const { ranked, without } = rankingOf(await levelsOnDay(at), await impactsOnDay(at), [...actions.keys()]);
    const work = workAt((await smartabilityFacts()).work, at);
    const teams = await peopleByProcess();
    const rows = ranked.flatMap((step) => {
      const action = actions.get(step.planActionId);
      if (action === undefined) return [];
      const people = peopleOf(step.alone, teams);
      return [{ ...action, ...countsOf(step), people, years: openYears(action.id, work) }];
    });
    const named = [...rows, ...without.flatMap((id) => actions.get(id) ?? [])];
    return {
      rows,
      without: without.length,
      awaited: new Map(named.map((action) => [actionName(action), action.id])),
    };
  });
}

function countsOf({
  place,
  runningTotal,
  alone,
  withOthers,
  proposedOnly,
  proposedWithOthers,
}: RankedAction) {
  return {
    place,
    runningTotal,
    alone: alone.length,
    withOthers: withOthers.length,
    proposedOnly: proposedOnly.length,
    proposedWithOthers: proposedWithOthers.length,
  };
}

/** The annualità of an action that are still open on a day, with their situation. */
function openYears(planActionId: number, { at, states, byAction }: Work) {
  return (byAction.get(planActionId) ?? [])
    .filter(({ status }) => isOpen(status))
    .map(({ id, year, status, progress, dueOn, proven, comesFrom }) => ({
      id,
      year,
      status,
      progress,
      dueOn,
      situation: situationOf({ status, dueOn, proven }, at),
      target: null,
      origins: comesFrom.map((from): ActionYearState => states.get(from)!).map((from) => from.year),
    }));
}
