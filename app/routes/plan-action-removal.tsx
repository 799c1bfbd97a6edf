import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actionRemovalAddress, planActionAddress, planAddress } from "#app/addresses.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { CarriedAway } from "#app/components/triennium/carried-away.tsx";
import { joinWords } from "#app/format.ts";
import { findAction, linksOf, mustEdit } from "#app/pages/edit/plan-action-edit.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { removeAction } from "#app/pages/triennium/draft-removals.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { isActionCodeTaken } from "#db/plan-action/plan-action-additions.ts";
import { readDraftAction } from "#db/plan/draft-removals.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Togli ${params.code} dalla bozza ${params.plan} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  const found = await findAction(plan, params.code);
  mustEdit(user);
  const { stamp, carriedInto } = await readDraftAction(db, found.action.id);
  const carried = carriedInto.map(({ plan, code, year }) => ({ plan, code, year, actionYear: null }));
  return { plan, action: found.action, links: await linksOf(found), stamp, carried };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustEdit(user);
  const isGone = plan.adopted_on === null && !(await isActionCodeTaken(db, plan.id, params.code ?? ""));
  if (isGone) return redirect(planAddress(plan.code));
  const values = Object.fromEntries(await request.formData());
  const found = await findAction(plan, params.code);
  const outcome = await removeAction(plan, found.action, String(values.stamp), user);
  return outcome.ok ? redirect(planAddress(plan.code)) : refuse(outcome.errors, values, true);
}

export default function PlanActionRemovalPage() {
  const { plan, action, links, stamp, carried } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  const years = action.years.map(({ year }) => String(year));
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here="Togli dalla bozza"
      />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="L’azione non è stata tolta" errors={refused.errors} />}
        <h1>Togli la {action.code} dalla bozza</h1>
        <p className="sent">{action.title}</p>
        {plan.adopted_on !== null ? (
          <p>
            Il piano {plan.code} è adottato: un’azione non si toglie più. Se non serve, si annulla ciascuna
            sua annualità, con il motivo. <a href={address}>Torna all’azione</a>
          </p>
        ) : (
          <form method="post" action={actionRemovalAddress(plan.code, action.code)} noValidate>
            <input type="hidden" name="stamp" value={stamp} />
            <ul className="list">
              <li>
                L’azione va via dalla bozza {plan.code}
                {years.length > 0 && <>, con il {joinWords(years)}</>}: titolo, temi, norme e responsabili che
                vi sono scritti non si recuperano. Il codice {action.code} torna libero.
              </li>
              {links.continues && (
                <li>
                  Continuava{" "}
                  <a href={planActionAddress(links.continues.plan, links.continues.code)}>
                    {links.continues.code} del piano {links.continues.plan}
                  </a>
                  : lì non cambia nulla.
                </li>
              )}
              <CarriedAway carried={carried} />
            </ul>
            <p className="buttons">
              <button className="btn btn-primary" type="submit" id="action">
                Togli dalla bozza
              </button>
              <a href={address}>Annulla e torna all’azione</a>
            </p>
          </form>
        )}
      </main>
    </>
  );
}

type Action = typeof action;
