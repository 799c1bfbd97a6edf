import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { proposalWords } from "#app/components/work-process/typed-words.ts";
import { mayProposeClaim } from "#app/domain/permissions.ts";
import { forbidden, goneMeanwhile, notFound } from "#app/http.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { findStandingBlockerVersion, isRetiredBlocker } from "#db/work-process/blocker-edits.ts";
import { type WorkProcessOnDay, workProcessesOnDay } from "../work-process/smartability.server.ts";

/** The blocker that an address names, for who may propose a claim on it: 404 where it does not stand today, 403 where it is others'. */
export async function blockerToClaimOr404(params: Params, user: User) {
  const process = await standingProcessOr404(params.code);
  const blocker = process.onDay.blockers.find(({ ordinal }) => String(ordinal) === params.ordinal);
  if (!blocker) throw notFound("Questo processo non ha un blocco con questo numero, o è stato ritirato.");
  if (!mayProposeClaim(user, { offices: codesOf(process) }))
    throw forbidden("Uno sblocco lo propongono il RTD e gli uffici del processo.");
  return { process, blocker, version: await findStandingBlockerVersion(db, blocker.id) };
}

/** The same for who sends a form: where the blocker was there and was retired meanwhile, 409 with what was typed. */
export async function blockerToClaimOr409(params: Params, user: User, typed: Record<string, string>) {
  const ordinal = Number(params.ordinal);
  if (await isRetiredBlocker(db, params.code ?? "", ordinal))
    throw goneMeanwhile("Il blocco, o il suo processo, è stato ritirato.", proposalWords(typed));
  return blockerToClaimOr404(params, user);
}

/** A process that stands today, by code. */
export async function standingProcessOr404(code: string | undefined): Promise<WorkProcessOnDay> {
  const processes = await workProcessesOnDay(asOfNow(today()));
  const process = processes.find((one) => one.code === code);
  if (!process) throw notFound("Non c’è un processo con questo codice, o è stato ritirato.");
  return process;
}

/** The offices that a process is given to, as permissions know them. */
export function codesOf({ offices }: WorkProcessOnDay): string[] {
  return offices.map(({ code }) => code);
}
