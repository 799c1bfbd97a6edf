import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { adoptionAddress, planAddress, plansAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ActWords } from "#app/components/plan/act-words.tsx";
import { AdoptionFields } from "#app/components/triennium/adoption-fields.tsx";
import { AdoptionProblems } from "#app/components/triennium/adoption-problems.tsx";
import { WhatIsAdopted } from "#app/components/triennium/what-is-adopted.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { forbidden } from "#app/http.server.ts";
import { adoptPlan, draftToAdopt } from "#app/pages/triennium/plan-adoption.server.ts";
import { readAdoption } from "#app/pages/triennium/plan-adoption-form.server.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Adozione del piano ${params.plan} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { plan } = await planToAdopt(request, params);
  const { actions, carried, stamp, problems, firstDay } = await draftToAdopt(plan);
  const years = actions.flatMap((action) => action.years.map(({ year }) => year));
  return { plan, actions: actions.length, years, carried, stamp, problems, firstDay, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, plan } = await planToAdopt(request, params);
  const draft = await draftToAdopt(plan);
  const values = Object.fromEntries(await request.formData());
  const form = readAdoption(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await adoptPlan(plan, draft, form, user);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(planAddress(plan.code));
}

export default function PlanAdoptionPage() {
  const { plan, stamp, problems, firstDay, today, ...adopted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = planAddress(plan.code);
  return (
    <>
      <Crumbs
        above={[
          { address: plansAddress(), name: "Piani" },
          { address, name: plan.code },
        ]}
        here="Adozione"
      />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="Il piano non è stato adottato" errors={refused.errors} />}
        <div className="head">
          <h1>Adotta il piano {plan.code}</h1>
        </div>
        {plan.adopted_on !== null ? (
          <p className="sent">
            Il piano è già adottato: <ActWords plan={plan} />. <a href={address}>Vai al piano</a>
          </p>
        ) : (
          <div className="cols form">
            <div>
              <AdoptionProblems plan={plan.code} problems={problems} />
              <form method="post" action={adoptionAddress(plan.code)} noValidate>
                <input type="hidden" name="stamp" value={stamp} />
                <AdoptionFields
                  typed={refused?.typed ?? {}}
                  errors={refused?.errors ?? {}}
                  firstDay={firstDay}
                  today={today}
                />
                <p className="buttons">
                  <button className="btn btn-primary" type="submit" id="plan">
                    Adotta il piano
                  </button>
                  <a href={address}>Annulla e torna alla bozza</a>
                </p>
              </form>
            </div>
            <WhatIsAdopted plan={plan} {...adopted} />
          </div>
        )}
      </main>
    </>
  );
}

async function planToAdopt(request: Request, params: Params) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  if (!mayEdit(user)) throw forbidden("L’adozione di un piano la registra il RTD.");
  return { user, plan };
}
