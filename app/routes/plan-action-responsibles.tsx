import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planActionAddress, planActionEditAddress, planAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { AnsweringFacts } from "#app/components/edit/answering-facts.tsx";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { LinkFacts } from "#app/components/edit/link-facts.tsx";
import { ResponsibleFields } from "#app/components/edit/responsible-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { decideResponsibles, MOST_RESPONSIBLES } from "#app/domain/edit/plan-action-responsibles.ts";
import { choosableIn, findOrganisation, nameIn } from "#app/pages/office/organisation.server.ts";
import {
  answeringOf,
  officesOfOpenYears,
  responsiblesOf,
} from "#app/pages/edit/plan-action-answering.server.ts";
import {
  editableActionOr404,
  editPageOf,
  linksOf,
  recordEdit,
} from "#app/pages/edit/plan-action-edit.server.ts";
import { readResponsibles, refuseEdit, responsiblesValues } from "#app/pages/edit/plan-action-form.server.ts";
import { responsiblesErrors } from "#app/pages/edit/plan-action-refusals.server.ts";
import { requireUser } from "#app/session.server.ts";
import { writeActionYearOffices, writeResponsibles } from "#db/plan-action/plan-action-responsibles.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Responsabili di ${params.code} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const organisation = await findOrganisation();
  const current = responsiblesOf(found);
  return {
    ...editPageOf(found),
    links: await linksOf(found),
    answering: await answeringOf(found, organisation),
    choosable: choosableIn(organisation, [...current.responsibles, current.lead ?? ""]),
    rows: Math.min(MOST_RESPONSIBLES, current.responsibles.length + 2),
    prefilled: responsiblesValues(current),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const organisation = await findOrganisation();

  const values = Object.fromEntries(await request.formData());
  const read = readResponsibles(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const { asked } = read;
  const years = officesOfOpenYears(found, asked.responsibles, organisation);
  const answering = years.flatMap(({ offices }) => offices);
  const decision = decideResponsibles(asked, { organisation, answering, today: today() });
  const outcome = await recordEdit(found, user, read.form, {
    refused: decision.ok ? undefined : responsiblesErrors(decision, nameIn(organisation)),
    isMade: (now) => JSON.stringify(responsiblesOf(now)) === JSON.stringify(asked),
    write: async (writing) => {
      await writeResponsibles(writing, found.action.id, asked);
      for (const { id, offices } of years) await writeActionYearOffices(writing, id, offices);
    },
  });
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  const address = planActionAddress(found.plan.code, found.action.code);
  return redirect(withQuery(address, { modificata: outcome.edit }));
}

export default function PlanActionResponsiblesPage() {
  const { plan, action, answering, choosable, rows, links, prefilled, ...form } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here="Responsabili"
      />
      <main id="contenuto" tabIndex={-1}>
        <EditForm
          {...form}
          plan={plan}
          action={planActionEditAddress(plan.code, action.code, "responsabili")}
          back={{ address, words: "all’azione" }}
          refused={refused}
          heading={
            <>
              <h1>Responsabili dell’azione {action.code}</h1>
              <p className="sent">{action.title}</p>
            </>
          }
          aside={
            <>
              <li>
                Degli anni ancora aperti {form.isAdopted ? "rispondono da oggi" : "rispondono"} anche gli
                uffici dei responsabili che aggiungi, con i gruppi come sono oggi; non ne rispondono più
                quelli che nessun responsabile comprende. Gli anni chiusi restano a chi ne rispondeva.
              </li>
              <AnsweringFacts
                plan={plan.code}
                code={action.code}
                years={answering}
                isAdopted={form.isAdopted}
              />
              <LinkFacts code={action.code} links={links} />
            </>
          }
        >
          <ResponsibleFields
            choosable={choosable}
            rows={rows}
            typed={refused?.typed ?? prefilled}
            errors={refused?.errors ?? {}}
          />
        </EditForm>
      </main>
    </>
  );
}

type Action = typeof action;
