import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roundAddress, roundItemAddress } from "#app/addresses.ts";
import { now } from "#app/clock.server.ts";
import { YearName } from "#app/components/desk/year-rows.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { RoundNotice } from "#app/components/round/round-notice.tsx";
import { SituationOf } from "#app/components/situation.tsx";
import { REASONS_TO_ASK } from "#app/domain/desk/placed-years.ts";
import { count, joinWords } from "#app/format.ts";
import { REASON_TO_ASK_LABEL } from "#app/labels.ts";
import {
  itemsNow,
  openRoundOf,
  requireRoundTaker,
  savedInRound,
} from "#app/pages/desk/update-round.server.ts";
import { db } from "#db/connection.server.ts";
import { recordRoundStart } from "#db/update-rounds.ts";

export const meta: MetaFunction = () => [{ title: "Giro di aggiornamento – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireRoundTaker(request);
  const first = (await openRoundOf(user))?.left[0];
  if (first) throw redirect(roundItemAddress(first));
  return {
    items: await itemsNow(user),
    isRtd: user.role === "rtd",
    saved: await savedInRound(request, user),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireRoundTaker(request);
  const round = await openRoundOf(user);
  const finished = round?.left.length === 0 ? round.id : undefined;
  const items = await itemsNow(user);
  if (items.length > 0) await recordRoundStart(db, { userId: user.id, at: now(), finished });
  return redirect(roundAddress());
}

export default function UpdateRoundPage() {
  const { items, isRtd, saved } = useLoaderData<typeof loader>();
  const counted = REASONS_TO_ASK.flatMap((reason) => {
    const { one, many } = REASON_TO_ASK_LABEL[reason];
    const number = items.filter((item) => item.reason === reason).length;
    return number === 0 ? [] : [count(number, one, many)];
  });
  return (
    <>
      <Crumbs here="Giro di aggiornamento" />
      <main id="contenuto" tabIndex={-1}>
        <RoundNotice saved={saved} />
        <h1>Giro di aggiornamento</h1>
        {items.length === 0 ? (
          <p className="sent">
            Non c’è nulla da chiedere a te. <a href="/">Torna alla scrivania</a>
          </p>
        ) : (
          <>
            <p className="sent">
              {count(items.length, "annualità aspetta", "annualità aspettano")} una tua parola:{" "}
              {joinWords(counted)}. Vengono una dopo l’altra: dove non c’è nulla di nuovo basta un tasto, e
              puoi fermarti e riprendere quando vuoi.
            </p>
            <form method="post" action={roundAddress()}>
              <p className="buttons">
                <button className="btn btn-primary" type="submit" autoFocus>
                  Comincia il giro
                </button>
              </p>
            </form>
            <h2>Che cosa ti sarà chiesto</h2>
            {isRtd && (
              <p className="sm mut">
                Quelle che nessun ufficio aggiorna da solo o da capofila; le altre le aggiornano gli uffici, e
                sono sulla tua scrivania.
              </p>
            )}
            <ol className="list">
              {items.map((item) => (
                <li key={`${item.actionYear.id} ${item.office ?? ""}`} className="row2">
                  <span className="sw">
                    <SituationOf actionYear={item.actionYear} />
                  </span>
                  <span className="grow">
                    <YearName {...item} />
                    <span className="mut sm d">
                      {item.office === null ? "lo stato" : "il contributo del tuo ufficio"} · piano{" "}
                      {item.plan}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </main>
    </>
  );
}
