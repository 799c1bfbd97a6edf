import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import {
  actionYearOfficesAddress,
  planActionAddress,
  planActionEditAddress,
  planAddress,
  withQuery,
} from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { answeringWords } from "#app/components/edit/answering-facts.tsx";
import { CheckFields } from "#app/components/edit/check-fields.tsx";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { isSameSet } from "#app/domain/edit/plan-action-edits.ts";
import { decideOffices } from "#app/domain/edit/plan-action-responsibles.ts";
import { notFound } from "#app/http.server.ts";
import { choosableIn, findOrganisation } from "#app/pages/office/organisation.server.ts";
import { answeringOf } from "#app/pages/edit/plan-action-answering.server.ts";
import {
  editableActionOr404,
  editPageOf,
  type FoundAction,
  recordEdit,
} from "#app/pages/edit/plan-action-edit.server.ts";
import { readOffices, refuseEdit, tickedValues } from "#app/pages/edit/plan-action-form.server.ts";
import { officesErrors } from "#app/pages/edit/plan-action-refusals.server.ts";
import { requireUser } from "#app/session.server.ts";
import { writeActionYearOffices } from "#db/plan-action/plan-action-responsibles.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Chi risponde di ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const { year, offices } = actionYearOr404(found, params);
  const organisation = await findOrganisation();
  const answering = await answeringOf(found, organisation);
  return {
    ...editPageOf(found),
    answering: answering.find((one) => one.year === year)!,
    lead: found.action.lead,
    offices: choosableIn(organisation, offices).offices,
    prefilled: tickedValues("office", offices),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const { id, year, offices: current } = actionYearOr404(found, params);
  const organisation = await findOrganisation();

  const values = Object.fromEntries(await request.formData());
  const read = readOffices(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const decision = decideOffices(read.asked, { current, organisation, today: today() });
  const asked = decision.ok ? decision.offices : read.asked;
  const outcome = await recordEdit(found, user, read.form, {
    refused: decision.ok ? undefined : officesErrors(decision),
    isMade: (now) => isSameSet(asked, now.action.years.find((one) => one.id === id)?.offices ?? []),
    write: (writing) => writeActionYearOffices(writing, id, asked),
  });
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  const address = planActionAddress(found.plan.code, found.action.code);
  return redirect(`${withQuery(address, { modificata: outcome.edit })}#anno-${year}`);
}

export default function ActionYearOfficesPage() {
  const {
    plan,
    action,
    answering,
    lead,
    offices,

    prefilled,
    ...form
  } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  const { year } = answering;
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here={`${year}, uffici`}
      />
      <main id="contenuto" tabIndex={-1}>
        <EditForm
          {...form}
          plan={plan}
          action={actionYearOfficesAddress(plan.code, action.code, year)}
          back={{ address, words: "all’azione" }}
          refused={refused}
          heading={
            <>
              <h1>Chi risponde del {year}</h1>
              <p className="sent">
                Azione {action.code}, {action.title}
              </p>
            </>
          }
          aside={
            <>
              <li>
                Il {year} è {answering.isOpen ? "aperto" : "chiuso"}:{" "}
                {answeringWords(answering.offices, answering.isOpen)}.
              </li>
              <li>
                Chi aggiungi comunica il suo contributo; chi togli non è più atteso, e quello che ha
                comunicato resta.
              </li>
              <li>
                Con un solo ufficio, lo stato lo aggiorna quello; con più d’uno, il RTD
                {lead ? ` o il capofila, ${lead.name}` : " o il capofila, se c’è"}.
              </li>
              <li>
                I responsabili dell’azione non cambiano: per quelli c’è{" "}
                <a href={planActionEditAddress(plan.code, action.code, "responsabili")}>la loro pagina</a>.
              </li>
            </>
          }
        >
          <CheckFields
            name="office"
            legend={`Uffici che rispondono del ${year}`}
            checks={offices.map(({ code, name }) => ({ value: code, words: name }))}
            typed={refused?.typed ?? prefilled}
            errors={refused?.errors.offices}
          />
        </EditForm>
      </main>
    </>
  );
}

/** Before adoption there is nothing to choose: the offices are written down, from the responsibles, when the plan is adopted (R10). */
function actionYearOr404({ action, isAdopted }: FoundAction, params: Params) {
  if (!isAdopted)
    throw notFound("Il piano non è ancora adottato: degli anni rispondono gli uffici dei responsabili.");
  const found = action.years.find(({ year }) => String(year) === params.year);
  if (!found) throw notFound(`L’azione ${action.code} non ha un’annualità ${params.year ?? ""}.`);
  return found;
}

type Action = typeof action;
