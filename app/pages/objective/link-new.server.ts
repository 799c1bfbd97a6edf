import { data } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { type AskedLink, decideLink, type LinkEnds } from "#app/domain/objective/link-decisions.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { readActionName } from "#app/domain/plan/action-names.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { objectivePart } from "#app/objective-addresses.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findStandingLink, recordLink, type WrittenLink } from "#db/objective/links.ts";
import type { User } from "#db/users.ts";
import { type FormErrors, typedIn, type Values } from "../form/form-readers.server.ts";
import { adoptedPlansOnDay, planActionOnDay, planOr404 } from "../plan/plan-on-day.server.ts";
import type { LinkForm } from "./link-form.server.ts";
import { LINKED_MEANWHILE, linkErrors, type LinkSide } from "./link-refusals.server.ts";
import { objectiveOr404, objectivesOnDay } from "./objectives-on-day.server.ts";

/** `existing`: the link that stands already, where that is what is wrong. */
export type LinkOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean; existing?: WrittenLink };

/** The end that an address names, to be linked to the other: 404 where there is none, 403 for all but the RTD (R11). */
export async function objectiveToLinkOr404({ code }: Params, user: User): Promise<ObjectiveOnDay> {
  const objective = await objectiveOr404(code, asOfNow(today()));
  mustLink(user);
  return objective;
}

export async function actionToLinkOr404({ plan: planCode, code }: Params, user: User) {
  const plan = await planOr404(planCode);
  const { action } = await planActionOnDay(plan, code, asOfNow(today()));
  mustLink(user);
  if (plan.adopted_on === null)
    throw notFound(`Il piano ${plan.code} è una bozza: le sue azioni si collegano dopo l’adozione.`);
  return { plan, action };
}

export function mustLink(user: User): void {
  if (!mayEditObjectives(user)) throw forbidden("I collegamenti tra obiettivi e azioni li fa il RTD.");
}

/** Links an objective to the action that was chosen. */
export async function linkToAction(objective: ObjectiveOnDay, user: User, form: LinkForm) {
  return link({ objective, action: await findAction(form.asked.target) }, user, form, "objective");
}

/** Links an action to the objective that was chosen. */
export async function linkToObjective(action: PlanActionOnDay, user: User, form: LinkForm) {
  const objectives = await objectivesOnDay(asOfNow(today()));
  const objective = objectives.find(({ code }) => code === form.asked.target);
  return link({ objective, action }, user, form, "action");
}

/** The form again, with what is wrong, all that was typed and, of a link that stands already, where it is. */
export function refuseLink(outcome: Extract<LinkOutcome, { ok: false }>, values: Values) {
  const { errors, isConflict, existing } = outcome;
  const standing = existing && { address: linkAddress(existing), since: existing.held_from_on };
  return data(
    { errors, isConflict, existing: standing, typed: typedIn(values) },
    { status: isConflict ? 409 : 422 },
  );
}

/** Where a link is read, and undone. */
function linkAddress({ objective, id }: { objective: string; id: number }): string {
  return objectivePart(objective, "collegamenti", id, "scioglimento");
}

type Ends = { objective: ObjectiveOnDay | undefined; action: PlanActionOnDay | undefined };

/** Decides and records a link (R9). The same form sent twice (a double click) is one link. */
async function link(
  { objective, action }: Ends,
  user: User,
  form: LinkForm,
  side: LinkSide,
): Promise<LinkOutcome> {
  const ends = objective && action && endsOf(objective, action);
  const existing = await standingLink(ends, form.asked);
  if (existing && existing.opened_by_edit_id > form.seen) return ofMeanwhile(existing, user, form);
  const decision = decideLink(form.asked, {
    ends,
    isLinked: existing !== undefined,
    otherWeights: [...(objective?.steps ?? []), ...(objective?.links ?? [])].map(({ weight }) => weight),
  });
  if (!decision.ok) {
    const years = action?.years.map(({ year }) => year) ?? [];
    const errors = linkErrors(decision.refusals, side, { years });
    return { ok: false, errors, isConflict: false, existing };
  }
  const outcome = await recordLink(db, decision.link, authorOf(user));
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return ofMeanwhile(outcome.standing, user, form);
}

/** A link that was made since the form was drawn: by this very form, sent before, or by somebody else. */
function ofMeanwhile(existing: WrittenLink, user: User, { asked }: LinkForm): LinkOutcome {
  const isTheirs = existing.author_id === user.id;
  const isSame = existing.rationale === asked.rationale && existing.weight === asked.weight;
  if (isTheirs && isSame) return { ok: true, edit: existing.opened_by_edit_id };
  return { ok: false, errors: { target: [LINKED_MEANWHILE] }, isConflict: true, existing };
}

function endsOf({ id }: ObjectiveOnDay, action: PlanActionOnDay): LinkEnds {
  return { objectiveId: id, planActionId: action.id, years: action.years };
}

async function standingLink(ends: LinkEnds, { year }: AskedLink): Promise<WrittenLink | undefined> {
  const actionYearId = year === null ? null : ends?.years.find((one) => one.year === year)?.id;
  if (ends === undefined || actionYearId === undefined) return undefined;
  return findStandingLink(db, { ...ends, actionYearId });
}

async function findAction(name: string): Promise<PlanActionOnDay | undefined> {
  const named = readActionName(name);
  const plans = await adoptedPlansOnDay(asOfNow(today()));
  return plans
    .find(({ plan }) => plan.code === named?.plan)
    ?.actions.find(({ code }) => code === named?.code);
}
