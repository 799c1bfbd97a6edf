import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newPlanAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PlanList } from "#app/components/triennium/plan-list.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { isPlanCode } from "#app/domain/triennium/plan-opening.ts";
import { tally } from "#app/domain/plan/yearly-progress.ts";
import { planOnDay } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listPlans } from "#db/plan/plans.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "I piani – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const day = today();
  const inForce = await findPlanInForce(db, day);
  const plans = [];
  for (const plan of (await listPlans(db)).reverse()) {
    const { actions, years } = await planOnDay(plan, asOfNow(day));
    const { total, completed, late } = tally(years);
    const isInForce = plan.id === inForce?.id;
    plans.push({ plan, isInForce, actions: actions.length, years: total, completed, late });
  }
  const asked = new URL(request.url).searchParams.get("scartata") ?? "";
  const isDiscarded = mayEdit(user) && isPlanCode(asked) && plans.every(({ plan }) => plan.code !== asked);
  return {
    plans,
    discarded: isDiscarded ? asked : null,
    mayEdit: mayEdit(user),
    mayOpen: mayEdit(user) && plans.every(({ plan }) => plan.adopted_on !== null),
  };
}

export default function PlansPage() {
  const { plans, discarded, mayEdit, mayOpen } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs here="Piani" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>I piani</h1>
            <p className="sub">Un piano dura tre anni; ciò che resta da finire si riporta nel successivo.</p>
          </div>
        </div>
        {discarded && (
          <p className="saved" role="status">
            La bozza {discarded} <b>non c’è più</b>.
          </p>
        )}
        {plans.length === 0 ? (
          <p className="sent">Non c’è ancora un piano.</p>
        ) : (
          <PlanList plans={plans} mayEdit={mayEdit} />
        )}
        {mayOpen && (
          <p>
            <a className="btn btn-primary" href={newPlanAddress()}>
              Apri un nuovo triennio
            </a>
          </p>
        )}
      </main>
    </>
  );
}
