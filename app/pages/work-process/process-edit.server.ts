import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { dayAfter } from "#app/domain/days.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { type AskedProcess, decideProcess } from "#app/domain/work-process/process-edits.ts";
import { formatDay } from "#app/format.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import type { Db } from "#db/open.ts";
import { listOffices } from "#db/office/offices.ts";
import type { Writing } from "#db/plan-action/plan-action-life.ts";
import type { User } from "#db/users.ts";
import { type EditedProcess, findEditedProcess } from "#db/work-process/edited-process.ts";
import { listHangingOn } from "#db/work-process/hanging-on.ts";
import { recordProcessEdit, writeProcess, writeRetirement } from "#db/work-process/process-edits.ts";
import { isEditOf } from "../edit/plan-action-edit.server.ts";
import { groundsOf } from "../edit/plan-action-history.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import type { ProcessForm } from "./process-form.server.ts";
import { PROCESS_CHANGED_MEANWHILE, processErrors } from "./process-refusals.server.ts";

/** `edit` is 0 where the process already was as asked, and nothing was written. */
export type ProcessOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Processes and blockers are the RTD's to change (R11): 403 for the others. */
export function mustEditProcesses(user: User): void {
  if (!mayEdit(user)) throw forbidden("I processi e i loro blocchi li modifica il RTD.");
}

/** The process that an address names, retired ones too, for who may edit it: 404 where there is none, 403 for all but the RTD. */
export async function processToEditOr404(params: Params, user: User): Promise<EditedProcess> {
  const process = await findEditedProcess(db, params.code ?? "");
  if (!process) throw notFound("Non c’è un processo con questo codice.");
  mustEditProcesses(user);
  return process;
}

/** The same, of a process that stands: of one retired there is nothing to edit. */
export async function standingProcessOr404(params: Params, user: User): Promise<EditedProcess> {
  const process = await processToEditOr404(params, user);
  if (process.retiredOn !== null)
    throw notFound(
      `Il processo ${process.code} è stato ritirato il ${formatDay(process.retiredOn)}: non si modifica più.`,
    );
  return process;
}

/** Who last wrote something of a process, when and why: what the slower of two windows is told. */
export async function lastEditOf({ lastEdit }: EditedProcess) {
  const [edit] = await listEdits(db, [lastEdit]);
  return groundsOf(edit!);
}

/** What two windows on a process are told apart by. */
export function seenOf({ lastEdit }: EditedProcess): string {
  return String(lastEdit);
}

/** What hangs on a process, or on one blocker of it, and what two windows on its retirement are told apart by. */
export async function hangingOn(process: EditedProcess, ordinal?: number, tx: Db = db) {
  const falling = await listHangingOn(tx, process, ordinal);
  return { falling, seen: seenKey({ edit: process.lastEdit, falling }) };
}

/** A change that somebody asks for: what the rules say of it, whether it is made already, what the person saw of it, how it is written. */
export type AskedChange = {
  refused: FormErrors | undefined;
  isMade: (process: EditedProcess) => boolean;
  seenIn: (process: EditedProcess, tx: Db) => Promise<string>;
  write: (writing: Writing) => Promise<void>;
};

/**
 * Decides and records an edit of a process or of its blockers. When someone was faster, that is what the person is told. The same form
 * sent twice (a double click) is one edit.
 */
export async function recordChange(
  process: EditedProcess,
  user: User,
  form: ProcessForm,
  asked: AskedChange,
): Promise<ProcessOutcome> {
  if ((await asked.seenIn(process, db)) !== form.seen) return sentAgainOrConflict(process, user, form, asked);
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  const errors = { ...asked.refused, ...(why.ok ? {} : groundsErrors(why)) };
  if (asked.refused === undefined && asked.isMade(process)) return { ok: true, edit: 0 };
  if (asked.refused !== undefined || !why.ok) return { ok: false, errors, isConflict: false };
  const isAsSeen = async (tx: Db) => {
    const now = await findEditedProcess(tx, process.code);
    return now !== undefined && (await asked.seenIn(now, tx)) === form.seen;
  };
  const outcome = await recordProcessEdit(
    db,
    { processId: process.id, today: today(), isAsSeen },
    { by: authorOf(user), ...why.grounds },
    asked.write,
  );
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return sentAgainOrConflict((await findEditedProcess(db, process.code))!, user, form, asked);
}

async function sentAgainOrConflict(
  process: EditedProcess,
  user: User,
  { grounds }: ProcessForm,
  { isMade }: AskedChange,
): Promise<ProcessOutcome> {
  if (isMade(process) && (await isEditOf(process.lastEdit, user, grounds)))
    return { ok: true, edit: process.lastEdit };
  return { ok: false, errors: { seen: [PROCESS_CHANGED_MEANWHILE] }, isConflict: true };
}

/** Decides and records what a process is called and said to be, and its offices. */
export async function rewordProcess(
  process: EditedProcess,
  user: User,
  { asked, form }: { asked: AskedProcess; form: ProcessForm },
): Promise<ProcessOutcome> {
  const offices = await listOffices(db);
  const held = process.offices.map(({ code }) => code);
  const decision = decideProcess(asked, { offices, held, today: today() });
  return recordChange(process, user, form, {
    refused: decision.ok ? undefined : processErrors(decision.refusals),
    isMade: (one) => seenKey(askedProcessOf(one)) === seenKey(inOrder(asked)),
    seenIn: async (one) => seenOf(one),
    write: (writing) => writeProcess(writing, process.id, asked),
  });
}

/** Records the retirement of a process with all that hangs on it, as the person saw it. */
export async function retireProcess(
  process: EditedProcess,
  user: User,
  form: ProcessForm,
): Promise<ProcessOutcome> {
  return recordChange(process, user, form, {
    refused: undefined,
    isMade: ({ retiredOn }) => retiredOn !== null,
    seenIn: async (one, tx) => (await hangingOn(one, undefined, tx)).seen,
    write: (writing) => writeRetirement(writing, process.id),
  });
}

/** The last day on which a retired process stood; null where it was retired on the day that it was added for. */
export function lastDayOf({ retiredOn, observed_on }: EditedProcess): string | null {
  return retiredOn !== null && retiredOn > observed_on ? dayAfter(retiredOn, -1) : null;
}

function askedProcessOf({ name, activity, risk, onPaper, offices }: EditedProcess): AskedProcess {
  return inOrder({ name, activity, risk, onPaper, offices: offices.map(({ code }) => code) });
}

function inOrder({ offices, ...process }: AskedProcess): AskedProcess {
  return { ...process, offices: [...offices].sort() };
}
