import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planActionAddress, planAddress, withQuery } from "#app/addresses.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { LinkForm } from "#app/components/objective/link-form.tsx";
import { actionObjectiveAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { readLink, readLinkSearch } from "#app/pages/objective/link-form.server.ts";
import { actionToLinkOr404, linkToObjective, refuseLink } from "#app/pages/objective/link-new.server.ts";
import { objectivesToLink } from "#app/pages/objective/link-targets.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastEdit } from "#db/objective/links.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Collega la ${params.code} a un obiettivo (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { plan, action } = await actionToLinkOr404(params, await requireUser(request));
  const { text, isTooLong, typed } = readLinkSearch(request);
  return data(
    {
      plan: plan.code,
      planAction: { code: action.code, title: action.title },
      targets: await objectivesToLink(action, text, typed.target),
      query: new URL(request.url).search,
      seen: await findLastEdit(db),
      ...{ isTooLong, typed },
    },
    { status: isTooLong ? 422 : 200 },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { plan, action } = await actionToLinkOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readLink(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await linkToObjective(action, user, read.form);
  if (!outcome.ok) return refuseLink(outcome, values);
  return redirect(withQuery(planActionAddress(plan.code, action.code), { collegamento: outcome.edit }));
}

export default function ActionObjectiveNewPage() {
  const { plan, planAction, targets, query, seen, isTooLong, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = planActionAddress(plan, planAction.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan), name: `Piano ${plan}` },
          { address, name: planAction.code },
        ]}
        here="Collega a un obiettivo"
      />
      <main id="contenuto" tabIndex={-1}>
        <LinkForm
          address={actionObjectiveAddress(plan, planAction.code)}
          back={{ address, words: "all’azione" }}
          search={{ label: "Cerca tra gli obiettivi", legend: "Obiettivo", isTooLong }}
          {...{ query, refused, targets, typed, seen }}
          heading={
            <>
              <h1>Collega a un obiettivo</h1>
              <p className="sent">
                {planAction.code} {planAction.title} <span className="mut">(piano {plan})</span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                L’avanzamento dell’obiettivo conta, da oggi, anche le annualità di questa azione negli anni
                dell’obiettivo: ciascuna una volta sola, comunque sia collegata.
              </li>
              <li>Un’annualità di un altro anno si può collegare: dice dove sta il lavoro, e non conta.</li>
              <li>Si cerca per titolo, documento, numero o ufficio: «settore 3», «PdO 2021», «pagoPA».</li>
            </ul>
          }
        />
      </main>
    </>
  );
}
