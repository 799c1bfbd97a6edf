import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newPlanAddress, plansAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PlanList } from "#app/components/triennium/plan-list.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { isPlanCode } from "#app/domain/triennium/plan-opening.ts";
import { tally } from "#app/domain/plan/yearly-progress.ts";
import { planOnDay, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listAdoptedPlans, listPlans } from "#db/plan/plans.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "I piani – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { at } = asOf;
  const inForce = await findPlanInForce(db, at.day);
  const plans = [];
  for (const plan of (at.isOver ? await listAdoptedPlans(db, at.day) : await listPlans(db)).reverse()) {
    const { actions, years } = await planOnDay(plan, at);
    const { total, completed, late } = tally(years);
    const isInForce = plan.id === inForce?.id;
    plans.push({ plan, isInForce, actions: actions.length, years: total, completed, late });
  }
  const asked = new URL(request.url).searchParams.get("scartata") ?? "";
  const isDiscarded = mayEdit(user) && isPlanCode(asked) && plans.every(({ plan }) => plan.code !== asked);
  const may = mayEdit(user) && !at.isOver;
  return data(
    {
      plans,
      asOf,
      shortcuts: inForce ? shortcutsOf(inForce, asOf.today) : [],
      discarded: isDiscarded ? asked : null,
      mayEdit: may,
      mayOpen: may && plans.every(({ plan }) => plan.adopted_on !== null),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function PlansPage() {
  const { plans, asOf, shortcuts, discarded, mayEdit, mayOpen } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs here="Piani" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>I piani</h1>
            <p className="sub">Un piano dura tre anni; ciò che resta da finire si riporta nel successivo.</p>
          </div>
          <AsOfForm path={plansAddress()} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {discarded && (
          <p className="saved" role="status">
            La bozza {discarded} <b>non c’è più</b>.
          </p>
        )}
        {plans.length === 0 ? (
          <p className="sent">
            {asOf.al ? "Non c’era ancora un piano adottato." : "Non c’è ancora un piano."}
          </p>
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
