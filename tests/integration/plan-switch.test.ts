import { beforeAll, describe, expect, test } from "vitest";
import type { PlanChoice } from "#app/components/plan/plan-switch.tsx";
import { ask, sqlite } from "#tests/support/requests.ts";

/** A plan that was adopted long after 2021-2023, whose 4.3.6 goes on in it as 7.1.1, and one that is a draft. */
const LATER = { id: 9001, code: "2031-2033" };
const DRAFT = { id: 9002, code: "2034-2036" };

beforeAll(() => {
  const insertPlan = sqlite.prepare(
    `insert into plan (id, code, title, first_year, last_year, adopted_on, source)
     values (@id, @code, 'Piano', @first, @last, @adopted, 'prova')`,
  );
  insertPlan.run({ ...LATER, first: 2031, last: 2033, adopted: "2026-05-01" });
  insertPlan.run({ ...DRAFT, first: 2034, last: 2036, adopted: null });
  insertContinuing(LATER.id, "7.1.1", { continues: idOf("4.3.6"), from: "2026-05-01" });
  insertContinuing(DRAFT.id, "8.1.1", { continues: idOf("7.1.1"), from: "2026-09-01" });
});

/** "2031-2033 → /piani/2031-2033": where the page leads for the plans of this test; undefined for the plan that it is of. */
async function switchOf(address: string) {
  const { choices } = (await ask(address, { as: "lettore" })).data as { choices: PlanChoice[] };
  return Object.fromEntries(
    choices
      .filter(({ code }) => ["2021-2023", LATER.code, DRAFT.code].includes(code))
      .map(({ code, address, leadsTo }) => [code, [address, leadsTo].filter(Boolean).join(" ")]),
  );
}

describe("the switch of plans", () => {
  test("says every plan by year, and how it stands today", async () => {
    const { choices } = (await ask("/piani/2021-2023", { as: "rtd" })).data as { choices: PlanChoice[] };
    const years = choices.map(({ first_year }) => first_year);

    expect(years).toEqual([...years].sort());
    expect(choices.filter(({ standing }) => standing === "in-force")).toHaveLength(1);
    expect(choices.find(({ code }) => code === LATER.code)!.standing).not.toBe("draft");
    expect(choices.find(({ code }) => code === DRAFT.code)!.standing).toBe("draft");
  });

  test("on the matrix keeps the day and the filters that mean the same in every plan", async () => {
    const asked = "ambito=4.3&anno=2022&tema=cloud&situazione=in_ritardo&testo=sito+web&al=2022-12-31";

    expect(await switchOf(`/piani/2021-2023?${asked}`)).toEqual({
      "2021-2023": "",
      [LATER.code]: `/piani/${LATER.code}?tema=cloud&situazione=in_ritardo&testo=sito+web&al=2022-12-31`,
      [DRAFT.code]: `/piani/${DRAFT.code}?tema=cloud&situazione=in_ritardo&testo=sito+web&al=2022-12-31`,
    });
  });

  test("on the yearly chart keeps the day; a draft has no chart, and leads to its page", async () => {
    expect(await switchOf("/andamento?piano=2021-2023&al=2022-12-31")).toEqual({
      "2021-2023": "",
      [LATER.code]: `/andamento?piano=${LATER.code}&al=2022-12-31`,
      [DRAFT.code]: `/piani/${DRAFT.code}`,
    });
  });

  test("on an action leads to the one that continues it, however many plans away", async () => {
    expect(await switchOf("/piani/2021-2023/azioni/4.3.6")).toEqual({
      "2021-2023": "",
      [LATER.code]: `/piani/${LATER.code}/azioni/7.1.1 azione 7.1.1`,
      [DRAFT.code]: `/piani/${DRAFT.code}/azioni/8.1.1 azione 8.1.1`,
    });
  });

  test("on an action leads back to the one that it continues", async () => {
    expect(await switchOf(`/piani/${DRAFT.code}/azioni/8.1.1`)).toEqual({
      "2021-2023": "/piani/2021-2023/azioni/4.3.6 azione 4.3.6",
      [LATER.code]: `/piani/${LATER.code}/azioni/7.1.1 azione 7.1.1`,
      [DRAFT.code]: "",
    });
  });

  test("on an action that nothing continues leads to the plan", async () => {
    expect(await switchOf("/piani/2021-2023/azioni/4.9.1")).toEqual({
      "2021-2023": "",
      [LATER.code]: `/piani/${LATER.code}`,
      [DRAFT.code]: `/piani/${DRAFT.code}`,
    });
  });

  test("never leads to an action that was not there on the day", async () => {
    const links = await switchOf("/piani/2021-2023/azioni/4.3.6?al=2026-08-31");

    expect(links[LATER.code]).toBe(`/piani/${LATER.code}/azioni/7.1.1?al=2026-08-31 azione 7.1.1`);
    expect(links[DRAFT.code]).toBe(`/piani/${DRAFT.code}?al=2026-08-31`);
  });

  test("leads to pages that are there", async () => {
    for (const page of ["/piani/2021-2023", "/piani/2021-2023/azioni/4.3.6", "/andamento?piano=2021-2023"]) {
      const { choices } = (await ask(page, { as: "lettore" })).data as { choices: PlanChoice[] };
      for (const { address } of choices.filter(({ address }) => address !== undefined))
        expect([address, (await ask(address!, { as: "lettore" })).status]).toEqual([address, 200]);
    }
  });
});

function idOf(code: string): number {
  return sqlite.prepare("select id from plan_action where code = ? order by id").pluck().get(code) as number;
}

function insertContinuing(
  plan: number,
  code: string,
  { continues, from }: { continues: number; from: string },
) {
  const area = sqlite
    .prepare(
      "insert into area (plan_id, code, ordinal, title, source) values (?, '7.1', 1, 'Ambito', 'prova')",
    )
    .run(plan).lastInsertRowid;
  const action = sqlite
    .prepare("insert into plan_action (plan_id, code, ordinal, continues_id) values (?, ?, 1, ?)")
    .run(plan, code, continues).lastInsertRowid;
  sqlite
    .prepare(
      `insert into plan_action_version (plan_action_id, area_id, title, held_from_on, opened_by_edit_id)
       values (?, ?, 'Continua', ?, 1)`,
    )
    .run(action, area, from);
}
