import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { formatDay } from "#app/format.ts";
import { goneMeanwhile, notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findLink, recordUnlink, type WrittenLink } from "#db/objective/links.ts";
import type { User } from "#db/users.ts";
import { isEditOf } from "../edit/plan-action-edit.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import { planActionOnDay, planOr404 } from "../plan/plan-on-day.server.ts";
import type { ProcessForm } from "../work-process/process-form.server.ts";
import { mustLink } from "./link-new.server.ts";
import { LINK_CHANGED_MEANWHILE } from "./link-refusals.server.ts";
import { objectiveOr404 } from "./objectives-on-day.server.ts";

export type UnlinkOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** The link that an address names, standing or undone, for who may undo it: 404 where there never was one, 403 for all but the RTD. */
export async function linkOr404({ code, link }: Params, user: User): Promise<WrittenLink> {
  const id = /^[1-9]\d{0,14}$/.test(link ?? "") ? Number(link) : 0;
  const found = await findLink(db, id);
  if (!found || found.objective !== code)
    throw notFound("Questo obiettivo non ha un collegamento con questo numero.");
  mustLink(user);
  return found;
}

/** The same, of one that stands, with what it ties: of one undone there is nothing to undo. */
export async function linkToUndoOr404(params: Params, user: User) {
  const link = await linkOr404(params, user);
  if (link.held_until_on !== null)
    throw notFound(`Questo collegamento è stato sciolto il ${formatDay(link.held_until_on)}.`);
  const at = asOfNow(today());
  const { code, title, first_year, last_year } = await objectiveOr404(link.objective, at);
  const { action } = await planActionOnDay(await planOr404(link.plan), link.action, at);
  return { link, objective: { code, title, first_year, last_year }, action: { title: action.title } };
}

/** Undoes a link as the person saw it, from today. The same form sent twice is one; one that somebody else undid meanwhile is told. */
export async function undoLink(link: WrittenLink, user: User, form: ProcessForm): Promise<UnlinkOutcome> {
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  if (link.held_until_on !== null) return ofUndone(link, user, form);
  if (String(link.version) !== form.seen)
    return { ok: false, errors: { seen: [LINK_CHANGED_MEANWHILE] }, isConflict: true };
  if (!why.ok) return { ok: false, errors: groundsErrors(why), isConflict: false };
  const outcome = await recordUnlink(db, link, { by: authorOf(user), ...why.grounds });
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return ofUndone((await findLink(db, link.id))!, user, form);
}

async function ofUndone(
  { closed_by_edit_id: edit }: WrittenLink,
  user: User,
  { grounds }: ProcessForm,
): Promise<UnlinkOutcome> {
  if (edit !== null && (await isEditOf(edit, user, grounds))) return { ok: true, edit };
  const kept = grounds.reason === "" ? [] : [{ label: "Motivo", words: grounds.reason }];
  throw goneMeanwhile("Il collegamento è stato sciolto da qualcun altro.", kept);
}
