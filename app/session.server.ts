import { createHash, randomBytes } from "node:crypto";
import { createCookie, redirect } from "@remix-run/node";
import type { Author } from "#db/chain.ts";
import { db } from "#db/connection.server.ts";
import { findSession, insertSession, recordSessionEnd } from "#db/sessions.ts";
import { findUser, type User } from "#db/users.ts";
import { isServedBeyondLoopback } from "./own-address.server.ts";
import { machineNow, now } from "./clock.server.ts";
import { unsentOf } from "./unsent.server.ts";
import { whileUnchanged } from "./unchanged.server.ts";

/** How long a person stays signed in without signing in again. */
const SESSION_HOURS = 12;

const cookie = createCookie("rotta", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: isServedBeyondLoopback(),
  maxAge: SESSION_HOURS * 3600,
});

/** Who is asking, if anyone is signed in. */
export async function findCurrentUser(request: Request): Promise<User | undefined> {
  return (await findCurrentSession(request))?.user;
}

/** The line after which something is news in this session (R6); null on a person's first visit. */
export async function findNewsAfter(request: Request): Promise<number | null> {
  return (await findCurrentSession(request))?.newsAfter ?? null;
}

async function findCurrentSession(request: Request) {
  const token = await tokenOf(request);
  if (!token) return undefined;
  const tokenHash = hashOf(token);
  const found = await whileUnchanged(["sessione", tokenHash], () => findSessionAndUser(tokenHash));
  return found && found.expiresAt > machineNow() ? found : undefined;
}

async function findSessionAndUser(tokenHash: string) {
  const session = await findSession(db, tokenHash);
  const user = session && (await findUser(db, session.user_id));
  return user && { user, expiresAt: session.expires_at, newsAfter: session.news_after_sequence };
}

/** Who is asking; whoever is not signed in is sent to sign in, and comes back here afterwards, with the form that they sent. */
export async function requireUser(request: Request): Promise<User> {
  const user = await findCurrentUser(request);
  if (user) return user;
  const unsent = await unsentOf(request);
  if (unsent !== undefined) throw Response.json({ unsent }, { status: 401, statusText: "Unauthorized" });
  const { pathname, search } = new URL(request.url);
  const back =
    request.method === "GET" && pathname !== "/" ? `?ritorno=${encodeURIComponent(pathname + search)}` : "";
  throw redirect(`/accedi${back}`);
}

/** Who records now, as the history keeps it: an opaque id with the role and office of this moment (R3). */
export function authorOf(user: User): Author {
  return { id: user.id, role: user.role, officeId: user.officeId, at: now() };
}

/** Opens a session and returns the cookie that carries its token. The database keeps only the token's hash. */
export async function openSession(userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const created_at = machineNow();
  const expires_at = new Date(Date.parse(created_at) + SESSION_HOURS * 3600_000).toISOString();
  await insertSession(db, { token_hash: hashOf(token), user_id: userId, created_at, expires_at });
  return cookie.serialize(token);
}

/** Revokes the session and returns the cookie that forgets it. */
export async function closeSession(request: Request): Promise<string> {
  const token = await tokenOf(request);
  if (token) await recordSessionEnd(db, hashOf(token), machineNow());
  return cookie.serialize("", { maxAge: 0 });
}

async function tokenOf(request: Request): Promise<string | undefined> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : undefined;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
