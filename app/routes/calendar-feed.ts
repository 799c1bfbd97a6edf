import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.server.ts";
import { calendarResponse } from "#app/outside/calendar.server.ts";
import { calendarOf, ownerOf } from "#app/pages/deadline/calendar-feed.server.ts";

const NOTHING = { "Cache-Control": "private, no-store", "Content-Type": "text/plain; charset=utf-8" };

/** A person's deadlines for whoever has the address: no session, and of an address that does not work not a word. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const owner = await ownerOf(params.token ?? "");
  if (!owner) return new Response(null, { status: 404, headers: NOTHING });
  return calendarResponse(await calendarOf(owner, request), now());
}
