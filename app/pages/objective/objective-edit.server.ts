import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { type AskedObjective, decideObjective } from "#app/domain/objective/objective-edits.ts";
import { objectiveEdits } from "#app/domain/objective/objective-history.ts";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { changesWords } from "#app/objective-edit-sentences.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import { type EditedObjective, findEditedObjective } from "#db/objective/edited-objective.ts";
import { recordObjectiveEdit, writeObjective } from "#db/objective/objective-edits.ts";
import { listObjectiveRows } from "#db/objective/objective-rows.ts";
import { listOffices } from "#db/office/offices.ts";
import type { Writing } from "#db/plan-action/plan-action-life.ts";
import type { User } from "#db/users.ts";
import { isEditOf } from "../edit/plan-action-edit.server.ts";
import { groundsOf } from "../edit/plan-action-history.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import type { ObjectiveForm } from "./objective-form.server.ts";
import { OBJECTIVE_CHANGED_MEANWHILE, objectiveErrors } from "./objective-refusals.server.ts";

/** `edit` is 0 where the objective already was as asked, and nothing was written. */
export type ObjectiveOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Objectives, their weights and their links are the RTD's to change (R11): 403 for the others. */
export function mustEditObjectives(user: User): void {
  if (!mayEditObjectives(user)) throw forbidden("Gli obiettivi e i loro pesi li modifica il RTD.");
}

/** The objective that an address names, as it was last written; or the 404 page. */
export async function editedObjectiveOr404(params: Params): Promise<EditedObjective> {
  const objective = await findEditedObjective(db, params.code ?? "");
  if (!objective) throw notFound("Non c’è un obiettivo con questo codice.");
  return objective;
}

/** The same, for who may edit it: 404 where there is none, 403 for all but the RTD. */
export async function objectiveToEditOr404(params: Params, user: User): Promise<EditedObjective> {
  const objective = await editedObjectiveOr404(params);
  mustEditObjectives(user);
  return objective;
}

/** How many edits of an objective are told at most to the slower of two windows. */
const MOST_TOLD = 10;

/** Who last wrote something of an objective, what, when and why: the slower of two windows is told those that they have not seen. */
export async function lastEditsOf({ id }: Pick<EditedObjective, "id">) {
  const last = objectiveEdits(await listObjectiveRows(db, id)).slice(-MOST_TOLD);
  const made = await listEdits(
    db,
    last.map(({ edit }) => edit),
  );
  return made.map((edit, index) => ({ ...groundsOf(edit), words: changesWords(last[index]!.changes) }));
}

/** A change that somebody asks for: what the rules say of it, whether it is made already (read again, where it has to be), how it is written. */
export type AskedChange = {
  refused: FormErrors | undefined;
  isMade: (objective: EditedObjective) => boolean | Promise<boolean>;
  write: (writing: Writing) => Promise<void>;
};

/**
 * Decides and records an edit of an objective, or of what hangs on it. When someone was faster, that is what the person is told. The same
 * form sent twice (a double click) is one edit: the objective is read again, for what was decided may have been decided after the other was written.
 */
export async function recordObjectiveChange(
  { code }: Pick<EditedObjective, "code">,
  user: User,
  form: ObjectiveForm,
  asked: AskedChange,
): Promise<ObjectiveOutcome> {
  const objective = (await findEditedObjective(db, code))!;
  if (objective.lastEdit !== form.seen) return sentAgainOrConflict(objective, user, form, asked);
  if (asked.refused === undefined && (await asked.isMade(objective))) return { ok: true, edit: 0 };
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  if (asked.refused !== undefined || !why.ok)
    return {
      ok: false,
      errors: { ...asked.refused, ...(why.ok ? {} : groundsErrors(why)) },
      isConflict: false,
    };
  const outcome = await recordObjectiveEdit(
    db,
    { objectiveId: objective.id, expected: form.seen, today: today() },
    { by: authorOf(user), ...why.grounds },
    asked.write,
  );
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return sentAgainOrConflict((await findEditedObjective(db, code))!, user, form, asked);
}

async function sentAgainOrConflict(
  objective: EditedObjective,
  user: User,
  { grounds }: ObjectiveForm,
  { isMade }: AskedChange,
): Promise<ObjectiveOutcome> {
  if ((await isMade(objective)) && (await isEditOf(objective.lastEdit, user, grounds)))
    return { ok: true, edit: objective.lastEdit };
  return { ok: false, errors: { seen: [OBJECTIVE_CHANGED_MEANWHILE] }, isConflict: true };
}

/** Decides and records what an objective says of itself, and its offices. */
export async function rewordObjective(
  objective: EditedObjective,
  user: User,
  { asked, form }: { asked: AskedObjective; form: ObjectiveForm },
): Promise<ObjectiveOutcome> {
  const held = objective.offices.map(({ code }) => code);
  const decision = decideObjective(asked, { offices: await listOffices(db), held, today: today() });
  return recordObjectiveChange(objective, user, form, {
    refused: decision.ok ? undefined : objectiveErrors(decision.refusals),
    isMade: (one) => seenKey(askedOf(one)) === seenKey(inOrder(asked)),
    write: (writing) => writeObjective(writing, objective.id, asked),
  });
}

/** What a form would ask for that leaves an objective as it is. */
export function askedOf(objective: EditedObjective): AskedObjective {
  const { title, description, kind, is_transversal, weight, offices } = objective;
  const isTransversal = is_transversal === 1;
  return inOrder({
    title,
    description,
    kind,
    isTransversal,
    weight,
    offices: offices.map(({ code }) => code),
  });
}

function inOrder({ offices, ...objective }: AskedObjective): AskedObjective {
  return { ...objective, offices: [...offices].sort() };
}
