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
import { PlaceFields } from "#app/components/objective/place-fields.tsx";
import { StepFields } from "#app/components/objective/step-fields.tsx";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { lastEditsOf } from "#app/pages/objective/objective-edit.server.ts";
import { addStep, mustNotWeigh, editedObjectiveToKeepOr404 } from "#app/pages/objective/step-edit.server.ts";
import { readNewStep, refuseStep } from "#app/pages/objective/step-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Nuovo punto dell’obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const objective = await editedObjectiveToKeepOr404(params, user);
  return {
    objective,
    edits: await lastEditsOf(objective),
    mayWeigh: mayEditObjectives(user),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const objective = await editedObjectiveToKeepOr404(params, user, values);
  mustNotWeigh(user, values);
  const read = readNewStep(values);
  if (!read.ok) return refuseStep(read.errors, values, objective);
  const outcome = await addStep(objective, user, read);
  if (!outcome.ok) return refuseStep(outcome.errors, values, objective, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(objective.code), { salvato: outcome.edit }));
}

export default function ObjectiveStepNewPage() {
  const { mayWeigh, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? { weight: "1" };
  const errors = refused?.errors ?? {};
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "punti", "nuovo")}
      here="Nuovo punto"
      heading="Nuovo punto"
      save="Aggiungi il punto"
      refused={refused}
      aside={
        <>
          <li>
            Il programmato si legge per capire quando il punto è dovuto: salvato, la pagina dice che cosa se
            ne è capito. Se non si capisce resta com’è scritto, e il punto non entra nella percentuale.
          </li>
          <li>L’avanzamento dell’obiettivo si calcola da oggi anche su questo punto.</li>
        </>
      }
    >
      <PlaceFields activities={page.objective.activities} typed={typed} errors={errors} />
      <StepFields
        understood={refused?.understood ?? null}
        mayWeigh={mayWeigh}
        typed={typed}
        errors={errors}
      />
    </ObjectiveFormPage>
  );
}
