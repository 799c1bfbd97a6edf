import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { listClaims } from "#db/unblock-claim/claims.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import { ask, db, sqlite } from "#tests/support/requests.ts";

const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Page = {
  seen: string;
  prefilled: Record<string, string>;
  falling: {
    blockers: unknown[];
    claims: { state: string; actions: { code: string }[] }[];
    turns: unknown[];
  };
  claims: { state: string }[];
  level: string;
  then: string;
  ifStructural: string;
  levels: { whole: string; part: string };
};

async function page(address: string): Promise<Page> {
  return (await ask(address, { as: "rtd" })).data as Page;
}

function send(address: string, form: Record<string, string>) {
  return ask(address, { as: "rtd", form: { reason: "rilevazione con l’ufficio", ...form } });
}

/** The level of a process at the end of a day, or now; undefined where it does not stand. */
async function levelOf(code: string, day = TODAY): Promise<string | undefined> {
  const maps = await listMapFacts(db);
  const actions = [...new Set(maps.claimActions.map(({ plan_action_id }) => plan_action_id))];
  const at = day === TODAY ? asOfNow(day) : asOf(day);
  const processes = smartabilityAt(maps, workAt(await listWorkFacts(db, actions), at));
  return processes.find((process) => process.code === code)?.level;
}

function idOf(code: string): number {
  return sqlite.prepare("select id from work_process where code = ?").pluck().get(code) as number;
}

async function turnsOf(code: string) {
  const turns = await listTurns(db, { processIds: [idOf(code)] });
  const claims = sqlite.prepare("select count(*) from turn_claim where turn_id = ?").pluck();
  return turns.map(({ id, from_level, to_level, edit_reason }) => [
    ...[from_level, to_level, edit_reason],
    claims.get(id),
  ]);
}

/** Everything that an edit of a process may write. */
function written() {
  const tables = [
    "edit",
    "turn",
    "process_map",
    "work_process",
    "work_process_version",
    "work_process_office",
  ];
  return [...tables, "work_process_area", "blocker", "blocker_version", "unblock_claim_version"].map(
    (table) => sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number,
  );
}

const NEW = {
  code: "mano-001",
  name: "Assegnazione delle sale",
  activity: "",
  area: "Sportello",
  risk: "low",
  paper: "si",
  "office-settore-4": "on",
  written: "no",
  observedOn: "2026-09-01",
  kind: "missing_online_form",
  subkind: "istanza delle sale",
};

describe("a process added by hand", () => {
  test("stands from its day, in its catalogue, with the level and the blocker that the RTD found", async () => {
    const { status, headers } = await send("/processi/nuovo", NEW);

    expect([status, headers.get("Location")]).toEqual([
      302,
      expect.stringMatching(/^\/processi\/MANO-001\?salvato=\d+$/),
    ]);
    expect(await levelOf("MANO-001")).toBe("no");
    expect(await levelOf("MANO-001", "2026-09-01")).toBe("no");
    expect(await levelOf("MANO-001", "2026-08-31")).toBeUndefined();
    expect(
      sqlite
        .prepare(
          `select map.code, written, level_as_written, kind, subkind, extent, removability, area.name as area
           from work_process join process_map as map on map.id = process_map_id
           join work_process_area as area on area.work_process_id = work_process.id
           join blocker on blocker.work_process_id = work_process.id
           join blocker_version on blocker_id = blocker.id where work_process.code = 'MANO-001'`,
        )
        .get(),
    ).toEqual({
      code: "a-mano",
      written: "no",
      level_as_written: "NO",
      kind: "missing_online_form",
      subkind: "istanza delle sale",
      extent: "whole",
      removability: "digital",
      area: "Sportello",
    });
    expect(await turnsOf("MANO-001")).toEqual([]);
  });

  test("sent twice is added once", async () => {
    const before = written();
    const { status } = await send("/processi/nuovo", NEW);

    expect([status, written()]).toEqual([302, before]);
  });

  test("is refused a code that another has, and nothing typed is lost; the next one is proposed", async () => {
    const before = written();
    const { status, data } = await send("/processi/nuovo", { ...NEW, name: "Altro" });

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["code"]]);
    expect((data as Refused).typed).toMatchObject({ name: "Altro", subkind: "istanza delle sale" });
    expect(written()).toEqual(before);
    expect((await ask("/processi/nuovo", { as: "rtd" })).data).toMatchObject({
      proposed: { code: "MANO-002" },
    });
  });

  test("needs a reason, an office, a day that has come and what blocks it", async () => {
    const { data } = await send("/processi/nuovo", {
      ...{ code: "MANO-002", name: "Altro", written: "partial", observedOn: "2026-10-16", reason: "" },
    });

    expect(Object.keys((data as Refused).errors)).toEqual(["office", "observedOn", "kind", "reason"]);
  });

  test("written SI has no blocker, whatever was typed; outsourced is esterno for ever", async () => {
    await send("/processi/nuovo", { ...NEW, code: "MANO-002", written: "yes" });
    await send("/processi/nuovo", { ...NEW, code: "MANO-003", written: "outsourced" });

    expect([await levelOf("MANO-002"), await levelOf("MANO-003")]).toEqual(["yes", "outsourced"]);
    expect(sqlite.prepare("select count(*) from process_map where code = 'a-mano'").pluck().get()).toBe(1);
  });
});

describe("a process edited", () => {
  const EDIT = "/processi/FVG-TEC-085/modifica";

  test("keeps what it was until yesterday, with the reason of the change", async () => {
    const { seen, prefilled } = await page(EDIT);
    const form = { ...prefilled, name: "Sopralluoghi", "office-settore-3": "on", seen };
    const answers = [await send(EDIT, form), await send(EDIT, form)];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(answers[0]!.headers.get("Location")).toBe(answers[1]!.headers.get("Location"));
    const versions = sqlite
      .prepare(
        `select name = 'Sopralluoghi' as is_new, held_from_on, held_until_on, edit.reason from work_process_version
         join edit on edit.id = opened_by_edit_id where work_process_id = ? order by work_process_version.id`,
      )
      .all(idOf("FVG-TEC-085"));
    expect(versions).toEqual([
      expect.objectContaining({ is_new: 0, held_until_on: TODAY }),
      { is_new: 1, held_from_on: TODAY, held_until_on: null, reason: "rilevazione con l’ufficio" },
    ]);
  });

  test("from a window that is behind is answered 409, and nothing is written", async () => {
    const { prefilled } = await page(EDIT);
    const before = written();
    const { status, data } = await send(EDIT, { ...prefilled, name: "Un altro nome", seen: "1" });

    expect([status, (data as Refused).isConflict, (data as Refused).typed.name]).toEqual([
      409,
      true,
      "Un altro nome",
    ]);
    expect(written()).toEqual(before);
  });

  test("as it already is writes nothing, and asks for no reason", async () => {
    const { seen, prefilled } = await page(EDIT);
    const before = written();
    const { status, headers } = await send(EDIT, { ...prefilled, seen, reason: "" });

    expect([status, headers.get("Location")]).toEqual([302, "/processi/FVG-TEC-085?salvato=0"]);
    expect(written()).toEqual(before);
  });

  test("asks for a reason", async () => {
    const { seen, prefilled } = await page(EDIT);
    const { status, data } = await send(EDIT, { ...prefilled, name: "Rilievi", seen, reason: "" });

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["reason"]]);
  });
});

describe("a blocker found on a process", () => {
  const ADD = "/processi/MANO-002/blocchi/nuovo";
  const BLOCKER = { kind: "counter_service", extent: "whole", basis: "stated" };

  test("lowers one written SI from today, and records a downward turn without claims, once", async () => {
    const { seen, levels } = await page(ADD);
    expect(levels).toEqual({ whole: "no", part: "in-part" });
    const answers = [await send(ADD, { ...BLOCKER, seen }), await send(ADD, { ...BLOCKER, seen })];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect([await levelOf("MANO-002", YESTERDAY), await levelOf("MANO-002")]).toEqual(["yes", "no"]);
    expect(await turnsOf("MANO-002")).toEqual([["yes", "no", "rilevazione con l’ufficio", 0]]);
  });

  test("is refused on an outsourced one, with the reason", async () => {
    const address = "/processi/MANO-003/blocchi/nuovo";
    const before = written();
    const { status, data } = await send(address, { ...BLOCKER, seen: (await page(address)).seen });

    expect(status).toBe(422);
    expect((data as Refused).errors.kind![0]).toContain("resta esterno");
    expect(written()).toEqual(before);
  });

  test("is refused where one alike stands already, and by a window that is behind", async () => {
    const { seen } = await page(ADD);
    const again = await send(ADD, { ...BLOCKER, extent: "part", seen });
    const behind = await send(ADD, { ...BLOCKER, kind: "paper_archive", seen: "1" });

    expect([again.status, Object.keys((again.data as Refused).errors)]).toEqual([422, ["kind"]]);
    expect([behind.status, (behind.data as Refused).isConflict]).toEqual([409, true]);
  });

  test("retired gives the level back, by an upward turn without claims; its number is not given again", async () => {
    const address = "/processi/MANO-002/blocchi/1/ritiro";
    const { seen, level, then } = await page(address);
    expect([level, then]).toEqual(["no", "yes"]);
    const answers = [await send(address, { seen }), await send(address, { seen })];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(await levelOf("MANO-002")).toBe("yes");
    expect(await turnsOf("MANO-002")).toEqual([
      ["no", "yes", "rilevazione con l’ufficio", 0],
      ["yes", "no", "rilevazione con l’ufficio", 0],
    ]);
    await send(ADD, { ...BLOCKER, seen: (await page(ADD)).seen });
    expect((await ask("/processi/MANO-002/blocchi/1/modifica", { as: "rtd" })).status).toBe(404);
    expect((await ask("/processi/MANO-002/blocchi/2/modifica", { as: "rtd" })).status).toBe(200);
  });
});

describe("a blocker that a confirmed claim has removed", () => {
  const EDIT = "/processi/FVG-TEC-088/blocchi/1/modifica";

  test("found to be structural is told first, and blocks again from today, whatever was claimed", async () => {
    const { seen, prefilled, claims, ifStructural } = await page(EDIT);
    expect([claims.map(({ state }) => state), ifStructural]).toEqual([["confirmed"], "no"]);
    expect(prefilled.subkind).toBe("archivio non digitalizzato");
    await send(EDIT, { ...prefilled, removability: "structural", seen });

    expect([await levelOf("FVG-TEC-088", YESTERDAY), await levelOf("FVG-TEC-088")]).toEqual(["yes", "no"]);
    expect((await turnsOf("FVG-TEC-088"))[0]).toEqual(["yes", "no", "rilevazione con l’ufficio", 0]);
    const subkinds = sqlite
      .prepare(
        `select distinct subkind from blocker_version join blocker on blocker.id = blocker_id where work_process_id = ?`,
      )
      .pluck()
      .all(idOf("FVG-TEC-088"));
    expect(subkinds).toEqual(["archive_not_digitised"]);
  });

  test("retired takes its claims out of what is listed; their rows stay as they are", async () => {
    const processIds = [idOf("FVG-TEC-088")];
    const versions = () => sqlite.prepare("select * from unblock_claim_version").all();
    const [before, claims] = [versions(), await listClaims(db, { processIds })];
    const address = "/processi/FVG-TEC-088/blocchi/1/ritiro";
    const { seen, claims: falling } = await page(address);
    expect([falling.length, claims.length]).toEqual([1, 1]);
    await send(address, { seen });

    expect(await listClaims(db, { processIds })).toEqual([]);
    expect(versions()).toEqual(before);
    expect([await levelOf("FVG-TEC-088"), await levelOf("FVG-TEC-088", YESTERDAY)]).toEqual(["yes", "yes"]);
  });
});

describe("a process retired", () => {
  const CODE = sqlite
    .prepare(
      `select work_process.code from work_process join blocker on blocker.work_process_id = work_process.id
       join unblock_claim as claim on claim.blocker_id = blocker.id join turn on turn.work_process_id = work_process.id
       where work_process.code <> 'FVG-TEC-088' order by work_process.id limit 1`,
    )
    .pluck()
    .get() as string;
  const RETIRE = `/processi/${CODE}/ritiro`;

  test("says first what falls: blockers, claims with their actions, turns that wait", async () => {
    const { falling } = await page(RETIRE);

    expect(falling.blockers.length).toBeGreaterThan(0);
    expect(falling.claims[0]).toMatchObject({
      state: "confirmed",
      actions: expect.arrayContaining([{ plan: "2021-2023", code: "4.4.1" }]),
    });
    expect(falling.turns).toHaveLength(1);
  });

  test("does not go where something of it changed since it was told", async () => {
    const { seen } = await page(RETIRE);
    const add = `/processi/${CODE}/blocchi/nuovo`;
    await send(add, {
      ...{ kind: "onsite_coordination", extent: "part", basis: "stated", seen: (await page(add)).seen },
    });
    const before = written();
    const { status, data } = await send(RETIRE, { seen });

    expect([status, (data as Refused).isConflict]).toEqual([409, true]);
    expect(written()).toEqual(before);
  });

  test("stands until yesterday, is listed no more, and turns nothing; sent twice it is retired once", async () => {
    const [level, turns] = [await levelOf(CODE), await turnsOf(CODE)];
    const { seen } = await page(RETIRE);
    const first = await send(RETIRE, { seen });
    const before = written();
    const second = await send(RETIRE, { seen });

    expect([first.status, second.status, written()]).toEqual([302, 302, before]);
    expect(level).toBeDefined();
    expect(await levelOf(CODE)).toBeUndefined();
    expect(await levelOf(CODE, YESTERDAY)).toBeDefined();
    expect(await turnsOf(CODE)).toEqual(turns);
    expect(await listClaims(db, { processIds: [idOf(CODE)] })).toEqual([]);
  });

  test("is told as such at its address, and edited no more", async () => {
    expect(await page(RETIRE)).toMatchObject({ process: { retiredOn: TODAY }, lastDay: YESTERDAY });
    expect((await ask(`/processi/${CODE}/modifica`, { as: "rtd" })).status).toBe(404);
    expect((await send(`/processi/${CODE}/blocchi/nuovo`, {})).status).toBe(404);
  });

  test("keeps its code", async () => {
    const { data } = await send("/processi/nuovo", { ...NEW, code: CODE });

    expect(Object.keys((data as Refused).errors)).toEqual(["code"]);
  });
});

describe("the form of a status", () => {
  type Form = { byChoice: { choice: string; processes: { rising: unknown[]; falling: unknown[] } | null }[] };

  test("says which processes a choice takes back, and says nothing where no claim names the action", async () => {
    const completed = sqlite
      .prepare(
        `select plan_action.code, action_year.year from turn join status_line on sequence = caused_by_sequence
         join action_year on action_year.id = action_year_id join plan_action on plan_action.id = plan_action_id
         join plan on plan.id = plan_id where plan.code = '2021-2023' and to_level = 'in-part' limit 1`,
      )
      .get() as { code: string; year: number };
    const reached = (
      await ask(`/piani/2021-2023/azioni/${completed.code}/${completed.year}/stato`, { as: "rtd" })
    ).data as Form;
    const unnamed = sqlite
      .prepare(
        `select code, year from plan_action join action_year on plan_action_id = plan_action.id
         where plan_id = 1 and plan_action.id not in (select plan_action_id from unblock_claim_action) limit 1`,
      )
      .get() as { code: string; year: number };
    const unreached = (
      await ask(`/piani/2021-2023/azioni/${unnamed.code}/${unnamed.year}/stato`, { as: "rtd" })
    ).data as Form;

    const back = reached.byChoice.find(({ choice }) => choice === "in-progress")!.processes!;
    expect(back.falling.length).toBeGreaterThan(0);
    expect(reached.byChoice[0]!.processes).toMatchObject({ rising: [], falling: [] });
    expect(unreached.byChoice.every(({ processes }) => processes === null)).toBe(true);
  });
});
