import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { mayProposeClaim } from "#app/domain/permissions.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { findStandingBlockerVersion } from "#db/work-process/blocker-edits.ts";
import { type WorkProcessOnDay, workProcessesOnDay } from "./smartability.server.ts";

/** The blocker that an address names, for who may propose a claim on it: 404 where it does not stand today, 403 where it is others'. */
export async function blockerToClaimOr404(params: Params, user: User) {
  const process = await standingProcessOr404(params.code);
  const blocker = process.onDay.blockers.find(({ ordinal }) => String(ordinal) === params.ordinal);
  if (!blocker) throw notFound("Questo processo non ha un blocco con questo numero, o è stato ritirato.");
  if (!mayProposeClaim(user, { offices: codesOf(process) }))
    throw forbidden("Uno sblocco lo propongono il RTD e gli uffici del processo.");
  return { process, blocker, version: await findStandingBlockerVersion(db, blocker.id) };
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
