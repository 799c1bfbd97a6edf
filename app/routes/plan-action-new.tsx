import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  newAreaAddress,
  newOfficeAddress,
  newPlanActionAddress,
  planActionAddress,
  planAddress,
  withQuery,
} from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { ResponsibleFields } from "#app/components/edit/responsible-fields.tsx";
import { WordingFields } from "#app/components/edit/wording-fields.tsx";
import { YearFields } from "#app/components/edit/year-fields.tsx";
import { Field } from "#app/components/form/field.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { choosableIn, findOrganisation } from "#app/pages/office/organisation.server.ts";
import { recordNewAction } from "#app/pages/edit/plan-action-new.server.ts";
import { mustEdit } from "#app/pages/edit/plan-action-edit.server.ts";
import { readNewPlanAction, refuseEdit } from "#app/pages/edit/plan-action-form.server.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { closingReviewOf } from "#app/pages/review/closed-plan.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listAreas } from "#db/plan/areas.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Nuova azione, piano ${params.plan} – Rotta` },
];

const ROWS_OF_RESPONSIBLES = 4;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustEdit(user);
  return {
    plan,
    isAdopted: plan.adopted_on !== null,
    closedBy: await closingReviewOf(plan),
    lastEdit: 0,
    today: today(),
    areas: await listAreas(db, plan.id, today()),
    choosable: choosableIn(await findOrganisation()),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  mustEdit(user);

  const values = Object.fromEntries(await request.formData());
  const read = readNewPlanAction(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const outcome = await recordNewAction(plan, user, read);
  if (!outcome.ok) return refuseEdit(outcome.errors, values);
  return redirect(withQuery(planActionAddress(plan.code, read.asked.code), { modificata: outcome.edit }));
}

export default function PlanActionNewPage() {
  const { plan, areas, choosable, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const { typed = { weight: "1" }, errors = {} } = refused ?? {};
  return (
    <>
      <Crumbs above={[{ address: planAddress(plan.code), name: `Piano ${plan.code}` }]} here="Nuova azione" />
      <main id="contenuto" tabIndex={-1}>
        {areas.length === 0 && (
          <p className="box warn">
            Il piano non ha ancora ambiti, e un’azione sta in un ambito:{" "}
            <a href={newAreaAddress(plan.code)}>aggiungine uno</a> prima.
          </p>
        )}
        {choosable.offices.length === 0 && (
          <p className="box">
            Non ci sono ancora uffici: come responsabile si può scegliere solo il RTD.{" "}
            <a href={newOfficeAddress()}>Aggiungi un ufficio</a>
          </p>
        )}
        <EditForm
          {...form}
          plan={plan}
          action={newPlanActionAddress(plan.code)}
          back={{ address: planAddress(plan.code), words: "al piano" }}
          refused={refused}
          heading={
            <>
              <h1>Nuova azione</h1>
              <p className="sent">{plan.title}</p>
            </>
          }
          aside={
            <>
              <li>L’azione entra nell’ambito scelto, al posto che il codice le dà tra le altre.</li>
              <li>
                Ogni anno scelto è un’annualità <b>da avviare</b>; ne rispondono gli uffici dei responsabili,
                con i gruppi come sono oggi.
              </li>
              <li>Il codice non si cambia più: storia, collegamenti e indirizzi lo portano.</li>
            </>
          }
        >
          <Field
            name="code"
            label="Codice"
            hint="come nel piano, per esempio 4.3.7; non ancora usato in questo piano"
            errors={errors.code}
          >
            {(field) => (
              <input {...field} className="fi short" type="text" required defaultValue={typed.code} />
            )}
          </Field>
          <WordingFields areas={areas} typed={typed} errors={errors} />
          <ResponsibleFields
            choosable={choosable}
            rows={ROWS_OF_RESPONSIBLES}
            typed={typed}
            errors={errors}
          />
          <YearFields years={yearsOf(plan)} legend="Anni dell’azione" typed={typed} errors={errors} />
        </EditForm>
      </main>
    </>
  );
}

type Action = typeof action;
