import { headOf, plansToCarryInto } from "#app/domain/carry-over.ts";
import { asOfNow, yearOf } from "#app/domain/days.ts";
import { decideChange, isOpen } from "#app/domain/status-steps.ts";
import { yearsOf } from "#app/domain/yearly-progress.ts";
import { REFUSAL_LABEL } from "#app/labels.ts";
import { type Place, recordCarryOver, recordChoice } from "#db/carrying-over.ts";
import { findCarryOver } from "#db/carry-overs.ts";
import { db } from "#db/connection.server.ts";
import { listContinuing, listLinks } from "#db/lineage.ts";
import { listPlans } from "#db/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { currentOf, type FoundActionYear } from "./action-year.server.ts";
import type { AskedCarryOver, CarryOverErrors } from "./carry-over-form.server.ts";
import { now, today } from "./clock.server.ts";
import { planActionOnDay } from "./plan-on-day.server.ts";

export type CarryOverOutcome =
  { ok: true; sequence: number | null } | { ok: false; errors: CarryOverErrors; isConflict: boolean };

/** The later plans into which an annualità can be carried over, each with the action of it that continues this one, if any. */
export async function placesFor({ plan, action }: Pick<FoundActionYear, "plan" | "action">) {
  const continuing = await listContinuing(db, action.id);
  const later = (await listPlans(db))
    .filter((other) => other.first_year > plan.first_year)
    .map((other) => {
      const code = continuing.find(({ plan_id }) => plan_id === other.id)?.code ?? null;
      return { ...other, continuingCode: code, continuing: code !== null, years: yearsOf(other) };
    });
  return plansToCarryInto(later, yearOf(today()));
}

/** What the page of a carrying over says: where the annualità may go, and where a draft is to take it, if that was chosen. */
export async function carryOverOf(found: FoundActionYear) {
  return { places: await placesFor(found), chosen: (await findCarryOver(db, found.actionYear.id)) ?? null };
}

/**
 * Decides and records where one annualità is carried over to (R1): into an adopted plan by a line, at once; into a draft by a
 * choice, which the adoption makes a line; or, of a draft, no longer.
 */
export async function carryOver(
  found: FoundActionYear,
  asked: AskedCarryOver,
  user: User,
): Promise<CarryOverOutcome> {
  const { places, chosen } = await carryOverOf(found);
  const edit = { by: authorOf(user), reason: asked.reason, act: asked.act, today: today() };
  if (asked.target === null) {
    if (!chosen) return refused("target", REFUSAL_LABEL["target-required"]);
    await recordChoice(db, found.actionYear.id, null, edit);
    return { ok: true, sequence: null };
  }
  const { plan: planCode, year } = asked.target;
  const plan = places.find(({ code }) => code === planCode);
  if (!plan || !plan.years.includes(year)) return refused("target", REFUSAL_LABEL["target-required"]);
  const place = await placeIn(found, plan, year);
  if (plan.adopted_on !== null) return carryInto(found, place, { ...asked, year }, user);
  if (!isOpen(found.actionYear.status)) return refused("target", NOTHING_LEFT);
  await recordChoice(db, found.actionYear.id, place, edit);
  return { ok: true, sequence: null };
}

/** A line now: the plan is adopted. What was sent twice is taken for an update, and found recorded. */
async function carryInto(
  found: FoundActionYear,
  { standing, ...place }: Place & { standing: Standing | undefined },
  asked: AskedCarryOver & { year: number },
  user: User,
): Promise<CarryOverOutcome> {
  const last = found.facts.lines.filter((line) => line.action_year_id === found.actionYear.id);
  const isBehind = Math.max(0, ...last.map((line) => line.sequence)) !== asked.sequence;
  if (!isBehind && !isOpen(found.actionYear.status)) return refused("target", NOTHING_LEFT);
  const decision = decideChange(
    currentOf(found),
    {
      ...{ to: "rescheduled", progress: null, effectiveOn: today(), reason: asked.reason },
      ...{ evidence: null, dueOn: null, targetYear: asked.year },
    },
    { year: found.actionYear.year, today: today(), targetStatus: standing?.status, carriesOver: true },
  );
  if (!decision.ok) {
    if (isBehind) return CONFLICT;
    const field = decision.field === "targetYear" ? "target" : "reason";
    return refused(field, REFUSAL_LABEL[decision.reason]);
  }
  const by = authorOf(user);
  const outcome = await recordCarryOver(
    db,
    place,
    {
      action_year_id: found.actionYear.id,
      from: found.actionYear.status,
      change: decision.change,
      askedTargetYear: asked.year,
      replaces: null,
      by,
    },
    {
      edit: { by, reason: asked.reason, act: asked.act, today: today() },
      expected: { sequence: asked.sequence, targetSequence: standing?.sequence ?? 0 },
    },
  );
  return outcome.recorded ? { ok: true, sequence: outcome.sequence } : CONFLICT;
}

type Standing = { id: number; status: FoundActionYear["actionYear"]["status"]; sequence: number };

/** A year of a later plan as a place to go: what continues the action there and, if it stands, the annualità of that year. */
async function placeIn(
  { action }: FoundActionYear,
  plan: PlanRow & { continuingCode: string | null },
  year: number,
): Promise<Place & { standing: Standing | undefined }> {
  const links = await listLinks(db, plan.first_year);
  const headId = headOf(action.id, links);
  const standing =
    plan.continuingCode === null ? undefined : await standingIn(plan, plan.continuingCode, year);
  return {
    planId: plan.id,
    headId,
    headCode: links.find(({ id }) => id === headId)!.code,
    year,
    standingId: standing?.id ?? null,
    standing,
  };
}

async function standingIn(plan: PlanRow, code: string, year: number): Promise<Standing | undefined> {
  const { facts, action } = await planActionOnDay(plan, code, asOfNow(today()));
  const there = action.years.find((one) => one.year === year);
  if (!there) return undefined;
  const lines = facts.lines.filter((line) => line.action_year_id === there.id);
  return { id: there.id, status: there.status, sequence: Math.max(0, ...lines.map((line) => line.sequence)) };
}

const NOTHING_LEFT = "Questa annualità non è aperta: non c’è nulla da riportare";

function authorOf(user: User) {
  return { id: user.id, role: user.role, officeId: user.officeId, at: now() };
}

function refused(field: keyof CarryOverErrors, message: string): CarryOverOutcome {
  return { ok: false, errors: { [field]: [message] }, isConflict: false };
}

const CONFLICT: CarryOverOutcome = {
  ok: false,
  isConflict: true,
  errors: {
    target: [
      "Nel frattempo qualcuno ha cambiato questa annualità: leggi che cosa, poi salva di nuovo se vale ancora",
    ],
  },
};
