import type { ServerBuild } from "@remix-run/node";

/** What SQLite says when it could not write for a reason outside the program, and what people are told: nothing was written. */
const CAUSES: [RegExp, string][] = [
  [/^SQLITE_(BUSY|LOCKED)/, "In questo momento un altro programma tiene occupata la base dati."],
  [/^SQLITE_FULL/, "Sul disco della base dati non c’è più posto."],
  [/^SQLITE_IOERR/, "Il disco della base dati non risponde come deve."],
  [/^SQLITE_READONLY/, "La base dati si può solo leggere: i permessi del file non lasciano scrivere."],
];

type Handler = (args: { request: Request }) => unknown;

/**
 * The built pages, with one answer more: where the database cannot be written just now, 503 and why, instead of the page for
 * a bug. What was typed is still in the form one step back.
 */
export function sayingUnavailable(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) =>
    route ? [[id, withAnswer(route)]] : [],
  );
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

type Route = NonNullable<ServerBuild["routes"][string]>;

function withAnswer(route: Route): Route {
  const { loader, action } = route.module as { loader?: Handler; action?: Handler };
  const handlers = {
    ...(loader && { loader: answering(loader) }),
    ...(action && { action: answering(action) }),
  };
  return { ...route, module: { ...route.module, ...handlers } as Route["module"] };
}

function answering(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw unavailable(error, args.request) ?? error;
    }
  };
}

function unavailable(error: unknown, request: Request): Response | undefined {
  const { code = "" } = (error ?? {}) as { code?: unknown };
  const cause = CAUSES.find(([pattern]) => pattern.test(String(code)))?.[1];
  if (cause === undefined) return undefined;
  console.error(`503 ${request.method} ${withoutSecret(new URL(request.url).pathname)}: ${String(code)}`);
  return new Response(cause, { status: 503, statusText: "Service Unavailable" });
}

/** A path as a log may keep it: the address of a person's calendar is its own key. */
export function withoutSecret(path: string): string {
  return path.replace(/^(\/scadenze\/calendario\/).+/, "$1…");
}
