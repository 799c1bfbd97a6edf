import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  actionYearOr404,
  choicesOf,
  consequencesOf,
  entriesOf,
  type FoundActionYear,
  targetYearsOf,
} from "#app/pages/status/action-year.server.ts";
import { planActionAddress, planAddress, statusAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ActionHistory } from "#app/components/action/action-history.tsx";
import { Consequences } from "#app/components/form/consequences.tsx";
import { StatusForm } from "#app/components/form/status-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { useKeptRound } from "#app/components/monitoring/back-to-round.tsx";
import { ClosedPlan } from "#app/components/review/closed-plan.tsx";
import { SituationOf } from "#app/components/situation.tsx";
import { mayCorrect, maySetDueDay, mayUpdate } from "#app/domain/permissions.ts";
import { forbidden } from "#app/http.server.ts";
import { roundIn, withRound } from "#app/objective-addresses.ts";
import { requireUser } from "#app/session.server.ts";
import { refusalOf } from "#app/pages/status/changed-hands.server.ts";
import { recordChange } from "#app/pages/status/status-change.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { readStatusForm } from "#app/pages/status/status-form.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Aggiorna ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  if (!mayUpdate(user, found.actionYear)) throw forbidden(notTheirs(found));
  const choices = choicesOf(user, found);
  return {
    plan: found.plan,
    action: found.action,
    actionYear: found.actionYear,
    closedBy: found.closedBy,
    choices,
    byChoice: await consequencesOf(found, choices),
    entries: await entriesOf(found),
    mayCorrect: mayCorrect(user),
    last: await findLastLine(db, found.actionYear.id),
    targetYears: targetYearsOf(found.plan, found.actionYear.year),
    maySetDueDay: maySetDueDay(user),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  if (!mayUpdate(user, found.actionYear))
    throw await refusalOf(found, (answering) => mayUpdate(user, answering), notTheirs(found));

  const values = Object.fromEntries(await request.formData());
  const form = readStatusForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await recordChange(found, user, form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  const address = planActionAddress(found.plan.code, found.action.code);
  const saved = `${address}?registrata=${outcome.sequence}#anno-${found.actionYear.year}`;
  return redirect(withRound(saved, roundIn(new URL(request.url).searchParams)));
}

export default function ActionYearStatusPage() {
  const { plan, action, actionYear, closedBy, byChoice, entries, mayCorrect, last, ...offered } =
    useLoaderData<typeof loader>();
  const address = planActionAddress(plan.code, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, stato`}
      />
      <main id="contenuto" tabIndex={-1}>
        <StatusForm
          {...offered}
          action={useKeptRound(statusAddress(plan.code, action.code, actionYear.year))}
          back={address}
          current={actionYear}
          last={last}
          prefilled={{}}
          refused={useActionData<Action>()}
          says={{ notSaved: "Lo stato non è stato salvato", save: "Salva lo stato" }}
          heading={
            <>
              <h1>Aggiorna lo stato del {actionYear.year}</h1>
              <p className="sent">
                Azione {action.code}, {action.title}
              </p>
              <p>
                Situazione di oggi: <SituationOf actionYear={actionYear} />
              </p>
              <ClosedPlan plan={plan.code} closedBy={closedBy}>
                Annullare, ripianificare e riaprire ciò che lo è stato non si può più; il resto sì.
              </ClosedPlan>
            </>
          }
          aside={
            <>
              <Consequences year={actionYear.year} action={action.status} byChoice={byChoice} />
              <section aria-labelledby="storia">
                <h2 id="storia">La storia del {actionYear.year}</h2>
                <ActionHistory
                  plan={plan.code}
                  code={action.code}
                  entries={entries}
                  mayCorrect={mayCorrect}
                />
              </section>
            </>
          }
        />
      </main>
    </>
  );
}

type Action = typeof action;

function notTheirs({ action, actionYear }: FoundActionYear): string {
  return `L’annualità ${actionYear.year} dell’azione ${action.code} la aggiornano il RTD, il capofila o l’unico ufficio che ne risponde.`;
}
