import type { FirstStepsFacts } from "#app/components/triennium/first-steps.tsx";
import { asOfNow, type Day } from "#app/domain/days.ts";
import { isActive } from "#app/domain/office/offices.ts";
import { db } from "#db/connection.server.ts";
import { listOffices } from "#db/office/offices.ts";
import { findDraft } from "#db/plan/plan-drafts.ts";
import { planOnDay } from "../plan/plan-on-day.server.ts";

/** How far a municipality is that begins with its own plan. */
export async function firstStepsOn(day: Day): Promise<FirstStepsFacts> {
  const offices = (await listOffices(db)).filter((office) => isActive(office, day)).length;
  const draft = await findDraft(db);
  if (!draft) return { offices, draft: null };
  const { areas, actions } = await planOnDay(draft, asOfNow(day));
  return { offices, draft: { code: draft.code, areas: areas.length, actions: actions.length } };
}
