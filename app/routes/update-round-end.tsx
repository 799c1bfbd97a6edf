import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roundAddress, roundEndAddress } from "#app/addresses.ts";
import { now } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { RoundNotice } from "#app/components/round/round-notice.tsx";
import { YearName } from "#app/components/desk/year-rows.tsx";
import { count, joinWords } from "#app/format.ts";
import {
  latestRoundOf,
  openRoundOf,
  requireRoundTaker,
  savedInRound,
} from "#app/pages/desk/update-round.server.ts";
import { db } from "#db/connection.server.ts";
import { recordRoundEnd } from "#db/update-rounds.ts";

export const meta: MetaFunction = () => [{ title: "Fine del giro di aggiornamento – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireRoundTaker(request);
  const round = await latestRoundOf(user);
  if (!round) throw redirect(roundAddress());
  const { isOpen, confirmed, updated, left } = round;
  return {
    isOpen: isOpen && left.length > 0,
    confirmed: confirmed.length,
    updated: updated.length,
    left,
    saved: await savedInRound(request, user),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireRoundTaker(request);
  const round = await openRoundOf(user);
  if (round) await recordRoundEnd(db, round.id, now());
  return redirect(roundEndAddress());
}

export default function UpdateRoundEndPage() {
  const { isOpen, confirmed, updated, left, saved } = useLoaderData<typeof loader>();
  const figures = [
    count(confirmed, "confermata", "confermate"),
    count(updated, "aggiornata", "aggiornate"),
    ...(left.length > 0 ? [count(left.length, "saltata", "saltate")] : []),
  ];
  return (
    <>
      <Crumbs above={[{ address: roundAddress(), name: "Giro di aggiornamento" }]} here="Fine" />
      <main id="contenuto" tabIndex={-1}>
        <RoundNotice saved={saved} />
        <h1>{isOpen ? "Sei arrivato in fondo" : "Giro finito"}</h1>
        <p className="sent">
          {isOpen ? "Fin qui" : "Giro finito"}: {joinWords(figures)}.
        </p>
        {left.length > 0 && (
          <>
            <h2>{isOpen ? "Restano le saltate" : "Le saltate"}</h2>
            <ul className="list">
              {left.map((item) => (
                <li key={`${item.actionYear.id} ${item.office ?? ""}`}>
                  <YearName {...item} />
                </li>
              ))}
            </ul>
          </>
        )}
        {isOpen ? (
          <form method="post" action={roundEndAddress()} className="buttons">
            <a className="btn btn-primary" href={roundAddress()} autoFocus>
              Riprendi le saltate
            </a>
            <button className="btn btn-outline-primary" type="submit">
              Concludi il giro così
            </button>
          </form>
        ) : (
          <p>
            <a className="btn btn-primary" href="/" autoFocus>
              Torna alla scrivania
            </a>
          </p>
        )}
      </main>
    </>
  );
}
