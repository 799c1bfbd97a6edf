import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { roundAddress, roundItemAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ContributionFields } from "#app/components/contribution/contribution-fields.tsx";
import { LastSaid, prefilledFrom } from "#app/components/contribution/contribution-form.tsx";
import { OfficeReports } from "#app/components/contribution/office-reports.tsx";
import { WhatCameMeanwhile } from "#app/components/contribution/what-came-meanwhile.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { NoNewsForm } from "#app/components/round/no-news-form.tsx";
import { RoundWays } from "#app/components/round/round-buttons.tsx";
import { RoundHeading } from "#app/components/round/round-heading.tsx";
import { RoundNotice } from "#app/components/round/round-notice.tsx";
import { readContributionForm, report } from "#app/pages/contribution/contribution-form.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { reportableOr404 } from "#app/pages/contribution/reportable.server.ts";
import {
  afterItem,
  placeInRound,
  requireRoundTaker,
  savedInRound,
} from "#app/pages/desk/update-round.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  {
    title: `Giro di aggiornamento: contributo a ${params.code}, ${params.year} (piano ${params.plan}) – Rotta`,
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireRoundTaker(request);
  const { found, shared, office, previous } = await reportableOr404(user, params, { asked: params.office! });
  const { plan, action, actionYear } = found;
  return {
    plan: plan.code,
    action: { code: action.code, title: action.title },
    actionYear,
    says: shared.says,
    office: { code: office, name: shared.says.find((one) => one.office === office)!.name },
    previous,
    lastLine: await findLastLine(db, actionYear.id),
    around: await placeInRound(user, { actionYear, office }),
    saved: await savedInRound(request, user),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireRoundTaker(request);
  const { found, office, previous } = await reportableOr404(user, params, {
    asked: params.office!,
    isSent: true,
  });
  const values = Object.fromEntries(await request.formData());
  const form = readContributionForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await report(found, user, { office, previous }, form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  return afterItem(user, { actionYear: found.actionYear, office }, { contributo: outcome.id });
}

export default function UpdateRoundContributionPage() {
  const { plan, action, actionYear, says, office, previous, lastLine, around, saved, today } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = roundItemAddress({ plan, code: action.code, actionYear, office: office.code });
  const last = previous?.id ?? 0;
  const sequence = lastLine?.sequence ?? 0;
  return (
    <>
      <Crumbs
        above={[{ address: roundAddress(), name: "Giro di aggiornamento" }]}
        here={`${action.code}, ${actionYear.year}, contributo`}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="cols form">
          <div>
            <ErrorSummary title="Il contributo non è stato salvato" errors={refused?.errors ?? {}} />
            <WhatCameMeanwhile refused={refused} previous={previous} lastLine={lastLine} />
            <RoundNotice saved={refused ? null : saved} />
            <RoundHeading plan={plan} action={action} actionYear={actionYear} position={around.position} />
            <p id="comunicato">
              {previous ? (
                <LastSaid contribution={previous} />
              ) : (
                `${office.name} non ha ancora comunicato nulla.`
              )}
            </p>
            {previous ? (
              <NoNewsForm
                action={address}
                fields={{ ...sameAs(previous), effectiveOn: today, last, sequence }}
                describedBy="comunicato"
                takesFocus={!refused}
              >
                <RoundWays next={around.next} />
              </NoNewsForm>
            ) : (
              <p className="buttons">
                <RoundWays next={around.next} />
              </p>
            )}
            <details className="novelty" open={refused !== undefined || !previous}>
              <summary autoFocus={!previous && !refused}>Comunica il contributo di {office.name}</summary>
              <form method="post" action={address} className="status-form" noValidate>
                <input type="hidden" name="last" value={last} />
                <input type="hidden" name="sequence" value={sequence} />
                <ContributionFields
                  typed={refused?.typed ?? prefilledFrom(previous)}
                  errors={refused?.errors ?? {}}
                  today={today}
                />
                <button className="btn btn-primary" type="submit">
                  Salva e vai alla prossima
                </button>
              </form>
            </details>
          </div>
          <section className="aside" aria-labelledby="uffici">
            <h2 id="uffici">Che cosa comunicano gli uffici</h2>
            <OfficeReports says={says} />
          </section>
        </div>
      </main>
    </>
  );
}

type Action = typeof action;

/** The same contribution once more, as its form sends it: with its note, which is what the RTD reads beside the status. */
function sameAs({ status, progress, note }: { status: string; progress: number; note: string }) {
  return {
    status,
    progress: status === "in-progress" ? progress : "",
    note,
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
  };
}
