import { beforeEach, describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";

/** The objective is of UO 3.4, under Settore 3. */
const OBJECTIVE = "/obiettivi/PEG-CED";
const NEW = `${OBJECTIVE}/indicatori/nuovo`;

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Page = {
  told: { indicators: { ordinal: number; name: string; target_value: number; share: number | null }[] };
};

beforeEach(() => {
  sqlite.exec(`drop trigger indicator_reading_is_never_deleted;
    delete from indicator_reading; delete from objective_indicator_version; delete from objective_indicator;
    create trigger indicator_reading_is_never_deleted before delete on indicator_reading
    begin select raise(abort, 'what was reported is append-only'); end`);
});

/** The last edit of the objective, as its forms carry it. */
async function lastEdit(): Promise<string> {
  const { data } = await ask(NEW, { as: "rtd" });
  return String((data as { objective: { lastEdit: number } }).objective.lastEdit);
}

async function anIndicator(varied: Record<string, string> = {}) {
  return {
    name: "Pratiche presentate online",
    unit: "pratiche",
    start: "1.000",
    target: "1.500,5",
    direction: "up",
    source: "protocollo informatico",
    reason: "indicatore del PEG",
    seen: await lastEdit(),
    ...varied,
  };
}

function aReading(varied: Record<string, string> = {}) {
  return {
    value: "1.250,25",
    effectiveOn: "2024-06-30",
    note: "",
    evidenceKind: "",
    evidenceOn: "",
    seen: "0",
    ...varied,
  };
}

function send(address: string, form: Record<string, string>, as = "dirigente-settore-3") {
  return ask(address, { as, form });
}

async function indicators(day = ""): Promise<Page["told"]["indicators"]> {
  return ((await ask(OBJECTIVE + day, { as: "giunta" })).data as Page).told.indicators;
}

function rows(table: string): Record<string, unknown>[] {
  return sqlite.prepare(`select * from ${table} order by id`).all() as Record<string, unknown>[];
}

describe("an indicator", () => {
  test("is added by the offices of its objective, with numbers as Italian writes them", async () => {
    const { status, headers } = await send(NEW, await anIndicator());

    expect([status, headers.get("Location")]).toEqual([302, expect.stringMatching(/PEG-CED\?salvato=\d+$/)]);
    expect(rows("objective_indicator_version")).toMatchObject([
      {
        name: "Pratiche presentate online",
        start_value: 1000,
        target_value: 1500.5,
        held_from_on: "2026-10-15",
      },
    ]);
    expect(await indicators("?al=2026-10-14")).toEqual([]);
  });

  test.each([
    [{ target: "" }, "target"],
    [{ target: "1.5" }, "target"],
    [{ target: "mille" }, "target"],
    [{ target: `999${".999".repeat(110)}` }, "target"],
    [{ start: "1,000,0" }, "start"],
    [{ direction: "down" }, "target"],
    [{ name: " " }, "name"],
    [{ unit: "" }, "unit"],
    [{ source: "" }, "source"],
    [{ reason: "" }, "reason"],
  ])("with %j is refused at its field, and nothing typed is lost", async (wrong, field) => {
    const form = await anIndicator(wrong);
    const { status, data } = await send(NEW, form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, [field]]);
    expect((data as Refused).typed).toEqual(form);
    expect(rows("objective_indicator_version")).toEqual([]);
  });

  test("sent twice is one, and another of the same name is refused", async () => {
    const form = await anIndicator();
    const [first, again] = [await send(NEW, form), await send(NEW, form)];
    const other = await send(NEW, await anIndicator({ unit: "%" }));

    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect([other.status, Object.keys((other.data as Refused).errors)]).toEqual([422, ["name"]]);
    expect(rows("objective_indicator")).toHaveLength(1);
  });

  test("sent twice at once is one, and both land on it", async () => {
    const form = await anIndicator();
    const answers = await Promise.all([send(NEW, form), send(NEW, form)]);

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(rows("objective_indicator")).toHaveLength(1);
    const edited = await anIndicator({ target: "2.000" });
    const edit = `${OBJECTIVE}/indicatori/1/modifica`;
    const again = await Promise.all([send(edit, edited), send(edit, edited)]);

    expect(again.map(({ status }) => status)).toEqual([302, 302]);
    expect(rows("objective_indicator_version")).toHaveLength(2);
  });

  test("is edited, in two windows told to the slower; what it said stays for the past days", async () => {
    await send(NEW, await anIndicator());
    const edit = `${OBJECTIVE}/indicatori/1/modifica`;
    const form = await anIndicator({ target: "2.000" });
    const slower = await anIndicator({ target: "3.000", reason: "altro" });

    expect((await send(edit, form)).status).toBe(302);
    expect(await send(edit, slower, "rtd")).toMatchObject({ status: 409, data: { typed: slower } });
    expect(rows("objective_indicator_version").map((one) => [one.target_value, one.held_until_on])).toEqual([
      [1500.5, "2026-10-15"],
      [2000, null],
    ]);
  });

  test("comes filled in as Italian writes numbers", async () => {
    await send(NEW, await anIndicator());
    const { data } = await ask(`${OBJECTIVE}/indicatori/1/modifica`, { as: "rtd" });

    expect((data as { prefilled: object }).prefilled).toMatchObject({ start: "1000", target: "1500,5" });
  });

  test.each(["dirigente-settore-1", "giunta", "lettore", "amministratore"])("is not %s's", async (as) => {
    expect((await send(NEW, await anIndicator(), as)).status).toBe(403);
  });
});

describe("a value of an indicator", () => {
  const VALUE = `${OBJECTIVE}/indicatori/1/valore`;
  beforeEach(async () => {
    await send(NEW, await anIndicator());
  });

  test("is added, and says how far the indicator is", async () => {
    const { status, headers } = await send(VALUE, aReading());
    const [row] = rows("indicator_reading");

    expect([status, headers.get("Location")]).toEqual([302, `${OBJECTIVE}?registrato=valore-${row!.id}`]);
    expect(row).toMatchObject({ value: 1250.25, effective_on: "2024-06-30", author_role: "dirigente" });
    expect((await indicators())[0]!.share).toBeCloseTo(0.5);
  });

  test.each([
    [{ value: "" }, "value"],
    [{ value: "1.5" }, "value"],
    [{ value: "999.999.999.999.999" }, "value"],
    [{ effectiveOn: "2023-12-31" }, "effectiveOn"],
    [{ effectiveOn: "2026-10-16" }, "effectiveOn"],
  ])("with %j is refused at its field, and nothing typed is lost", async (wrong, field) => {
    const form = aReading(wrong);
    const { status, data } = await send(VALUE, form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, [field]]);
    expect((data as Refused).typed).toEqual(form);
    expect(rows("indicator_reading")).toEqual([]);
  });

  test("sent twice is one; in two windows the slower is told", async () => {
    const [first, again] = [await send(VALUE, aReading()), await send(VALUE, aReading())];
    const slower = await send(VALUE, aReading({ value: "7" }), "rtd");

    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(slower).toMatchObject({ status: 409, data: { typed: { value: "7" } } });
    expect(rows("indicator_reading")).toHaveLength(1);
  });

  test("is not others' to write, nor of an indicator that there is not", async () => {
    expect((await send(VALUE, aReading(), "dirigente-settore-1")).status).toBe(403);
    expect((await send(`${OBJECTIVE}/indicatori/9/valore`, aReading(), "rtd")).status).toBe(404);
  });
});
