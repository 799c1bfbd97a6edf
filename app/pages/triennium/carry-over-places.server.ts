import { lastSequenceOf } from "#app/domain/status/last-sequences.ts";
import { continuingOf, headOf, plansToCarryInto } from "#app/domain/triennium/carry-over.ts";
import { asOfNow, yearOf } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import type { Place } from "#db/plan/carry-over-records.ts";
import { db } from "#db/connection.server.ts";
import { listContinuing, listLinks } from "#db/plan/lineage.ts";
import { listPlans } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { FoundActionYear } from "../status/action-year.server.ts";
import { today } from "#app/clock.server.ts";
import { planActionOnDay } from "../plan/plan-on-day.server.ts";

/** The annualità of a later plan that stands where another is to go, with the last line of its history (0: none). */
export type Standing = { id: number; status: Status; sequence: number };

/** The later plans into which an annualità can be carried over, each with the action of it that continues this one, if any. */
export async function placesFor({ plan, action }: Pick<FoundActionYear, "plan" | "action">) {
  const later = (await listPlans(db)).filter((other) => other.first_year > plan.first_year);
  if (later.length === 0) return [];
  const continuing = await listContinuing(db, action.id);
  const places = later.map((other) => {
    const code = continuing.find(({ plan_id }) => plan_id === other.id)?.code ?? null;
    return { ...other, continuingCode: code, continuing: code !== null, years: yearsOf(other) };
  });
  return plansToCarryInto(places, yearOf(today()));
}

/** A year of a later plan as a place to go: what is continued there and, if it stands, the annualità of that year. */
export async function placeIn(
  { action }: FoundActionYear,
  plan: PlanRow & { continuingCode: string | null },
  year: number,
): Promise<{ place: Place; standing: Standing | undefined }> {
  const links = await listLinks(db, plan.first_year);
  const headId = headOf(action.id, continuingOf(links));
  const headCode = links.find(({ id }) => id === headId)!.code;
  const standing =
    plan.continuingCode === null ? undefined : await standingIn(plan, plan.continuingCode, year);
  return { place: { planId: plan.id, headId, headCode, year, standingId: standing?.id ?? null }, standing };
}

async function standingIn(plan: PlanRow, code: string, year: number): Promise<Standing | undefined> {
  const { facts, action } = await planActionOnDay(plan, code, asOfNow(today()));
  const there = action.years.find((one) => one.year === year);
  if (!there) return undefined;
  return { id: there.id, status: there.status, sequence: lastSequenceOf(facts.lines, there.id) };
}
