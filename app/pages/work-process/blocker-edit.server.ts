import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import type { ProcessOnDay } from "#app/domain/smartability.ts";
import { type AskedBlocker, decideBlocker } from "#app/domain/work-process/blocker-edits.ts";
import { notFound } from "#app/http.server.ts";
import type { User } from "#db/users.ts";
import {
  type StandingBlocker,
  writeBlocker,
  writeBlockerRetirement,
  writeNewBlocker,
} from "#db/work-process/blocker-edits.ts";
import type { EditedProcess } from "#db/work-process/edited-process.ts";
import {
  hangingOn,
  type ProcessOutcome,
  recordChange,
  seenOf,
  standingProcessOr404,
} from "./process-edit.server.ts";
import type { ProcessForm } from "./process-form.server.ts";
import { blockerErrors } from "./process-refusals.server.ts";
import { levelsOnDay } from "./smartability.server.ts";

type FoundBlocker = { process: EditedProcess; blocker: StandingBlocker };
type Form = { asked: AskedBlocker; form: ProcessForm };

/** The blocker that an address names, of a process that stands; undefined where it was retired, 404 where there never was one. */
export async function blockerToEditOr404(
  params: Params,
  user: User,
): Promise<{ process: EditedProcess; blocker: StandingBlocker | undefined }> {
  const process = await standingProcessOr404(params, user);
  const ordinal = /^[1-9]\d{0,3}$/.test(params.ordinal ?? "") ? Number(params.ordinal) : 0;
  const blocker = process.blockers.find((one) => one.ordinal === ordinal);
  if (!blocker && !process.retiredOrdinals.includes(ordinal))
    throw notFound(`Il processo ${process.code} non ha un blocco ${params.ordinal ?? ""}.`);
  return { process, blocker };
}

/** The same, of a blocker that stands: of one retired there is nothing to edit. */
export async function standingBlockerOr404(params: Params, user: User): Promise<FoundBlocker> {
  const { process, blocker } = await blockerToEditOr404(params, user);
  if (!blocker)
    throw notFound(
      `Il blocco ${params.ordinal} del processo ${process.code} è stato ritirato: non si modifica più.`,
    );
  return { process, blocker };
}

/** A process as it stands today, with its level and what explains it. */
export async function processToday({ code }: EditedProcess): Promise<ProcessOnDay> {
  return (await levelsOnDay(asOfNow(today()))).find((process) => process.code === code)!;
}

/** Decides and records a blocker that a process turns out to have. */
export function addBlocker(
  process: EditedProcess,
  user: User,
  { asked, form }: Form,
): Promise<ProcessOutcome> {
  const others = process.blockers;
  const decision = decideBlocker(asked, { others, addedTo: process.written });
  return recordChange(process, user, form, {
    refused: decision.ok ? undefined : blockerErrors(decision),
    isMade: ({ blockers }) => blockers.some((one) => isAs(one, asked)),
    seenIn: async (one) => seenOf(one),
    write: (writing) => writeNewBlocker(writing, process.id, asked),
  });
}

/** Decides and records what is understood of a blocker. Its claims stay; on a structural one none acts (R7). */
export function changeBlocker(
  { process, blocker }: FoundBlocker,
  user: User,
  { asked, form }: Form,
): Promise<ProcessOutcome> {
  const others = process.blockers.filter(({ id }) => id !== blocker.id);
  const decision = decideBlocker(asked, { others, addedTo: null });
  return recordChange(process, user, form, {
    refused: decision.ok ? undefined : blockerErrors(decision),
    isMade: ({ blockers }) => blockers.some((one) => one.id === blocker.id && isAs(one, asked)),
    seenIn: async (one) => seenOf(one),
    write: (writing) => writeBlocker(writing, blocker, asked),
  });
}

/** Records the retirement of a blocker with what hangs on it, as the person saw it. */
export function retireBlocker(
  { process, blocker }: FoundBlocker,
  user: User,
  form: ProcessForm,
): Promise<ProcessOutcome> {
  return recordChange(process, user, form, {
    refused: undefined,
    isMade: ({ blockers }) => !blockers.some(({ id }) => id === blocker.id),
    seenIn: async (one, tx) => (await hangingOn(one, blocker.ordinal, tx)).seen,
    write: (writing) => writeBlockerRetirement(writing, blocker),
  });
}

function isAs(blocker: AskedBlocker, asked: AskedBlocker): boolean {
  return contentOf(blocker) === contentOf(asked);
}

function contentOf({ kind, subkind, extent, basis, removability, note }: AskedBlocker): string {
  return seenKey({ kind, subkind, extent, basis, removability, note });
}
