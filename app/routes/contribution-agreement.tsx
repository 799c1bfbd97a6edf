import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { asOfNow } from "#app/domain/days.ts";
import { contributionsAddress, planActionAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ClaimsList } from "#app/components/contribution/claims-list.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { agree } from "#app/pages/contribution/agreement.server.ts";
import { claimRowOf } from "#app/pages/contribution/contribution-rows.server.ts";
import { waitingContributions } from "#app/pages/contribution/contributions.server.ts";
import { mayDecideContributions } from "#app/domain/permissions.ts";
import { momentWithArticle } from "#app/format.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findContribution } from "#db/contribution/contributions.ts";

export const meta: MetaFunction = () => [{ title: "Ufficio non pertinente – Rotta" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { contribution } = await claimOr404(request, params);
  const { claims } = await waitingContributions(db, asOfNow(today()));
  const waiting = claims.find(({ claim }) => claim.id === contribution.id);
  return { contribution, waiting: waiting && claimRowOf(waiting) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, contribution } = await claimOr404(request, params);
  const { recorded } = await agree(contribution.id, user);
  if (!recorded)
    return data(
      { errors: { agreement: ["Nel frattempo questa richiesta non aspetta più: leggi perché"] } },
      { status: 409 },
    );
  return redirect(contributionsAddress({ accordo: contribution.id }));
}

/** The claim of an office that it has no part, to agree with; or why there is nothing to agree with any more. */
export default function ContributionAgreementPage() {
  const { contribution, waiting } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const { plan, code, year, office_name, agreed_at } = contribution;
  return (
    <>
      <Crumbs above={[{ address: contributionsAddress(), name: "Contributi" }]} here={`${code}, ${year}`} />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="L’accordo non è stato registrato" errors={refused.errors} />}
        <h1>{office_name} si dice non pertinente</h1>
        {waiting ? (
          <ClaimsList claims={[waiting]} />
        ) : (
          <p className="sent" id="agreement">
            {agreed_at === null
              ? `${office_name} ha comunicato altro, o l’annualità ${year} della ${code} non prende più contributi: non c’è nulla su cui essere d’accordo.`
              : `Il RTD è d’accordo ${momentWithArticle(agreed_at)}: ${office_name} non conta nelle proposte del ${year}.`}
          </p>
        )}
        <p>
          <a href={`${planActionAddress(plan, code)}#anno-${year}`}>
            Vai all’azione {code}, {year}
          </a>
        </p>
      </main>
    </>
  );
}

type Action = typeof action;

/** The claim that an address names, for who decides. */
async function claimOr404(request: Request, params: Params) {
  const user = await requireUser(request);
  if (!mayDecideContributions(user)) throw forbidden("Che un ufficio non è pertinente lo decide il RTD.");
  const id = /^\d{1,15}$/.test(params.contribution ?? "") ? Number(params.contribution) : -1;
  const contribution = await findContribution(db, id);
  if (contribution?.status !== "not-pertinent") throw notFound("Questa richiesta non c’è.");
  return { user, contribution };
}
