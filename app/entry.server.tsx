import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";

/**
 * A page is one whole document (docs/decisions/0002): drawn at once, sent at once, complete without any script. Whatever is
 * refused says so in its title, which a screen reader reads first.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
) {
  const page = renderToStaticMarkup(<RemixServer context={remix} url={request.url} nonce={nonce} />);
  const titled = status < 400 ? page : page.replace("<title>", "<title>Errore: ");
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!doctype html>${titled}`, { headers, status });
}
