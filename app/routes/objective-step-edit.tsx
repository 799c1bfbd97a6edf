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
import { StepFields } from "#app/components/objective/step-fields.tsx";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { lastEditsOf } from "#app/pages/objective/objective-edit.server.ts";
import { changeStep, mustNotWeigh, standingStepOr404 } from "#app/pages/objective/step-edit.server.ts";
import { readStep, refuseStep, stepValues, understoodOf } from "#app/pages/objective/step-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  {
    title: `Modifica il punto ${data ? stepName(data.step) : params.ordinal} dell’obiettivo ${params.code} – Rotta`,
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { objective, step } = await standingStepOr404(params, user);
  return {
    objective,
    step,
    edits: await lastEditsOf(objective),
    prefilled: stepValues(step),
    understood: understoodOf(step.planned, objective),
    mayWeigh: mayEditObjectives(user),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const { objective, step } = await standingStepOr404(params, user, values);
  mustNotWeigh(user, values);
  const read = readStep(values, step.weight);
  if (!read.ok) return refuseStep(read.errors, values, objective);
  const outcome = await changeStep({ objective, step }, user, read);
  if (!outcome.ok) return refuseStep(outcome.errors, values, objective, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(objective.code), { salvato: outcome.edit }));
}

export default function ObjectiveStepEditPage() {
  const { step, prefilled, understood, mayWeigh, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ObjectiveFormPage
      {...page}
      action={objectivePart(page.objective.code, "punti", step.ordinal, "modifica")}
      here={`Punto ${stepName(step)}, modifica`}
      heading={`Modifica il punto ${stepName(step)}`}
      save="Salva il punto"
      refused={refused}
      aside={
        <>
          <li>
            Il programmato si legge di nuovo: salvato, la pagina dice che cosa se ne è capito. Se non si
            capisce resta com’è scritto, e il punto non entra nella percentuale.
          </li>
          <li>Gli effettivi già registrati restano sul punto; l’attività a cui appartiene non cambia.</li>
        </>
      }
    >
      <StepFields
        understood={refused ? refused.understood : understood}
        mayWeigh={mayWeigh}
        typed={refused?.typed ?? prefilled}
        errors={refused?.errors ?? {}}
      />
    </ObjectiveFormPage>
  );
}
