import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";
import { readAsOf } from "./as-of.server.ts";
import { today } from "./clock.server.ts";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ErrorPage, errorTitle } from "#app/components/frame/error-page.tsx";
import { GonePage, isGone } from "#app/components/frame/gone-page.tsx";
import { printedPage } from "#app/components/frame/printed-page.ts";
import { SessionEnded } from "#app/components/sign-in/unsent-form.tsx";
import { PageFrame } from "#app/components/frame/page-frame.tsx";
import { pastDayOf } from "#app/pages/review/noted-after.server.ts";
import { findCurrentUser } from "./session.server.ts";
import { whileUnchanged } from "./unchanged.server.ts";
import appStyles from "./styles/app.css?url";
import bootstrapStyles from "./styles/bootstrap-italia.css?url";

export const links: LinksFunction = () => [
  {
    rel: "preload",
    href: "/fonts/titillium-web-400.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  {
    rel: "preload",
    href: "/fonts/titillium-web-600.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  { rel: "stylesheet", href: bootstrapStyles },
  { rel: "stylesheet", href: appStyles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction<typeof loader> = ({ error }) => [
  { title: error ? `${errorTitle(error)} – Rotta` : "Rotta" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await findCurrentUser(request);
  const { entity, demonstrationDay } = await whileUnchanged(["ente"], async () => ({
    entity: await findSetting(db, "entity_name"),
    demonstrationDay: await findSetting(db, "demonstration_day"),
  }));
  const asOf = readAsOf(request);
  const { pathname, searchParams } = new URL(request.url);
  return {
    path: pathname,
    searched: pathname === "/cerca" ? (searchParams.get("q") ?? "") : "",
    past: user ? await pastDayOf(request, asOf) : null,
    today: asOf.today,
    user: user ? { role: user.role, office: user.officeName } : null,
    entity: entity ?? "",
    demonstrationDay: demonstrationDay === undefined ? null : today(),
  };
}

const NOTHING_AROUND = { path: "", searched: "", user: null, entity: "", demonstrationDay: null };

export function Layout({ children }: { children: ReactNode }) {
  const around = useRouteLoaderData<typeof loader>("root");
  const past = useMatches().some(({ handle }) => handle === OBEYS_DAY) ? (around?.past ?? null) : null;
  return (
    <html lang="it" style={around && printedPage({ ...around, day: past?.day ?? around.today })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageFrame around={{ ...(around ?? NOTHING_AROUND), past }}>{children}</PageFrame>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} what="" />;
  if (error.status === 401) return <SessionEnded unsent={(error.data as { unsent: string }).unsent} />;
  if (isGone(error.data)) return <GonePage {...error.data} />;
  const isOurs = [403, 404, 409, 503].includes(error.status);
  return <ErrorPage status={error.status} what={isOurs ? String(error.data) : ""} />;
}
