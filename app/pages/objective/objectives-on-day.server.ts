import type { Viewpoint } from "#app/domain/days.ts";
import { isSameCode } from "#app/domain/objective/objective-edits.ts";
import { type ObjectiveOnDay, objectivesOn } from "#app/domain/objective/objectives-on-day.ts";
import { notFound } from "#app/http.server.ts";
import { adoptedPlansOnDay } from "#app/pages/plan/plan-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listObjectiveFacts } from "#db/objective/objective-facts.ts";
import { inReadTransaction } from "#db/open.ts";

/** Every objective that holds on a day, with its progress; read and computed once while nothing changes. */
export function objectivesOnDay(at: Viewpoint): Promise<ObjectiveOnDay[]> {
  return whileUnchanged(
    ["obiettivi", at.day, at.isOver],
    async () => {
      const facts = await objectiveFacts();
      const plans = await adoptedPlansOnDay(at);
      const years = plans.flatMap(({ actions }) => actions.flatMap((action) => action.years));
      return objectivesOn(facts, years, at);
    },
    (objectives) => objectives.reduce((size, { steps, links }) => size + 1 + steps.length + links.length, 0),
  );
}

/** What objectives of any day are told from. */
export function objectiveFacts() {
  return whileUnchanged(
    ["fatti degli obiettivi"],
    () => inReadTransaction(db, listObjectiveFacts),
    ({ steps, reports }) => steps.length + reports.length,
  );
}

/** The objective that an address names, on a day, or the 404 page. */
export async function objectiveOr404(code: string | undefined, at: Viewpoint): Promise<ObjectiveOnDay> {
  const objective = (await objectivesOnDay(at)).find((one) => isSameCode(one.code, code ?? ""));
  if (!objective)
    throw notFound("Non c’è un obiettivo con questo codice, o non c’era ancora nel giorno chiesto.");
  return objective;
}
