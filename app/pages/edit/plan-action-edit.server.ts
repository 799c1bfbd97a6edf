import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import { asOfNow, type Day } from "#app/domain/days.ts";
import { decideGrounds, type TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { editIdsOf, lastEditOf, type LifeRows } from "#app/domain/edit/plan-action-history.ts";
import type { Wording } from "#app/domain/edit/plan-action-edits.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import { findPlanActionLinks } from "#db/plan-action/plan-action-links.ts";
import { recordPlanActionEdit } from "#db/plan-action/plan-action-edits.ts";
import { listLifeRows, type Writing } from "#db/plan-action/plan-action-life.ts";
import type { PlanRow } from "#db/schema.ts";
import { listNorms } from "#db/plan-action/responsibles.ts";
import type { User } from "#db/users.ts";
import { forbidden } from "#app/http.server.ts";
import { closedErrors, closingReviewOf } from "../review/closed-plan.server.ts";
import { planActionOnDay, planOr404 } from "../plan/plan-on-day.server.ts";
import { toldDraftEdits, toldEdits } from "./plan-action-history.server.ts";
import { readSeenContents, seenContents } from "./seen-contents.server.ts";
import { groundsErrors } from "./plan-action-refusals.server.ts";
import type { EditForm } from "./plan-action-form.server.ts";
import { authorOf } from "#app/session.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

export type FoundAction = Awaited<ReturnType<typeof editableActionOr404>>;

export type EditOutcome =
  /** `edit` is 0 where the action already was as asked, and nothing was written. */
  { ok: true; edit: number } | { ok: false; errors: FormErrors; meanwhile: ToldEdit[] | null };

/** The action that an address names, as it is now, for who may edit it: 404 where there is none, 403 for all but the RTD. */
export async function editableActionOr404(params: Params, user: User) {
  const plan = await planOr404(params.plan);
  const found = await findAction(plan, params.code);
  mustEdit(user);
  return found;
}

export function mustEdit(user: User): void {
  if (!mayEdit(user))
    throw forbidden("Gli ambiti e le azioni del piano, i loro anni e chi ne risponde li modifica il RTD.");
}

/** An action of a plan as it is now, with the rows that its edits wrote; or the 404 page. */
export async function findAction(plan: PlanRow, code: string | undefined) {
  const { facts, action } = await planActionOnDay(plan, code, asOfNow(today()));
  const rows: LifeRows = await listLifeRows(db, action.id);
  return {
    plan,
    isAdopted: plan.adopted_on !== null,
    closedBy: await closingReviewOf(plan),
    areas: facts.areas,
    facts,
    action: { ...action, norms: await normsOf(plan, action, today()) },
    rows,
    lastEdit: lastEditOf(rows),
  };
}

/** The norms of an action on a day. */
export async function normsOf(
  plan: { id: number },
  { id, code }: { id: number; code: string },
  day: Day,
): Promise<string[]> {
  const norms = await listNorms(db, { planId: plan.id, code }, day);
  return norms.filter((one) => one.plan_action_id === id).map(({ norm }) => norm);
}

/** What every page of an edit is drawn from. */
export function editPageOf({ plan, isAdopted, closedBy, lastEdit, action, rows }: FoundAction) {
  return {
    plan,
    isAdopted,
    closedBy,
    lastEdit,
    seen: isAdopted ? null : seenContents(rows),
    today: today(),
    action: { id: action.id, code: action.code, title: action.title },
  };
}

/** What stays tied to an action whatever is edited of it. */
export function linksOf({ action }: FoundAction) {
  return findPlanActionLinks(db, action.id);
}

export function wordingOf({ action }: FoundAction): Wording {
  const { title, areaCode, weight, themes, norms } = action;
  return { title, areaCode, weight, themes, norms };
}

/** A change of an action that somebody asks for: what the rules say of it, whether it is made already, how it is written. */
export type AskedEdit = {
  refused: FormErrors | undefined;
  /** False where it changes nothing of the adopted plan: themes and norms are ours. Every edit is one unless it says so. */
  isVariation?: (found: FoundAction) => boolean;
  isMade: (found: FoundAction) => boolean;
  write: (writing: Writing) => Promise<void>;
};

/**
 * Decides and records an edit. When someone was faster, that is what the person is told, before anything the rules would
 * say of an action that they have not seen. The same form sent twice (a double click) is one edit.
 */
export async function recordEdit(
  found: FoundAction,
  user: User,
  form: EditForm,
  asked: AskedEdit,
): Promise<EditOutcome> {
  if (found.lastEdit !== form.edit) return sentAgainOrConflict(found, user, form, asked);
  if (asked.refused) return { ok: false, errors: asked.refused, meanwhile: null };
  if (asked.isMade(found)) return { ok: true, edit: 0 };
  const closed = closedErrors(found.plan, found.closedBy);
  if (closed && (asked.isVariation?.(found) ?? true)) return { ok: false, errors: closed, meanwhile: null };
  const decision = decideGrounds(form.grounds, { isAdopted: found.isAdopted, today: today() });
  if (!decision.ok) return { ok: false, errors: groundsErrors(decision), meanwhile: null };

  const outcome = await recordPlanActionEdit(
    db,
    { planActionId: found.action.id, expected: form.edit, today: today() },
    { by: authorOf(user), ...decision.grounds },
    asked.write,
  );
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return sentAgainOrConflict(await findAction(found.plan, found.action.code), user, form, asked);
}

/** Whether the last edit of an action is this very form, sent before by the same hand. */
export async function isSentAgain(
  { rows, isAdopted }: Pick<FoundAction, "rows" | "isAdopted">,
  user: User,
  { edit, grounds }: EditForm,
): Promise<boolean> {
  const ids = editIdsOf(rows);
  const [last = 0] = ids.slice(-1);
  if ((ids.at(-2) ?? 0) > edit || last <= edit) return false;
  return isEditOf(last, user, isAdopted ? grounds : null);
}

/** Whether an edit was made by a person and, where the plan is adopted, on these grounds. */
export async function isEditOf(edit: number, user: User, grounds: TypedGrounds | null): Promise<boolean> {
  const [found] = await listEdits(db, [edit]);
  if (found?.author_id !== user.id) return false;
  return (
    grounds === null ||
    (found.reason === grounds.reason &&
      (found.act_organ ?? "") === grounds.actOrgan &&
      (found.act_number ?? "") === grounds.actNumber &&
      found.act_on === grounds.actOn)
  );
}

async function sentAgainOrConflict(
  found: FoundAction,
  user: User,
  form: EditForm,
  asked: AskedEdit,
): Promise<EditOutcome> {
  if (asked.isMade(found) && (await isSentAgain(found, user, form)))
    return { ok: true, edit: found.lastEdit };
  const since = editIdsOf(found.rows).filter((id) => id > form.edit);
  return {
    ok: false,
    errors: {
      meanwhile: [
        "Nel frattempo qualcuno ha modificato questa azione: leggi che cosa, poi salva di nuovo se vale ancora",
      ],
    },
    meanwhile: await (found.isAdopted
      ? toldEdits(found.rows, since)
      : toldDraftEdits(found.rows, since, readSeenContents(form.seen))),
  };
}
