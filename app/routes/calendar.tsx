import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalendarContents } from "#app/components/deadline/calendar-contents.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { momentWithArticle } from "#app/format.ts";
import { calendarAddress, deadlinesAddress } from "#app/objective-addresses.ts";
import { renewCalendar, requireCalendarKeeper } from "#app/pages/deadline/calendar-feed.server.ts";
import { db } from "#db/connection.server.ts";
import { findFeed, isFeedRevoked } from "#db/deadline/calendar-feeds.ts";

export const meta: MetaFunction = () => [{ title: "Il tuo calendario – Rotta" }];

/** The page that shows an address shows it once: nobody keeps it. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireCalendarKeeper(request);
  const present = (await findFeed(db, user.id)) ?? null;
  const revoked = new URL(request.url).searchParams.get("revocato");
  const isRevoked = await isFeedRevoked(db, { userId: user.id, id: Number(revoked) });
  return {
    present,
    isOfAll: user.role === "rtd",
    isRevoked: isRevoked && present === null,
    isNothingRevoked: revoked === "nessuno" && present === null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireCalendarKeeper(request);
  const seen = Number((await request.formData()).get("seen") ?? -1);
  const address = await renewCalendar(user, seen, request);
  return address === undefined
    ? data({ address: null, errors: { seen: [MEANWHILE] } }, { status: 409 })
    : data({ address, errors: {} }, { headers: { "Cache-Control": "private, no-store" } });
}

const MEANWHILE =
  "L’indirizzo del tuo calendario è cambiato dopo che avevi aperto questa pagina: se non l’hai copiato, rinnovalo ancora";

export default function CalendarPage() {
  const { present, isOfAll, isRevoked, isNothingRevoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ address: deadlinesAddress(), name: "Scadenze" }]} here="Il tuo calendario" />
      <main id="contenuto" tabIndex={-1} className="formcol">
        {answer && <ErrorSummary title="L’indirizzo non è stato rinnovato" errors={answer.errors} />}
        <h1>Le tue scadenze nel tuo calendario</h1>
        {isRevoked && (
          <p className="saved" role="status">
            <b>Revocato.</b> L’indirizzo di prima non risponde più.
          </p>
        )}
        {isNothingRevoked && (
          <p className="box" role="status">
            Non c’era nulla da revocare: nessun indirizzo funzionava.
          </p>
        )}
        {answer?.address && <NewAddress address={answer.address} />}
        <CalendarContents isOfAll={isOfAll} />
        <form method="post" action={calendarAddress()}>
          <input type="hidden" name="seen" value={present?.id ?? 0} />
          <p id="seen">
            {present
              ? `Hai un indirizzo che funziona, creato ${momentWithArticle(present.created_at)}. Se lo rinnovi, quello di prima smette di funzionare.`
              : "Non hai ancora un indirizzo."}
          </p>
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              {present ? "Rinnova l’indirizzo" : "Crea l’indirizzo"}
            </button>{" "}
            {present && <a href={calendarAddress("revoca")}>Revoca l’indirizzo</a>}
          </p>
        </form>
      </main>
    </>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <section className="box" role="status" aria-labelledby="nuovo-indirizzo">
      <h2 id="nuovo-indirizzo">Il tuo indirizzo</h2>
      <p>
        <label htmlFor="indirizzo">Copialo adesso: poi non si vede più, perché qui non è conservato.</label>
        <input className="fi wide" id="indirizzo" type="text" readOnly value={address} />
      </p>
    </section>
  );
}
