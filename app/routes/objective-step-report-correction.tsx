import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CorrectionFields } from "#app/components/objective/correction-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { ReportsMeanwhile } from "#app/components/objective/reports-meanwhile.tsx";
import { StepHeading } from "#app/components/objective/step-heading.tsx";
import { StepReportFields } from "#app/components/objective/step-report-fields.tsx";
import { GuardFields } from "#app/components/objective/step-report-form.tsx";
import { WrongReport } from "#app/components/objective/wrong-report.tsx";
import { notFound } from "#app/http.server.ts";
import {
  objectiveAddress,
  objectivesAddress,
  recordedAddress,
  stepReportPart,
} from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  correct,
  correctableOr404,
  readCorrectionForm,
  reportValues,
  withdrawnMeanwhile,
} from "#app/pages/objective/step-report-correction.server.ts";
import { reportableStep } from "#app/pages/objective/step-report-form.server.ts";
import { toldReport } from "#app/pages/objective/told-steps.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Rettifica di un effettivo, obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { objective, step, wrong, isWithdrawn } = await correctableOr404(await requireUser(request), params);
  if (isWithdrawn) throw notFound("Questo effettivo è stato ritirato: non c’è più nulla da rettificare.");
  return {
    title: objective.title,
    step: await reportableStep(objective, step),
    wrong: toldReport(wrong),
    prefilled: reportValues(wrong),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const found = await correctableOr404(user, params, sent);
  const form = readCorrectionForm(sent);
  const outcome = form.ok ? await correct(found, user, form, sent) : { ...form, isConflict: false };
  if (outcome.ok) {
    const { objective, step } = found;
    return redirect(recordedAddress(objective.code, "effettivo", outcome.id, `#punto-${step.ordinal}`));
  }
  if (found.isWithdrawn) throw withdrawnMeanwhile(sent);
  return refuse(outcome.errors, sent, outcome.isConflict);
}

export default function ObjectiveStepReportCorrectionPage() {
  const { title, step, wrong, prefilled } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = prefilled, errors = {} } = refused ?? {};
  const address = objectiveAddress(step.objective);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: step.objective },
        ]}
        here={`Punto ${step.name}, rettifica`}
      />
      <main id="contenuto" tabIndex={-1}>
        <form
          method="post"
          action={stepReportPart(step.objective, step.ordinal, wrong.id, "rettifica")}
          noValidate
        >
          <div className="cols form">
            <div>
              <ErrorSummary title="La rettifica non è stata salvata" errors={errors} />
              <ReportsMeanwhile step={step} refused={refused} />
              <StepHeading
                title={title}
                step={step}
                words={`Rettifica di un effettivo del punto ${step.name}`}
              />
              <GuardFields step={step} refused={refused} />
              <CorrectionFields typed={typed} errors={errors} />
              <StepReportFields step={step} typed={typed} errors={errors} />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Salva la rettifica
                </button>
                <a href={`${address}#punto-${step.ordinal}`}>Annulla e torna all’obiettivo</a>
              </p>
            </div>
            <div className="aside">
              <WrongReport report={wrong} />
            </div>
          </div>
        </form>
      </main>
    </>
  );
}
