import { today } from "#app/clock.server.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import type { AskedBlocker } from "#app/domain/work-process/blocker-edits.ts";
import { writtenLevel } from "#app/domain/level/levels.ts";
import {
  type AskedNewProcess,
  BY_HAND,
  decideNewProcess,
  nextCodeByHand,
} from "#app/domain/work-process/process-edits.ts";
import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import { formatDay } from "#app/format.ts";
import { LEVEL_LABEL, RISK_LABEL } from "#app/process-labels.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listOffices } from "#db/office/offices.ts";
import type { User } from "#db/users.ts";
import { findEditedProcess, listProcessCodes } from "#db/work-process/edited-process.ts";
import { recordNewProcess } from "#db/work-process/new-process.ts";
import { listProcessAreas } from "#db/work-process/work-processes.ts";
import { isEditOf } from "../edit/plan-action-edit.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";
import type { ProcessOutcome } from "./process-edit.server.ts";
import type { ProcessForm } from "./process-form.server.ts";
import { processErrors } from "./process-refusals.server.ts";

const MAP_BY_HAND = { code: BY_HAND, title: "Aggiunti a mano", source: "scritti dal RTD, uno per uno" };

/** What the form of a process to add proposes: the next code, and the areas that there are. */
export async function proposedForNew() {
  const areas = new Set((await listProcessAreas(db)).map(({ name }) => name));
  return { code: nextCodeByHand(await listProcessCodes(db)), areas: [...areas].sort() };
}

/** Decides and records a process that the RTD adds. The same form sent twice (a double click) adds one. */
export async function addProcess(
  user: User,
  { asked, form }: { asked: AskedNewProcess; form: ProcessForm },
): Promise<ProcessOutcome> {
  const offices = await listOffices(db);
  const taken = await listProcessCodes(db);
  const again = await editThatAdded(user, { asked, form });
  if (again !== undefined) return { ok: true, edit: again };
  const decision = decideNewProcess(asked, { offices, taken, today: today() });
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  if (!decision.ok || !why.ok)
    return {
      ok: false,
      errors: {
        ...(decision.ok ? {} : processErrors(decision.refusals)),
        ...(why.ok ? {} : groundsErrors(why)),
      },
      isConflict: false,
    };
  const { blockers } = decision;
  const process = { ...asked, blockers, ...asWritten(asked), map: MAP_BY_HAND };
  const edit = { by: authorOf(user), ...why.grounds, today: today() };
  const outcome = await recordNewProcess(db, process, edit);
  return outcome.recorded ? { ok: true, edit: outcome.edit } : addProcess(user, { asked, form });
}

/** The edit of this very form, sent before by the same hand, when the process is still as it made it. */
async function editThatAdded(
  user: User,
  { asked, form }: { asked: AskedNewProcess; form: ProcessForm },
): Promise<number | undefined> {
  const same = await findEditedProcess(db, asked.code);
  if (!same || same.retiredOn !== null) return undefined;
  const decision = decideNewProcess(asked, { offices: await listOffices(db), taken: [], today: today() });
  const content = (text: string, offices: readonly string[], blockers: readonly AskedBlocker[]) =>
    seenKey({
      text,
      offices: [...offices].sort(),
      blockers: blockers.map(({ kind, subkind, extent, removability }) => [
        kind,
        subkind,
        extent,
        removability,
      ]),
    });
  const isSame =
    decision.ok &&
    content(JSON.stringify(asWritten(asked).asWritten), asked.offices, decision.blockers) ===
      content(
        same.as_written,
        same.offices.map(({ code }) => code),
        same.blockers,
      );
  return isSame && (await isEditOf(same.lastEdit, user, form.grounds)) ? same.lastEdit : undefined;
}

/** What the RTD wrote, kept as the row of a map is; the level in the words of the form. */
function asWritten(asked: AskedNewProcess): { asWritten: ColumnAsWritten[]; levelAsWritten: string } {
  const { name, activity, area, written, risk, onPaper, observedOn } = asked;
  const level = LEVEL_LABEL[writtenLevel(written)];
  const columns: [string, string | null][] = [
    ["Processo", name],
    ["Attività", activity],
    ["Area", area],
    ["Livello", level],
    ["Rischio", risk && RISK_LABEL[risk]],
    ["Supporti cartacei", onPaper === null ? null : onPaper ? "SI" : "NO"],
    ["Così dal", formatDay(observedOn)],
  ];
  return {
    asWritten: columns.flatMap(([column, text]) => (text ? [{ column, text, resolved: null }] : [])),
    levelAsWritten: level,
  };
}
