import { isIP } from "node:net";

/** Where this server answers: `HOST` and `PORT`, and `ROTTA_INDIRIZZO` when people reach it through a proxy (`https://rotta.comune.it`). */
export const HOST = process.env.HOST || "127.0.0.1";
export const PORT = Number(process.env.PORT || 3000);
const PUBLIC_ADDRESS = process.env.ROTTA_INDIRIZZO?.replace(/\/$/, "");

/** The proxy in front of this server, by its address, when what it says of who asks is to be believed (`ROTTA_PROXY=127.0.0.1`). */
const PROXY = process.env.ROTTA_PROXY || undefined;

/** True when nobody but this machine can reach the server. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** True when the pages travel over a network: then cookies go over https only. */
export function isServedBeyondLoopback(): boolean {
  return PUBLIC_ADDRESS !== undefined || !isLoopback(HOST);
}

/**
 * Whether a write comes from our own pages (docs/decisions/0004). Browsers say it with `Sec-Fetch-Site`, older ones with
 * `Origin`; a request with neither is not a page's and carries nobody's cookie.
 */
export function isFromOwnPages(headers: {
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}): boolean {
  if (headers.secFetchSite !== undefined)
    return headers.secFetchSite === "same-origin" || headers.secFetchSite === "none";
  if (headers.origin === undefined) return true;
  return headers.origin === (PUBLIC_ADDRESS ?? `http://${headers.host}`);
}

/**
 * The address that a request comes from: what failed sign-ins are counted by. Of `X-Forwarded-For` only the last address
 * is believed, and only from the proxy that the setting names: the others anyone can have written.
 */
export function senderOf({
  peer,
  forwardedFor,
}: {
  peer: string | undefined;
  forwardedFor: string | undefined;
}): string {
  const from = peer?.replace(/^::ffff:/, "") ?? "";
  const said = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  return PROXY !== undefined && from === PROXY && isIP(said) !== 0 ? said : from;
}

/**
 * Back to a page of ours only: an address given by someone else could lead anywhere, also behind a tab that browsers drop.
 * Of ASCII, as an address is sent: anything else no header can carry.
 */
export function ownPath(path: string): string {
  return /^\/(?!\/)[!-[\]-~]*$/.test(path) ? path : "/";
}

/** How people reach this server, for an address that is written outside its pages: `https://rotta.comune.it`. */
export function ownOrigin(request: Request): string {
  return PUBLIC_ADDRESS ?? new URL(request.url).origin;
}
