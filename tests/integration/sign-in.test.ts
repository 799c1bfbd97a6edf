import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD } from "#seeds/load.ts";
import { ask, cookieOf, countLines, db, OWN, sqlite, withoutAttributes } from "#tests/support/requests.ts";

const RIGHT = DEMONSTRATION_PASSWORD;

beforeEach(async () => {
  await db.deleteFrom("sign_in_attempt").execute();
});

function signIn(
  username: string,
  password: string,
  { from, cookie, ...carried }: { from?: string; cookie?: string; back?: string; unsent?: string } = {},
) {
  return ask("/accedi", { form: { username, password, ...carried }, from, cookie });
}

async function failTimes(times: number, username: (index: number) => string, from?: string) {
  for (let index = 0; index < times; index += 1) {
    expect((await signIn(username(index), "sbagliata", { from })).status).toBe(422);
  }
}

/** Whether the desk opens with a cookie. */
async function isSignedIn(cookie: string) {
  return (await ask("/", { cookie })).status === 200;
}

function tokenOf(cookie: string): string {
  const value = decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1));
  return JSON.parse(Buffer.from(value, "base64").toString()) as string;
}

type Refused = { errors: Record<string, string[]>; typed: Record<string, string> };

describe("who signs in", () => {
  test("with the right password is at the desk, with a session in a cookie that no script reads", async () => {
    const answer = await signIn("rtd", RIGHT);
    const setCookie = answer.headers.get("Set-Cookie")!;

    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/"]);
    expect(setCookie).toMatch(/^rotta=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await isSignedIn(withoutAttributes(setCookie))).toBe(true);
  });

  test("writes the name in any case, and spaces around it", async () => {
    expect((await signIn("  RTD ", RIGHT)).status).toBe(302);
  });

  test("writes the password as it is: with another case, or spaces, it is another", async () => {
    for (const password of [RIGHT.toUpperCase(), ` ${RIGHT}`, `${RIGHT} `])
      expect((await signIn("rtd", password)).status).toBe(422);
  });

  test.each([
    ["", RIGHT, "username", "Scrivi il nome utente"],
    ["   ", RIGHT, "username", "Scrivi il nome utente"],
    ["rtd", "", "password", "Scrivi la password"],
    ["a".repeat(101), RIGHT, "username", "Il nome utente è troppo lungo"],
    ["rtd", "a".repeat(1001), "password", "La password è troppo lunga"],
  ])("«%.5s», «%.5s» is told at the field what is wrong", async (username, password, field, says) => {
    const answer = await signIn(username, password);

    expect(answer.status).toBe(422);
    expect((answer.data as Refused).errors).toEqual({ [field]: [says] });
  });

  test("and is already signed in, is at the desk", async () => {
    const cookie = await cookieOf("rtd");

    expect(await ask("/accedi", { cookie })).toMatchObject({ status: 302 });
  });
});

describe("who may not sign in", () => {
  test("is told the same, whether the name is unknown, the password wrong or the account disabled", async () => {
    await db
      .updateTable("user")
      .set({ disabled_at: "2026-10-15T08:00:00.000Z" })
      .where("username", "=", "lettore")
      .execute();
    const wrong = await signIn("rtd", "sbagliata");
    const unknown = await signIn("nessuno", RIGHT);
    const disabled = await signIn("lettore", RIGHT);
    await db.updateTable("user").set({ disabled_at: null }).where("username", "=", "lettore").execute();

    for (const answer of [wrong, unknown, disabled]) {
      expect(answer.status).toBe(422);
      expect((answer.data as Refused).errors).toEqual({
        username: ["Nome utente o password non corretti"],
      });
      expect([...answer.headers]).toEqual([]);
    }
  });

  test("finds the name in the form again, and never the password", async () => {
    const { data } = await signIn("rtd", "segretissima", { back: "/andamento" });

    expect((data as Refused).typed).toEqual({ username: "rtd", back: "/andamento", unsent: "" });
    expect(JSON.stringify(data)).not.toContain("segretissima");
  });
});

describe("in a quarter of an hour", () => {
  test("after five failures of an account the sixth attempt waits, right as it may be, and from wherever", async () => {
    await failTimes(5, (index) => (index % 2 === 0 ? "rtd" : "RTD"));

    expect((await signIn("rtd", "sbagliata")).status).toBe(429);
    const right = await signIn("rtd", RIGHT, { from: "10.0.0.9" });
    expect(right.status).toBe(429);
    expect((right.data as Refused).errors).toEqual({
      username: ["Troppi tentativi non riusciti: riprova tra 15 minuti"],
    });
    expect(right.headers.get("Set-Cookie")).toBeNull();
  });

  test("ten attempts sent all at once are no way round it: five fail, the others wait", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn("rtd", "sbagliata")));

    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test("an account that does not exist waits as one that does", async () => {
    await failTimes(5, () => "nessuno");

    expect((await signIn("nessuno", "sbagliata")).status).toBe(429);
  });

  test("another account does not wait for it", async () => {
    await failTimes(5, () => "rtd");

    expect((await signIn("giunta", RIGHT)).status).toBe(302);
  });

  test("attempts that had to wait are not failures: they make nobody wait longer", async () => {
    await failTimes(5, () => "rtd");
    for (let index = 0; index < 3; index += 1) await signIn("rtd", "sbagliata");

    expect(await db.selectFrom("sign_in_attempt").selectAll().execute()).toHaveLength(5);
  });

  test("after thirty failures of an address, whoever tries from there waits, and not from elsewhere", async () => {
    await failTimes(30, (index) => `utente-${index}`, "10.0.0.1");

    expect((await signIn("giunta", RIGHT, { from: "10.0.0.1" })).status).toBe(429);
    expect((await signIn("giunta", RIGHT, { from: "10.0.0.2" })).status).toBe(302);
  });

  test("what failed longer ago no longer counts", async () => {
    await failTimes(5, () => "rtd");
    const longAgo = new Date(Date.now() - 15 * 60_000 - 1000).toISOString();
    await db.updateTable("sign_in_attempt").set({ attempted_at: longAgo }).execute();

    expect((await signIn("rtd", RIGHT)).status).toBe(302);
  });
});

describe("a session", () => {
  test("is kept as the hash of its token: the token itself is nowhere in the database", async () => {
    const cookie = await cookieOf("rtd");
    const token = tokenOf(cookie);
    const hash = createHash("sha256").update(token).digest("hex");

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(sqlite.prepare("select count(*) from session where token_hash = ?").pluck().get(hash)).toBe(1);
    expect(sqlite.serialize().includes(token)).toBe(false);
    expect(sqlite.serialize().includes(withoutAttributes(cookie).slice("rotta=".length))).toBe(false);
  });

  test("is another at each sign-in", async () => {
    expect(tokenOf(await cookieOf("rtd"))).not.toBe(tokenOf(await cookieOf("rtd")));
  });

  test("lasts twelve hours of the machine's clock, whatever day it is for the demonstration", async () => {
    await cookieOf("rtd");
    const { created_at, expires_at } = await db
      .selectFrom("session")
      .selectAll()
      .orderBy("created_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();

    expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(12 * 3600_000);
    expect(Math.abs(Date.parse(created_at) - Date.now())).toBeLessThan(60_000);
  });

  test("that was closed is nobody's, and its cookie is forgotten", async () => {
    const cookie = await cookieOf("rtd");
    const out = await ask("/esci", { cookie, form: {} });

    expect(out.headers.get("Location")).toBe("/accedi");
    expect(out.headers.get("Set-Cookie")).toMatch(/^rotta=.*Max-Age=0/);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test("that is closed leaves the others of the same person open", async () => {
    const [one, other] = [await cookieOf("rtd"), await cookieOf("rtd")];
    await ask("/esci", { cookie: one, form: {} });

    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([false, true]);
  });

  test("is not closed by following a link", async () => {
    const cookie = await cookieOf("rtd");
    await ask("/esci", { cookie });

    expect(await isSignedIn(cookie)).toBe(true);
  });

  test("that is over is nobody's", async () => {
    const cookie = await cookieOf("rtd");
    const token_hash = createHash("sha256").update(tokenOf(cookie)).digest("hex");
    const expires_at = new Date(Date.now() - 1000).toISOString();
    await db.updateTable("session").set({ expires_at }).where("token_hash", "=", token_hash).execute();

    expect(await isSignedIn(cookie)).toBe(false);
  });

  test("of an account that was disabled is nobody's", async () => {
    const cookie = await cookieOf("lettore");
    expect(await isSignedIn(cookie)).toBe(true);
    const disable = (disabled_at: string | null) =>
      db.updateTable("user").set({ disabled_at }).where("username", "=", "lettore").execute();
    await disable("2026-10-15T08:00:00.000Z");

    expect(await isSignedIn(cookie)).toBe(false);
    await disable(null);
  });

  test.each(["rotta=", "rotta=abc", "rotta=%E0%A4%A", "rotta=InVuIGdldHRvbmUi", "altro=1", "rotta=bnVsbA=="])(
    "that nobody opened is nobody's: «%s»",
    async (cookie) => {
      expect(await isSignedIn(cookie)).toBe(false);
    },
  );

  test("that is over is forgotten at the next sign-in, with the attempts of longer ago", async () => {
    await cookieOf("giunta");
    await db.updateTable("session").set({ expires_at: "2020-01-01T00:00:00.000Z" }).execute();
    const attempt = { username: "rtd", address: "10.0.0.1", attempted_at: "2020-01-01T00:00:00.000Z" };
    await db.insertInto("sign_in_attempt").values(attempt).execute();
    await signIn("rtd", RIGHT);

    expect(await db.selectFrom("session").selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom("sign_in_attempt").selectAll().execute()).toEqual([]);
  });
});

describe("the address to come back to", () => {
  test.each(["/andamento", "/piani/2021-2023?anno=2022&situazione=in_ritardo", "/"])(
    "is followed where it is ours: %s",
    async (back) => {
      expect((await signIn("rtd", RIGHT, { back })).headers.get("Location")).toBe(back);
    },
  );

  test.each([
    "https://altro.example/andamento",
    "http:altro.example",
    "//altro.example",
    "///altro.example",
    "/\\altro.example",
    "\\\\altro.example",
    "/\t/altro.example",
    "/\t\\altro.example",
    "/\n/altro.example",
    "\t//altro.example",
    " //altro.example",
    "javascript:alert(1)",
    "andamento",
    "",
  ])("is never of another host: %j", async (back) => {
    const cookie = await cookieOf("rtd");
    const afterSignIn = await signIn("rtd", RIGHT, { back });
    const alreadySignedIn = await ask(`/accedi?ritorno=${encodeURIComponent(back)}`, { cookie });

    for (const { headers } of [afterSignIn, alreadySignedIn])
      expect(new URL(headers.get("Location")!, OWN).origin).toBe(OWN);
  });

  test("of a form that was sent without being signed in is not kept: a page that writes is not one to come back to", async () => {
    const answer = await ask("/piani/2021-2023/azioni/4.3.6/2023/stato", { form: {} });

    expect(answer.headers.get("Location")).toBe("/accedi");
  });

  test("is the page that was asked for, with all its questions", async () => {
    const asked = "/piani/2021-2023?responsabile=settore-3&al=2022-12-31";
    const location = new URL((await ask(asked)).headers.get("Location")!, OWN);

    expect([location.pathname, location.searchParams.get("ritorno")]).toEqual(["/accedi", asked]);
  });
});

describe("a form that is sent after the session has ended", () => {
  const STATUS = "/piani/2021-2023/azioni/4.3.6/2023/stato";
  const FORM = { to: "no-news", reason: "Quello che «avevo» scritto\r\n& altro", sequence: "3" };
  const unsent = (path: string) => JSON.stringify({ path, fields: Object.entries(FORM) });

  test("is kept by the page that asks to sign in, and nothing is written", async () => {
    const lines = countLines();
    const answer = await ask(STATUS, { form: FORM, site: "same-origin" });

    expect([answer.status, JSON.parse(answer.data as string)]).toEqual([401, { unsent: unsent(STATUS) }]);
    expect(countLines()).toBe(lines);
  });

  test("is kept over a wrong password, and shown to who signs in, to be sent or not", async () => {
    const wrong = await signIn("rtd", "sbagliata", { unsent: unsent(STATUS) });
    expect([wrong.status, wrong.data]).toMatchObject([422, { typed: { unsent: unsent(STATUS) } }]);

    const answer = await signIn("rtd", RIGHT, { unsent: unsent(STATUS) });
    expect(answer.headers.get("Set-Cookie")).toMatch(/^rotta=/);
    expect(answer.data).toEqual({ unsent: { path: STATUS, fields: Object.entries(FORM) }, who: "RTD" });
  });

  test("is kept only where the browser says that a page of ours sent it, and only if it is of a size of ours", async () => {
    for (const asked of [
      { form: FORM },
      { form: FORM, site: "cross-site" as const },
      { form: { reason: "a".repeat(200_000) }, site: "same-origin" as const },
    ])
      expect((await ask(STATUS, asked)).headers.get("Location")).toBe("/accedi");
  });

  test.each([
    "{",
    "[]",
    unsent("//altro.example"),
    unsent("https://altro.example"),
    unsent("/\\altro.example"),
  ])("is never sent to another host, nor read where it is none: %j", async (carried) => {
    const answer = await signIn("rtd", RIGHT, { unsent: carried });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/"]);
  });
});
