import { describe, expect, test } from "vitest";
import type { ToldDeadline } from "#app/components/deadline/deadline-table.tsx";
import { ask, db, sqlite } from "#tests/support/requests.ts";

type Page = {
  year: number;
  isOwn: boolean;
  late: { total: number; rows: (ToldDeadline & { more: number })[] };
  lateBefore: { year: number; deadlines: number }[];
  months: { month: string; total: number; done: number; rows: ToldDeadline[] }[];
  rhythms: { every: string; offices: string[] }[];
  errors: Record<string, string>;
};

async function page(address: string, as = "rtd"): Promise<Page> {
  return (await ask(address, { as })).data as Page;
}

function rowsOf({ months }: Page): ToldDeadline[] {
  return months.flatMap(({ rows }) => rows);
}

describe("the deadlines of the year", () => {
  test("are this year's, with those of the law and what is late of every year first", async () => {
    const found = await page("/scadenze?ritardi=tutti");

    expect(found.year).toBe(2026);
    expect(
      rowsOf(found)
        .filter(({ kind }) => kind === "legal")
        .map(({ day }) => day),
    ).toEqual(["2026-03-31", "2026-06-30", "2026-09-23", "2026-12-31"]);
    expect(found.late.rows).toHaveLength(found.late.total);
    expect(found.late.rows.every(({ isLate, day }) => isLate && day < "2026-10-15")).toBe(true);
    expect(new Set(found.late.rows.map(({ kind }) => kind))).toEqual(new Set(["action-year"]));
  });

  test("find late what the desk finds late", async () => {
    const desk = (await ask("/", { as: "rtd" })).data as { facts: { late: { total: number } } };
    const { late } = await page("/scadenze");

    expect(late.total).toBe(desk.facts.late.total);
    expect(late.total).toBeGreaterThan(late.rows.length);
  });

  test("are a dirigente's own until all are asked for", async () => {
    const own = await page("/scadenze", "dirigente-settore-4");
    const all = await page("/scadenze?ufficio=tutti", "dirigente-settore-4");

    expect(own.isOwn).toBe(true);
    const isTheirs = ({ offices }: ToldDeadline) => offices.some((code) => /settore-4|^uo-4/.test(code));
    expect(
      rowsOf(own)
        .filter((row) => !isTheirs(row))
        .every(({ kind }) => kind === "legal"),
    ).toBe(true);
    expect(rowsOf(own).filter(({ kind }) => kind === "legal")).toHaveLength(4);
    expect(rowsOf(all).length).toBeGreaterThan(rowsOf(own).length);
  });

  test("offer only what whoever looks may bring up to date", async () => {
    expect(rowsOf(await page("/scadenze", "giunta")).filter(({ way }) => way !== null)).toEqual([]);
    const ways = rowsOf(await page("/scadenze?ufficio=tutti", "dirigente-settore-4")).filter(
      ({ way }) => way !== null,
    );

    expect(ways.length).toBeGreaterThan(0);
    expect(ways.every(({ offices }) => offices.some((code) => /settore-4|^uo-4/.test(code)))).toBe(true);
  });

  test("say at its field what cannot be read, and show this year", async () => {
    const { status, data } = await ask("/scadenze?anno=mille&ufficio=nessuno&tipo=x", { as: "rtd" });

    expect(status).toBe(422);
    expect(Object.keys((data as Page).errors)).toEqual(["anno", "ufficio", "tipo"]);
    expect((data as Page).year).toBe(2026);
  });
});

describe("the deadlines of 2024", () => {
  test("are also the points of the PEG; those of every day have a line of their own", async () => {
    const found = await page("/scadenze?anno=2024&tipo=obiettivi");
    const rows = rowsOf(found);

    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => row.kind === "step" && row.day.startsWith("2024-"))).toBe(true);
    expect(found.rhythms.length).toBeGreaterThan(0);
    expect(found.late.total).toBeGreaterThan(0);
  });

  test("left without an effettivo, are told by their number in the years after", async () => {
    const late = rowsOf(await page("/scadenze?anno=2024&tipo=obiettivi")).filter(({ isLate }) => isLate);
    const { lateBefore } = await page("/scadenze");

    expect(lateBefore.find(({ year }) => year === 2024)).toEqual({ year: 2024, deadlines: late.length });
  });
});

describe("an open round", () => {
  test("is due for the offices that it asks, until it is closed", async () => {
    const { id } = await db
      .insertInto("monitoring")
      .values({
        title: "Monitoraggio al 30/9",
        looked_at_on: "2026-09-30",
        due_on: "2026-10-31",
        note: null,
        after_sequence: 0,
        after_contribution_id: 0,
        after_report_id: 0,
        recorded_at: "2026-10-15T08:00:00.000Z",
        author_id: "rtd",
        author_role: "rtd",
        author_office_id: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    sqlite
      .prepare(
        `insert into monitoring_item (monitoring_id, office_id, action_year_id)
         select ?, office.id, (select min(id) from action_year) from office where code = 'settore-4'`,
      )
      .run(id);
    const rounds = async (as: string) =>
      rowsOf(await page("/scadenze?tipo=giri", as)).map(({ id, day, way }) => [id, day, way?.address]);

    expect(await rounds("rtd")).toEqual([[`giro-${id}`, "2026-10-31", `/giri/${id}`]]);
    expect(await rounds("dirigente-settore-4")).toEqual([
      [`giro-${id}`, "2026-10-31", `/giri/${id}/uffici/settore-4`],
    ]);
    expect(await rounds("dirigente-settore-1")).toEqual([]);

    await db.updateTable("monitoring").set({ closed_at: "2026-10-15T09:00:00.000Z" }).execute();
    expect(await rounds("rtd")).toEqual([]);
  });
});

describe("asked for a past day", () => {
  type Row = { id: string; standing: string; isLate: boolean; way: unknown };
  type Page = { months: { rows: Row[] }[]; late: { rows: Row[] }; today: string };

  test("the deadlines are as they were at the end of it, and nothing is to be done from there", async () => {
    const at = async (query: string) => (await ask(`/scadenze?${query}`, { as: "rtd" })).data as Page;
    const [then, now] = [await at("anno=2023&al=2023-06-30&fatte=si"), await at("anno=2023&fatte=si")];
    const rows = ({ months }: Page) => months.flatMap((month) => month.rows);
    const doneThen = rows(then).filter(({ standing }) => standing === "done").length;
    const doneNow = rows(now).filter(({ standing }) => standing === "done").length;

    expect(then.today).toBe("2023-06-30");
    expect(doneThen).toBeLessThan(doneNow);
    expect(rows(then).filter(({ way }) => way !== null)).toEqual([]);
    expect(rows(now).some(({ way }) => way !== null)).toBe(true);
    expect(then.late.rows.every(({ isLate }) => isLate)).toBe(true);
  });

  test("a day that is none is said at the field", async () => {
    expect((await ask("/scadenze?al=2027-01-01", { as: "rtd" })).status).toBe(422);
  });
});
