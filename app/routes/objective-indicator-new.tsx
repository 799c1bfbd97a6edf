import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { IndicatorFields } from "#app/components/objective/indicator-fields.tsx";
import { ObjectiveFormPage } from "#app/components/objective/objective-form-page.tsx";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { addIndicator, readIndicator } from "#app/pages/objective/indicator-edit.server.ts";
import { lastEditsOf } from "#app/pages/objective/objective-edit.server.ts";
import { editedObjectiveToKeepOr404 } from "#app/pages/objective/step-edit.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Nuovo indicatore dell’obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await editedObjectiveToKeepOr404(params, await requireUser(request));
  return { objective, edits: await lastEditsOf(objective), today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const objective = await editedObjectiveToKeepOr404(params, user, values);
  const read = readIndicator(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await addIndicator(objective, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(objective.code), { salvato: outcome.edit }));
}

export default function ObjectiveIndicatorNewPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "indicatori", "nuovo")}
      here="Nuovo indicatore"
      heading="Nuovo indicatore"
      save="Aggiungi l’indicatore"
      refused={refused}
      aside={<li>Gli indicatori si leggono accanto all’avanzamento dell’obiettivo: non vi entrano.</li>}
    >
      <IndicatorFields typed={refused?.typed ?? {}} errors={refused?.errors ?? {}} />
    </ObjectiveFormPage>
  );
}
