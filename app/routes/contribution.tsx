import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { contributionAddress, planActionAddress, planAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ContributionForm } from "#app/components/contribution/contribution-form.tsx";
import { OfficeReports } from "#app/components/contribution/office-reports.tsx";
import { ProposalWords } from "#app/components/contribution/proposal.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { useKeptRound } from "#app/components/monitoring/back-to-round.tsx";
import { SituationOf } from "#app/components/situation.tsx";
import { readContributionForm, report } from "#app/pages/contribution/contribution-form.server.ts";
import { whyNone } from "#app/domain/contribution/contribution-decisions.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { reportableOr404 } from "#app/pages/contribution/reportable.server.ts";
import { roundIn, withRound } from "#app/objective-addresses.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Contributo a ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found, shared, offices, office, previous } = await reportableOf(request, params, false);
  const { plan, action, actionYear } = found;
  const names = new Map(shared.says.map((one) => [one.office, one.name]));
  return {
    plan: plan.code,
    action: { code: action.code, title: action.title },
    actionYear,
    says: shared.says,
    proposal: shared.proposal,
    offices: offices.map((code) => ({ code, name: names.get(code)! })),
    office: { code: office, name: names.get(office)! },
    previous,
    lastLine: await findLastLine(db, actionYear.id),
    whyNone: whyNone({ adoptedOn: plan.adopted_on, status: actionYear.status, today: today() }),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, found, office, previous } = await reportableOf(request, params, true);
  const values = Object.fromEntries(await request.formData());
  const form = readContributionForm(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await report(found, user, { office, previous }, form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  const address = planActionAddress(found.plan.code, found.action.code);
  const saved = `${address}?contributo=${outcome.id}#anno-${found.actionYear.year}`;
  return redirect(withRound(saved, roundIn(new URL(request.url).searchParams)));
}

export default function ContributionPage() {
  const { plan, action, actionYear, says, proposal, offices, office, ...form } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan), name: `Piano ${plan}` },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, contributo`}
      />
      <main id="contenuto" tabIndex={-1}>
        <ContributionForm
          {...form}
          action={useKeptRound(contributionAddress(plan, action.code, actionYear.year, office.code))}
          back={address}
          refused={refused}
          heading={
            <>
              <h1>
                Il contributo di {office.name} al {actionYear.year}
              </h1>
              <p className="sent">
                Azione {action.code}, {action.title}
              </p>
              <p>
                Situazione dell’annualità, che decide il RTD: <SituationOf actionYear={actionYear} />
              </p>
              {offices.length > 1 && (
                <OfficeChoice {...{ plan, action, offices, office }} year={actionYear.year} />
              )}
            </>
          }
          aside={
            <section aria-labelledby="uffici">
              <h2 id="uffici">Che cosa comunicano gli uffici</h2>
              <OfficeReports says={says} />
              {proposal && (
                <p>
                  Insieme propongono: <ProposalWords proposal={proposal} />.
                </p>
              )}
            </section>
          }
        />
      </main>
    </>
  );
}

type Action = typeof action;
type Office = { code: string; name: string };

/** Who answers for several offices of the annualità reports for one at a time: they remain as many contributions. */
function OfficeChoice({
  plan,
  action,
  year,
  offices,
  office,
}: {
  plan: string;
  action: { code: string };
  year: number;
  offices: Office[];
  office: Office;
}) {
  return (
    <nav aria-label="Per quale ufficio comunichi">
      Comunichi per:{" "}
      {offices.map(({ code, name }) => (
        <a
          key={code}
          className="tag"
          href={contributionAddress(plan, action.code, year, code)}
          aria-current={code === office.code ? "page" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

async function reportableOf(request: Request, params: Params, isSent: boolean) {
  const user = await requireUser(request);
  const asked = new URL(request.url).searchParams.get("ufficio");
  return { user, ...(await reportableOr404(user, params, { asked, isSent })) };
}
