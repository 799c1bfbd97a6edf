import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { discardAddress, newPlanAddress, planAddress, plansAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { PlanFields } from "#app/components/triennium/plan-fields.tsx";
import { UnfinishedTable } from "#app/components/triennium/unfinished-table.tsx";
import { yearOf } from "#app/domain/days.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { proposedYears } from "#app/domain/triennium/plan-opening.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { forbidden } from "#app/http.server.ts";
import { readOpening } from "#app/pages/triennium/plan-opening-form.server.ts";
import { openingOn, openPlan } from "#app/pages/triennium/plan-opening.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = () => [{ title: "Nuovo triennio – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireEditor(request);
  const day = today();
  const { plans, unfinished, draft } = await openingOn(day);
  const { firstYear, lastYear } = proposedYears(plans, yearOf(day));
  const code = `${firstYear}-${lastYear}`;
  return {
    before: plans.at(-1)?.code ?? null,
    draft: draft?.code ?? null,
    unfinished,
    proposed: {
      code,
      title: `Piano di transizione al digitale ${code}`,
      firstYear: String(firstYear),
      lastYear: String(lastYear),
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireEditor(request);
  const opening = await openingOn(today());
  const values = Object.fromEntries(await request.formData());
  const form = readOpening(values, opening.unfinished);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await openPlan(opening, form.asked, user);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(planAddress(form.asked.plan.code));
}

export default function NewPlanPage() {
  const { before, draft, unfinished, proposed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ address: plansAddress(), name: "Piani" }]} here="Nuovo triennio" />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="Il piano non è stato aperto" errors={refused.errors} />}
        <div className="head">
          <h1>Apri un nuovo triennio</h1>
        </div>
        {draft && (
          <p className="box warn">
            C’è già una bozza, il piano <a href={planAddress(draft)}>{draft}</a>: prima di aprirne un altro va
            adottata, o <a href={discardAddress(draft)}>scartata</a>.
          </p>
        )}
        <p className="sent">
          Nasce una <b>bozza</b>: si corregge liberamente finché il piano non è adottato
          {before && (
            <>
              , con gli ambiti del piano {before} e le azioni che continuano. Fino all’adozione nessuna
              annualità cambia stato
            </>
          )}
          .{" "}
          {before === null &&
            "I piani si aprono in ordine di anni: se ne vuoi seguire anche uno già concluso, comincia da quello."}
        </p>
        {(!draft || refused) && (
          <form method="post" action={newPlanAddress()} noValidate>
            <PlanFields
              typed={refused?.typed ?? proposed}
              errors={refused?.errors ?? {}}
              isFirst={before === null}
            />
            {before !== null && (
              <UnfinishedTable
                unfinished={unfinished}
                typed={refused?.typed}
                proposed={proposed}
                error={refused?.errors.carried?.[0]}
              />
            )}
            <p className="buttons">
              <button className="btn btn-primary" type="submit">
                Apri la bozza
              </button>
              <a href={plansAddress()}>Annulla e torna ai piani</a>
            </p>
          </form>
        )}
      </main>
    </>
  );
}

async function requireEditor(request: Request) {
  const user = await requireUser(request);
  if (!mayEdit(user)) throw forbidden("I piani li apre e li corregge il RTD.");
  return user;
}
