import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { calendarAddress, deadlinesAddress } from "#app/objective-addresses.ts";
import { requireCalendarKeeper, revokeCalendar } from "#app/pages/deadline/calendar-feed.server.ts";
import { db } from "#db/connection.server.ts";
import { findFeed, isFeedRevoked } from "#db/deadline/calendar-feeds.ts";

export const meta: MetaFunction = () => [{ title: "Revoca del calendario – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireCalendarKeeper(request);
  return { present: (await findFeed(db, user.id)) ?? null };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireCalendarKeeper(request);
  const seen = Number((await request.formData()).get("seen") || -1);
  if (await revokeCalendar(user, seen)) return redirect(`${calendarAddress()}?revocato=${seen}`);
  if ((await findFeed(db, user.id)) === undefined) {
    const isTheirs = await isFeedRevoked(db, { userId: user.id, id: seen });
    return redirect(`${calendarAddress()}?revocato=${isTheirs ? seen : "nessuno"}`);
  }
  return data({ errors: { seen: [MEANWHILE] } }, { status: 409 });
}

const MEANWHILE =
  "L’indirizzo è stato rinnovato dopo che avevi aperto questa pagina: se vuoi revocare quello nuovo, conferma ancora";

export default function CalendarRevocationPage() {
  const { present } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs
        above={[
          { address: deadlinesAddress(), name: "Scadenze" },
          { address: calendarAddress(), name: "Il tuo calendario" },
        ]}
        here="Revoca"
      />
      <main id="contenuto" tabIndex={-1} className="formcol">
        {refused && <ErrorSummary title="L’indirizzo non è stato revocato" errors={refused.errors} />}
        <h1>Revoca dell’indirizzo</h1>
        {present ? (
          <form method="post" action={calendarAddress("revoca")}>
            <input type="hidden" name="seen" value={present.id} />
            <p id="seen">
              Da subito l’indirizzo non risponde più: i programmi di calendario che lo leggono smettono di
              aggiornarsi. Ne puoi creare un altro quando vuoi.
            </p>
            <p className="buttons">
              <button className="btn btn-primary" type="submit">
                Revoca
              </button>{" "}
              <a href={calendarAddress()}>Torna al calendario senza revocare</a>
            </p>
          </form>
        ) : (
          <p className="sent" id="seen">
            Non hai un indirizzo che funziona. <a href={calendarAddress()}>Torna al calendario</a>
          </p>
        )}
      </main>
    </>
  );
}
