import { describe, expect, test } from "vitest";
import type { OfficeDeskFacts } from "#app/components/desk/office-desk.tsx";
import type { ReaderDeskFacts } from "#app/components/desk/reader-desk.tsx";
import type { RtdDeskFacts } from "#app/components/desk/rtd-desk.tsx";
import { ask, cookieOf, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

type Desk<Facts> = { of: string; facts: Facts };

async function deskOf<Facts>(as: string, query = ""): Promise<Facts> {
  return ((await ask(`/${query}`, { as })).data as Desk<Facts>).facts;
}

const rtdDesk = (query?: string) => deskOf<RtdDeskFacts>("rtd", query);
const officeDesk = (as: string) => deskOf<OfficeDeskFacts>(as);

/** The offices of an annualità today, read from the tables alone. */
function officesOf(id: number): string[] {
  return sqlite
    .prepare(
      `select office.code from action_year_office held join office on office.id = held.office_id
       where held.action_year_id = ? and held.held_until_on is null`,
    )
    .pluck()
    .all(id) as string[];
}

function send(cookie: string, code: string, year: number, to = "no-news") {
  const form = {
    to,
    effectiveOn: "2026-10-15",
    reason: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf(code, year)),
  };
  return ask(`/piani/2021-2023/azioni/${code}/${year}/stato`, { cookie, form });
}

describe("the desk of the RTD", () => {
  test("lists what is late in every adopted plan, each one click from its status", async () => {
    const { late, lateByPlan } = await rtdDesk("?tutte=in-ritardo");

    expect(late.total).toBeGreaterThan(0);
    expect(late.rows).toHaveLength(late.total);
    expect(
      late.rows.every(({ actionYear, way }) => actionYear.situation === "late" && way === "status"),
    ).toBe(true);
    expect(lateByPlan.reduce((sum, one) => sum + one.late, 0)).toBe(late.total);
  });

  test("keeps each list short, and says how many there are", async () => {
    const short = await rtdDesk();

    for (const list of [short.late, short.stale, short.neverUpdated]) {
      expect(list.rows.length).toBeLessThanOrEqual(7);
      expect(list.total).toBeGreaterThanOrEqual(list.rows.length);
    }
  });

  test("counts each office's late ones as the tables say", async () => {
    const { late, offices } = await rtdDesk("?tutte=in-ritardo");

    for (const office of offices) {
      const own = late.rows.filter(({ actionYear }) => officesOf(actionYear.id).includes(office.code));
      expect([office.code, office.late]).toEqual([office.code, own.length]);
    }
  });

  test("says that nobody answers for what has no responsible, and for what only ceased offices do, the role RTD apart", async () => {
    const { withoutOwner: before } = await rtdDesk();
    expect(before.rows.map(({ code, actionYear }) => `${code}/${actionYear.year}`)).toEqual([
      "4.4.12/2025",
      "4.4.12/2026",
    ]);
    sqlite.prepare("update office set ceased_on = '2026-01-01'").run();
    const { withoutOwner } = await rtdDesk("?tutte=senza-responsabile");
    sqlite.prepare("update office set ceased_on = null").run();

    expect(withoutOwner.total).toBeGreaterThan(before.total);
    expect(withoutOwner.rows.every(({ isOfRtd }) => !isOfRtd)).toBe(true);
  });
});

describe("the desk of who answers for offices", () => {
  test.each([
    ["dirigente-settore-1", "settore-1"],
    ["dirigente-settore-4", "settore-4"],
    ["referente-settore-4", "settore-4"],
    ["responsabile-uoa", "uoa-ufficio-del-sindaco"],
  ])("of %s holds nothing of others", async (as, office) => {
    const desk = await officeDesk(as);
    const years = [...desk.thisYear.rows, ...desk.before.rows];

    expect(years.length).toBeGreaterThan(0);
    for (const { actionYear } of years) expect(officesOf(actionYear.id)).toContain(office);
    for (const { code, year } of desk.news.rows) {
      const ids = sqlite
        .prepare(
          `select action_year.id from action_year join plan_action on plan_action.id = plan_action_id where code = ? and year = ?`,
        )
        .pluck()
        .all(code, year) as number[];
      expect(ids.flatMap(officesOf)).toContain(office);
    }
  });

  test("offers the status where they may update it and a contribution where they share it, and the pages agree", async () => {
    const desk = await officeDesk("dirigente-settore-4");
    for (const { plan, code, actionYear, way } of [...desk.thisYear.rows, ...desk.before.rows]) {
      const { status } = await ask(`/piani/${plan}/azioni/${code}/${actionYear.year}/stato`, {
        as: "dirigente-settore-4",
      });
      expect([code, actionYear.year, way]).toEqual([
        code,
        actionYear.year,
        status === 200 ? "status" : "contribution",
      ]);
    }
  });

  test("goes by the nearest due day", async () => {
    const { thisYear, before } = await officeDesk("dirigente-settore-4");
    for (const { rows } of [thisYear, before]) {
      const days = rows.map(({ actionYear }) => actionYear.dueOn);
      expect(days).toEqual([...days].sort());
    }
  });
});

test.each(["giunta", "lettore", "amministratore"])(
  "the desk of %s is read only, with the chart",
  async (as) => {
    const { of, facts } = (await ask("/", { as })).data as Desk<ReaderDeskFacts>;

    expect(of).toBe("reader");
    expect(facts.drawing).toContain("<svg");
    expect(facts.late.rows.every(({ way }) => way === null)).toBe(true);
  },
);

describe("what changed since the last visit", () => {
  test("is told as the latest few on the first, and as nothing on the next", async () => {
    sqlite.prepare("update user set seen_sequence = null where username = 'lettore'").run();
    const first = (await deskOf<ReaderDeskFacts>("lettore")).news;
    const second = (await deskOf<ReaderDeskFacts>("lettore")).news;

    expect(first).toMatchObject({ isFirstVisit: true });
    expect(first.rows.length).toBeGreaterThan(0);
    expect(second).toEqual({ isFirstVisit: false, rows: [], total: 0 });
  });

  test("is what others recorded since, for as long as the session lasts; one's own is no news", async () => {
    await cookieOf("giunta");
    const rtd = await cookieOf("rtd");
    expect((await send(rtd, "4.4.5", 2023)).status).toBe(302);
    const session = await cookieOf("giunta");
    const newsOf = async (cookie: string) =>
      ((await ask("/", { cookie })).data as Desk<ReaderDeskFacts>).facts.news;

    expect((await newsOf(session)).rows.map(({ code, year }) => `${code}/${year}`)).toEqual(["4.4.5/2023"]);
    expect((await newsOf(session)).total).toBe(1);
    expect((await newsOf(rtd)).rows).toEqual([]);
    expect((await deskOf<ReaderDeskFacts>("giunta")).news.total).toBe(0);
  });

  test("leaves out a line that a rettifica replaced", async () => {
    await cookieOf("giunta");
    const rtd = await cookieOf("rtd");
    expect((await send(rtd, "4.9.1", 2023)).status).toBe(302);
    const wrong = lastSequenceOf("4.9.1", 2023);
    const form = {
      to: "in-progress",
      progress: "35",
      effectiveOn: "2026-10-15",
      reason: "Percentuale sbagliata.",
      targetYear: "",
      dueOn: "",
      evidenceKind: "",
      evidenceNumber: "",
      evidenceOn: "",
      evidenceLink: "",
      evidenceNote: "",
      sequence: String(wrong),
    };
    const answer = await ask(`/piani/2021-2023/azioni/4.9.1/2023/rettifica/${wrong}`, { cookie: rtd, form });
    expect(answer.status).toBe(302);

    const { rows } = (await deskOf<ReaderDeskFacts>("giunta")).news;
    expect(rows.map(({ sequence }) => sequence)).toEqual([lastSequenceOf("4.9.1", 2023)]);
  });

  test("is not marked as seen by looking", async () => {
    const seen = () => sqlite.prepare("select seen_sequence from user where username = 'rtd'").pluck().get();
    const cookie = await cookieOf("rtd");
    const before = seen();
    await send(await cookieOf("dirigente-settore-3"), "4.13.2", 2022);
    await ask("/", { cookie });

    expect(seen()).toBe(before);
  });
});

test("before any plan is adopted the menu leads to the plans, and the desk says how to begin to who may", async () => {
  const adopted = sqlite.prepare("select id, adopted_on from plan").all() as object[];
  sqlite.exec("update plan set adopted_on = null");
  try {
    expect((await ask("/piano", { as: "giunta" })).headers.get("Location")).toBe("/piani");
    expect((await ask("/", { as: "rtd" })).data).toMatchObject({
      of: "nobody-yet",
      steps: { draft: { code: "2021-2023", areas: 13, actions: 56 } },
    });
    expect((await ask("/", { as: "giunta" })).data).toMatchObject({ of: "nobody-yet", steps: null });
  } finally {
    const restore = sqlite.prepare("update plan set adopted_on = @adopted_on where id = @id");
    adopted.forEach((plan) => restore.run(plan));
  }
});
