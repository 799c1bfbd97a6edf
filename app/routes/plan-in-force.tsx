import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { planAddress, plansAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce } from "#db/plan/plans.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const { search } = new URL(request.url);
  const plan = await findPlanInForce(db, readAsOf(request).at.day);
  return redirect(`${plan ? planAddress(plan.code) : plansAddress()}${search}`);
}
