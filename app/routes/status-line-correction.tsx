import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import {
  actionYearOr404,
  expectedOf,
  leadsBack,
  targetStatusOf,
  targetYearsOf,
} from "#app/action-year.server.ts";
import { correctionAddress, planActionAddress, planAddress } from "#app/addresses.ts";
import { now, today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { MeanwhileBox } from "#app/components/form/meanwhile-box.tsx";
import { statusWords } from "#app/components/situation.tsx";
import { StatusFields } from "#app/components/form/status-fields.tsx";
import { decideCorrection, firstPossibleDay, neighboursOf } from "#app/domain/corrections.ts";
import { mayCorrect } from "#app/domain/permissions.ts";
import { NEXT } from "#app/domain/status-steps.ts";
import { formatDay, formatMoment } from "#app/format.ts";
import { historyOf } from "#app/history.server.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { authorLabel } from "#app/labels.ts";
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

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Rettifica ${params.code}, ${params.year} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { plan, action, actionYear, wrong, before, after } = await correctableOr404(request, params);
  const from = before?.to_status ?? "to-start";
  const steps = NEXT[from].filter((status) => !after || status === wrong.to_status);
  const staysSame = !after || wrong.to_status === from;
  return {
    plan,
    action,
    actionYear,
    wrong,
    before: { status: from, progress: before?.progress ?? 0 },
    between: { from: before?.effective_on ?? null, to: after?.effective_on ?? null },
    choices: [...(staysSame ? ["update"] : []), ...steps],
    chosen: wrong.to_status === from ? "update" : wrong.to_status,
    last: await findLastLine(db, actionYear.id),
    targetYears: targetYearsOf(plan, actionYear.year),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, found, plan, action, actionYear, lines, wrong, before } = await correctableOr404(
    request,
    params,
  );
  const values = Object.fromEntries(await request.formData());
  const form = readStatusForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const from = before?.to_status ?? "to-start";
  const change = changeOf(form.choice, from, form.change);
  if (change.targetYear !== null && !targetYearsOf(plan, actionYear.year).includes(change.targetYear)) {
    return refuse({ targetYear: ["Scegli un anno dall’elenco"] }, values);
  }

  const keepsTarget = change.targetYear === wrong.target_year;
  const decision = decideCorrection(lines, wrong, change, {
    year: actionYear.year,
    today: today(),
    targetStatus: keepsTarget ? undefined : targetStatusOf(found, change.targetYear),
    standingFrom: firstPossibleDay(actionYear.addedOn, plan),
  });
  if (!decision.ok) return refuse(refusalErrors(decision), values);
  if (leadsBack(found, decision.change, wrong)) return refuse(refusalErrors(LEADS_BACK), values);

  const outcome = await recordLine(
    db,
    {
      action_year_id: actionYear.id,
      from,
      change: decision.change,
      replaces: wrong.sequence,
      by: { id: user.id, role: user.role, officeId: user.officeId, at: now() },
    },
    expectedOf(found, form.sequence, change.targetYear),
  );
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
    `${planActionAddress(plan.code, action.code)}?registrata=${outcome.sequence}#riga-${outcome.sequence}`,
  );
}

export default function StatusLineCorrectionPage() {
  const { plan, action, actionYear, wrong, before, between, choices, chosen, last, targetYears, today } =
    useLoaderData<typeof loader>();
  const refused = useActionData<correct>();
  const address = planActionAddress(plan.code, action.code);
  const typed = refused?.typed ?? {
    to: chosen,
    progress: String(Math.min(wrong.progress, 99)),
    effectiveOn: wrong.effective_on,
    dueOn: wrong.due_on ?? "",
    targetYear: wrong.target_year === null ? "" : String(wrong.target_year),
    evidenceKind: wrong.evidence?.tipo ?? "",
    evidenceNumber: wrong.evidence?.numero ?? "",
    evidenceOn: wrong.evidence?.del ?? "",
    evidenceLink: wrong.evidence?.collegamento ?? "",
    evidenceNote: wrong.evidence?.nota ?? "",
  };
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: "Piano" },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, rettifica`}
      />
      <main id="contenuto" tabIndex={-1}>
        <form
          method="post"
          action={correctionAddress(plan.code, action.code, actionYear.year, wrong.sequence)}
          className="status-form"
          noValidate
        >
          <div className="cols form">
            <div>
              <ErrorSummary title="La rettifica non è stata salvata" errors={refused?.errors ?? {}} />
              {refused?.isConflict && last && <MeanwhileBox line={last} />}
              <h1>Rettifica la riga {wrong.sequence}</h1>
              <p className="sent">
                Azione {action.code}, annualità {actionYear.year}: scrivi il contenuto giusto e il motivo
                della rettifica.
              </p>
              <input type="hidden" name="sequence" value={last?.sequence ?? 0} />
              <StatusFields
                current={before}
                choices={choices}
                targetYears={targetYears}
                maySetDueDay
                today={today}
                typed={typed}
                errors={refused?.errors ?? {}}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Salva la rettifica
                </button>
                <a href={address}>Annulla e torna all’azione</a>
              </p>
            </div>
            <div className="aside">
              <section aria-labelledby="sbagliata">
                <h2 id="sbagliata">La riga da rettificare</h2>
                <ul className="list">
                  <li>
                    <b>{statusWords(wrong.to_status, wrong.progress)}</b> dal {formatDay(wrong.effective_on)}
                  </li>
                  <li>
                    {authorLabel({ role: wrong.author_role, office: wrong.author_office })}, registrata il{" "}
                    {formatMoment(wrong.recorded_at)}
                  </li>
                  {wrong.reason && <li>«{wrong.reason}»</li>}
                </ul>
                <p className="sm">
                  La riga resta nella storia, barrata; la rettifica prende il suo posto
                  {between.from && `, non prima del ${formatDay(between.from)}`}
                  {between.to && `, non dopo il ${formatDay(between.to)}`}.
                </p>
              </section>
            </div>
          </div>
        </form>
      </main>
    </>
  );
}

type correct = typeof action;

/** The line that an address names, for the RTD alone; replaced lines are no longer anyone's to put right. */
async function correctableOr404(request: Request, params: Params) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  if (!mayCorrect(user)) throw forbidden("Le righe della storia le rettifica il RTD.");
  const history = await historyOf(found.action.id);
  const lines = history.filter(
    (line) => line.action_year_id === found.actionYear.id && line.replaced_by === null,
  );
  const wrong = lines.find((line) => String(line.sequence) === params.sequence);
  if (!wrong) throw notFound("Questa riga non c’è, o è già stata rettificata.");
  return { user, found, ...found, lines, wrong, ...neighboursOf(lines, wrong) };
}

function refuse(errors: FormErrors, values: Record<string, FormDataEntryValue>, isConflict = false) {
  return data({ errors, isConflict, typed: typedValues(values) }, { status: isConflict ? 409 : 422 });
}
