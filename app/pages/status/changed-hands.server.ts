import { asOf, dayAfter } from "#app/domain/days.ts";
import type { Answerable } from "#app/domain/permissions.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { joinWords } from "#app/format.ts";
import { db } from "#db/connection.server.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { today } from "#app/clock.server.ts";
import { forbidden, overtaken } from "#app/http.server.ts";
import type { FoundActionYear } from "./action-year.server.ts";

/**
 * The refusal of a write on an annualità that is not theirs (R11): where it was until today, and an edit gave it to others since
 * the page was opened, who answers now (409); else why it never was (403).
 */
export async function refusalOf(
  found: FoundActionYear,
  isTheirs: (answering: Answerable) => boolean,
  why: string,
): Promise<Response> {
  return (await wasTheirs(found, isTheirs)) ? changedHands(found) : forbidden(why);
}

/** The refusal of a write on an annualità that others answer for by now. */
export function changedHands({ facts, action, actionYear }: FoundActionYear): Response {
  const offices = facts.offices.filter(({ action_year_id }) => action_year_id === actionYear.id);
  const names = offices.map(({ name }) => name);
  const who = names.length === 0 ? "nessun ufficio" : joinWords(names);
  const verb = names.length > 1 ? "rispondono" : "risponde";
  const lead = action.lead ? `; il capofila è ${action.lead.name}` : "";
  return overtaken(
    `Adesso dell’annualità ${actionYear.year} dell’azione ${action.code} ${verb} ${who}${lead}.`,
  );
}

/** Edits hold from their day: until the end of yesterday it was as it was before any of today's. */
async function wasTheirs(
  { plan, action, actionYear }: FoundActionYear,
  isTheirs: (answering: Answerable) => boolean,
): Promise<boolean> {
  const yesterday = dayAfter(today(), -1);
  const facts = await listPlanFacts(db, { planId: plan.id, code: action.code }, yesterday);
  const [before] = planAt(facts, plan, asOf(yesterday));
  const year = before?.years.find(({ id }) => id === actionYear.id);
  return year !== undefined && isTheirs(year);
}
