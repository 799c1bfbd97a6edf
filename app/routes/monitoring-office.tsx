import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { AnsweredItems } from "#app/components/monitoring/answered-items.tsx";
import { ConfirmationForm } from "#app/components/monitoring/confirmation-form.tsx";
import { MonitoringSentence } from "#app/components/monitoring/monitoring-sentence.tsx";
import { WaitingItems } from "#app/components/monitoring/waiting-items.tsx";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import { mayAnswerMonitoring, mayRunMonitoring } from "#app/domain/permissions.ts";
import { count, joinWords } from "#app/format.ts";
import { forbidden } from "#app/http.server.ts";
import { askedWords } from "#app/monitoring-sentences.ts";
import { monitoringAddress, monitoringsAddress } from "#app/objective-addresses.ts";
import { confirmItems } from "#app/pages/monitoring/confirmations.server.ts";
import { itemRowOf, toldRound } from "#app/pages/monitoring/item-rows.server.ts";
import { officeStandingOr404 } from "#app/pages/monitoring/standing.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.round.title ?? "Giro"}, ${page?.office.name ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { round, office, items } = await officeStandingOr404(params);
  return {
    today: today(),
    round: toldRound(round),
    office,
    counts: countAnswers(items.map(({ answer }) => answer)),
    items: items.map(itemRowOf),
    mayAnswer: mayAnswerMonitoring(user, office.code) && round.closed_at === null,
    mayRemind: mayRunMonitoring(user) && round.closed_at === null,
    justConfirmed: Number(new URL(request.url).searchParams.get("confermate")) || 0,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { round, office } = await officeStandingOr404(params);
  if (!mayAnswerMonitoring(user, office.code))
    throw forbidden(`Per ${office.name} risponde chi lo dirige o ne è referente.`);
  const form = await request.formData();
  const seen = (form.has("all") ? form.getAll("all") : form.getAll("chosen")).flatMap((one) =>
    String(one).split(","),
  );
  if (seen.length === 0) return refuse(422, "Scegli almeno una voce da confermare", seen);
  const outcome = await confirmItems(user, { round: round.id, office: office.code, seen });
  if (!outcome.ok)
    return outcome.reason === "closed"
      ? refuse(409, "Nel frattempo il giro è stato chiuso: non è stato registrato nulla", seen)
      : refuse(409, movedWords(outcome.moved), seen, outcome.moved);
  return redirect(
    withQuery(monitoringAddress(round.id, "uffici", office.code), { confermate: outcome.confirmed }),
  );
}

function movedWords(moved: { name: string }[]): string {
  return `Non è stato registrato nulla, perché nel frattempo è cambiato qualcosa: ${joinWords(moved.map(({ name }) => name))}. Rileggi; le altre restano scelte`;
}

/** The same page again: what is wrong, and what was chosen still chosen, save what moved meanwhile. */
function refuse(
  status: number,
  message: string,
  seen: readonly string[],
  moved: readonly { id: number }[] = [],
) {
  const ids = seen.map((token) => Number(token.split(".")[0]));
  const chosen = ids.filter((id) => !moved.some((one) => one.id === id));
  return data({ errors: { chosen: [message] }, chosen }, { status });
}

export default function MonitoringOfficePage() {
  const { today, round, office, counts, items, mayAnswer, mayRemind, justConfirmed } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const waiting = items.filter(({ answer }) => answer.state === "waiting");
  return (
    <>
      <Crumbs
        above={[
          { address: monitoringsAddress(), name: "Giri di monitoraggio" },
          { address: monitoringAddress(round.id), name: round.title },
        ]}
        here={office.name}
      />
      <main id="contenuto" tabIndex={-1}>
        <ErrorSummary title="Non è stato confermato nulla" errors={refused?.errors ?? {}} />
        {justConfirmed > 0 && !refused && (
          <p className="saved" role="status">
            <b>Salvato.</b> {count(justConfirmed, "voce confermata", "voci confermate")}.
          </p>
        )}
        <h1>{office.name}</h1>
        <p className="sub">
          {round.title}. {askedWords({ ...round, today })}
        </p>
        <MonitoringSentence round={round} counts={counts} today={today} />
        {round.note && <p className="as-typed">{round.note}</p>}
        {waiting.length > 0 && (
          <section aria-labelledby="da-confermare">
            <h2 id="da-confermare">
              {round.closedOn === null ? "Da confermare o cambiare" : "Rimaste senza risposta"} (
              {waiting.length})
            </h2>
            {mayAnswer ? (
              <ConfirmationForm
                round={round.id}
                office={office.code}
                items={waiting}
                chosen={refused?.chosen ?? []}
              />
            ) : (
              <WaitingItems items={waiting} choice={null} isClosed={round.closedOn !== null} />
            )}
          </section>
        )}
        {mayRemind && waiting.length > 0 && (
          <p className="noprint">
            <a href={monitoringAddress(round.id, "uffici", office.code, "sollecito")}>Sollecita l’ufficio</a>
          </p>
        )}
        <AnsweredItems
          id="risposte"
          title="Già risposto"
          items={items.filter(({ answer }) => answer.state === "confirmed" || answer.state === "changed")}
        />
        <AnsweredItems
          id="cadute"
          title="Non più da confermare"
          items={items.filter(({ answer }) => answer.state === "withdrawn")}
        />
      </main>
    </>
  );
}
