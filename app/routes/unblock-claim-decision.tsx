import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { claimDecisionAddress, claimsAddress, withQuery, workProcessAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { BlockerWords } from "#app/components/work-process/blocker-words.tsx";
import { ClaimActions, ClaimTag, StandingWords } from "#app/components/unblock-claim/claim-actions.tsx";
import { ClaimHistory } from "#app/components/unblock-claim/claim-history.tsx";
import { DecisionFields } from "#app/components/unblock-claim/decision-fields.tsx";
import { LevelOf } from "#app/components/work-process/level.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { refuse, typedIn } from "#app/pages/form/form-readers.server.ts";
import {
  claimToDecideOr404,
  claimToDecideOr409,
  decide,
  decisionsOf,
} from "#app/pages/unblock-claim/claim-decision.server.ts";
import { toldClaims } from "#app/pages/unblock-claim/told-claims.server.ts";
import { CLAIM_EFFECT_LABEL, CONFIDENCE_LABEL } from "#app/process-labels.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listClaimHistory } from "#db/unblock-claim/claims.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: `Sblocco ${params.claim}, ${data?.process.code ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await claimToDecideOr404(params, user);
  const { claim, process, blocker, onDay, expected } = found;
  const [told] = await toldClaims([onDay], asOfNow(today()));
  return {
    process: { code: process.code, title: process.title, level: process.onDay.level },
    blocker,
    told: told!,
    claim: { id: claim.id, confidence: claim.confidence, rationale: claim.rationale, source: claim.source },
    history: await listClaimHistory(db, claim.id),
    choices: decisionsOf(found),
    expected,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const found = await claimToDecideOr409(params, user, typedIn(values));
  const outcome = await decide(found, user, values);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(found.process.code), { salvato: outcome.edit }));
}

export default function UnblockClaimDecisionPage() {
  const { process, blocker, told, claim, history, choices, expected } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {}, isConflict = false } = useActionData<Action>() ?? {};
  const guards = isConflict ? expected : { ...expected, ...typed };
  const address = workProcessAddress(process.code);
  return (
    <>
      <Crumbs
        above={[
          { address: claimsAddress(), name: "Sblocchi" },
          { address, name: process.code },
        ]}
        here="Decidi"
      />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={claimDecisionAddress(claim.id)} noValidate>
          <div className="cols form">
            <div>
              <ErrorSummary title="La decisione non è stata registrata" errors={errors} />
              <h1>Decidi su uno sblocco</h1>
              <p className="sent">
                <a href={address}>{process.title}</a> <LevelOf level={process.level} />
              </p>
              <div className={isConflict ? "box warn" : "box"} id="version" tabIndex={-1}>
                <p>
                  <ClaimTag claim={told} /> {CLAIM_EFFECT_LABEL[told.effect]}
                  {claim.confidence && `, confidenza ${CONFIDENCE_LABEL[claim.confidence]}`}.{" "}
                  <StandingWords claim={told} />
                </p>
                <p>«{claim.rationale}»</p>
                <p className="sm mut">Fonte: {claim.source}</p>
                {isConflict && (
                  <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
                )}
              </div>
              <input type="hidden" name="version" value={guards.version} />
              <input type="hidden" name="blocker" value={guards.blocker} />
              <DecisionFields
                level={process.level}
                choices={choices}
                isProposed={told.state === "proposed"}
                typed={typed}
                errors={errors}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Registra la decisione
                </button>
                <a href={address}>Annulla e torna al processo</a>
              </p>
            </div>
            <div className="aside">
              <section aria-labelledby="blocco">
                <h2 id="blocco">Il blocco</h2>
                <p>
                  <BlockerWords blocker={blocker} />
                </p>
              </section>
              <section aria-labelledby="azioni">
                <h2 id="azioni">Le azioni, e a che punto sono</h2>
                <ClaimActions actions={told.actions} />
              </section>
              <section aria-labelledby="storia">
                <h2 id="storia">La storia dello sblocco</h2>
                <ClaimHistory decisions={history} />
              </section>
            </div>
          </div>
        </form>
      </main>
    </>
  );
}

type Action = typeof action;
