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

/** An office and those under it, read from the tables alone. */
function officesUnder(office: string): string[] {
  return sqlite
    .prepare(
      `select code from office where code = @office or parent_id = (select id from office where code = @office)`,
    )
    .pluck()
    .all({ office }) as string[];
}

function officeOfProcess(code: string): string {
  return sqlite
    .prepare(
      `select office.code from work_process_office own join office on office.id = own.office_id
       join work_process on work_process.id = own.work_process_id where work_process.code = ? and own.held_until_on is null`,
    )
    .pluck()
    .get(code) as string;
}

/** The objectives of some offices in a year. */
function objectivesOf(offices: string[], year: number): string[] {
  return sqlite
    .prepare(
      `select distinct objective.code from objective join objective_office own on own.objective_id = objective.id
       join office on office.id = own.office_id
       where own.held_until_on is null and ? between first_year and last_year
         and office.code in (select value from json_each(?)) order by objective.code`,
    )
    .pluck()
    .all(year, JSON.stringify(offices)) as string[];
}

function lastContribution(): number {
  return sqlite.prepare("select coalesce(max(id), 0) from contribution").pluck().get() as number;
}

function send(cookie: string, code: string, year: number, { plan = "2021-2023" } = {}) {
  const form = {
    to: "no-news",
    effectiveOn: "2026-10-15",
    reason: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf(code, year)),
  };
  return ask(`/piani/${plan}/azioni/${code}/${year}/stato`, { cookie, form });
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
    const years = [...desk.toUpdate.rows, ...desk.waiting.rows];

    expect(years.length).toBeGreaterThan(0);
    for (const { actionYear } of years) expect(officesOf(actionYear.id)).toContain(office);
    const own = officesUnder(office);
    for (const { offices } of desk.objectives.rows)
      expect(offices.some(({ code }) => own.includes(code))).toBe(true);
    for (const { process } of desk.processes.turns) expect(own).toContain(officeOfProcess(process));
    for (const { code, year } of desk.asks!.news.rows) {
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
    for (const { plan, code, actionYear, way } of [...desk.toUpdate.rows, ...desk.waiting.rows]) {
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
    const desk = await deskOf<OfficeDeskFacts>("dirigente-settore-4", "?tutte=da-aggiornare");
    const days = desk.toUpdate.rows.map(({ actionYear }) => actionYear.dueOn);

    expect(desk.toUpdate.rows).toHaveLength(desk.toUpdate.total);
    expect(days).toEqual([...days].sort());
  });

  test("says what falls due next, own things and the law's, and none of other offices", async () => {
    const { coming } = (await officeDesk("dirigente-settore-4")).asks!;

    expect(coming.map(({ day, words }) => [day, words.slice(0, 24)])).toEqual([
      ["2026-11-30", "4.1.4, 2026: Gestione de"],
      ["2026-12-31", "Verifica di fine anno: l"],
      ["2026-12-31", "7 annualità aperte"],
    ]);
    const others = await officeDesk("dirigente-settore-3");
    expect(others.asks!.coming[0]).toMatchObject({
      day: "2026-10-31",
      address: "/piani/2024-2026/azioni/4.4.11#anno-2026",
    });
  });

  test("counts first what is late, what falls due next, processes that wait and objectives to update, as the lists say", async () => {
    const desk = await deskOf<OfficeDeskFacts>("dirigente-settore-1", "?tutte=da-aggiornare");
    const late = desk.toUpdate.rows.filter(({ actionYear }) => actionYear.situation === "late");

    expect(desk.late.total).toBe(
      late.length + desk.waiting.rows.filter(({ actionYear }) => actionYear.situation === "late").length,
    );
    expect(desk.late.alone).toBe(late.filter(({ way }) => way === "status").length);
    expect(desk.term!.dueOn >= "2026-10-15").toBe(true);
    expect(desk.objectives).toMatchObject({ year: 2024, current: 2026 });
    expect(desk.objectives.toUpdate).toBe(desk.objectives.rows.filter(({ next }) => next?.isLate).length);
  });

  test("lists the objectives of own offices alone, each with what is due first and a form that opens", async () => {
    for (const as of [
      "dirigente-settore-1",
      "dirigente-settore-2",
      "dirigente-settore-3",
      "dirigente-settore-4",
    ]) {
      const { objectives } = await officeDesk(as);
      const own = officesUnder(as.replace("dirigente-", ""));
      expect([as, objectives.rows.map(({ code }) => code).sort()]).toEqual([
        as,
        objectivesOf(own, objectives.year),
      ]);
      for (const { code, next } of objectives.rows.filter((row) => row.next !== null)) {
        const { status } = await ask(`/obiettivi/${code}?punto=${next!.ordinal}`, { as });
        expect([code, status]).toEqual([code, 200]);
      }
    }
  });

  test("says which own contributions wait for the RTD, and no more once he has answered", async () => {
    const as = "dirigente-settore-1";
    const find = (desk: OfficeDeskFacts, id: number) => [
      desk.toUpdate.rows.some(({ actionYear }) => actionYear.id === id),
      desk.waiting.rows.some(({ actionYear }) => actionYear.id === id),
    ];
    const before = await deskOf<OfficeDeskFacts>(as, "?tutte=da-aggiornare");
    const { plan, code, actionYear } = before.toUpdate.rows.find(
      ({ way, actionYear: { status, offices } }) =>
        way === "contribution" && status === "in-progress" && offices.length > 1,
    )!;
    const form = {
      ...{
        office: "settore-1",
        status: "suspended",
        progress: "",
        effectiveOn: "2026-10-15",
        note: "In attesa di fondi.",
      },
      ...{ evidenceKind: "", evidenceNumber: "", evidenceOn: "", evidenceLink: "", evidenceNote: "" },
      seen: String(lastContribution()),
    };
    const answer = await ask(`/piani/${plan}/azioni/${code}/${actionYear.year}/contributo`, { as, form });
    expect([answer.status, answer.data]).toEqual([302, ""]);

    const after = await deskOf<OfficeDeskFacts>(as, "?tutte=aspettano-il-rtd");
    expect(find(after, actionYear.id)).toEqual([false, true]);
    expect(after.waiting.rows.find((row) => row.actionYear.id === actionYear.id)!.parts).toMatchObject([
      { code: "settore-1", status: "suspended", on: "2026-10-15" },
    ]);
    const other = await deskOf<OfficeDeskFacts>("dirigente-settore-2", "?tutte=aspettano-il-rtd");
    expect(find(other, actionYear.id)[1]).toBe(false);

    const rtd = await cookieOf("rtd");
    expect((await send(rtd, code, actionYear.year, { plan })).status).toBe(302);
    expect(find(await deskOf<OfficeDeskFacts>(as, "?tutte=da-aggiornare"), actionYear.id)).toEqual([
      true,
      false,
    ]);
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
    const first = (await deskOf<ReaderDeskFacts>("lettore")).news!;
    const second = (await deskOf<ReaderDeskFacts>("lettore")).news!;

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
      ((await ask("/", { cookie })).data as Desk<ReaderDeskFacts>).facts.news!;

    expect((await newsOf(session)).rows.map(({ code, year }) => `${code}/${year}`)).toEqual(["4.4.5/2023"]);
    expect((await newsOf(session)).total).toBe(1);
    expect(((await ask("/", { cookie: rtd })).data as Desk<RtdDeskFacts>).facts.asks!.news.rows).toEqual([]);
    expect((await deskOf<ReaderDeskFacts>("giunta")).news!.total).toBe(0);
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

    const { rows } = (await deskOf<ReaderDeskFacts>("giunta")).news!;
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
