import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  actionYearOr404,
  currentOf,
  expectedOf,
  leadsBack,
  targetStatusOf,
  targetYearsOf,
} from "#app/action-year.server.ts";
import { planActionAddress, planAddress, statusAddress } from "#app/addresses.ts";
import { now, today } from "#app/clock.server.ts";
import { Consequences } from "#app/components/form/consequences.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { MeanwhileBox } from "#app/components/form/meanwhile-box.tsx";
import { SituationOf } from "#app/components/situation.tsx";
import { StatusFields } from "#app/components/form/status-fields.tsx";
import { consequenceOf } from "#app/domain/consequences.ts";
import { maySetDueDay, mayUpdate, offeredSteps } from "#app/domain/permissions.ts";
import { decideStep, decideUpdate, isOpen } from "#app/domain/status-steps.ts";
import { forbidden } from "#app/http.server.ts";
import { requireUser } from "#app/session.server.ts";
import {
  changeOf,
  type FormErrors,
  LEADS_BACK,
  readStatusForm,
  refusalErrors,
  typedValues,
} from "#app/status-form.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: `Aggiorna ${params.code}, ${data?.actionYear.year ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { plan, facts, action, actionYear } = await actionYearOr404(params);
  if (!mayUpdate(user, actionYear))
    throw forbidden(
      `L’annualità ${actionYear.year} dell’azione ${action.code} la aggiorna il RTD o chi ne risponde da solo.`,
    );

  const steps = offeredSteps(user, actionYear.status);
  const mayUpdateOnly =
    actionYear.status === "in-progress" ||
    actionYear.status === "completed" ||
    (maySetDueDay(user) && isOpen(actionYear.status));
  const choices = ["no-news", ...(mayUpdateOnly ? ["update"] : []), ...steps];
  const byChoice = choices.map((choice) => {
    const change = changeOf(choice as never, actionYear.status, {
      progress: null,
      effectiveOn: today(),
      reason: "",
      evidence: null,
      dueOn: null,
      targetYear: null,
    });
    const progress =
      change.to === "completed"
        ? 100
        : change.to === "in-progress"
          ? Math.min(actionYear.progress, 99)
          : actionYear.progress;
    return {
      choice,
      consequence: consequenceOf(facts, plan, {
        actionYearId: actionYear.id,
        to: change.to,
        progress,
        today: today(),
      }),
    };
  });
  return {
    plan,
    action,
    actionYear,
    choices,
    byChoice,
    last: await findLastLine(db, actionYear.id),
    targetYears: targetYearsOf(plan, actionYear.year),
    maySetDueDay: maySetDueDay(user),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  const { plan, action, actionYear } = found;
  if (!mayUpdate(user, actionYear))
    throw forbidden(
      `L’annualità ${actionYear.year} dell’azione ${action.code} la aggiorna il RTD o chi ne risponde da solo.`,
    );

  const values = Object.fromEntries(await request.formData());
  const form = readStatusForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const last = await findLastLine(db, actionYear.id);
  const change = changeOf(form.choice, actionYear.status, form.change);
  const isStep = change.to !== actionYear.status;
  if (change.dueOn !== null && !maySetDueDay(user))
    throw forbidden("Il termine di un’annualità lo cambia il RTD.");
  const mayTake = !isStep || offeredSteps(user, actionYear.status).includes(change.to);
  if (!mayTake && user.role !== "rtd" && (last?.sequence ?? 0) === form.sequence) {
    throw forbidden("Annullare, ripianificare e riaprire spetta al RTD: proponilo con il motivo.");
  }

  if (change.targetYear !== null && !targetYearsOf(plan, actionYear.year).includes(change.targetYear)) {
    return refuse({ targetYear: ["Scegli un anno dall’elenco"] }, values);
  }
  const context = {
    year: actionYear.year,
    today: today(),
    targetStatus: targetStatusOf(found, change.targetYear),
  };
  const decision = isStep
    ? decideStep(currentOf(found), change, context)
    : decideUpdate(currentOf(found), change, context);
  const isBehind = (last?.sequence ?? 0) !== form.sequence;
  if (!decision.ok && !isBehind) return refuse(refusalErrors(decision), values);
  if (decision.ok && leadsBack(found, decision.change)) return refuse(refusalErrors(LEADS_BACK), values);

  const outcome = decision.ok
    ? await recordLine(
        db,
        {
          action_year_id: actionYear.id,
          from: actionYear.status,
          change: decision.change,
          replaces: null,
          by: { id: user.id, role: user.role, officeId: user.officeId, at: now() },
        },
        expectedOf(found, form.sequence, change.targetYear),
      )
    : { recorded: false as const, meanwhile: last };
  if (!outcome.recorded) {
    return refuse(
      {
        to: [
          "Nel frattempo qualcuno ha cambiato questa annualità: leggi che cosa, poi salva di nuovo se vale ancora",
        ],
      },
      values,
      true,
    );
  }
  return redirect(
    `${planActionAddress(plan.code, action.code)}?registrata=${outcome.sequence}#anno-${actionYear.year}`,
  );
}

export default function ActionYearStatusPage() {
  const { plan, action, actionYear, choices, byChoice, last, targetYears, maySetDueDay, today } =
    useLoaderData<typeof loader>();
  const refused = useActionData<action_>();
  const errors = refused?.errors ?? {};
  const address = planActionAddress(plan.code, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: "Piano" },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, stato`}
      />
      <main id="contenuto" tabIndex={-1}>
        <form
          method="post"
          action={statusAddress(plan.code, action.code, actionYear.year)}
          className="status-form"
          noValidate
        >
          <div className="cols form">
            <div>
              <ErrorSummary title="Lo stato non è stato salvato" errors={errors} />
              {refused?.isConflict && last && <MeanwhileBox line={last} />}
              <h1>Aggiorna lo stato del {actionYear.year}</h1>
              <p className="sent">
                Azione {action.code}, {action.title}
              </p>
              <p>
                Oggi è <SituationOf actionYear={actionYear} />
              </p>
              <input type="hidden" name="sequence" value={last?.sequence ?? 0} />
              <StatusFields
                current={actionYear}
                choices={choices}
                targetYears={targetYears}
                maySetDueDay={maySetDueDay}
                today={today}
                typed={refused?.typed ?? {}}
                errors={errors}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Salva lo stato
                </button>
                <a href={address}>Annulla e torna all’azione</a>
              </p>
            </div>
            <div className="aside">
              <Consequences year={actionYear.year} action={action.status} byChoice={byChoice} />
            </div>
          </div>
        </form>
      </main>
    </>
  );
}

type action_ = typeof action;

function refuse(errors: FormErrors, values: Record<string, FormDataEntryValue>, isConflict = false) {
  return data({ errors, isConflict, typed: typedValues(values) }, { status: isConflict ? 409 : 422 });
}
