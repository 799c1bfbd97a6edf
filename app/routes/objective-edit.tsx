import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ObjectiveFields } from "#app/components/objective/objective-fields.tsx";
import { ObjectiveFormPage } from "#app/components/objective/objective-form-page.tsx";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  askedOf,
  lastEditsOf,
  objectiveToEditOr404,
  rewordObjective,
} from "#app/pages/objective/objective-edit.server.ts";
import { objectiveValues, readObjective } from "#app/pages/objective/objective-form.server.ts";
import { choosableIn, findOrganisation } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Modifica l’obiettivo ${params.code} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await objectiveToEditOr404(params, await requireUser(request));
  const asked = askedOf(objective);
  return {
    objective,
    edits: await lastEditsOf(objective),
    prefilled: objectiveValues(asked),
    offices: choosableIn(await findOrganisation(), asked.offices).offices,
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const objective = await objectiveToEditOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readObjective(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await rewordObjective(objective, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(objective.code), { salvato: outcome.edit }));
}

export default function ObjectiveEditPage() {
  const { prefilled, offices, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "modifica")}
      here="Modifica"
      heading="Modifica l’obiettivo"
      save="Salva l’obiettivo"
      refused={refused}
      aside={
        <>
          <li>
            Codice, documento, numero e anni restano quelli del documento. I punti e i loro pesi si modificano
            dalla pagina dell’obiettivo.
          </li>
          <li>Da oggi rispondono dell’obiettivo gli uffici che scegli qui.</li>
        </>
      }
    >
      <ObjectiveFields offices={offices} typed={refused?.typed ?? prefilled} errors={refused?.errors ?? {}} />
    </ObjectiveFormPage>
  );
}
