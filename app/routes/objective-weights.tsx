import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ObjectiveFormPage } from "#app/components/objective/objective-form-page.tsx";
import { WeightsTable } from "#app/components/objective/weights-table.tsx";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { lastEditsOf, objectiveToEditOr404 } from "#app/pages/objective/objective-edit.server.ts";
import { weigh, weighedOf } from "#app/pages/objective/step-edit.server.ts";
import { readWeights } from "#app/pages/objective/step-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Pesi dell’obiettivo ${params.code} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await objectiveToEditOr404(params, await requireUser(request));
  return { objective, edits: await lastEditsOf(objective), today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const objective = await objectiveToEditOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readWeights(
    values,
    weighedOf(objective).map(({ key }) => key),
  );
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await weigh(objective, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(objective.code), { salvato: outcome.edit }));
}

export default function ObjectiveWeightsPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "pesi")}
      here="Pesi"
      heading="I pesi dell’obiettivo"
      save="Salva i pesi"
      refused={refused}
      aside={
        <>
          <li>
            L’avanzamento è la media dei punti e delle annualità collegate, ognuno con il suo peso: chi pesa 2
            conta il doppio di chi pesa 1, chi pesa 0 non conta.
          </li>
          <li>I pesi li stabilisce il RTD, non chi è valutato sull’obiettivo.</li>
          <li>Si riscrivono solo i pesi che cambi.</li>
        </>
      }
    >
      <WeightsTable
        steps={page.objective.steps}
        links={page.objective.links}
        typed={refused?.typed ?? {}}
        errors={refused?.errors ?? {}}
      />
    </ObjectiveFormPage>
  );
}
