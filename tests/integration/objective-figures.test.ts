import { beforeEach, describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";

/** The objective is of UO 3.4, under Settore 3. */
const OBJECTIVE = "/obiettivi/PEG-CED";
const [DECLARED, VALIDATED, NOTE] = ["dichiarato", "validato", "note"].map((part) => `${OBJECTIVE}/${part}`);

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Figures = Record<
  "declared" | "validated",
  { percent: number; effective_on: string; reason: string } | null
>;

beforeEach(() => {
  for (const table of ["objective_figure", "objective_note"])
    sqlite.exec(`drop trigger ${table}_is_never_deleted; delete from ${table};
      create trigger ${table}_is_never_deleted before delete on ${table}
      begin select raise(abort, 'what was reported is append-only'); end`);
});

function rows(table: string): Record<string, unknown>[] {
  return sqlite.prepare(`select * from ${table} order by id`).all() as Record<string, unknown>[];
}

function aFigure(varied: Record<string, string> = {}) {
  return { percent: "80", effectiveOn: "2024-12-31", reason: "attività oltre i punti", seen: "0", ...varied };
}

const ACT = { actOrgan: "Nucleo di valutazione", actNumber: "3", actOn: "2025-02-01" };

function say(address: string, as: string, form: Record<string, string>) {
  return ask(address, { as, form });
}

async function figuresOn(day = ""): Promise<Figures> {
  const { data } = await ask(OBJECTIVE + day, { as: "giunta" });
  return (data as { objective: { figures: Figures } }).objective.figures;
}

describe("what the office declares", () => {
  test("stands beside the computed progress, from its day on", async () => {
    const { status, headers } = await say(DECLARED!, "dirigente-settore-3", aFigure());
    const [row] = rows("objective_figure");

    expect([status, headers.get("Location")]).toEqual([302, `${OBJECTIVE}?registrato=cifra-${row!.id}`]);
    expect(row).toMatchObject({ kind: "declared", percent: 80, act_organ: null, author_role: "dirigente" });
    expect((await figuresOn()).declared).toMatchObject({ percent: 80, reason: "attività oltre i punti" });
    expect((await figuresOn("?al=2024-12-30")).declared).toBeNull();
  });

  test("is taken back by an empty percentage, and what was said stays written", async () => {
    await say(DECLARED!, "rtd", aFigure());
    const seen = String(rows("objective_figure")[0]!.id);
    const { status } = await say(DECLARED!, "rtd", aFigure({ seen, percent: "", effectiveOn: "2025-03-01" }));

    expect(status).toBe(302);
    expect((await figuresOn()).declared).toBeNull();
    expect((await figuresOn("?al=2025-02-28")).declared).toMatchObject({ percent: 80 });
  });

  test.each([
    ["without a reason", { reason: " " }, "reason"],
    ["beyond all", { percent: "101" }, "percent"],
    ["not whole", { percent: "80,5" }, "percent"],
    ["taking back nothing", { percent: "" }, "percent"],
    ["before the year of the objective", { effectiveOn: "2023-12-31" }, "effectiveOn"],
    ["in the future", { effectiveOn: "2026-10-16" }, "effectiveOn"],
  ])("%s is refused at its field, and nothing typed is lost", async (_, wrong, field) => {
    const form = aFigure(wrong);
    const { status, data } = await say(DECLARED!, "rtd", form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, [field]]);
    expect((data as Refused).typed).toEqual(form);
    expect(rows("objective_figure")).toEqual([]);
  });

  test("in two windows is told to the slower; sent twice it is one", async () => {
    const [first, again] = [await say(DECLARED!, "rtd", aFigure()), await say(DECLARED!, "rtd", aFigure())];
    const slower = await say(DECLARED!, "dirigente-settore-3", aFigure({ percent: "20" }));

    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(slower).toMatchObject({ status: 409, data: { isConflict: true, typed: { percent: "20" } } });
    expect(rows("objective_figure")).toHaveLength(1);
  });

  test("before the last one is refused; sent twice after it, it is one", async () => {
    await say(DECLARED!, "rtd", aFigure());
    const seen = String(rows("objective_figure")[0]!.id);
    const before = await say(DECLARED!, "rtd", aFigure({ seen, effectiveOn: "2024-12-30", percent: "50" }));
    const back = aFigure({ seen, percent: "" });

    expect([before.status, Object.keys((before.data as Refused).errors)]).toEqual([422, ["effectiveOn"]]);
    expect((await say(DECLARED!, "rtd", back)).status).toBe(302);
    expect((await say(DECLARED!, "rtd", back)).status).toBe(302);
    expect(rows("objective_figure")).toHaveLength(2);
  });

  test.each(["dirigente-settore-1", "referente-settore-4", "giunta", "lettore", "amministratore"])(
    "is not %s's to say",
    async (as) => {
      expect((await say(DECLARED!, as, aFigure())).status).toBe(403);
      expect(rows("objective_figure")).toEqual([]);
    },
  );
});

describe("what the Nucleo validates", () => {
  test("is written by the RTD with its act", async () => {
    const { status } = await say(VALIDATED!, "rtd", aFigure({ ...ACT, reason: "" }));

    expect(status).toBe(302);
    expect(rows("objective_figure")).toMatchObject([
      {
        kind: "validated",
        percent: 80,
        act_organ: "Nucleo di valutazione",
        act_number: "3",
        act_on: "2025-02-01",
      },
    ]);
    expect((await figuresOn()).declared).toBeNull();
  });

  test("without its act is refused at each of its fields", async () => {
    const { status, data } = await say(VALIDATED!, "rtd", aFigure({ ...ACT, actOrgan: "", actOn: "" }));

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["actOrgan", "actOn"]]);
  });

  test("is not the office's to write", async () => {
    expect((await say(VALIDATED!, "dirigente-settore-3", aFigure(ACT))).status).toBe(403);
  });
});

describe("a figure put right", () => {
  const fixed = { ...ACT, percent: "70", effectiveOn: "2024-06-30", reason: "giorno e cifra errati" };
  async function validated(): Promise<{ id: number; address: string }> {
    await say(VALIDATED!, "rtd", aFigure({ ...ACT, reason: "" }));
    const id = rows("objective_figure").at(-1)!.id as number;
    return { id, address: `${OBJECTIVE}/cifre/${id}/rettifica` };
  }

  test("gives its place to another, also of a day before, and stays struck through in the history", async () => {
    const { id, address } = await validated();
    const { status } = await say(address, "rtd", { ...fixed, seen: String(id) });
    const [wrong, right] = rows("objective_figure");

    expect(status).toBe(302);
    expect([wrong!.percent, right!.replaces_id, right!.percent]).toEqual([80, id, 70]);
    expect((await figuresOn()).validated).toMatchObject({ percent: 70, effective_on: "2024-06-30" });
    expect((await figuresOn("?al=2024-12-31")).validated).toMatchObject({ percent: 70 });
    const { told } = (await ask(OBJECTIVE, { as: "giunta" })).data as {
      told: { story: { kind: string; id: number; isReplaced: boolean; isCorrection: boolean }[] };
    };
    expect(told.story.filter(({ kind }) => kind === "figure")).toMatchObject([
      { id, isReplaced: true, isCorrection: false },
      { id: right!.id, isReplaced: false, isCorrection: true },
    ]);
  });

  test("sent twice is one; in two windows the slower is told, and goes on from what stands in its place", async () => {
    const { id, address } = await validated();
    const form = { ...fixed, seen: String(id) };
    const [first, again] = [await say(address, "rtd", form), await say(address, "rtd", form)];
    const slower = await say(address, "rtd", { ...form, percent: "60" });
    const last = rows("objective_figure").at(-1)!.id as number;
    const after = await say(address, "rtd", { ...form, percent: "60", seen: String(last) });

    expect([first.status, again.headers.get("Location")]).toEqual([302, first.headers.get("Location")]);
    expect([slower.status, (slower.data as Refused).typed.percent, after.status]).toEqual([409, "60", 302]);
    expect(rows("objective_figure").map(({ replaces_id }) => replaces_id)).toEqual([null, id, last]);
  });

  test.each([
    [{ reason: "" }, "reason"],
    [{ percent: "" }, "percent"],
    [{ effectiveOn: "2026-10-16" }, "effectiveOn"],
    [{ actNumber: "" }, "actNumber"],
  ])("with %j is refused at its field, and nothing typed is lost", async (wrong, field) => {
    const { id, address } = await validated();
    const form = { ...fixed, seen: String(id), ...wrong };
    const { status, data } = await say(address, "rtd", form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, [field]]);
    expect((data as Refused).typed).toEqual(form);
    expect(rows("objective_figure")).toHaveLength(1);
  });

  test("what was declared too, by the RTD alone; where there is none, the page is not there", async () => {
    await say(DECLARED!, "dirigente-settore-3", aFigure());
    const id = String(rows("objective_figure")[0]!.id);
    const address = `${OBJECTIVE}/cifre/${id}/rettifica`;
    const form = { percent: "75", effectiveOn: "31/12/2024", reason: "refuso", seen: id };

    expect((await say(address, "dirigente-settore-3", form)).status).toBe(403);
    expect((await say(address, "rtd", form)).status).toBe(302);
    expect((await figuresOn()).declared).toMatchObject({ percent: 75, effective_on: "2024-12-31" });
    expect((await ask(`${OBJECTIVE}/cifre/999999/rettifica`, { as: "rtd" })).status).toBe(404);
  });
});

describe("a note", () => {
  test("is written by the offices of the objective and by the RTD, once", async () => {
    const form = { noteText: "Rinviato al\r\nsecondo semestre.", seen: "0" };
    const [first, again] = [
      await say(NOTE!, "dirigente-settore-3", form),
      await say(NOTE!, "dirigente-settore-3", form),
    ];

    expect([first.status, again.headers.get("Location")]).toEqual([302, first.headers.get("Location")]);
    expect(rows("objective_note")).toMatchObject([{ text: "Rinviato al\nsecondo semestre." }]);
    expect((await say(NOTE!, "rtd", form)).status).toBe(302);
    expect(rows("objective_note")).toHaveLength(2);
  });

  test("that says nothing, or too much, is refused, and nothing typed is lost", async () => {
    const long = "a".repeat(2001);
    const [empty, tooLong] = [
      await say(NOTE!, "rtd", { noteText: " " }),
      await say(NOTE!, "rtd", { noteText: long }),
    ];

    expect([empty.status, Object.keys((empty.data as Refused).errors)]).toEqual([422, ["noteText"]]);
    expect([tooLong.status, (tooLong.data as Refused).typed.noteText]).toEqual([422, long]);
  });

  test("is not written by others, and its address leads to the objective", async () => {
    expect((await say(NOTE!, "dirigente-settore-1", { noteText: "x" })).status).toBe(403);
    expect((await ask(NOTE!, { as: "rtd" })).headers.get("Location")).toBe(`${OBJECTIVE}#note`);
  });
});
