import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newClaimAddress, withQuery, workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { KeptWords } from "#app/components/form/kept-words.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { BlockerWords, DoubtWords } from "#app/components/work-process/blocker-words.tsx";
import { ClaimFields } from "#app/components/unblock-claim/claim-fields.tsx";
import { ClaimsAlready, OftenNamed } from "#app/components/unblock-claim/claims-aside.tsx";
import { LevelOf } from "#app/components/work-process/level.tsx";
import { proposalWords } from "#app/components/work-process/typed-words.ts";
import { asOfNow } from "#app/domain/days.ts";
import { refuse, typedIn } from "#app/pages/form/form-readers.server.ts";
import {
  blockerToClaimOr404,
  blockerToClaimOr409,
} from "#app/pages/unblock-claim/blocker-to-claim.server.ts";
import { readProposal } from "#app/pages/unblock-claim/claim-form.server.ts";
import {
  lastClaimOn,
  namableActions,
  oftenNamed,
  propose,
} from "#app/pages/unblock-claim/claim-proposal.server.ts";
import { toldClaims } from "#app/pages/unblock-claim/told-claims.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Proponi uno sblocco, ${params.code} blocco ${params.ordinal} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { process, blocker, version } = await blockerToClaimOr404(params, user);
  const isStructural = blocker.removability === "structural";
  const plans = isStructural ? [] : await namableActions();
  return {
    process: { code: process.code, title: process.title, level: process.onDay.level },
    blocker,
    claims: await toldClaims(blocker.claims, asOfNow(today())),
    plans,
    often: isStructural ? [] : await oftenNamed(blocker.kind, plans),
    expected: { version, lastClaim: await lastClaimOn(blocker.id) },
    isStructural,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const found = await blockerToClaimOr409(params, user, typedIn(values));
  const read = readProposal(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await propose(found, user, read.asked);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(found.process.code), { salvato: outcome.edit }));
}

export default function UnblockClaimNewPage() {
  const { process, blocker, claims, plans, often, expected, isStructural } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { errors = {}, typed = {}, isConflict = false } = refused ?? {};
  const address = workProcessAddress(process.code);
  const guards = isConflict ? expected : { ...expected, ...typed };
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress(), name: "Processi" },
          { address, name: process.code },
        ]}
        here="Proponi uno sblocco"
      />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={newClaimAddress(process.code, blocker.ordinal)} noValidate>
          <div className="cols form">
            <div>
              <ErrorSummary title="Lo sblocco non è stato proposto" errors={errors} />
              <h1>Proponi uno sblocco</h1>
              <p className="sent">
                {process.title} <LevelOf level={process.level} />
              </p>
              <div className={isConflict ? "box warn" : "box"} id="blocker" tabIndex={-1}>
                <p>
                  <BlockerWords blocker={blocker} />
                </p>
                <DoubtWords removability={blocker.removability} />
                {isConflict && (
                  <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
                )}
              </div>
              {isStructural ? (
                <>
                  <p>
                    Su un blocco strutturale non si propongono sblocchi.{" "}
                    <a href={address}>Torna al processo</a>
                  </p>
                  <KeptWords words={proposalWords(typed)} />
                </>
              ) : (
                <>
                  <input type="hidden" name="version" value={guards.version} />
                  <input type="hidden" name="lastClaim" value={guards.lastClaim} />
                  <ClaimFields plans={plans} typed={typed} errors={errors} />
                  <p className="buttons">
                    <button className="btn btn-primary" type="submit">
                      Proponi lo sblocco
                    </button>
                    <a href={address}>Annulla e torna al processo</a>
                  </p>
                </>
              )}
            </div>
            <div className="aside">
              {!isStructural && (
                <section aria-labelledby="effetti">
                  <h2 id="effetti">Che cosa cambia se salvi</h2>
                  <ul className="list">
                    <li>
                      Lo sblocco resta <b>proposto</b> finché il RTD non decide: il livello di oggi non
                      cambia.
                    </li>
                    <li>
                      Confermato, agisce dal giorno in cui le azioni sono tutte completate, e non prima di
                      quello della conferma.
                    </li>
                  </ul>
                </section>
              )}
              <ClaimsAlready claims={claims} />
              <OftenNamed often={often} kind={blocker.kind} />
            </div>
          </div>
        </form>
      </main>
    </>
  );
}
