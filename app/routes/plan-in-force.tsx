import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { planAddress, plansAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce } from "#db/plan/plans.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const plan = await findPlanInForce(db, today());
  if (!plan) return redirect(plansAddress());
  return redirect(`${planAddress(plan.code)}${new URL(request.url).search}`);
}
