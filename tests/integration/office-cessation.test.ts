import { beforeAll, describe, expect, test } from "vitest";
import { dataExport } from "#app/export/data-export.server.ts";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { listOfficeCodesUnder } from "#db/office/offices.ts";
import { ask, cookieOf, db, sqlite } from "#tests/support/requests.ts";

const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";
const CEASING = "/uffici/settore-4/cessazione";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Held = {
  seen: string;
  holdings: {
    plans: {
      plan: { code: string };
      actions: { code: string; years: { id: number; offices: string[] }[] }[];
    }[];
    groups: { code: string }[];
    workProcesses: { code: string }[];
    under: { code: string }[];
    people: string[];
  };
};
type Row = { code: string; actionYear: { id: number; offices: string[]; status: string } };
type Sheet = { office: { hasCeased: boolean }; open: Row[]; closed: Row[]; elsewhere: Row[] };

async function held(address = CEASING): Promise<Held> {
  return (await ask(address, { as: "rtd" })).data as Held;
}

async function sheet(office: string, query = ""): Promise<Sheet> {
  return (await ask(`/uffici/${office}${query}`, { as: "lettore" })).data as Sheet;
}

function idsOf(rows: Row[]): number[] {
  return rows.map(({ actionYear }) => actionYear.id).sort();
}

/** Everything that a cessation may touch, as it is written. */
function everything() {
  const tables = [
    "office",
    "office_group_member",
    "user_office",
    "plan_action_responsible",
    "plan_action_lead",
    "work_process_office",
  ];
  return [...tables, "action_year_office", "edit"].map((table) =>
    sqlite.prepare(`select * from ${table}`).all(),
  );
}

function cease(form: Record<string, string>, address = CEASING) {
  return ask(address, { as: "rtd", form: { successor: "settore-3", reason: "riorganizzazione", ...form } });
}

describe("an office that still holds something", () => {
  test("does not cease without a successor: a sentence, and nothing lost", async () => {
    const before = everything();
    const { seen } = await held();
    const { status, data } = await cease({ successor: "", seen });

    expect(status).toBe(422);
    expect((data as Refused).errors.successor![0]).toContain("è ancora affidato qualcosa");
    expect((data as Refused).typed.reason).toBe("riorganizzazione");
    expect(everything()).toEqual(before);
  });

  test.each([
    ["itself", "settore-4"],
    ["one that does not exist", "settore-99"],
    ["a group", "settori-3-e-4"],
  ])("is not succeeded by %s", async (_who, successor) => {
    const before = everything();
    const { seen } = await held();
    const { status, data } = await cease({ successor, seen });

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["successor"]]);
    expect(everything()).toEqual(before);
  });

  test("does not cease without a reason, nor by half an act", async () => {
    const { seen } = await held();
    const errors = async (form: Record<string, string>) =>
      Object.keys(((await cease({ seen, ...form })).data as Refused).errors);

    expect(await errors({ reason: "", successor: "" })).toEqual(["successor", "reason"]);
    expect(await errors({ actNumber: "12" })).toEqual(["actOrgan"]);
  });

  test("does not cease when what it holds is no longer what the person saw", async () => {
    const before = everything();
    const { status, data } = await cease({ seen: seenKey("altro") });

    expect([status, (data as Refused).isConflict]).toEqual([409, true]);
    expect(everything()).toEqual(before);
  });
});

describe("Settore 4 ceases, and Settore 3 takes over", () => {
  let told: Held["holdings"];
  let before: { four: Sheet; three: Sheet };
  let openIds: number[];

  beforeAll(async () => {
    sqlite
      .prepare(
        `insert into office (code, name, kind, parent_id, source)
         values ('uo-4.1', 'UO 4.1', 'uo', (select id from office where code = 'settore-4'), 'prova')`,
      )
      .run();
    before = { four: await sheet("settore-4"), three: await sheet("settore-3") };
    const { seen, holdings } = await held();
    told = holdings;
    openIds = idsOf([...before.four.open, ...before.four.elsewhere]);
    const act = { actOrgan: "Giunta comunale", actNumber: "88", actOn: "2026-10-10" };
    const answers = [await cease({ seen, ...act }), await cease({ seen, ...act })];
    expect(answers.map(({ status, headers }) => [status, headers.get("Location")])).toEqual([
      [302, "/uffici/settore-4?salvato=1"],
      [302, "/uffici/settore-4?salvato=1"],
    ]);
  });

  test("the page had told exactly what would be handed over", () => {
    const years = told.plans.flatMap(({ actions }) =>
      actions.flatMap(({ years }) => years.map(({ id }) => id)),
    );

    expect(years.sort()).toEqual(openIds);
    expect(told.groups.map(({ code }) => code)).toEqual(["dirigenti-dei-settori", "settori-3-e-4"]);
    expect(told.under.map(({ code }) => code)).toEqual(["uo-4.1"]);
    expect(told.people.sort()).toEqual(["dirigente", "referente"]);
  });

  test("from today the open annualità are the successor's, each once", async () => {
    const [four, three] = [await sheet("settore-4"), await sheet("settore-3")];
    const twice = sqlite
      .prepare(
        `select 1 from action_year_office where held_until_on is null
         group by action_year_id, office_id having count(*) > 1`,
      )
      .all();

    expect(four.office.hasCeased).toBe(true);
    expect(idsOf([...four.open, ...four.elsewhere])).toEqual([]);
    expect(idsOf([...three.open, ...three.elsewhere])).toEqual(
      [...new Set([...idsOf([...before.three.open, ...before.three.elsewhere]), ...openIds])].sort(),
    );
    expect(twice).toEqual([]);
  });

  test("its processes are the successor's from today, each once, and until yesterday its own", () => {
    const processesOf = (office: string, day: string) =>
      sqlite
        .prepare<[string, string, string], string>(
          `select code from work_process join work_process_office own on own.work_process_id = work_process.id
           where own.office_id = (select id from office where code = ?)
           and own.held_from_on <= ? and (own.held_until_on is null or own.held_until_on > ?) order by code`,
        )
        .pluck()
        .all(office, day, day) as string[];

    const were = processesOf("settore-4", YESTERDAY);
    expect(were).toContain("FVG-TEC-088");
    expect(told.workProcesses.map(({ code }) => code).sort()).toEqual(were);
    expect(processesOf("settore-4", TODAY)).toEqual([]);
    const joined = [...new Set([...processesOf("settore-3", YESTERDAY), ...were])].sort();
    expect(processesOf("settore-3", TODAY)).toEqual(joined);
  });

  test("the closed ones keep who answered for them", async () => {
    expect(idsOf((await sheet("settore-4")).closed)).toEqual(idsOf(before.four.closed));
    expect(before.four.closed.length).toBeGreaterThan(0);
  });

  test("until yesterday the old office still answers, for all that it held", async () => {
    const [four, three] = [
      await sheet("settore-4", `?al=${YESTERDAY}`),
      await sheet("settore-3", `?al=${YESTERDAY}`),
    ];

    expect(four.office.hasCeased).toBe(false);
    expect(idsOf(four.open)).toEqual(idsOf(before.four.open));
    expect(idsOf(three.open)).toEqual(idsOf(before.three.open));
  });

  test("its place as capofila, in its groups and above its offices is the successor's", () => {
    const count = (sql: string) => sqlite.prepare(sql).pluck().get();
    const four = "(select id from office where code = 'settore-4')";

    expect(count(`select count(*) from office_group_member where office_id = ${four}`)).toBe(0);
    expect(
      sqlite
        .prepare(
          `select office.code from office_group_member member join office on office.id = member.office_id
           join office_group on office_group.id = member.office_group_id where office_group.code = 'settori-3-e-4'`,
        )
        .pluck()
        .all(),
    ).toEqual(["settore-3"]);
    expect(
      count(`select parent.code from office join office parent on parent.id = office.parent_id
             where office.code = 'uo-4.1'`),
    ).toBe("settore-3");
    const openLeads = sqlite
      .prepare(
        `select plan_action.code from plan_action_lead lead
         join plan_action on plan_action.id = lead.plan_action_id
         where lead.office_id = ${four} and lead.held_until_on = '${TODAY}'`,
      )
      .pluck()
      .all();
    expect(openLeads.length).toBeGreaterThan(0);
  });

  test("is one edit, with its reason and its act, which every row that moved points to", () => {
    const edits = sqlite
      .prepare("select id, reason, act_organ, act_number, act_on from edit where reason = 'riorganizzazione'")
      .all() as { id: number }[];
    const moved = sqlite
      .prepare("select count(*) from action_year_office where closed_by_edit_id = ? and held_until_on = ?")
      .pluck();

    expect(edits).toEqual([
      {
        id: edits[0]!.id,
        reason: "riorganizzazione",
        act_organ: "Giunta comunale",
        act_number: "88",
        act_on: "2026-10-10",
      },
    ]);
    expect(moved.get(edits[0]!.id, TODAY)).toBe(openIds.length);
  });

  test("nobody is locked out: who acted for the old office acts for the new one", async () => {
    const cookie = await cookieOf("dirigente-settore-4");
    const alone = (await sheet("settore-3")).open.find(
      ({ actionYear }) => openIds.includes(actionYear.id) && actionYear.offices.length === 1,
    )!;
    const year = sqlite
      .prepare("select year from action_year where id = ?")
      .pluck()
      .get(alone.actionYear.id) as number;

    expect((await ask(`/piani/2024-2026/azioni/${alone.code}/${year}/stato`, { cookie })).status).toBe(200);
  });

  test("the old office has no page to cease again, and takes nothing on", async () => {
    expect((await ask(CEASING, { as: "rtd" })).headers.get("Location")).toBe("/uffici/settore-4");
    const { data } = await cease({ successor: "settore-1", seen: seenKey("altro") });
    expect((data as Refused).errors.successor![0]).toContain("già cessato");

    const { seen } = (await ask("/gruppi/responsabili-uoa", { as: "rtd" })).data as { seen: string };
    const group = { name: "Responsabili UOA", source: "prova", "members-settore-4": "on", seen };
    const refused = (await ask("/gruppi/responsabili-uoa", { as: "rtd", form: group })).data as Refused;
    expect(refused.errors.members![0]).toContain("cessato");
  });

  test("the list of offices keeps it apart", async () => {
    const page = async (query: string) =>
      (await ask(`/uffici${query}`, { as: "lettore" })).data as {
        offices: { code: string }[];
        ceased: { code: string; successor_code: string }[];
      };

    expect((await page("")).ceased).toMatchObject([{ code: "settore-4", successor_code: "settore-3" }]);
    expect((await page("")).offices.map(({ code }) => code)).not.toContain("settore-4");
    expect((await page(`?al=${YESTERDAY}`)).offices.map(({ code }) => code)).toContain("settore-4");
  });

  test("the export says when it ceased and who succeeded it; of yesterday, that it answered", async () => {
    const now = await dataExport(db, asOfNow(TODAY));
    const past = await dataExport(db, asOf(YESTERDAY));
    const answered = (data: typeof now) =>
      data.azioni
        .flatMap(({ annualita }) => annualita)
        .filter(
          ({ uffici, stato }) =>
            uffici.includes("settore-4") && ["da_avviare", "in_corso", "sospesa"].includes(stato),
        );

    expect(now.uffici.find(({ codice }) => codice === "settore-4")).toMatchObject({
      cessatoIl: TODAY,
      successore: "settore-3",
    });
    expect(now.uffici.find(({ codice }) => codice === "settore-3")).toMatchObject({
      cessatoIl: null,
      successore: null,
    });
    expect([answered(now).length, answered(past).length]).toEqual([0, openIds.length]);
  });
});

test("whoever answers for the successor answers for what is opened again of the office that ceased", async () => {
  const idOf = sqlite.prepare("select id from office where code = ?").pluck();
  const under = (code: string) => listOfficeCodesUnder(db, [idOf.get(code) as number]);

  expect(await under("settore-3")).toEqual(expect.arrayContaining(["settore-3", "settore-4", "uo-4.1"]));
  expect(await under("settore-1")).toEqual(["settore-1"]);
});

describe("an office under the one that ceases", () => {
  test("may succeed it, and comes to stand where it stood", async () => {
    const address = "/uffici/settore-2/cessazione";
    const { seen } = await held(address);
    const { status } = await cease({ successor: "uo-2.3", seen }, address);

    expect(status).toBe(302);
    expect(sqlite.prepare("select parent_id from office where code = 'uo-2.3'").pluck().get()).toBeNull();
  });
});

describe("an office that holds nothing", () => {
  test("ceases without a successor", async () => {
    sqlite
      .prepare("insert into office (code, name, kind, source) values ('uo-9', 'UO 9', 'uo', 'prova')")
      .run();
    const address = "/uffici/uo-9/cessazione";
    const { seen } = await held(address);

    expect((await cease({ successor: "", seen }, address)).status).toBe(302);
    expect(sqlite.prepare("select ceased_on, successor_id from office where code = 'uo-9'").get()).toEqual({
      ceased_on: TODAY,
      successor_id: null,
    });
  });
});
