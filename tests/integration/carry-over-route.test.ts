import { expect, test } from "vitest";
import { ask, connection, countLines, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

/** 4.6.3 of the demonstration, which the plan 2024-2026 does not have: its years 2022 and 2023 are carried over one by one. */

const address = (year: number) => `/piani/2021-2023/azioni/4.6.3/${year}/riporto`;

function carry(year: number, varied: Record<string, string> = {}) {
  const sequence = String(lastSequenceOf("4.6.3", year));
  return ask(address(year), {
    as: "rtd",
    form: { target: "2024-2026/2026", reason: "Si chiude entro l’anno.", sequence, ...varied },
  });
}

function continuing() {
  return sqlite
    .prepare(
      `select version.title, version.held_from_on, area.code as area, edit.reason from plan_action
       join plan on plan.id = plan_action.plan_id join plan_action_version version on version.plan_action_id = plan_action.id
       join area on area.id = version.area_id join edit on edit.id = version.opened_by_edit_id
       where plan.code = '2024-2026' and plan_action.code = '4.6.3'`,
    )
    .all() as Record<string, unknown>[];
}

test("the page says, before anything is done, that the action would be made in the plan in force", async () => {
  const { data } = await ask(address(2022), { as: "rtd" });

  expect(data).toMatchObject({
    chosen: null,
    places: [{ code: "2024-2026", continuingCode: null, years: [2024, 2025, 2026] }],
  });
  expect(continuing()).toEqual([]);
});

test("a refusal makes nothing: neither the action nor the line", async () => {
  const lines = countLines();

  const refused: Record<string, string>[] = [
    { reason: "" },
    { target: "2024-2026/2027" },
    { target: "1999-2001/2000" },
    { actOn: "ieri" },
  ];
  for (const wrong of refused) expect((await carry(2022, wrong)).status).toBe(422);
  expect(continuing()).toEqual([]);
  expect(countLines()).toBe(lines);
});

test("the first year carried over makes the action as it is today, answered for by the offices of its groups", async () => {
  const answer = await carry(2022);

  expect(answer.status).toBe(302);
  expect(continuing()).toEqual([
    {
      title: expect.stringContaining("fascicolazione digitale") as string,
      held_from_on: "2026-10-15",
      area: "4.6",
      reason: "Si chiude entro l’anno.",
    },
  ]);
  const action = (await ask("/piani/2024-2026/azioni/4.6.3", { as: "rtd" })).data as {
    years: { year: number; actionYear: { offices: string[]; adopted: boolean } | null }[];
  };
  const made = action.years.find(({ actionYear }) => actionYear !== null)!;
  expect(made).toMatchObject({ year: 2026, actionYear: { adopted: false } });
  expect(made.actionYear!.offices).toContain("settore-1");
  expect(await ask("/piani/2024-2026/azioni/4.6.3?al=2026-10-14", { as: "rtd" })).toMatchObject({
    status: 404,
  });
});

test("the second goes to the same year of the same action, and both say where they went", async () => {
  expect((await carry(2023)).status).toBe(302);

  expect(continuing()).toHaveLength(1);
  const { years } = (await ask("/piani/2021-2023/azioni/4.6.3", { as: "giunta" })).data as {
    years: { year: number; actionYear: { target: object | null } | null }[];
  };
  for (const year of [2022, 2023])
    expect(years.find((one) => one.year === year)!.actionYear!.target).toEqual({
      plan: "2024-2026",
      code: "4.6.3",
      year: 2026,
      beyondPlan: false,
      inNextPlan: true,
    });
  expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
});

test("what is closed is not carried over, and the page says so", async () => {
  expect((await carry(2022)).data).toMatchObject({
    errors: { target: [expect.stringContaining("non c’è nulla da riportare")] },
  });
});

test("a closed year of the plan that continues it takes nothing", async () => {
  const [plan, code] = ["2024-2026", "4.3.6"];
  const completed = sqlite
    .prepare(
      `select action_year.year from action_year join plan_action on plan_action.id = action_year.plan_action_id
       join plan on plan.id = plan_action.plan_id join status_line line on line.action_year_id = action_year.id
       where plan.code = ? and plan_action.code = ? and line.to_status = 'completed'`,
    )
    .pluck()
    .get(plan, code) as number | undefined;
  expect(completed).toBeDefined();
  const stato = "/piani/2021-2023/azioni/4.3.6/2022/stato";
  const { last } = (await ask(stato, { as: "rtd" })).data as { last: { sequence: number } };
  const reopened = await ask(stato, {
    as: "rtd",
    form: {
      ...{ to: "in-progress", progress: "90", reason: "manca un server", effectiveOn: "2026-10-15" },
      ...{ evidenceKind: "", evidenceNumber: "", evidenceOn: "", evidenceLink: "", evidenceNote: "" },
      sequence: String(last.sequence),
    },
  });
  expect(reopened.status).toBe(302);
  const page = (await ask("/piani/2021-2023/azioni/4.3.6/2022/riporto", { as: "rtd" })).data as {
    last: { sequence: number };
  };
  const answer = await ask("/piani/2021-2023/azioni/4.3.6/2022/riporto", {
    as: "rtd",
    form: { target: `${plan}/${completed}`, reason: "continua", sequence: String(page.last.sequence) },
  });

  expect(answer).toMatchObject({
    status: 422,
    data: { errors: { target: [expect.stringContaining("già chiusa")] } },
  });
});
