import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { areasAddress, newAreaAddress, planAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { AreaFields } from "#app/components/edit/area-fields.tsx";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { addArea } from "#app/pages/edit/area-edit.server.ts";
import { readArea } from "#app/pages/edit/area-form.server.ts";
import { mustEdit } from "#app/pages/edit/plan-action-edit.server.ts";
import { refuseEdit } from "#app/pages/edit/plan-action-form.server.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { closingReviewOf } from "#app/pages/review/closed-plan.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Nuovo ambito, piano ${params.plan} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustEdit(user);
  const closedBy = await closingReviewOf(plan);
  return { plan, isAdopted: plan.adopted_on !== null, closedBy, lastEdit: 0, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustEdit(user);

  const values = Object.fromEntries(await request.formData());
  const read = readArea(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const outcome = await addArea(plan, user, read);
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  return redirect(withQuery(areasAddress(plan.code), { salvato: outcome.edit }));
}

export default function AreaNewPage() {
  const { plan, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: "Piano" },
          { address: areasAddress(plan.code), name: "Ambiti" },
        ]}
        here="Nuovo ambito"
      />
      <main id="contenuto" tabIndex={-1}>
        <EditForm
          {...form}
          plan={plan}
          action={newAreaAddress(plan.code)}
          back={{ address: areasAddress(plan.code), words: "agli ambiti" }}
          refused={refused}
          toldIn="tra le modifiche agli ambiti"
          heading={
            <>
              <h1>Nuovo ambito</h1>
              <p className="sent">{plan.title}</p>
            </>
          }
          aside={
            <>
              <li>L’ambito prende il posto che il codice gli dà tra gli altri, e nasce senza azioni.</li>
              <li>Il codice non si cambia più: le azioni sono numerate con quello. Il nome sì.</li>
            </>
          }
        >
          <AreaFields withCode typed={refused?.typed ?? {}} errors={refused?.errors ?? {}} />
        </EditForm>
      </main>
    </>
  );
}

type Action = typeof action;
