import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { decideCode, decideWording, isSameWording } from "#app/domain/edit/plan-action-edits.ts";
import { decideResponsibles, officesNamedBy } from "#app/domain/edit/plan-action-responsibles.ts";
import { decideYears, hasYears } from "#app/domain/edit/plan-action-years.ts";
import { db } from "#db/connection.server.ts";
import {
  isActionCodeTaken,
  type NewPlanAction,
  recordNewPlanAction,
} from "#db/plan-action/plan-action-additions.ts";
import { listAreas } from "#db/plan/areas.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { today } from "#app/clock.server.ts";
import { closedErrors, closingReviewOf } from "../review/closed-plan.server.ts";
import { planOr404 } from "../plan/plan-on-day.server.ts";
import { findOrganisation, type FoundOrganisation, nameIn } from "../office/organisation.server.ts";
import { responsiblesOf, standingOf } from "./plan-action-answering.server.ts";
import { findAction, isSentAgain, wordingOf } from "./plan-action-edit.server.ts";
import { authorOf } from "#app/session.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import type { AskedPlanAction, EditForm } from "./plan-action-form.server.ts";
import {
  codeErrors,
  groundsErrors,
  responsiblesErrors,
  wordingErrors,
  yearsErrors,
} from "./plan-action-refusals.server.ts";

type Form = { asked: AskedPlanAction; form: EditForm };
type Outcome = { ok: true; edit: number } | { ok: false; errors: FormErrors };
type Decision = { ok: true; action: NewPlanAction } | { ok: false; errors: FormErrors };

/** Decides and records a new action of a plan. The same form sent twice (a double click) adds one. */
export async function recordNewAction(plan: PlanRow, user: User, { asked, form }: Form): Promise<Outcome> {
  if (await isActionCodeTaken(db, plan.id, asked.code)) return sentAgainOrTaken(plan, user, { asked, form });
  const closed = closedErrors(plan, await closingReviewOf(plan));
  if (closed) return { ok: false, errors: closed };
  const decision = decide(asked, {
    plan,
    areas: await listAreas(db, plan.id, today()),
    organisation: await findOrganisation(),
  });
  const grounds = decideGrounds(form.grounds, { isAdopted: plan.adopted_on !== null, today: today() });
  if (!decision.ok || !grounds.ok) {
    const errors = { ...(decision.ok ? {} : decision.errors), ...(grounds.ok ? {} : groundsErrors(grounds)) };
    return { ok: false, errors };
  }
  const edit = { by: authorOf(user), ...grounds.grounds, today: today() };
  const outcome = await recordNewPlanAction(db, plan.id, decision.action, edit);
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return recordNewAction(await planOr404(plan.code), user, { asked, form });
}

/** All that the rules refuse of a new action, at once: its form is long. */
function decide(
  asked: AskedPlanAction,
  {
    plan,
    areas,
    organisation,
  }: { plan: PlanRow; areas: { code: string }[]; organisation: FoundOrganisation },
): Decision {
  const code = decideCode(asked.code, []);
  const wording = decideWording(
    asked.wording,
    areas.map((area) => area.code),
  );
  const offices = officesNamedBy(asked.responsibles, organisation, today());
  const responsibles = decideResponsibles(asked, { organisation, answering: offices, today: today() });
  const years = decideYears(
    { years: asked.years, clarifies: false },
    { plan, standing: [], carriedInto: [], unknownYearCount: 0 },
  );
  if (code.ok && wording.ok && responsibles.ok && years.ok && asked.years.length > 0) {
    const { lead, responsibles: codes } = responsibles.asked;
    const { added } = years.change;
    const named = { code: code.code, wording: wording.wording, responsibles: codes, lead };
    return { ok: true, action: { ...named, years: added, offices } };
  }
  const noYears = { ok: false, field: "years", reason: "years-required" } as const;
  return {
    ok: false,
    errors: {
      ...(code.ok ? {} : codeErrors(code, asked.code)),
      ...(wording.ok ? {} : wordingErrors(wording)),
      ...(responsibles.ok ? {} : responsiblesErrors(responsibles, nameIn(organisation))),
      ...(asked.years.length === 0 ? yearsErrors(noYears, plan) : years.ok ? {} : yearsErrors(years, plan)),
    },
  };
}

/** The code is there: either this very form was sent before by the same hand, or it is another action's. */
async function sentAgainOrTaken(plan: PlanRow, user: User, { asked, form }: Form): Promise<Outcome> {
  const found = await findAction(plan, asked.code);
  const isSame =
    isSameWording(wordingOf(found), asked.wording) &&
    JSON.stringify(responsiblesOf(found).responsibles) === JSON.stringify(asked.responsibles) &&
    responsiblesOf(found).lead === asked.lead &&
    found.action.years.length === asked.years.length &&
    hasYears(asked.years, { plan, standing: standingOf(found) });
  if (isSame && (await isSentAgain(found, user, form))) return { ok: true, edit: found.lastEdit };
  return { ok: false, errors: codeErrors({ reason: "code-taken" }, asked.code, found.action.title) };
}
