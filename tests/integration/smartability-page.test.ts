import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { FIGURES } from "#app/domain/smartability.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

const ADOPTION = "2021-05-04";

type Rises = { count: number; shown: unknown[]; others: unknown[] };
type Ranked = {
  plan: string;
  code: string;
  place: number | null;
  runningTotal: number | null;
  people: unknown;
};
type Page = {
  rows: LevelRow[];
  figures: { below: number; figures: Record<(typeof FIGURES)[number], number> };
  written: LevelRow["counts"];
  claims: Record<string, number>;
  blockers: { rows: { total: number }[]; total: { total: number } };
  shortcuts: string[];
  ranking: Ranked[];
  drawing: string;
  supposed: {
    names: string[];
    notAwaited: unknown[];
    unknown: string[];
    rises: { rows: LevelRow[]; confirmed: Rises; proposed: Rises } | null;
  };
};

async function page(query: [string, string][] = []): Promise<Page> {
  const { data } = await ask(`/smartabilita?${new URLSearchParams(query).toString()}`, { as: "lettore" });
  return data as Page;
}

function countsOf(rows: readonly LevelRow[], kind: LevelRow["kind"]) {
  const { counts } = rows.find((row) => row.kind === kind)!;
  return [counts.yes, counts["in-part"], counts.no, counts.outsourced];
}

const supposing = (names: string[]) => names.map((name): [string, string] => ["completate", name]);

describe("smartability on the day of the adoption", () => {
  let onDay: Page;
  beforeAll(async () => {
    onDay = await page([["al", ADOPTION]]);
  });

  test("is what the maps write: nothing is completed yet", () => {
    expect(countsOf(onDay.rows, "real")).toEqual([398, 79, 161, 3]);
    expect(onDay.written).toEqual({ yes: 398, "in-part": 79, no: 161, outsourced: 3 });
  });

  test("promises 19 processes more at SI, 39 from NO to IN PARTE, and no more", () => {
    expect(countsOf(onDay.rows, "attainable")).toEqual([398 + 19, 112, 109, 3]);
    expect(onDay.figures.figures).toEqual({
      unlockable: 19 + 39,
      never: 90,
      lightened: 40,
      "without-action": 52,
    });
    expect(onDay.figures.below).toBe(240);
  });

  test("gives the most that can be attained when every action is ticked and the proposed claims hold", async () => {
    const names = onDay.ranking.map(({ plan, code }) => `${plan}/${code}`);
    const { rows, supposed } = await page([["al", ADOPTION], ...supposing(names)]);

    expect(supposed.names).toHaveLength(names.length);
    expect(countsOf(rows, "if-proposed")).toEqual(countsOf(rows, "attainable"));
    expect(countsOf(rows, "if-completed")[0]).toBeLessThan(417);
  });

  test("ends the suggested order on what its confirmed claims give together", async () => {
    const placed = onDay.ranking.filter(({ place }) => place !== null);
    const names = placed.map(({ plan, code }) => `${plan}/${code}`);
    const { supposed } = await page([["al", ADOPTION], ...supposing(names)]);

    expect(supposed.rises!.confirmed.count).toBe(placed.at(-1)!.runningTotal);
    expect(placed.map(({ place }) => place)).toEqual(placed.map((_, index) => index + 1));
  });
});

describe("smartability today", () => {
  test("shows the ends of the years that are over, today, and what is forecast", async () => {
    const { rows, shortcuts } = await page();

    expect(rows.map(({ kind, day }) => [kind, day])).toEqual([
      ...[2021, 2022, 2023, 2024, 2025].map((year) => ["real", `${year}-12-31`]),
      ["now", "2026-10-15"],
      ["expected", "2026-12-31"],
      ["recovered", "2026-12-31"],
      ["attainable", null],
    ]);
    expect(shortcuts).toEqual(["2025-12-31", "2024-12-31", "2023-12-31", "2022-12-31"]);
  });

  test("tells each past year as the page of that day does", async () => {
    const { rows } = await page();
    for (const { day, counts } of rows.filter(({ kind }) => kind === "real")) {
      const then = await page([["al", day!]]);
      expect(then.rows.find((row) => row.day === day)!.counts).toEqual(counts);
    }
  });

  test("adds up: the four figures, the levels, the blockers", async () => {
    const { rows, figures, blockers } = await page();
    const [, inPart, no] = countsOf(rows, "now");

    expect(FIGURES.reduce((sum, figure) => sum + figures.figures[figure], 0)).toBe(figures.below);
    expect(figures.below).toBe(inPart! + no!);
    expect(blockers.rows.reduce((sum, row) => sum + row.total, 0)).toBe(blockers.total.total);
    expect(blockers.total.total).toBe(sqlite.prepare("select count(*) from blocker").pluck().get());
  });

  test("counts each claim once, whatever its state", async () => {
    const [contested, rejected] = sqlite
      .prepare("select id from unblock_claim_version where state = 'proposed' order by id limit 2")
      .pluck()
      .all();
    const write = sqlite.prepare("update unblock_claim_version set state = ? where id = ?");
    write.run("contested", contested);
    write.run("rejected", rejected);
    const { claims } = await page();
    write.run("proposed", contested);
    write.run("proposed", rejected);

    expect(claims).toEqual({ ...(await page()).claims, proposed: 74, contested: 1, rejected: 1 });
    expect(Object.values(claims).reduce((sum, number) => sum + number)).toBe(
      sqlite.prepare("select count(*) from unblock_claim").pluck().get(),
    );
  });

  test("draws the same bars for who supposes nothing, whatever the address names for nothing", async () => {
    const plain = await page();
    const { supposed, drawing } = await page(supposing(["2021-2023/9.9.9", "<b>4.6.3</b>"]));

    expect(supposed).toMatchObject({
      ...{ names: [], rises: null },
      ...{ notAwaited: [{ plan: "2021-2023", code: "9.9.9" }], unknown: ["<b>4.6.3</b>"] },
    });
    expect(drawing).toBe(plain.drawing);
  });

  test("lists the processes that would rise, a few until all are asked for", async () => {
    const { supposed } = await page(supposing(["2021-2023/4.6.3"]));
    const whole = await page([...supposing(["2021-2023/4.6.3"]), ["elenco", "intero"]]);

    expect(supposed.rises!.confirmed).toMatchObject({ count: 11 });
    expect(supposed.rises!.proposed.shown.length).toBeLessThan(supposed.rises!.proposed.count);
    const { shown, others } = supposed.rises!.proposed;
    expect([...shown, ...others]).toEqual(whole.supposed.rises!.proposed.shown);
    expect(whole.supposed.rises!.proposed.shown).toHaveLength(whole.supposed.rises!.proposed.count);
  });

  test("follows what is written: without a confirmed claim no process has turned", async () => {
    const before = await page();
    const confirmed = sqlite
      .prepare("select id from unblock_claim_version where state = 'confirmed'")
      .pluck()
      .all();
    const write = (state: string) =>
      sqlite
        .prepare("update unblock_claim_version set state = ? where id in (select value from json_each(?))")
        .run(state, JSON.stringify(confirmed));
    write("proposed");
    const without = await page();
    write("confirmed");

    expect(countsOf(before.rows, "now")).toEqual([401, 78, 159, 3]);
    expect(countsOf(without.rows, "now")).toEqual([398, 79, 161, 3]);
    expect(countsOf(without.rows, "attainable")).toEqual(countsOf(before.rows, "attainable"));
    expect(countsOf((await page()).rows, "now")).toEqual([401, 78, 159, 3]);
  });
});

describe("the rows of the chart in CSV", () => {
  test("are those of the page, on the same day and with the same supposition", async () => {
    const query: [string, string][] = [["al", "2022-12-31"], ...supposing(["2021-2023/4.6.3"])];
    const { rows } = await page(query);
    const { data, headers } = await ask(`/smartabilita.csv?${new URLSearchParams(query).toString()}`, {
      as: "giunta",
    });
    const lines = parse(data as string, { columns: true, delimiter: ";", bom: true }) as Record<
      string,
      string
    >[];

    expect(headers.get("content-disposition")).toContain("smartabilita-al-2022-12-31.csv");
    expect(
      lines.map(({ giorno, si, in_parte, no, esterno, processi, no_dalle_mappe }) => [
        ...[giorno, si, in_parte, no, esterno, processi, no_dalle_mappe],
      ]),
    ).toEqual(
      rows.map(({ day, counts, total, change }) => [
        day ?? "",
        ...[counts.yes, counts["in-part"], counts.no, counts.outsourced, total, change.no].map(String),
      ]),
    );
    expect(lines.map(({ riga }) => riga)).toContain("se_completate_e_confermati");
  });

  test("are refused for what names no action, not for one that no claim waits for", async () => {
    expect((await ask("/smartabilita.csv?completate=pippo", { as: "giunta" })).status).toBe(422);
    expect((await ask("/smartabilita.csv?completate=2021-2023/9.9.9", { as: "giunta" })).status).toBe(200);
  });

  test("are refused for a day that is not one", async () => {
    expect((await ask("/smartabilita.csv?al=2030-01-01", { as: "giunta" })).status).toBe(422);
  });
});

test("a day that no map describes has nothing to count", async () => {
  const { rows, ranking } = await page([["al", "2020-01-01"]]);

  expect(rows.map(({ total }) => total)).toEqual(rows.map(() => 0));
  expect(ranking).toEqual([]);
});
