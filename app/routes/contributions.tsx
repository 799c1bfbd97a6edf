import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionsAddress, planActionAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { today } from "#app/clock.server.ts";
import { ClaimsList } from "#app/components/contribution/claims-list.tsx";
import { PastOffers } from "#app/components/contribution/past-offers.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { OffersForm } from "#app/components/contribution/offers-form.tsx";
import { AgreedNotice, TakenNotice } from "#app/components/contribution/taken-notice.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { TurnedNotice } from "#app/components/unblock-claim/turned-notice.tsx";
import { ownTurns } from "#app/pages/unblock-claim/own-turns.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { claimRowOf, offerRowOf, proposalRowOf } from "#app/pages/contribution/contribution-rows.server.ts";
import { agreedClaim, waitingContributions } from "#app/pages/contribution/contributions.server.ts";
import { mayDecideContributions } from "#app/domain/permissions.ts";
import { dayWith, joinWords } from "#app/format.ts";
import { forbidden } from "#app/http.server.ts";
import { shortcutsOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { authorOf, requireUser } from "#app/session.server.ts";
import { actionYearIdOf, offerOf, takeOver } from "#app/pages/contribution/takeover.server.ts";
import { db } from "#db/connection.server.ts";
import { listPlaces } from "#db/status-lines.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Contributi – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireDecider(request);
  const asOf = readAsOf(request);
  const { proposals, claims } = await waitingContributions(db, asOf.at);
  const { searchParams } = new URL(request.url);
  const sequences = (searchParams.get("accolte") ?? "").split("-").filter((one) => /^\d{1,15}$/.test(one));
  const { isOver, day } = asOf.at;
  const page = {
    asOf,
    shortcuts: await shortcutsOnDay(asOf),
    areAllChosen: searchParams.get("scelte") === "tutte",
    offers: isOver ? [] : proposals.flatMap((year) => offerOf(year, day) ?? []).map(offerRowOf),
    past: isOver ? proposals.map(proposalRowOf) : [],
    claims: claims.map(claimRowOf),
    taken: await listPlaces(db, sequences.map(Number)),
    turned: await ownTurns(user, { sequences: sequences.map(Number) }),
    agreed: await agreedClaim(db, searchParams.get("accordo")),
  };
  return data(page, { status: asOf.error ? 422 : 200 });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireDecider(request);
  const form = await request.formData();
  const one = form.get("one");
  const tokens = (one === null ? form.getAll("chosen") : [one]).map(String);
  if (tokens.length === 0)
    return refuse({
      status: 422,
      chosen: [],
      moved: [],
      message: "Scegli almeno una proposta da accogliere",
    });

  const by = authorOf(user);
  const outcome = await takeOver(db, tokens, { by, today: today() });
  if (!outcome.ok)
    return refuse({
      status: 409,
      chosen: tokens.map(actionYearIdOf),
      moved: outcome.moved.map(({ actionYearId }) => actionYearId),
      message: `Non è stato registrato nulla, perché nel frattempo è cambiato qualcosa: ${joinWords(outcome.moved.map(({ name }) => name))}. Rileggi; le altre restano scelte`,
    });

  const [first] = outcome.taken;
  if (form.get("from") === "action" && first)
    return redirect(
      `${planActionAddress(first.plan, first.code)}?registrata=${first.sequence}#anno-${first.year}`,
    );
  return redirect(contributionsAddress({ accolte: outcome.taken.map(({ sequence }) => sequence).join("-") }));
}

export default function ContributionsPage() {
  const { asOf, shortcuts, areAllChosen, offers, past, claims, taken, turned, agreed } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const isChosen = (id: number) => refused?.chosen.includes(id) ?? areAllChosen;
  const isMoved = (id: number) => refused?.moved.includes(id) ?? false;
  const rows = offers.map((offer) => ({
    ...offer,
    isChosen: isChosen(offer.actionYear.id) && !isMoved(offer.actionYear.id),
    isMoved: isMoved(offer.actionYear.id),
  }));
  return (
    <>
      <Crumbs above={[]} here="Contributi" />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="Nessuna proposta accolta" errors={refused.errors} />}
        {taken.length > 0 && <TakenNotice lines={taken} />}
        <TurnedNotice turns={turned} />
        {agreed && <AgreedNotice contribution={agreed} />}
        <div className="head">
          <div>
            <h1>{asOf.al ? "Contributi che erano da decidere" : "Contributi da decidere"}</h1>
            <p className="sub">Situazione {dayWith("al", asOf.at.day)}, in tutti i piani adottati</p>
          </div>
          <AsOfForm path={contributionsAddress()} asOf={asOf} shortcuts={shortcuts} />
        </div>
        <section aria-labelledby="proposte">
          <h2 id="proposte">Dove i contributi propongono altro dallo stato</h2>
          {past.length > 0 ? (
            <PastOffers offers={past} />
          ) : rows.length === 0 ? (
            <p className="sent">Nessuna proposta aspetta: lo stato dice quello che comunicano gli uffici.</p>
          ) : (
            <OffersForm offers={rows} areAllChosen={areAllChosen} />
          )}
        </section>
        <section aria-labelledby="non-pertinenti">
          <h2 id="non-pertinenti">Uffici che si dicono non pertinenti</h2>
          {claims.length === 0 ? (
            <p className="sent">Nessun ufficio aspetta il tuo accordo.</p>
          ) : (
            <>
              <p>
                Finché non sei d’accordo vale il contributo di prima, e chi non ne ha comunicati conta come da
                avviare.
              </p>
              <ClaimsList claims={claims} />
            </>
          )}
        </section>
      </main>
    </>
  );
}

type Action = typeof action;

/** The same page again: what is wrong, and what was chosen still chosen, save what moved meanwhile. */
function refuse({
  status,
  message,
  ...choice
}: {
  status: number;
  message: string;
  chosen: number[];
  moved: number[];
}) {
  return data({ errors: { chosen: [message] }, ...choice }, { status });
}

async function requireDecider(request: Request) {
  const user = await requireUser(request);
  if (!mayDecideContributions(user)) throw forbidden("Le proposte dei contributi le accoglie il RTD.");
  return user;
}
