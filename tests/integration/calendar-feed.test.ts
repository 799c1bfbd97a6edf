import ICAL from "ical.js";
import { afterEach, describe, expect, test } from "vitest";
import { withoutSecret } from "#app/unavailable.server.ts";
import { ask, OWN, sqlite } from "#tests/support/requests.ts";

type Renewed = { address: string | null; errors: Record<string, string[]> };

afterEach(() => {
  sqlite.exec("delete from calendar_feed; update user set disabled_at = null");
});

function presentOf(username: string): number {
  return (sqlite
    .prepare(
      `select feed.id from calendar_feed feed join user on user.id = feed.user_id
       where user.username = ? and feed.revoked_at is null`,
    )
    .pluck()
    .get(username) ?? 0) as number;
}

/** A new address, as its page shows it once: the path of it. */
async function newAddress(as: string): Promise<string> {
  const answer = await ask("/scadenze/calendario", { as, form: { seen: String(presentOf(as)) } });
  return pathOf((answer.data as Renewed).address!);
}

function pathOf(address: string): string {
  expect(address.startsWith(`${OWN}/scadenze/calendario/`)).toBe(true);
  return address.slice(OWN.length);
}

/** What a calendar program reads at an address, by a library that did not write it. */
async function eventsAt(path: string) {
  const { status, data } = await ask(path);
  expect(status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(data as string) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: String(event.getFirstPropertyValue("uid")),
    day: String(event.getFirstPropertyValue("dtstart")),
    summary: String(event.getFirstPropertyValue("summary")),
    url: String(event.getFirstPropertyValue("url")),
  }));
}

describe("the address of a calendar", () => {
  test("is read without a session, as a calendar that nobody keeps", async () => {
    const { status, headers, data } = await ask(await newAddress("rtd"));

    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(data).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  test("is secret: 256 bits, of which the database has only the hash", async () => {
    const path = await newAddress("rtd");
    const token = path
      .split("/")
      .at(-1)!
      .replace(/\.ics$/, "");

    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify(sqlite.prepare("select * from calendar_feed").all())).not.toContain(token);
  });

  test("is told once: the page does not say it again, and is not kept", async () => {
    const answer = await ask("/scadenze/calendario", { as: "rtd", form: { seen: "0" } });
    const token = (answer.data as Renewed).address!.split("/").at(-1)!;

    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(JSON.stringify((await ask("/scadenze/calendario", { as: "rtd" })).data)).not.toContain(token);
  });

  test("is one for each person: the same form sent twice gives none more", async () => {
    const path = await newAddress("rtd");
    const again = await ask("/scadenze/calendario", { as: "rtd", form: { seen: "0" } });

    expect([again.status, (again.data as Renewed).address]).toEqual([409, null]);
    expect((await ask(path)).status).toBe(200);
  });

  test("renewed, replaces the one before", async () => {
    const before = await newAddress("rtd");
    const after = await newAddress("rtd");

    expect([(await ask(before)).status, (await ask(after)).status]).toEqual([404, 200]);
  });

  test("revoked, answers nothing", async () => {
    const path = await newAddress("dirigente-settore-4");
    const seen = String(presentOf("dirigente-settore-4"));
    const revoked = await ask("/scadenze/calendario/revoca", { as: "dirigente-settore-4", form: { seen } });
    const { status, data } = await ask(path);

    expect([revoked.status, revoked.headers.get("Location")]).toEqual([
      302,
      `/scadenze/calendario?revocato=${seen}`,
    ]);
    expect([status, data]).toEqual([404, ""]);
    expect(
      (await ask(`/scadenze/calendario?revocato=${seen}`, { as: "dirigente-settore-4" })).data,
    ).toMatchObject({ isRevoked: true, isNothingRevoked: false });
  });

  test("revoked twice by the same form, is said revoked once more; where there was none, that there was none", async () => {
    await newAddress("dirigente-settore-4");
    const seen = String(presentOf("dirigente-settore-4"));
    const revocation = "/scadenze/calendario/revoca";
    await ask(revocation, { as: "dirigente-settore-4", form: { seen } });
    const again = await ask(revocation, { as: "dirigente-settore-4", form: { seen } });
    const none = await ask(revocation, { as: "dirigente-settore-1", form: { seen } });

    expect(again.headers.get("Location")).toBe(`/scadenze/calendario?revocato=${seen}`);
    expect(none.headers.get("Location")).toBe("/scadenze/calendario?revocato=nessuno");
    expect(
      (await ask(`/scadenze/calendario?revocato=${seen}`, { as: "dirigente-settore-1" })).data,
    ).toMatchObject({ isRevoked: false });
    expect(
      (await ask("/scadenze/calendario?revocato=nessuno", { as: "dirigente-settore-1" })).data,
    ).toMatchObject({ isRevoked: false, isNothingRevoked: true });
  });

  test("is revoked by whose it is alone, and only the one that they saw", async () => {
    const path = await newAddress("dirigente-settore-4");
    const seen = String(presentOf("dirigente-settore-4"));
    await ask("/scadenze/calendario/revoca", { as: "rtd", form: { seen } });
    const stale = await ask("/scadenze/calendario/revoca", {
      as: "dirigente-settore-4",
      form: { seen: "999999" },
    });

    expect([stale.status, (await ask(path)).status]).toEqual([409, 200]);
  });

  test("stops with the account of its person", async () => {
    const path = await newAddress("dirigente-settore-4");
    sqlite.exec(
      "update user set disabled_at = '2026-10-15T08:00:00Z' where username = 'dirigente-settore-4'",
    );

    expect((await ask(path)).status).toBe(404);
  });

  test.each(["nessuno.ics", `${"a".repeat(43)}.ics`, "a".repeat(43), "%00.ics"])(
    "that nobody was given answers nothing: %s",
    async (token) => {
      const { status, data } = await ask(`/scadenze/calendario/${token}`);

      expect([status, data]).toEqual([404, ""]);
    },
  );

  test("is not written in a log", () => {
    expect(withoutSecret("/scadenze/calendario/abc.ics")).toBe("/scadenze/calendario/…");
    expect(withoutSecret("/scadenze/calendario")).toBe("/scadenze/calendario");
  });
});

describe("the calendar", () => {
  test("of the RTD holds what everyone has to do and what the law asks, of this year and the next", async () => {
    const events = await eventsAt(await newAddress("rtd"));

    expect(events.length).toBeGreaterThan(20);
    expect(events.every(({ day }) => day >= "2026-01-01" && day <= "2027-12-31")).toBe(true);
    expect(events.filter(({ uid }) => uid.startsWith("legge-")).map(({ day }) => day)).toEqual([
      "2026-03-31",
      "2026-06-30",
      "2026-09-23",
      "2026-12-31",
      "2027-03-31",
      "2027-06-30",
      "2027-09-23",
      "2027-12-31",
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test("of a dirigente holds what their page lists, and nothing of others", async () => {
    const events = await eventsAt(await newAddress("dirigente-settore-4"));
    const page = (await ask("/scadenze", { as: "dirigente-settore-4" })).data as {
      months: { rows: { id: string }[] }[];
    };
    const listed = page.months.flatMap(({ rows }) => rows.map(({ id }) => `${id}@127.0.0.1`));

    expect(listed.length).toBeGreaterThan(0);
    expect(
      events
        .map(({ uid }) => uid)
        .filter((uid) => listed.includes(uid))
        .sort(),
    ).toEqual(listed.sort());
    expect(events.filter(({ uid }) => uid.startsWith("legge-")).length).toBeGreaterThan(0);
  });

  test("keeps the name of each day when it is read again, and leads to its page", async () => {
    const path = await newAddress("rtd");
    const [first, second] = [await eventsAt(path), await eventsAt(path)];

    expect(second).toEqual(first);
    expect(first.find(({ uid }) => uid.startsWith("annualita-"))!.url).toMatch(
      /^http:\/\/127\.0\.0\.1:3000\/piani\/\d{4}-\d{4}\/azioni\/[\d.]+#anno-\d{4}$/,
    );
  });

  test("keeps a title a title, whatever someone wrote in it", async () => {
    const hostile = "Titolo; con, segni\\ e\r\nEND:VEVENT\r\nBEGIN:VEVENT";
    const { id, title } = sqlite
      .prepare(
        `select version.id, version.title from plan_action_version version
         join plan_action on plan_action.id = version.plan_action_id
         join plan on plan.id = plan_action.plan_id
         where plan.code = '2024-2026' and plan_action.code = '4.10.2' and version.held_until_on is null`,
      )
      .get() as { id: number; title: string };
    const path = await newAddress("rtd");
    const before = (await eventsAt(path)).length;
    sqlite.prepare("update plan_action_version set title = ? where id = ?").run(hostile, id);
    const events = await eventsAt(path);
    sqlite.prepare("update plan_action_version set title = ? where id = ?").run(title, id);

    expect(events).toHaveLength(before);
    expect(events.map(({ summary }) => summary)).toContain(
      "4.10.2, 2026: Titolo; con, segni\\ e END:VEVENT BEGIN:VEVENT",
    );
  });

  test("says the name of nobody", async () => {
    const names = sqlite.prepare("select name from user").pluck().all() as string[];
    const { data } = await ask(await newAddress("rtd"));
    const unfolded = (data as string).replaceAll("\r\n ", "");

    expect(names.filter((name) => unfolded.includes(name))).toEqual([]);
  });
});
