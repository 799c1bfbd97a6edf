import { describe, expect, test } from "vitest";
import type { Unfinished } from "#app/domain/triennium/carry-over.ts";
import { ADOPTION_REFUSAL_LABEL, OPENING_REFUSAL_LABEL, REFUSAL_LABEL } from "#app/labels.ts";
import { recordAdoption } from "#db/plan/adoption.ts";
import { recordChoice } from "#db/plan/carry-over-records.ts";
import { listSnapshots } from "#db/review/snapshots.ts";
import { ask, connection, countLines, db, sqlite } from "#tests/support/requests.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

/** The plan 2027-2029 of the demonstration, opened from 2024-2026, adopted, and looked at afterwards: one story, in order. */

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Opening = { unfinished: Unfinished[] };

const NEW = "/piani/nuovo";
const PLAN = {
  code: "2027-2029",
  title: "Piano di transizione al digitale 2027-2029",
  firstYear: "2027",
  lastYear: "2029",
};
const ACT = { actOrgan: "Giunta comunale", actNumber: "140", actOn: "2026-10-13", adoptedOn: "2026-10-13" };

async function unfinished(): Promise<Unfinished[]> {
  return ((await ask(NEW, { as: "rtd" })).data as Opening).unfinished;
}

async function unfinishedYear(plan: string, code: string, year: number): Promise<Unfinished> {
  return (await unfinished()).find(
    (one) => one.plan === plan && one.code === code && one.actionYear.year === year,
  )!;
}

/** The fields that carry one annualità over. */
function carrying({ actionYear }: Unfinished, year: number): Record<string, string> {
  return { [`riporta-${actionYear.id}`]: "on", [`anno-${actionYear.id}`]: String(year) };
}

function open(varied: Record<string, string> = {}) {
  return ask(NEW, { as: "rtd", form: { ...PLAN, ...varied } });
}

function rows(sql: string, ...parameters: unknown[]) {
  return sqlite.prepare(sql).all(...parameters) as Record<string, unknown>[];
}

function count(sql: string): number {
  return sqlite.prepare(sql).pluck().get() as number;
}

async function stampOf(plan: string): Promise<string> {
  return ((await ask(`/piani/${plan}/adozione`, { as: "rtd" })).data as { stamp: string }).stamp;
}

async function adopt(varied: Record<string, string> = {}) {
  const stamp = await stampOf("2027-2029");
  return ask("/piani/2027-2029/adozione", { as: "rtd", form: { ...ACT, stamp, ...varied } });
}

describe("a new triennium", () => {
  test("is proposed after the last plan, with every annualità that is still open", async () => {
    const { data } = await ask(NEW, { as: "rtd" });

    expect(data).toMatchObject({ before: "2024-2026", draft: null, proposed: PLAN });
    const open = (data as Opening).unfinished;
    expect(new Set(open.map(({ plan }) => plan))).toEqual(new Set(["2021-2023", "2024-2026"]));
    expect(open.map(({ actionYear }) => actionYear.status)).not.toContain("completed");
    expect(open.map(({ actionYear }) => actionYear.status)).not.toContain("rescheduled");
  });

  test.each([
    ["without a code", { code: "" }, "code", "code-required"],
    ["with a code that no address can carry", { code: "due parole" }, "code", "code-malformed"],
    ["called like the page that opens plans", { code: "nuovo" }, "code", "code-malformed"],
    ["with the code of another", { code: "2024-2026" }, "code", "code-taken"],
    ["without a title", { title: " " }, "title", "title-required"],
    ["in years of another plan", { firstYear: "2026" }, "firstYear", "not-after-the-last-plan"],
    ["from a year that is none", { firstYear: "" }, "firstYear", "year-not-a-year"],
    ["that ends before it begins", { lastYear: "2026" }, "lastYear", "years-reversed"],
    ["of more years than any plan has", { lastYear: "2050" }, "lastYear", "too-many-years"],
  ] as const)(
    "%s is refused, keeps what was typed, and nothing is written",
    async (_what, typed, field, reason) => {
      const plans = count("select count(*) from plan");
      const answer = await open(typed);

      expect(answer.status).toBe(422);
      expect((answer.data as Refused).errors).toEqual({ [field]: [OPENING_REFUSAL_LABEL[reason]] });
      expect((answer.data as Refused).typed).toMatchObject(typed);
      expect(count("select count(*) from plan")).toBe(plans);
    },
  );

  test("that carries something into a year that it has not is refused", async () => {
    const one = await unfinishedYear("2024-2026", "4.3.6", 2025);
    const answer = await open(carrying(one, 2030));

    expect([answer.status, (answer.data as Refused).errors]).toEqual([
      422,
      { carried: [OPENING_REFUSAL_LABEL["target-outside-the-plan"]] },
    ]);
  });
});

describe("the draft 2027-2029, into which 4.3.6 and what nobody answers for are carried over", () => {
  test("continues its actions as they are today, and changes nothing of the plans before", async () => {
    const lines = countLines();
    const form = {
      ...carrying(await unfinishedYear("2024-2026", "4.3.6", 2025), 2027),
      ...carrying(await unfinishedYear("2024-2026", "4.9.1", 2026), 2028),
      ...carrying(await unfinishedYear("2024-2026", "4.4.12", 2026), 2027),
      ...carrying(await unfinishedYear("2021-2023", "4.6.3", 2022), 2027),
      ...carrying(await unfinishedYear("2021-2023", "4.6.3", 2023), 2027),
    };
    const first = await open(form);
    const second = await open(form);

    expect([first.status, first.headers.get("Location")]).toEqual([302, "/piani/2027-2029"]);
    expect([second.status, second.headers.get("Location")]).toEqual([302, "/piani/2027-2029"]);
    expect(countLines()).toBe(lines);
    expect(
      rows(
        `select plan_action.code, old_plan.code as continues_in, old.code as continues, version.title = old_version.title as same
         from plan_action join plan on plan.id = plan_action.plan_id
         join plan_action old on old.id = plan_action.continues_id join plan old_plan on old_plan.id = old.plan_id
         join plan_action_version version on version.plan_action_id = plan_action.id
         join plan_action_version old_version on old_version.plan_action_id = old.id and old_version.held_until_on is null
         where plan.code = '2027-2029' order by plan_action.ordinal`,
      ),
    ).toEqual([
      { code: "4.3.6", continues_in: "2024-2026", continues: "4.3.6", same: 1 },
      { code: "4.4.12", continues_in: "2024-2026", continues: "4.4.12", same: 1 },
      { code: "4.6.3", continues_in: "2021-2023", continues: "4.6.3", same: 1 },
      { code: "4.9.1", continues_in: "2024-2026", continues: "4.9.1", same: 1 },
    ]);
    expect(count("select count(*) from carry_over")).toBe(5);
  });

  test("is shown as a draft, is not in force, and its annualità have no status to change", async () => {
    const page = await ask("/piani/2027-2029", { as: "giunta" });
    expect(page).toMatchObject({
      status: 200,
      data: { plan: { adopted_on: null }, summary: { actions: 4 } },
    });
    expect((await ask("/piano", { as: "rtd" })).headers.get("Location")).toBe("/piani/2024-2026");
    expect((await ask("/piani/2027-2029/azioni/4.3.6/2027/stato", { as: "rtd" })).status).toBe(404);
    expect((await ask("/piani/2027-2029/azioni/4.3.6", { as: "rtd" })).data).toMatchObject({
      years: [{ mayUpdate: false }, {}, {}],
    });
    expect((await ask("/andamento?piano=2027-2029", { as: "giunta" })).status).toBe(404);
  });

  test("is the only one: another cannot be opened, and who tries is told", async () => {
    const answer = await open({ code: "2027-2030", lastYear: "2030" });

    expect([answer.status, (answer.data as Refused).isConflict]).toEqual([409, true]);
    expect(count("select count(*) from plan where adopted_on is null")).toBe(1);
  });

  test("is not adopted while nobody answers for 4.4.12", async () => {
    const page = await ask("/piani/2027-2029/adozione", { as: "rtd" });
    expect((page.data as { problems: unknown }).problems).toEqual([
      { reason: "no-responsibles", code: "4.4.12" },
    ]);
    const answer = await adopt();

    expect(answer.status).toBe(422);
    expect((answer.data as Refused).errors).toHaveProperty("plan");
    expect(count("select count(*) from plan where adopted_on is null")).toBe(1);

    sqlite.exec(
      `insert into plan_action_responsible (plan_action_id, ordinal, office_group_id, held_from_on, opened_by_edit_id)
       select plan_action.id, 1, office_group.id, version.held_from_on, version.opened_by_edit_id
       from plan_action join plan on plan.id = plan_action.plan_id
       join plan_action_version version on version.plan_action_id = plan_action.id
       join office_group on office_group.code = 'settori-3-e-4'
       where plan.code = '2027-2029' and plan_action.code = '4.4.12'`,
    );
  });

  test("is not adopted while something that it carries over is closed, until it is taken off", async () => {
    const carried = "/piani/2021-2023/azioni/4.6.3/2023";
    await step(`${carried}/stato`, { to: "cancelled", reason: "non serve più" });
    const page = await ask("/piani/2027-2029/adozione", { as: "rtd" });
    expect((page.data as { problems: unknown }).problems).toEqual([
      { reason: "source-is-closed", plan: "2021-2023", code: "4.6.3", year: 2023, status: "cancelled" },
    ]);
    expect((await adopt()).status).toBe(422);

    expect((await ask(`${carried}/riporto`, { as: "rtd" })).data).toMatchObject({
      chosen: { target_plan: "2027-2029", target_year: 2027 },
    });
    const undo = (sequence: number) =>
      ask(`${carried}/riporto`, {
        as: "rtd",
        form: { target: "", chosen: "2027-2029/2027", sequence: String(sequence) },
      });
    const behind = await undo(1);
    expect([behind.status, (behind.data as Refused).isConflict]).toEqual([409, true]);
    const answer = await undo(lastOf("4.6.3", 2023));
    expect(answer.status).toBe(302);
    expect((await ask("/piani/2027-2029/adozione", { as: "rtd" })).data).toMatchObject({ problems: [] });
  });

  test("gives way to the plan in force: 4.6.3 of 2023, carried over there meanwhile, is what the draft then continues", async () => {
    const address = "/piani/2021-2023/azioni/4.6.3/2023";
    await step(`${address}/stato`, { to: "in-progress", progress: "60", reason: "serve ancora" });
    const answer = await ask(`${address}/riporto`, {
      as: "rtd",
      form: {
        target: "2024-2026/2026",
        reason: "Si chiude adesso.",
        sequence: String(lastOf("4.6.3", 2023)),
      },
    });

    expect(answer.status).toBe(302);
    expect(
      rows(
        `select plan.code as plan, before_plan.code as continues_in from plan_action
         join plan on plan.id = plan_action.plan_id join plan_action before on before.id = plan_action.continues_id
         join plan before_plan on before_plan.id = before.plan_id where plan_action.code = '4.6.3' order by plan.first_year`,
      ),
    ).toEqual([
      { plan: "2024-2026", continues_in: "2021-2023" },
      { plan: "2027-2029", continues_in: "2024-2026" },
    ]);
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test.each([
    ["without an organ", { actOrgan: "" }, "actOrgan", ADOPTION_REFUSAL_LABEL["organ-required"]],
    ["without a number", { actNumber: "" }, "actNumber", ADOPTION_REFUSAL_LABEL["number-required"]],
    ["by an act of tomorrow", { actOn: "2026-10-16" }, "actOn", ADOPTION_REFUSAL_LABEL["in-the-future"]],
    ["from tomorrow", { adoptedOn: "2026-10-16" }, "adoptedOn", ADOPTION_REFUSAL_LABEL["in-the-future"]],
    [
      "from before its act",
      { adoptedOn: "2026-10-12" },
      "adoptedOn",
      ADOPTION_REFUSAL_LABEL["before-the-act"],
    ],
    [
      "from before the plan before it",
      { actOn: "2024-02-01", adoptedOn: "2024-02-29" },
      "adoptedOn",
      ADOPTION_REFUSAL_LABEL["before-the-plan-before"],
    ],
  ])("is not adopted %s", async (_what, typed, field, says) => {
    const lines = countLines();
    const answer = await adopt(typed);

    expect([answer.status, (answer.data as Refused).errors]).toEqual([422, { [field]: [says] }]);
    expect((answer.data as Refused).typed).toMatchObject(typed);
    expect(countLines()).toBe(lines);
  });

  test("is not adopted from before the last line of what it carries over, and the page says which", async () => {
    const answer = await adopt({ actOn: "2026-09-01", adoptedOn: "2026-09-01" });

    expect((answer.data as Refused).errors.adoptedOn![0]).toMatch(
      /4\.6\.3, 2022 del piano 2021-2023, del 15\/09\/2026$/,
    );
  });

  test("is not adopted by who saw it as it was before", async () => {
    const stamp = await stampOf("2027-2029");
    await step("/piani/2024-2026/azioni/4.9.1/2026/stato", { to: "no-news", effectiveOn: "2026-10-13" });
    const answer = await adopt({ stamp });

    expect([answer.status, (answer.data as Refused).isConflict]).toEqual([409, true]);
    expect(count("select count(*) from plan where adopted_on is null")).toBe(1);
  });

  test("is not adopted where it moved between the decision and the write", async () => {
    const planId = sqlite.prepare("select id from plan where code = '2027-2029'").pluck().get() as number;
    const act = { organ: "Giunta comunale", number: "140", on: "2026-10-13" };
    const by = { id: "4f7c", role: "rtd", officeId: null, at: "2026-10-15T10:00:00.000Z" } as const;
    const adoption = {
      planId,
      act,
      adoptedOn: "2026-10-13",
      stamp: "di prima",
      today: "2026-10-15",
      lines: [],
    };

    expect(await recordAdoption(db, adoption, { by, act, reason: "adozione" })).toEqual({ recorded: false });
    expect(count("select count(*) from plan where adopted_on is null")).toBe(1);
  });

  test("is adopted under its act: what it carries over is rescheduled that day, once, however often the form is sent", async () => {
    const lines = countLines();
    const stamp = await stampOf("2027-2029");
    sqlite.exec(
      `insert into office_group_member select office_group.id, office.id from office_group, office
       where office_group.code = 'settori-3-e-4' and office.code = 'settore-2'`,
    );
    const answers = await Promise.all([adopt({ stamp }), adopt({ stamp })]);
    answers.push(await adopt({ stamp }));

    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(
      rows("select act_organ, act_number, act_on, adopted_on from plan where code = '2027-2029'"),
    ).toEqual([
      { act_organ: "Giunta comunale", act_number: "140", act_on: "2026-10-13", adopted_on: "2026-10-13" },
    ]);
    expect(countLines()).toBe(lines + 4);
    expect(
      rows(
        `select plan.code as plan, plan_action.code, source.year, target_plan.code as to_plan, target_action.code as to_code, target.year as to_year, line.effective_on, line.author_role, line.reason
         from status_line line join action_year source on source.id = line.action_year_id
         join plan_action on plan_action.id = source.plan_action_id join plan on plan.id = plan_action.plan_id
         join action_year target on target.id = line.target_action_year_id
         join plan_action target_action on target_action.id = target.plan_action_id join plan target_plan on target_plan.id = target_action.plan_id
         where line.sequence > ? order by line.sequence limit 1`,
        lines,
      ),
    ).toEqual([
      {
        plan: "2021-2023",
        code: "4.6.3",
        year: 2022,
        to_plan: "2027-2029",
        to_code: "4.6.3",
        to_year: 2027,
        effective_on: "2026-10-13",
        author_role: "rtd",
        reason: "Riportata nel piano 2027-2029, adottato con: Giunta comunale, atto n. 140 del 13/10/2026.",
      },
    ]);
    expect(count("select count(*) from carry_over")).toBe(0);
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });
});

describe("the plan 2027-2029 once it is adopted", () => {
  test("is what held at the end of the day of adoption, with the offices of its groups written down", async () => {
    expect(
      rows(
        `select distinct held_from_on from plan_action_version version join plan_action on plan_action.id = version.plan_action_id
         join plan on plan.id = plan_action.plan_id where plan.code = '2027-2029'`,
      ),
    ).toEqual([{ held_from_on: "2026-10-13" }]);
    const page = await ask("/piani/2027-2029", { as: "rtd" });
    expect((page.data as { years: { adopted: number }[] }).years.map(({ adopted }) => adopted)).toEqual([
      3, 1, 0,
    ]);
    const action = (await ask("/piani/2027-2029/azioni/4.3.6", { as: "rtd" })).data;
    expect(action).toMatchObject({
      years: [{ actionYear: { offices: ["settore-2", "settore-3", "settore-4"] }, mayUpdate: true }, {}, {}],
    });
  });

  test("is frozen as it was adopted, once, whatever comes after", async () => {
    const frozen = (await listSnapshots(db, { kind: "adoption" })).filter(({ plan }) => plan === "2027-2029");

    expect(frozen).toMatchObject([{ shown_on: "2026-10-13", head_sequence: countLines() }]);
    const { azioni } = JSON.parse(frozen[0]!.content) as { azioni: { annualita: unknown[] }[] };
    expect(azioni.flatMap(({ annualita }) => annualita)).toHaveLength(4);
    expect(JSON.stringify(azioni)).toContain('"uffici":["settore-2","settore-3","settore-4"]');
  });

  test("leaves 4.3.6 of 2025 as it was the day before, and says where it went since", async () => {
    type Page = { years: { year: number; actionYear: { situation: string; target: unknown } | null }[] };
    const yearOn = async (al: string) => {
      const { data } = await ask(`/piani/2024-2026/azioni/4.3.6${al}`, { as: "giunta" });
      return (data as Page).years.find(({ year }) => year === 2025)!.actionYear!;
    };

    expect((await yearOn("?al=2026-10-12")).situation).not.toBe("rescheduled");
    expect(await yearOn("")).toMatchObject({
      situation: "rescheduled",
      target: { plan: "2027-2029", code: "4.3.6", year: 2027, inNextPlan: true },
    });
  });

  test("reads, in 4.3.6, the histories of both plans before it", async () => {
    const { lineage } = (await ask("/piani/2027-2029/azioni/4.3.6", { as: "giunta" })).data as {
      lineage: { before: { plan: string; entries: unknown[] }[]; byYear: unknown[] };
    };

    expect(lineage.before.map(({ plan }) => plan)).toEqual(["2024-2026", "2021-2023"]);
    for (const { entries } of lineage.before) expect(entries.length).toBeGreaterThan(1);
    expect(lineage.byYear).toMatchObject([
      { year: 2027, origins: [{ plan: "2024-2026", code: "4.3.6", year: 2025 }] },
    ]);
  });

  test("is not adopted again by another act", async () => {
    const stamp = await stampOf("2027-2029");
    const answer = await ask("/piani/2027-2029/adozione", {
      as: "rtd",
      form: { ...ACT, actNumber: "141", stamp },
    });

    expect(answer.status).toBe(409);
  });
});

describe("4.9.1 of 2026, carried over to 2028", () => {
  const base = "/piani/2024-2026/azioni/4.9.1/2026";

  test("is not carried over, nor rescheduled, again before it is reopened", async () => {
    const carried = await ask(`${base}/riporto`, {
      as: "rtd",
      form: { target: "2027-2029/2029", reason: "ancora", sequence: String(lastOf("4.9.1", 2026)) },
    });
    const moved = await ask(`${base}/stato`, {
      as: "rtd",
      form: statusForm({
        to: "rescheduled",
        targetYear: "2028",
        reason: "ancora",
        sequence: String(lastOf("4.9.1", 2026)),
      }),
    });

    expect([carried.status, moved.status]).toEqual([422, 422]);
  });

  test("keeps its target when the line is put right, whatever year the form names", async () => {
    const wrong = carryingLineOf("4.9.1", 2026);
    const page = await ask(`${base}/rettifica/${wrong.sequence}`, { as: "rtd" });
    expect(page.data).toMatchObject({ carriedTo: { plan: "2027-2029", year: 2028 } });
    const answer = await ask(`${base}/rettifica/${wrong.sequence}`, {
      as: "rtd",
      form: statusForm({
        to: "rescheduled",
        targetYear: "2027",
        reason: "il motivo era un altro",
        effectiveOn: "2026-10-15",
        sequence: String(lastOf("4.9.1", 2026)),
      }),
    });

    expect(answer.status).toBe(302);
    expect(carryingLineOf("4.9.1", 2026)).toMatchObject({
      replaces_sequence: wrong.sequence,
      target_action_year_id: wrong.target_action_year_id,
    });
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test("reopened leaves its target in the plan that has it, and the form says so before", async () => {
    const page = await ask(`${base}/stato`, { as: "rtd" });
    const { byChoice } = page.data as { byChoice: { choice: string; consequence: { staying: unknown } }[] };
    expect(byChoice.find(({ choice }) => choice === "in-progress")!.consequence).toMatchObject({
      withdrawn: [],
      staying: { plan: "2027-2029", year: 2028 },
    });
    await step(`${base}/stato`, { to: "in-progress", progress: "10", reason: "si riprende" });

    const next = (await ask("/piani/2027-2029/azioni/4.9.1", { as: "rtd" })).data;
    expect(next).toMatchObject({ years: [{}, { actionYear: { status: "to-start" } }, {}] });
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });
});

describe("carrying over one annualità", () => {
  test("into an adopted plan needs a year and a reason; an act is whole or not there", async () => {
    const address = "/piani/2024-2026/azioni/4.9.1/2026/riporto";
    const sequence = String(lastOf("4.9.1", 2026));
    const send = (form: Record<string, string>) => ask(address, { as: "rtd", form: { sequence, ...form } });

    expect((await send({ reason: "perché" })).data).toMatchObject({
      errors: { target: [REFUSAL_LABEL["target-required"]] },
    });
    expect((await send({ target: "2027-2029/2035", reason: "perché" })).data).toMatchObject({
      errors: { target: [REFUSAL_LABEL["target-required"]] },
    });
    expect((await send({ target: "2027-2029/2029" })).data).toMatchObject({
      errors: { reason: [expect.stringMatching(/^Scrivi il motivo/)] },
    });
    expect((await send({ target: "2027-2029/2029", reason: "perché", actNumber: "3" })).data).toMatchObject({
      errors: { actOrgan: [expect.stringMatching(/^Dell’atto servono/)] },
      typed: { actNumber: "3", reason: "perché" },
    });
  });

  test("makes the year in the plan that continues it, by an edit with its act, and reschedules it there, once", async () => {
    const address = "/piani/2024-2026/azioni/4.9.1/2026/riporto";
    const form = {
      target: "2027-2029/2029",
      reason: "Si fa nel 2029.",
      actOrgan: "Giunta comunale",
      actNumber: "150",
      actOn: "2026-10-14",
      sequence: String(lastOf("4.9.1", 2026)),
    };
    const lines = countLines();
    const [first, second] = [
      await ask(address, { as: "rtd", form }),
      await ask(address, { as: "rtd", form }),
    ];

    expect([first.status, second.status, countLines()]).toEqual([302, 302, lines + 1]);
    expect(carryingLineOf("4.9.1", 2026)).toMatchObject({
      reason: "Si fa nel 2029. (Giunta comunale, atto n. 150 del 14/10/2026)",
    });
    expect(first.headers.get("Location")).toBe(
      `/piani/2024-2026/azioni/4.9.1?registrata=${lastOf("4.9.1", 2026)}#anno-2026`,
    );
    expect(
      rows(
        `select life.held_from_on, edit.reason, edit.act_number from action_year_life life
         join edit on edit.id = life.opened_by_edit_id join action_year on action_year.id = life.action_year_id
         join plan_action on plan_action.id = action_year.plan_action_id join plan on plan.id = plan_action.plan_id
         where plan.code = '2027-2029' and plan_action.code = '4.9.1' and action_year.year = 2029`,
      ),
    ).toEqual([{ held_from_on: "2026-10-15", reason: "Si fa nel 2029.", act_number: "150" }]);
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test("into a plan that was still a draft when the page was opened says that it was adopted, and writes nothing", async () => {
    const sequence = String(lastOf("4.4.5", 2025));
    const lines = countLines();
    const answer = await ask("/piani/2024-2026/azioni/4.4.5/2025/riporto", {
      as: "rtd",
      form: { target: "2027-2029/2028", reason: "dopo", drafts: "2027-2029", sequence },
    });

    expect(answer).toMatchObject({
      status: 409,
      data: {
        errors: { target: [expect.stringContaining("il piano è stato adottato")] },
        typed: { reason: "dopo" },
      },
    });
    expect(countLines()).toBe(lines);
  });

  test("chosen for a draft is not written where the draft was adopted meanwhile, or the annualità moved", async () => {
    const source = `select action_year.id, plan.id as plan, plan_action.id as action from action_year
      join plan_action on plan_action.id = plan_action_id, plan
      where plan_action.plan_id = 2 and plan_action.code = '4.4.5' and action_year.year = 2025 and plan.code = '2027-2029'`;
    const found = sqlite.prepare(source).get() as { id: number; plan: number; action: number };
    const place = {
      planId: found.plan,
      headId: found.action,
      headCode: "4.4.5",
      year: 2027,
      standingId: null,
    };
    const by = { id: "4f7c", role: "rtd", officeId: null, at: "2026-10-15T10:00:00.000Z" } as const;
    const choose = (sequence: number) =>
      recordChoice(
        db,
        { sourceId: found.id, place, sequence, expected: null, undo: null },
        { by, reason: "", act: null, today: "2026-10-15" },
      );
    const edits = count("select count(*) from edit");
    const sequence = lastOf("4.4.5", 2025);

    expect(await choose(sequence)).toEqual({ recorded: false, moved: "draft" });
    expect(await choose(sequence + 1)).toEqual({ recorded: false, moved: "source" });
    expect([count("select count(*) from carry_over"), count("select count(*) from edit")]).toEqual([
      0,
      edits,
    ]);
  });

  test("is refused to who was behind, with what they typed", async () => {
    const answer = await ask("/piani/2024-2026/azioni/4.3.6/2025/riporto", {
      as: "rtd",
      form: { target: "2027-2029/2028", reason: "dopo", sequence: "1" },
    });

    expect([answer.status, (answer.data as Refused).typed.reason]).toEqual([409, "dopo"]);
  });
});

function lastOf(code: string, year: number): number {
  return sqlite
    .prepare(
      `select coalesce(max(line.sequence), 0) from status_line line join action_year on action_year.id = line.action_year_id
       join plan_action on plan_action.id = action_year.plan_action_id
       where plan_action.code = ? and action_year.year = ?`,
    )
    .pluck()
    .get(code, year) as number;
}

function carryingLineOf(code: string, year: number) {
  return sqlite
    .prepare(
      `select line.* from status_line line join action_year on action_year.id = line.action_year_id
       join plan_action on plan_action.id = action_year.plan_action_id
       where plan_action.code = ? and action_year.year = ? and line.target_action_year_id is not null order by line.sequence desc`,
    )
    .get(code, year) as { sequence: number; target_action_year_id: number; replaces_sequence: number | null };
}

function statusForm(fields: Record<string, string>): Record<string, string> {
  const evidence = {
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
  };
  return { ...evidence, reason: "", effectiveOn: "2026-10-15", ...fields };
}

/** A step of the RTD, built from the last line as the page gives it. */
async function step(address: string, fields: Record<string, string>): Promise<void> {
  const page = (await ask(address, { as: "rtd" })).data as { last?: { sequence: number } };
  const form = statusForm({ ...fields, sequence: String(page.last?.sequence ?? 0) });
  expect((await ask(address, { as: "rtd", form })).status).toBe(302);
}
