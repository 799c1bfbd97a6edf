import type { ClaimsWaiting } from "#app/components/desk/waiting-claims.tsx";
import type { OwnProcesses } from "#app/components/desk/own-processes.tsx";
import { asideWords } from "#app/claim-sentences.ts";
import { asOfNow, type Day, type Viewpoint } from "#app/domain/days.ts";
import { mayAnswerTurn } from "#app/domain/permissions.ts";
import { claimsToDecide, type PlacedClaim } from "#app/domain/unblock-claim/claims-to-decide.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import { impacts } from "#app/domain/smartability/impact.ts";
import { risingOf } from "#app/domain/smartability/smartability-finding.ts";
import type { ProcessesFigures } from "#app/components/work-process/processes-line.tsx";
import { writtenLevel } from "#app/domain/level/levels.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { listTurns } from "#db/level/turns.ts";
import { claimedActionsOnDay, levelsOnDay, workProcessesOnDay } from "../work-process/smartability.server.ts";
import { waitingTurns } from "../unblock-claim/waiting-turns.server.ts";

/** What claims ask of the RTD (R7), and how many turns the offices have not answered. */
export async function claimsWaiting(day: Day): Promise<ClaimsWaiting> {
  return whileUnchanged(["sblocchi in attesa", day], async () => {
    const at = asOfNow(day);
    const known = { actions: await claimedActionsOnDay(at), at };
    const rows = new Map((await workProcessesOnDay(at)).map((process) => [process.id, process]));
    const told = ({ process, claim }: PlacedClaim) => ({
      id: claim.id,
      aside: asideWords(claim, known) ?? [],
      process: process.code,
      title: rows.get(process.id)!.title,
    });
    const { proposed, contested, void: fallen } = claimsToDecide(await levelsOnDay(at));
    return {
      proposed: proposed.length,
      contested: contested.map(told),
      fallen: fallen.map(told),
      unanswered: (await waitingTurns(day)).size,
    };
  });
}

/** The processes of a person's offices: their levels, what they wait for, and the turns that they have to answer (R7, R11). */
export async function ownProcesses(user: User, at: Viewpoint): Promise<OwnProcesses> {
  const own = (await workProcessesOnDay(at)).filter(({ offices }) =>
    offices.some(({ code }) => user.offices.includes(code)),
  );
  const officesOf = new Map(own.map(({ id, offices }) => [id, offices.map(({ code }) => code)]));
  const actions = await claimedActionsOnDay(at);
  const awaited = [...impacts(own.map(({ onDay }) => onDay))]
    .map(([id, { alone, withOthers }]) => ({ id, processes: alone.length + withOthers.length }))
    .filter(({ processes }) => processes > 0)
    .sort((a, b) => b.processes - a.processes);
  return {
    total: own.length,
    figures: figuresOf(own.map(({ onDay }) => onDay)),
    awaited: awaited.flatMap(({ id, processes }) => {
      const action = actions.get(id);
      return action ? [{ ...action, processes }] : [];
    }),
    turns: at.isOver ? [] : await turnsToAnswer(user, officesOf, at.day),
  };
}

async function turnsToAnswer(user: User, officesOf: ReadonlyMap<number, string[]>, day: Day) {
  return (await listTurns(db, { ids: [...(await waitingTurns(day))] })).flatMap((turn) => {
    const offices = officesOf.get(turn.work_process_id);
    return offices ? [{ ...turn, mayAnswer: mayAnswerTurn(user, { offices }) }] : [];
  });
}

/** How much of the work can be done in lavoro agile, for whoever reads. */
export async function processesFigures(at: Viewpoint): Promise<ProcessesFigures> {
  const processes = await levelsOnDay(at);
  const { rising, toYes, ifConfirmed } = risingOf(processes, at);
  return {
    total: processes.length,
    yes: processes.filter(({ level }) => level === "yes").length,
    written: processes.filter((process) => writtenLevel(process.written) === "yes").length,
    ...{ rising, toYes, ifConfirmed },
  };
}
