import { matchRoutes } from "@remix-run/react";
import { hashPassword } from "#app/passwords.server.ts";
import routes from "#app/routes.ts";
import { connection } from "#db/connection.server.ts";
import { migrate } from "#db/migrate.ts";
import { DEMONSTRATION_DAY, loadDemonstration } from "#seeds/load.ts";

/**
 * The connection's own database, in memory, with the demonstration: what pages and sessions of a test file stand on. It
 * is loaded before any page is imported, because the clock reads its day once.
 */
await migrate(connection);
await loadDemonstration(connection.db, {
  today: DEMONSTRATION_DAY,
  now: "2026-10-15T08:00:00.000Z",
  hashPassword,
});

export { connection };
export const { db, sqlite } = connection;
export const OWN = "http://127.0.0.1:3000";

/** The addresses of `app/routes.ts` as they are matched: `/piani/:plan`. */
export const ADDRESSES = routes.map((route) => `/${route.path ?? ""}`);

/** What came back: `data` is what the page is drawn from, or the text of an answer that is not a page. */
export type Answer = {
  status: number;
  headers: Headers;
  data: unknown;
  /** What a file is made of. */
  bytes?: Uint8Array;
  thrown: boolean;
};

export type Asked = {
  /** The username of who asks; nobody when it is left out. */
  as?: string;
  /** A POST with these fields, as pairs where a name comes more than once; a GET when it is left out. */
  form?: Record<string, string> | [string, string][];
  cookie?: string;
  from?: string;
  /** Which site the browser says that it comes from; nothing is said when it is left out. */
  site?: "same-origin" | "cross-site";
};

/** Asks for an address as a browser does, cookie included: the loader of its route answers a GET, the action a POST. */
export async function ask(address: string, { as, form, cookie, from = "127.0.0.1", site }: Asked = {}) {
  const url = new URL(address, OWN);
  const { route, params } = matchRoutes(ROUTES, url.pathname)![0]!;
  const page = await MODULES[`/app/${route.file}`]!();
  const answers = form ? page.action : page.loader;
  if (!answers) return answered(new Response(null, { status: form || !page.default ? 405 : 200 }), false);

  const session = cookie ?? (as === undefined ? undefined : await cookieOf(as));
  const request = new Request(url, {
    method: form ? "POST" : "GET",
    headers: {
      ...(session === undefined ? {} : { Cookie: session }),
      ...(site === undefined ? {} : { "Sec-Fetch-Site": site }),
    },
    body: form && new URLSearchParams(form),
  });
  try {
    return await answered(await answers({ request, params, context: { nonce: "", address: from } }), false);
  } catch (thrown) {
    if (thrown instanceof Response) return answered(thrown, true);
    throw thrown;
  }
}

/** A session of a demonstration account, opened as the sign-in page does; a new one each time. */
export async function cookieOf(username: string): Promise<string> {
  const { openSession } = await import("#app/session.server.ts");
  const { id } = await db
    .selectFrom("user")
    .select("id")
    .where("username", "=", username)
    .executeTakeFirstOrThrow();
  return withoutAttributes(await openSession(id));
}

/** What a browser sends back of a cookie that it was given. */
export function withoutAttributes(setCookie: string): string {
  return setCookie.split(";")[0]!;
}

/** How many lines of history there are: a refused change leaves as many as there were. */
export function countLines(): number {
  return sqlite.prepare("select count(*) from status_line").pluck().get() as number;
}

/** The plan of the demonstration that has a year. */
export function planOf(year: number): string {
  return year < 2024 ? "2021-2023" : "2024-2026";
}

/** The sequence of the last line of an annualità, as its form carries it; 0 where there is none. */
export function lastSequenceOf(code: string, year: number): number {
  return sqlite
    .prepare(
      `select coalesce(max(line.sequence), 0) from plan_action
       join action_year on action_year.plan_action_id = plan_action.id
       join status_line line on line.action_year_id = action_year.id
       where plan_action.code = ? and action_year.year = ?`,
    )
    .pluck()
    .get(code, year) as number;
}

type PageModule = {
  default?: unknown;
  loader?: (args: unknown) => unknown;
  action?: (args: unknown) => unknown;
};

const MODULES = import.meta.glob<PageModule>("/app/routes/*");

const ROUTES = routes.map(({ file, path, index }) =>
  index ? { file, path: "/", index: true as const } : { file, path: `/${path}` },
);

/** A page's data as Remix sends it: as it is, with a status of its own (`data(…, { status: 422 })`), or a whole answer. */
async function answered(value: unknown, thrown: boolean): Promise<Answer> {
  if (value instanceof Response) {
    const bytes = new Uint8Array(await value.arrayBuffer());
    const { status, headers } = value;
    return { status, headers, data: new TextDecoder().decode(bytes), bytes, thrown };
  }
  const { data, init } = isWithInit(value) ? value : { data: value, init: null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), data, thrown };
}

function isWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return (value as { type?: string } | null)?.type === "DataWithResponseInit";
}
