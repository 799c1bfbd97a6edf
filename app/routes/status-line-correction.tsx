import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { actionYearOr404, targetYearsOf } from "#app/pages/status/action-year.server.ts";
import { correctionAddress, planActionAddress, planAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { StatusForm } from "#app/components/form/status-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { statusWords } from "#app/components/situation.tsx";
import { neighboursOf } from "#app/domain/status/corrections.ts";
import { mayCorrect } from "#app/domain/permissions.ts";
import { NEXT } from "#app/domain/status/status-steps.ts";
import { count, dayWith, momentWithArticle } from "#app/format.ts";
import { countUnlockedBy } from "#app/pages/work-process/action-processes.server.ts";
import { historyOf } from "#app/pages/plan/history.server.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { authorLabel } from "#app/labels.ts";
import { isVariationStep } from "#app/domain/review/closed-plans.ts";
import { requireUser } from "#app/session.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { readStatusForm } from "#app/pages/status/status-form.server.ts";
import { carriedToBy, recordCorrection } from "#app/pages/status/status-change.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Rettifica ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { plan, closedBy, action, actionYear, wrong, before, after } = await correctableOr404(
    request,
    params,
  );
  const from = before?.to_status ?? "to-start";
  const steps = NEXT[from]
    .filter((status) => !after || status === wrong.to_status)
    .filter((status) => !closedBy || !isVariationStep(wrong.to_status, status));
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
    carriedTo:
      carriedToBy(wrong, plan) === undefined
        ? undefined
        : { plan: wrong.target_plan!, year: wrong.target_year! },
    unlocked: wrong.to_status === "completed" ? await countUnlockedBy(action.id) : 0,
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, found, lines, asked, wrong } = await correctableOr404(request, params);
  const values = Object.fromEntries(await request.formData());
  const form = readStatusForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await recordCorrection(found, user, form, { lines, asked, wrong });
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  const address = planActionAddress(found.plan.code, found.action.code);
  return redirect(`${address}?registrata=${outcome.sequence}#riga-${outcome.sequence}`);
}

export default function StatusLineCorrectionPage() {
  const { plan, action, actionYear, wrong, before, between, chosen, last, unlocked, ...offered } =
    useLoaderData<typeof loader>();
  const address = planActionAddress(plan.code, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, rettifica`}
      />
      <main id="contenuto" tabIndex={-1}>
        <StatusForm
          {...offered}
          action={correctionAddress(plan.code, action.code, actionYear.year, wrong.sequence)}
          back={address}
          current={before}
          last={last}
          maySetDueDay
          prefilled={contentOf(wrong, chosen)}
          refused={useActionData<Action>()}
          says={{ notSaved: "La rettifica non è stata salvata", save: "Salva la rettifica" }}
          heading={
            <>
              <h1>Rettifica la riga {wrong.sequence}</h1>
              <p className="sent">
                Azione {action.code}, annualità {actionYear.year}: scrivi il contenuto giusto e il motivo
                della rettifica.
              </p>
            </>
          }
          aside={<WrongLine line={wrong} between={between} unlocked={unlocked} />}
        />
      </main>
    </>
  );
}

type Action = typeof action;
type Wrong = Awaited<ReturnType<typeof loader>>["wrong"];

/** The fields filled with what the wrong line says: only what is wrong needs to be typed again. The reason is the rettifica's own. */
function contentOf(wrong: Wrong, chosen: string): Record<string, string> {
  return {
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
}

function WrongLine({
  line,
  between,
  unlocked,
}: {
  line: Wrong;
  between: { from: string | null; to: string | null };
  unlocked: number;
}) {
  return (
    <section aria-labelledby="sbagliata">
      <h2 id="sbagliata">La riga da rettificare</h2>
      <ul className="list">
        <li>
          <b>{statusWords(line.to_status, line.progress)}</b> {dayWith("dal", line.effective_on)}
        </li>
        <li>
          {authorLabel({ role: line.author_role, office: line.author_office })}, registrata{" "}
          {momentWithArticle(line.recorded_at)}
        </li>
        {line.reason && <li>«{line.reason}»</li>}
      </ul>
      <p className="sm">
        La riga resta nella storia, barrata; la rettifica prende il suo posto
        {between.from && `, non prima ${dayWith("del", between.from)}`}
        {between.to && `, non dopo ${dayWith("il", between.to)}`}.
      </p>
      {unlocked > 0 && (
        <p>
          L’azione ha sbloccato <b>{count(unlocked, "processo", "processi")}</b>: se la rettifica toglie o
          sposta questo completamento, {unlocked === 1 ? "il suo livello cambia" : "i loro livelli cambiano"}{" "}
          con lui.
        </p>
      )}
    </section>
  );
}

/**
 * The line that an address names, for the RTD alone. One that was replaced meanwhile is followed to the rettifica that
 * stands in its place: `wrong` is what counts now, `asked` what the address says.
 */
async function correctableOr404(request: Request, params: Params) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  if (!mayCorrect(user)) throw forbidden("Le righe della storia le rettifica il RTD.");
  const history = (await historyOf(found.action.id)).filter(
    (line) => line.action_year_id === found.actionYear.id,
  );
  const asked = history.find((line) => String(line.sequence) === params.sequence);
  const lines = history.filter((line) => line.replaced_by === null);
  const wrong = lines.find((line) => line.place === asked?.place);
  if (!asked || !wrong) throw notFound("Questa riga non c’è.");
  return { user, found, ...found, lines, asked, wrong, ...neighboursOf(lines, wrong) };
}
