import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { StepHeading } from "#app/components/objective/step-heading.tsx";
import { StepReportForm } from "#app/components/objective/step-report-form.tsx";
import { followsAForm } from "#app/http.server.ts";
import {
  objectiveAddress,
  objectivesAddress,
  recordedAddress,
  roundIn,
  stepReportAddress,
  withRound,
} from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { objectiveToKeepOr404, stepOr404 } from "#app/pages/objective/kept-objective.server.ts";
import { readReportForm, report, reportableStep } from "#app/pages/objective/step-report-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: `Effettivo del punto ${data?.step.name ?? params.ordinal}, obiettivo ${params.code} – Rotta` },
];

/** The form is filled in on the page of the objective; it has this page to itself only where it was refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const objective = await objectiveToKeepOr404(user, params);
  const step = await stepOr404(objective, params);
  if (!followsAForm(request)) throw redirect(stepReportAddress(objective.code, step.ordinal));
  return { title: objective.title, step: await reportableStep(objective, step) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const objective = await objectiveToKeepOr404(user, params, sent);
  const step = await stepOr404(objective, params, sent);
  const form = readReportForm(sent);
  if (!form.ok) return refuse(form.errors, sent);
  const outcome = await report({ objective, step }, user, form, sent);
  if (!outcome.ok) return refuse(outcome.errors, sent, outcome.isConflict);
  const saved = recordedAddress(objective.code, "effettivo", outcome.id, `#punto-${step.ordinal}`);
  return redirect(withRound(saved, roundIn(new URL(request.url).searchParams)));
}

export default function ObjectiveStepReportPage() {
  const { title, step } = useLoaderData<typeof loader>();
  const address = objectiveAddress(step.objective);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: step.objective },
        ]}
        here={`Punto ${step.name}, effettivo`}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="cols form">
          <div>
            <StepHeading title={title} step={step} words={`Effettivo del punto ${step.name}`} />
            <StepReportForm
              step={step}
              refused={useActionData<typeof action>()}
              back={`${address}#punto-${step.ordinal}`}
            />
          </div>
        </div>
      </main>
    </>
  );
}
