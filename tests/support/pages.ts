import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import routes from "#app/routes.ts";
import { cookieOf, OWN } from "./requests.ts";

/** A page as a browser gets it, drawn whole. `links` and `forms` of the page and of what is around it, with their query. */
export type DrawnPage = { status: number; html: string; links: URL[]; forms: DrawnForm[] };
export type DrawnForm = { method: string; action: URL; fields: Record<string, string> };

/** Asks for a page, and follows redirects as a browser does. */
export async function pageOf(address: string, as: string): Promise<DrawnPage> {
  const url = new URL(address, OWN);
  const answer = await (
    await handler()
  )(new Request(url, { headers: { Cookie: await sessionOf(as) } }), {
    nonce: "",
    address: "127.0.0.1",
  });
  const location = answer.headers.get("Location");
  if (location !== null) return pageOf(new URL(location, url).href, as);
  const html = await answer.text();
  return { status: answer.status, html, links: linksOf(html, url), forms: formsOf(html, url) };
}

const MODULES = import.meta.glob<ServerBuild["routes"][string]["module"]>("/app/routes/*");

let handling: Promise<ReturnType<typeof createRequestHandler>> | undefined;
const sessions = new Map<string, Promise<string>>();

function handler() {
  return (handling ??= build().then((built) => createRequestHandler(built, "test")));
}

function sessionOf(username: string): Promise<string> {
  if (!sessions.has(username)) sessions.set(username, cookieOf(username));
  return sessions.get(username)!;
}

/** What the build of Remix hands to its server, without the files for a browser. */
async function build(): Promise<ServerBuild> {
  const root = await import("#app/root.tsx");
  const entry = await import("#app/entry.server.tsx");
  const pages: ServerBuild["routes"] = {
    root: { id: "root", path: "", module: root as unknown as ServerBuild["routes"][string]["module"] },
  };
  for (const { id, file, path, index } of routes) {
    const module = await MODULES[`/app/${file}`]!();
    pages[id ?? file] = { id: id ?? file, parentId: "root", path, index, module };
  }
  const manifest = Object.values(pages).map(({ id, parentId, path, index, module }) => ({
    ...{ id, parentId, path, index, module: "" },
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    hasErrorBoundary: false,
    hasClientLoader: false,
    hasClientAction: false,
  }));
  return {
    mode: "test",
    entry: { module: entry as unknown as ServerBuild["entry"]["module"] },
    routes: pages,
    assets: {
      entry: { imports: [], module: "" },
      routes: Object.fromEntries(manifest.map((one) => [one.id, one])),
      url: "",
      version: "",
    } as unknown as ServerBuild["assets"],
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    } as ServerBuild["future"],
  };
}

function linksOf(html: string, page: URL): URL[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href]) => addressed(href!, page));
}

function formsOf(html: string, page: URL): DrawnForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes, inner]) => ({
    method: valueOf(attributes!, "method") ?? "get",
    action: addressed(valueOf(attributes!, "action") ?? "", page),
    fields: Object.fromEntries(
      [...inner!.matchAll(/<input\b([^>]*)>/g)].map(([, input]) => [
        valueOf(input!, "name") ?? "",
        valueOf(input!, "value") ?? "",
      ]),
    ),
  }));
}

function valueOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}

function addressed(href: string, page: URL): URL {
  return new URL(href.replaceAll("&amp;", "&"), page);
}
