import { readAsOf } from "#app/as-of.server.ts";
import { unprocessable } from "#app/http.server.ts";
import { planFiltered, readPlanFilter } from "./plan-filter.server.ts";
import { planOnDay, planOr404 } from "./plan-on-day.server.ts";

/** What a file of a plan is made from: what its page finds by the same filters on the same day. A filter that means nothing is refused. */
export async function planAskedAsFile(request: Request, code: string | undefined) {
  const plan = await planOr404(code);
  const asOf = readAsOf(request);
  const { areas } = await planOnDay(plan, asOf.at);
  const { filter, errors } = await readPlanFilter(request, { plan, areas });
  const wrong = asOf.error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);
  return { plan, areas, filter, found: await planFiltered(plan, asOf.at, filter), at: asOf.at };
}
