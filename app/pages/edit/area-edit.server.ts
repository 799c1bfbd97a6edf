import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import { areaChangesOf, type AskedArea, decideArea } from "#app/domain/edit/area-edits.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { formatDay } from "#app/format.ts";
import { notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import { listEditedAreas, listFormerTitles, recordAreaTitle, recordNewArea } from "#db/plan/areas.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { closedErrors, closingReviewOf } from "../review/closed-plan.server.ts";
import { planOr404 } from "../plan/plan-on-day.server.ts";
import { areaErrors } from "./area-form.server.ts";
import { type EditOutcome, isEditOf, mustEdit } from "./plan-action-edit.server.ts";
import type { EditForm } from "./plan-action-form.server.ts";
import { groundsOf } from "./plan-action-history.server.ts";
import { groundsErrors } from "./plan-action-refusals.server.ts";

type Form = { asked: AskedArea; form: EditForm };

/** An area that an address names, with its plan, for who may edit it: 404 where there is none, 403 for all but the RTD. */
export async function editableAreaOr404(params: Params, user: User) {
  const plan = await planOr404(params.plan);
  const area = await findArea(plan, params.area ?? "");
  if (!area) throw notFound("Nel piano non c’è un ambito con questo codice.");
  mustEdit(user);
  return { plan, area };
}

/** How the areas of an adopted plan have changed since, the newest first, each with who, why and by which act (R12). */
export async function areaVariationsOf(plan: PlanRow) {
  const former = await listFormerTitles(db, plan.id);
  const areas = await listEditedAreas(db, plan.id);
  const changes = areas.flatMap((area) =>
    areaChangesOf(area, former).map((change) => ({ ...change, code: area.code })),
  );
  const edits = await listEdits(
    db,
    changes.map(({ edit }) => edit),
  );
  return changes
    .map((change) => ({ ...change, ...groundsOf(edits.find(({ id }) => id === change.edit)!) }))
    .sort((one, other) => other.edit - one.edit);
}

/** What the page of the areas says of one just saved (`?salvato=12`), whose variation it tells below: 0 where there was nothing to write. */
export function savedArea(request: Request): "in-place" | "nothing" | null {
  const asked = new URL(request.url).searchParams.get("salvato");
  if (asked === null) return null;
  return asked === "0" ? "nothing" : "in-place";
}

/** Decides and records a new area of a plan. The same form sent twice (a double click) adds one. */
export async function addArea(plan: PlanRow, user: User, { asked, form }: Form): Promise<EditOutcome> {
  const same = await findArea(plan, asked.code);
  if (same && (await isSentAgain(same, plan, user, { asked, form })))
    return { ok: true, edit: same.edit_id! };
  const closed = closedErrors(plan, await closingReviewOf(plan));
  if (closed) return refused(closed);
  const isAdopted = plan.adopted_on !== null;
  const decision = decideArea(asked, same ? [same.code] : []);
  const grounds = decideGrounds(form.grounds, { isAdopted, today: today() });
  if (!decision.ok || !grounds.ok)
    return refused({
      ...(decision.ok ? {} : areaErrors(decision, asked.code)),
      ...(grounds.ok ? {} : groundsErrors(grounds)),
    });
  const source = `aggiunto in Rotta il ${formatDay(today())}`;
  const edit = { by: authorOf(user), ...grounds.grounds, today: today() };
  const outcome = await recordNewArea(db, plan.id, { ...asked, source }, edit);
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return addArea(await planOr404(plan.code), user, { asked, form });
}

/** Decides and records another name of an area. Whoever was slower is told what the area is called now. */
export async function rewordArea(
  { plan, area }: Awaited<ReturnType<typeof editableAreaOr404>>,
  user: User,
  { asked: { title }, form }: Form,
): Promise<EditOutcome> {
  const asked = { code: area.code, title };
  if ((area.edit_id ?? 0) !== form.edit)
    return (await isSentAgain(area, plan, user, { asked, form }))
      ? { ok: true, edit: area.edit_id! }
      : conflict(plan, area);
  const decision = decideArea(asked, []);
  if (!decision.ok) return refused(areaErrors(decision, area.code));
  if (title === area.title) return { ok: true, edit: 0 };
  const closed = closedErrors(plan, await closingReviewOf(plan));
  if (closed) return refused(closed);
  const grounds = decideGrounds(form.grounds, { isAdopted: plan.adopted_on !== null, today: today() });
  if (!grounds.ok) return refused(groundsErrors(grounds));
  const outcome = await recordAreaTitle(
    db,
    { areaId: area.id, expected: form.edit, title },
    { by: authorOf(user), ...grounds.grounds, today: today() },
  );
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  const now = { plan: await planOr404(plan.code), area: (await findArea(plan, area.code))! };
  return rewordArea(now, user, { asked, form });
}

type Area = Awaited<ReturnType<typeof listEditedAreas>>[number];

async function findArea(plan: PlanRow, code: string): Promise<Area | undefined> {
  return (await listEditedAreas(db, plan.id)).find((area) => area.code === code);
}

/** Whether an area is as this very form made it, sent before by the same hand. */
async function isSentAgain(area: Area, plan: PlanRow, user: User, { asked, form }: Form): Promise<boolean> {
  if (area.title !== asked.title || area.edit_id === null || area.edit_id <= form.edit) return false;
  return isEditOf(area.edit_id, user, plan.adopted_on === null ? null : form.grounds);
}

function refused(errors: Extract<EditOutcome, { ok: false }>["errors"]): EditOutcome {
  return { ok: false, errors, meanwhile: null };
}

async function conflict(plan: PlanRow, area: Area): Promise<EditOutcome> {
  const [edit] = await listEdits(db, [area.edit_id ?? 0]);
  const former = (await listFormerTitles(db, plan.id)).findLast(({ area_id }) => area_id === area.id);
  const changes: ToldEdit["changes"] = former ? [{ kind: "title", from: former.title, to: area.title }] : [];
  return {
    ok: false,
    errors: {
      meanwhile: [
        `Nel frattempo qualcuno ha modificato questo ambito, che ora si chiama «${area.title}»: salva di nuovo se il tuo nome vale ancora`,
      ],
    },
    meanwhile: edit ? [{ ...groundsOf(edit), on: former?.until_on ?? today(), changes }] : [],
  };
}
