import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { discardAddress, planAddress, plansAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ActWords } from "#app/components/plan/act-words.tsx";
import { WhatIsDiscarded } from "#app/components/triennium/what-is-discarded.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { forbidden } from "#app/http.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { discardPlan } from "#app/pages/triennium/draft-removals.server.ts";
import { draftToAdopt } from "#app/pages/triennium/plan-adoption.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listAreas } from "#db/plan/areas.ts";
import { findPlan } from "#db/plan/plans.ts";
import type { User } from "#db/users.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Scarta la bozza ${params.plan} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustDiscard(user);
  const { actions, carried, stamp } = await draftToAdopt(plan);
  return {
    plan,
    stamp,
    actions: actions.length,
    years: actions.flatMap((action) => action.years).length,
    areas: (await listAreas(db, plan.id, today())).length,
    carried,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const address = withQuery(plansAddress(), { scartata: params.plan });
  const isGone = (await findPlan(db, params.plan ?? "")) === undefined;
  if (isGone && mayEdit(user)) return redirect(address);
  const plan = await planOr404(params.plan);
  mustDiscard(user);
  const values = Object.fromEntries(await request.formData());
  const outcome = await discardPlan(plan, String(values.stamp), user);
  return outcome.ok ? redirect(address) : refuse(outcome.errors, values, true);
}

export default function PlanDiscardPage() {
  const { plan, stamp, ...discarded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = planAddress(plan.code);
  return (
    <>
      <Crumbs
        above={[
          { address: plansAddress(), name: "Piani" },
          { address, name: plan.code },
        ]}
        here="Scarta la bozza"
      />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="La bozza non è stata scartata" errors={refused.errors} />}
        <div className="head">
          <h1>Scarta la bozza {plan.code}</h1>
        </div>
        {plan.adopted_on !== null ? (
          <p className="sent">
            Il piano è adottato (<ActWords plan={plan} />
            ): non si scarta più. Ciò che non serve si annulla, azione per azione.{" "}
            <a href={address}>Vai al piano</a>
          </p>
        ) : (
          <form method="post" action={discardAddress(plan.code)} noValidate>
            <input type="hidden" name="stamp" value={stamp} />
            <WhatIsDiscarded plan={plan.code} {...discarded} />
            <p className="buttons">
              <button className="btn btn-primary" type="submit" id="plan">
                Scarta la bozza
              </button>
              <a href={address}>Annulla e torna alla bozza</a>
            </p>
          </form>
        )}
      </main>
    </>
  );
}

function mustDiscard(user: User): void {
  if (!mayEdit(user)) throw forbidden("Le bozze dei piani le scarta il RTD.");
}
