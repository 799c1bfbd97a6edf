import { beforeAll, describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";

const PLAN = "/piani/2021-2023";

type Plan = {
  rows: { code: string }[];
  page: { page: number; pages: number; first: number; last: number; total: number };
};

async function planPage(query: string): Promise<Plan> {
  return (await ask(`${PLAN}?${query}`, { as: "lettore" })).data as Plan;
}

/** As many actions more as it takes, in the area of the first. */
function addActions(number: number) {
  const plan = "(select id from plan where code = '2021-2023')";
  const from = sqlite.prepare(`select count(*) from plan_action where plan_id = ${plan}`).pluck().get();
  for (let index = Number(from); index < number; index += 1) {
    const { lastInsertRowid } = sqlite
      .prepare(`insert into plan_action (plan_id, code, ordinal) values (${plan}, ?, ?)`)
      .run(`4.99.${index}`, 1000 + index);
    sqlite
      .prepare(
        `insert into plan_action_version (plan_action_id, area_id, title, held_from_on, opened_by_edit_id)
         select ?, area_id, 'Azione in più', held_from_on, opened_by_edit_id from plan_action_version limit 1`,
      )
      .run(lastInsertRowid);
  }
}

describe("a plan of more than a hundred actions", () => {
  beforeAll(() => addActions(230));

  test("is shown a hundred at a time", async () => {
    expect(await planPage("")).toMatchObject({
      page: { page: 1, pages: 3, first: 1, last: 100, total: 230 },
    });
    expect((await planPage("pagina=3")).rows).toHaveLength(30);
  });

  test("is shown whole, to be printed, where it is asked for", async () => {
    const { rows, page } = await planPage("pagina=tutte");

    expect(page).toMatchObject({ page: 1, pages: 1, first: 1, last: 230, total: 230 });
    expect(new Set(rows.map(({ code }) => code)).size).toBe(230);
  });
});

describe("a plan of more than a thousand actions", () => {
  beforeAll(() => addActions(1001));

  test("is never drawn whole: it takes its first hundred, and what filters leave of it may be whole", async () => {
    expect(await planPage("pagina=tutte")).toMatchObject({ page: { page: 1, pages: 11, last: 100 } });
    const filtered = await planPage("pagina=tutte&testo=in più");
    expect(filtered.page).toMatchObject({ pages: 1, last: filtered.page.total });
    expect(filtered.rows.length).toBeGreaterThan(900);
  });
});
