import { describe, expect, test } from "vitest";
import type { CellMark, YearComparison } from "#app/domain/variation/adopted-comparison.ts";
import type { Variation } from "#app/domain/variation/variations.ts";
import { ask } from "#tests/support/requests.ts";

const PAGE = "/piani/2021-2023/variazioni";

type Page = {
  total: { total: number; counts: Record<string, number> };
  byArea: { code: string; total: number }[];
  rows: Variation[];
  errors: Record<string, string>;
};

async function page(query = "", as = "giunta") {
  const { status, data } = await ask(`${PAGE}${query}`, { as });
  return { status, ...(data as Page) };
}

describe("the page of the variations", () => {
  test("tells them by kind and by area, the newest first", async () => {
    const { total, byArea, rows } = await page();

    expect(total.total).toBe(39);
    expect(byArea.reduce((sum, area) => sum + area.total, 0)).toBe(39);
    expect(rows).toHaveLength(39);
    expect(rows.map(({ on }) => on)).toEqual(
      rows
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
  });

  test("narrows the list by kind and by area, and not the counts; a value that does not exist is said", async () => {
    const narrowed = await page("?tipo=eliminata&ambito=4.9");
    const unknown = await page("?tipo=tolta&ambito=9.9");

    expect(narrowed.total.total).toBe(39);
    expect(narrowed.rows).toMatchObject([{ kind: "dropped", action: { code: "4.9.3" }, years: [2022] }]);
    expect(unknown).toMatchObject({
      status: 422,
      errors: { tipo: expect.stringMatching(/scegli/), ambito: expect.stringMatching(/scegli/) },
    });
    expect(unknown.rows).toHaveLength(39);
  });

  test("on a past day has those that held by then; before the adoption none", async () => {
    expect((await page("?al=2022-07-20")).rows[0]).toMatchObject({ kind: "dropped", on: "2022-07-05" });
    expect((await page("?al=2021-01-01")).total.total).toBe(0);
  });
});

describe("the matrix beside the plan as adopted", () => {
  type Matrix = {
    comparison: YearComparison[] | null;
    rows: { code: string; cells: ({ marks: CellMark[] } | null)[] }[];
  };

  test("marks what was added, moved and dropped, and counts it by year", async () => {
    const { data } = await ask("/piani/2021-2023?confronto=adottato", { as: "giunta" });
    const { comparison, rows } = data as Matrix;
    const marks = (code: string) => rows.find((row) => row.code === code)!.cells.map((cell) => cell?.marks);

    expect(comparison!.reduce((sum, { adopted }) => sum + adopted, 0)).toBe(106);
    expect(marks("4.8.3")).toEqual([[], ["moved-here"], ["added", "moved-away"]]);
    expect(marks("4.4.8")).toEqual([["moved-away"], ["dropped"], undefined]);
  });

  test("is drawn as ever where nobody asks for the comparison", async () => {
    const { comparison, rows } = (await ask("/piani/2021-2023", { as: "giunta" })).data as Matrix;

    expect(comparison).toBeNull();
    expect(rows.flatMap(({ cells }) => cells).every((cell) => !cell || cell.marks.length === 0)).toBe(true);
  });

  test("on the day of adoption has nothing to mark", async () => {
    const { data } = await ask("/piani/2021-2023?confronto=adottato&al=2021-05-04", { as: "giunta" });

    for (const { adopted, left } of (data as Matrix).comparison!) expect(left).toBe(adopted);
  });
});
