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
import { formatDay } from "#app/format.ts";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { lastEditsOf } from "#app/pages/objective/objective-edit.server.ts";
import { readGrounds } from "#app/pages/objective/objective-form.server.ts";
import { retireStep, standingStepOr404, stepToKeepOr404 } from "#app/pages/objective/step-edit.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  {
    title: `Ritira il punto ${data ? stepName(data.step) : params.ordinal} dell’obiettivo ${params.code} – Rotta`,
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { objective, step } = await standingStepOr404(params, await requireUser(request));
  return { objective, step, edits: await lastEditsOf(objective), today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const { objective, step } = await stepToKeepOr404(params, user, values);
  const address = objectiveAddress(objective.code);
  if (!step) return redirect(address);
  const read = readGrounds(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await retireStep({ objective, step }, user, read.form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(address, { salvato: outcome.edit }));
}

export default function ObjectiveStepRetirementPage() {
  const { step, ...page } = useLoaderData<typeof loader>();
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "punti", step.ordinal, "ritiro")}
      here={`Punto ${stepName(step)}, ritiro`}
      heading={`Ritira il punto ${stepName(step)}`}
      save="Ritira il punto"
      refused={useActionData<typeof action>()}
      aside={
        <>
          <li>Gli effettivi già registrati restano scritti, e con loro il motivo del ritiro.</li>
          <li>Non si torna indietro da qui: se il punto serve ancora, se ne aggiunge uno nuovo.</li>
        </>
      }
    >
      <p>{step.text}</p>
      {step.planned !== null && <p className="mut">Programmato: «{step.planned}»</p>}
      <p>Da oggi, {formatDay(page.today)}, il punto non entra più nell’avanzamento dell’obiettivo.</p>
    </ObjectiveFormPage>
  );
}
