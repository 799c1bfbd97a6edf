import type { Day } from "#app/domain/days.ts";
import type { BlockerOnDay, ProcessOnDay } from "#app/domain/smartability.ts";
import type { ActionYearState } from "#app/domain/status/action-years.ts";
import { situationOf } from "#app/domain/status/situations.ts";
import { type ClaimOnDay, type NeededAction, standsOf } from "#app/domain/level/claims-on-day.ts";
import { liftedOf } from "#app/domain/smartability/explanation.ts";
import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import { asideWords, type Known } from "#app/claim-sentences.ts";
import type { Told } from "#app/components/situation.tsx";
import { db } from "#db/connection.server.ts";
import { listBlockerNotes, listClaimsOnDay } from "#db/work-process/process-details.ts";
import type { claimedActionsOnDay } from "./smartability.server.ts";

type Actions = Awaited<ReturnType<typeof claimedActionsOnDay>>;
type KnownActions = Omit<Known, "actions"> & { actions: Actions };

export type ToldBlocker = Awaited<ReturnType<typeof toldBlockers>>[number];
export type ToldClaim = ToldBlocker["claims"][number];

/** The blockers of a process on a day, each with its note and the claims on it as they stood, with who left them so. */
export async function toldBlockers(process: ProcessOnDay, quote: string | null, known: KnownActions) {
  const { day } = known.at;
  const notes = new Map((await listBlockerNotes(db, day, process.id)).map(({ id, note }) => [id, note]));
  const sources = new Map((await listClaimsOnDay(db, process.id, day)).map((row) => [row.id, row]));
  const since = sinceWhen(process);
  return process.blockers.map(({ claims, ...blocker }) => ({
    ...blocker,
    note: notes.get(blocker.id) ?? null,
    quote: blocker.ordinal === 1 && blocker.basis === "stated" ? quote : null,
    since: since.get(blocker.id) ?? null,
    claims: claims.map((claim) => toldClaim(claim, sources.get(claim.id)!, known)),
  }));
}

type ClaimSource = Awaited<ReturnType<typeof listClaimsOnDay>>[number];

function toldClaim(claim: ClaimOnDay, source: ClaimSource, known: KnownActions) {
  const { id, state, effect, since } = claim;
  return {
    ...source,
    ...{ id, state, effect, since },
    stands: standsOf(claim),
    aside: asideWords(claim, known),
    actions: claim.needs.map((need) => ({
      id: need.planActionId,
      name: known.actions.get(need.planActionId) ?? null,
      years: toldYears(need, known),
    })),
  };
}

/** The annualità of an action that a claim names, and those that answer for them, by year. */
function toldYears({ years }: NeededAction, { actions, at }: KnownActions): Told[] {
  const states = new Map<number, { state: ActionYearState; answer: ActionYearState }>();
  for (const { named, answer = named } of years) {
    states.set(named.id, { state: named, answer });
    if (!states.has(answer.id)) states.set(answer.id, { state: answer, answer });
  }
  return [...states.values()]
    .sort((a, b) => a.state.year - b.state.year)
    .map(({ state, answer }) => {
      const origins = years.filter((one) => one.answer?.id === state.id && one.named.id !== state.id);
      const { year, status, progress, dueOn } = state;
      return {
        ...{ year, status, progress, dueOn },
        situation: situationOf(state, at),
        target: answer === state ? null : targetOf(answer, state, actions),
        origins: origins.map(({ named }) => named.year),
      };
    });
}

function targetOf(answer: ActionYearState, from: ActionYearState, actions: Actions) {
  const owner = actions.get(answer.planActionId);
  const inNextPlan = answer.planActionId !== from.planActionId;
  return {
    plan: owner?.plan ?? "",
    code: owner?.code ?? "",
    year: answer.year,
    beyondPlan: false,
    inNextPlan,
  };
}

/** Since when each blocker is removed or reduced, by id. */
function sinceWhen(process: ProcessOnDay): Map<BlockerOnDay["id"], Day> {
  return new Map(liftedOf(process).map(({ blocker, from }) => [blocker.id, from]));
}

/** Levels that say no more than themselves. */
const BARE = /^(no|s[iì]|in parte|esternalizzato|dipende|attività (non )?smartizzabili)\.?$/i;

/** What the map writes of why: in the level itself where it says more than the level, else among the organisational conditions. */
export function quoteOf(level: string, columns: readonly ColumnAsWritten[]): string | null {
  if (!BARE.test(level.trim())) return level;
  const conditions = columns.find(({ column }) => column === "Condizioni organizzative");
  return (conditions?.resolved ?? conditions?.text) || null;
}

/** The years that the claims ask for, for the columns of the table. */
export function yearsAsked(blockers: readonly ToldBlocker[]): number[] {
  const told = blockers.flatMap(({ claims }) =>
    claims.flatMap(({ actions }) => actions.flatMap(({ years }) => years)),
  );
  return [...new Set(told.map(({ year }) => year))].sort((a, b) => a - b);
}
