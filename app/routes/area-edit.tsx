import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { areaEditAddress, areasAddress, planAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { AreaFields } from "#app/components/edit/area-fields.tsx";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { editableAreaOr404, rewordArea } from "#app/pages/edit/area-edit.server.ts";
import { readArea } from "#app/pages/edit/area-form.server.ts";
import { refuseEdit } from "#app/pages/edit/plan-action-form.server.ts";
import { closingReviewOf } from "#app/pages/review/closed-plan.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Modifica l’ambito ${params.area} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { plan, area } = await editableAreaOr404(params, user);
  const lastEdit = area.edit_id ?? 0;
  const closedBy = await closingReviewOf(plan);
  return { plan, area, isAdopted: plan.adopted_on !== null, closedBy, lastEdit, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableAreaOr404(params, user);

  const values = Object.fromEntries(await request.formData());
  const read = readArea(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const outcome = await rewordArea(found, user, read);
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  return redirect(withQuery(areasAddress(found.plan.code), { salvato: outcome.edit }));
}

export default function AreaEditPage() {
  const { plan, area, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: "Piano" },
          { address: areasAddress(plan.code), name: "Ambiti" },
        ]}
        here={`${area.code}, modifica`}
      />
      <main id="contenuto" tabIndex={-1}>
        <EditForm
          {...form}
          plan={plan}
          action={areaEditAddress(plan.code, area.code)}
          back={{ address: areasAddress(plan.code), words: "agli ambiti" }}
          refused={refused}
          toldIn="tra le modifiche agli ambiti"
          heading={
            <>
              <h1>Modifica l’ambito {area.code}</h1>
              <p className="sent">{area.title}</p>
            </>
          }
          aside={<li>Le azioni dell’ambito restano dove sono; il codice non cambia.</li>}
        >
          <AreaFields
            withCode={false}
            typed={refused?.typed ?? { title: area.title }}
            errors={refused?.errors ?? {}}
          />
        </EditForm>
      </main>
    </>
  );
}

type Action = typeof action;
