import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  actionYearOr404,
  choicesOf,
  entriesOf,
  targetYearsOf,
} from "#app/pages/status/action-year.server.ts";
import { roundAddress, roundItemAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ActionHistory } from "#app/components/action/action-history.tsx";
import { OfficeReports } from "#app/components/contribution/office-reports.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { MeanwhileBox } from "#app/components/form/meanwhile-box.tsx";
import { StatusFields } from "#app/components/form/status-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { NoNewsForm } from "#app/components/round/no-news-form.tsx";
import { ProposalWaiting } from "#app/components/round/proposal-waiting.tsx";
import { RoundWays } from "#app/components/round/round-buttons.tsx";
import { RoundHeading } from "#app/components/round/round-heading.tsx";
import { RoundNotice } from "#app/components/round/round-notice.tsx";
import { sharedYearsOf } from "#app/pages/contribution/contributions.server.ts";
import { mayDecideContributions, maySetDueDay, mayUpdate } from "#app/domain/permissions.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { forbidden } from "#app/http.server.ts";
import { refusalOf } from "#app/pages/status/changed-hands.server.ts";
import { recordChange } from "#app/pages/status/status-change.server.ts";
import { readStatusForm } from "#app/pages/status/status-form.server.ts";
import {
  afterItem,
  placeInRound,
  requireRoundTaker,
  savedInRound,
} from "#app/pages/desk/update-round.server.ts";
import { db } from "#db/connection.server.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Giro di aggiornamento: ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireRoundTaker(request);
  const found = await actionYearOr404(params);
  if (!mayUpdate(user, found.actionYear)) throw forbidden(NOT_THEIRS);
  const { action, actionYear, plan, facts } = found;
  const contributions = await listContributions(db, { planActionId: action.id }, today());
  const shared = sharedYearsOf(action, facts, contributions, today()).find(
    (one) => one.actionYear.id === actionYear.id,
  );
  return {
    plan: plan.code,
    action: { code: action.code, title: action.title },
    actionYear,
    last: await findLastLine(db, actionYear.id),
    entries: await entriesOf(found),
    says: shared?.says ?? [],
    proposal: shared?.differs ? shared.proposal : null,
    mayDecide: mayDecideContributions(user),
    around: await placeInRound(user, { actionYear, office: null }),
    saved: await savedInRound(request, user),
    offered: {
      choices: choicesOf(user, found).filter((choice) => choice !== "no-news"),
      targetYears: targetYearsOf(plan, actionYear.year),
      maySetDueDay: maySetDueDay(user),
      today: today(),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireRoundTaker(request);
  const found = await actionYearOr404(params);
  if (!mayUpdate(user, found.actionYear))
    throw await refusalOf(found, (answering) => mayUpdate(user, answering), NOT_THEIRS);

  const values = Object.fromEntries(await request.formData());
  const form = readStatusForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await recordChange(found, user, form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  return afterItem(user, { actionYear: found.actionYear, office: null }, { registrata: outcome.sequence });
}

export default function UpdateRoundStatusPage() {
  const { plan, action, actionYear, last, entries, says, proposal, mayDecide, around, saved, offered } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = roundItemAddress({ plan, code: action.code, actionYear, office: null });
  const sequence = last?.sequence ?? 0;
  return (
    <>
      <Crumbs
        above={[{ address: roundAddress(), name: "Giro di aggiornamento" }]}
        here={`${action.code}, ${actionYear.year}`}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="cols form">
          <div>
            <ErrorSummary title="Non è stato salvato" errors={refused?.errors ?? {}} />
            {refused?.isConflict && last && <MeanwhileBox line={last} />}
            <RoundNotice saved={refused ? null : saved} />
            <RoundHeading plan={plan} action={action} actionYear={actionYear} position={around.position} />
            {proposal && <ProposalWaiting proposal={proposal} mayDecide={mayDecide} />}
            <NoNewsForm
              action={address}
              fields={{ ...NO_NEWS, effectiveOn: offered.today, sequence }}
              describedBy={proposal ? "proposta" : undefined}
              takesFocus={!refused}
            >
              <RoundWays next={around.next} />
            </NoNewsForm>
            <details className="novelty" open={refused !== undefined}>
              <summary>C’è una novità: aggiorna lo stato</summary>
              <form method="post" action={address} className={`status-form ${actionYear.status}`} noValidate>
                <input type="hidden" name="sequence" value={sequence} />
                <StatusFields
                  {...offered}
                  current={actionYear}
                  typed={refused?.typed ?? {}}
                  errors={refused?.errors ?? {}}
                />
                <button className="btn btn-primary" type="submit">
                  Salva e vai alla prossima
                </button>
              </form>
            </details>
          </div>
          <div className="aside">
            <section aria-labelledby="storia">
              <h2 id="storia">La storia del {actionYear.year}</h2>
              <ActionHistory plan={plan} code={action.code} entries={entries} mayCorrect={false} />
            </section>
            {says.length > 0 && (
              <section aria-labelledby="uffici">
                <h2 id="uffici">Che cosa comunicano gli uffici</h2>
                <OfficeReports says={says} />
              </section>
            )}
          </div>
        </div>
      </main>
    </>
  );
}

type Action = typeof action;

/** The form of a status as it is sent when there is nothing new to say. */
const NO_NEWS = {
  to: "no-news",
  reason: "",
  evidenceKind: "",
  evidenceNumber: "",
  evidenceOn: "",
  evidenceLink: "",
  evidenceNote: "",
};

const NOT_THEIRS = "Questa annualità la aggiornano il RTD, il capofila o l’unico ufficio che ne risponde.";
