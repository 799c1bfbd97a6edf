import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { turnAnswerAddress, turnsAddress, withQuery, workProcessAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { KeptWords } from "#app/components/form/kept-words.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { AnswerFields } from "#app/components/unblock-claim/answer-fields.tsx";
import { ClaimActions, ClaimTag } from "#app/components/unblock-claim/claim-actions.tsx";
import { LevelOf } from "#app/components/work-process/level.tsx";
import { TurnAnswered, TurnCause, TurnLevels } from "#app/components/unblock-claim/turn-words.tsx";
import { answerWords } from "#app/components/work-process/typed-words.ts";
import { asOfNow } from "#app/domain/days.ts";
import { isUpward } from "#app/domain/unblock-claim/turn-answers.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { toldClaims } from "#app/pages/unblock-claim/told-claims.server.ts";
import { toldTurn } from "#app/pages/unblock-claim/told-turns.server.ts";
import {
  answer,
  lastOf,
  turnToAnswerOr404,
  whyUnanswerable,
} from "#app/pages/unblock-claim/turn-answer.server.ts";
import { CLAIM_EFFECT_LABEL } from "#app/process-labels.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: `Svolta ${params.turn}, ${data?.process.code ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await turnToAnswerOr404(params, user);
  const { turn, process, claims } = found;
  return {
    turn: toldTurn(turn),
    process: { code: process.code, title: process.title, level: process.onDay.level },
    claims: await toldClaims(claims, asOfNow(today())),
    closed: whyUnanswerable(found),
    last: lastOf(found),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await turnToAnswerOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const outcome = await answer(found, user, values);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(found.process.code), { salvato: outcome.edit }));
}

/** What turned in a process of the office, because of what; and whether it is so. */
export default function TurnAnswerPage() {
  const { turn, process, claims, closed, last } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {}, isConflict = false } = useActionData<Action>() ?? {};
  const address = workProcessAddress(process.code);
  return (
    <>
      <Crumbs
        above={[
          { address: turnsAddress(), name: "Svolte" },
          { address, name: process.code },
        ]}
        here={closed === null ? "Conferma o contesta" : "Svolta"}
      />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={turnAnswerAddress(turn.id)} noValidate>
          <div className="cols form">
            <div>
              <ErrorSummary title="La risposta non è stata registrata" errors={errors} />
              <h1>{closed === null ? "Conferma o contesta una svolta" : "Una svolta"}</h1>
              <p className="sent">
                <a href={address}>{process.title}</a>
              </p>
              <div className={isConflict ? "box warn" : "box"} id="last" tabIndex={-1}>
                <p>
                  <TurnLevels turn={turn} />
                </p>
                <p>
                  <TurnCause turn={turn} />
                </p>
                <p>
                  Oggi il livello è <LevelOf level={process.level} />.
                </p>
                {turn.answer !== null && (
                  <p>
                    <TurnAnswered turn={turn} />
                  </p>
                )}
                {isConflict && closed === null && (
                  <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
                )}
              </div>
              {closed === null ? (
                <>
                  <AnswerFields typed={typed} errors={errors} />
                  <input type="hidden" name="last" value={isConflict ? last : (typed.last ?? last)} />
                  <p className="buttons">
                    <button className="btn btn-primary" type="submit">
                      Registra la risposta
                    </button>
                    <a href={address}>Annulla e torna al processo</a>
                  </p>
                </>
              ) : (
                <>
                  <p id="answer" tabIndex={-1}>
                    {closed}. <a href={address}>Torna al processo</a>
                  </p>
                  <KeptWords words={answerWords(typed)} />
                </>
              )}
            </div>
            <div className="aside">
              <section aria-labelledby="sblocchi">
                <h2 id="sblocchi">
                  {isUpward(turn) ? "Che cosa l’ha sbloccato" : "Gli sblocchi che non valgono più da allora"}
                </h2>
                {claims.length === 0 ? (
                  <p>Nessuno sblocco: sono cambiati i blocchi del processo.</p>
                ) : (
                  <ul className="list">
                    {claims.map((claim) => (
                      <li key={claim.id}>
                        <ClaimTag claim={claim} /> {CLAIM_EFFECT_LABEL[claim.effect]}
                        <ClaimActions actions={claim.actions} />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            </div>
          </div>
        </form>
      </main>
    </>
  );
}

type Action = typeof action;
