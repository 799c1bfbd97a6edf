import { describe, expect, test } from "vitest";
import type { ActionObjective } from "#app/components/objective/action-objectives.tsx";
import type { ToldLink } from "#app/components/objective/link-notice.tsx";
import type { LinkTargets } from "#app/components/objective/link-targets.tsx";
import { ask, sqlite } from "#tests/support/requests.ts";

/** PDO-TRASV-5, of 2021, has 4.4.3 and 4.4.6 linked by document 004; 4.4.11 of the plan in force is linked to nothing. */
const OBJECTIVE = "/obiettivi/PDO-TRASV-5";
const LINK = `${OBJECTIVE}/collegamenti/nuovo`;
const ACTION = "/piani/2024-2026/azioni/4.4.11";
const LINK_ACTION = `${ACTION}/obiettivi/nuovo`;

type Fields = Record<string, string>;
type Refused = {
  errors: Record<string, string[]>;
  typed: Fields;
  isConflict: boolean;
  existing?: { address: string };
};

async function dataOf<Data>(address: string, as = "rtd"): Promise<Data> {
  return (await ask(address, { as })).data as Data;
}

async function aLink(varied: Fields = {}, page = LINK): Promise<Fields> {
  const { seen } = await dataOf<{ seen: number }>(page);
  return {
    target: "2021-2023/4.4.4",
    year: "",
    rationale: "i POS sono pagoPA",
    weight: "1",
    seen: String(seen),
    ...varied,
  };
}

async function link(varied: Fields = {}, { as = "rtd", page = LINK } = {}) {
  return ask(page, { as, form: await aLink(varied, page) });
}

function written() {
  return ["objective_link", "objective_link_version", "edit"].map(
    (table) => sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number,
  );
}

function linksOf(objective: string) {
  return sqlite
    .prepare(
      `select link.id, plan_action.code as action, year, rationale, weight, held_from_on, held_until_on, opening.reason
       from objective_link as link
       join objective_link_version as version on version.objective_link_id = link.id
       join edit as opening on opening.id = opened_by_edit_id
       join objective on objective.id = link.objective_id
       join plan_action on plan_action.id = link.plan_action_id
       left join action_year on action_year.id = link.action_year_id
       where objective.code = ? order by version.id`,
    )
    .all(objective) as ({ id: number; action: string; held_until_on: string | null } & Record<
    string,
    unknown
  >)[];
}

async function undo(address: string, reason = "era per sbaglio", as = "rtd") {
  const { seen } = await dataOf<{ seen: string }>(address);
  return ask(address, { as, form: grounds(reason, seen) });
}

function grounds(reason: string, seen: string): Fields {
  return { reason, actOrgan: "", actNumber: "", actOn: "", seen };
}

function unlinkingOf(objective: string, action: string): string {
  const { id } = linksOf(objective).findLast((one) => one.action === action)!;
  return `/obiettivi/${objective}/collegamenti/${id}/scioglimento`;
}

describe("an action is linked from its objective", () => {
  test("with the rationale, which is the reason of the edit", async () => {
    const answer = await link();

    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/^\/obiettivi\/PDO-TRASV-5\?collegamento=\d+$/);
    expect(linksOf("PDO-TRASV-5").at(-1)).toMatchObject({
      ...{ action: "4.4.4", year: null, rationale: "i POS sono pagoPA", weight: 1 },
      ...{ held_from_on: "2026-10-15", held_until_on: null, reason: "i POS sono pagoPA" },
    });
  });

  test("and is on the page of the action from then on, not before", async () => {
    const now = await dataOf<{ objectives: ActionObjective[] }>("/piani/2021-2023/azioni/4.4.4", "lettore");
    const before = await dataOf<{ objectives: ActionObjective[] }>(
      "/piani/2021-2023/azioni/4.4.4?al=2026-10-14",
      "lettore",
    );

    expect(now.objectives.map(({ code, counted }) => [code, counted])).toEqual([["PDO-TRASV-5", [2021]]]);
    expect(before.objectives).toEqual([]);
  });

  test("and counts in the progress of the objective", async () => {
    const { objective } = await dataOf<{ objective: { progress: { addends: unknown[] } } }>(OBJECTIVE);

    expect(objective.progress.addends).toHaveLength(3);
  });

  test("on one annualità alone, with a weight", async () => {
    await link({ target: "2021-2023/4.4.5", year: "2021", weight: "2,5" });

    expect(linksOf("PDO-TRASV-5").at(-1)).toMatchObject({ action: "4.4.5", year: 2021, weight: 2.5 });
  });

  test("twice is refused at the field, names the one that there is and loses nothing", async () => {
    const before = written();
    const form = await aLink({ target: "2021-2023/4.4.3", rationale: "un altro motivo" });
    const answer = await ask(LINK, { as: "rtd", form });
    const refused = answer.data as Refused;

    expect(answer.status).toBe(422);
    expect(refused.errors).toEqual({ target: [expect.stringContaining("c’è già")] });
    expect(refused.existing!.address).toBe(unlinkingOf("PDO-TRASV-5", "4.4.3"));
    expect(refused.typed).toEqual(form);
    expect(written()).toEqual(before);
    expect((await ask(refused.existing!.address, { as: "rtd" })).status).toBe(200);
  });

  test("the same form sent twice is one link", async () => {
    const form = await aLink({ target: "2021-2023/4.4.7" });
    const first = await ask(LINK, { as: "rtd", form });
    const before = written();
    const second = await ask(LINK, { as: "rtd", form });

    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(written()).toEqual(before);
  });

  test("made by another window meanwhile it is a conflict, that tells where it is", async () => {
    const form = await aLink({ target: "2021-2023/4.4.8", rationale: "il mio motivo" });
    await link({ target: "2021-2023/4.4.8", rationale: "quello dell’altra finestra" });
    const before = written();
    const answer = await ask(LINK, { as: "rtd", form });
    const refused = answer.data as Refused;

    expect(answer.status).toBe(409);
    expect(refused).toMatchObject({
      errors: { target: [expect.stringContaining("Nel frattempo")] },
      existing: { address: unlinkingOf("PDO-TRASV-5", "4.4.8") },
      typed: form,
    });
    expect(written()).toEqual(before);
  });

  test.each<[string, Fields, string]>([
    ["target", { target: "" }, "Scegli l’azione"],
    ["target", { target: "2021-2023/9.9.9" }, "Non è un’azione"],
    ["target", { target: "<b>" }, "Non è un’azione"],
    ["year", { year: "2023", target: "2021-2023/4.4.1" }, "ha 2021 e 2022"],
    ["year", { year: "duemila" }, "Scegli l’anno"],
    ["rationale", { rationale: "  " }, "Scrivi perché"],
    ["rationale", { rationale: "a".repeat(2001) }, "troppo lungo"],
    ["weight", { weight: "-1" }, "meno di zero"],
    ["weight", { weight: "tanto" }, "come un numero"],
  ])("is refused at %s: %j", async (field, varied, words) => {
    const before = written();
    const form = await aLink({ target: "2021-2023/4.9.1", ...varied });
    const answer = await ask(LINK, { as: "rtd", form });
    const refused = answer.data as Refused;

    expect(answer.status).toBe(422);
    expect(Object.keys(refused.errors)).toEqual([field]);
    expect(refused.errors[field]![0]).toContain(words);
    expect(refused.typed).toEqual(form);
    expect(written()).toEqual(before);
  });

  test.each(["dirigente-settore-3", "referente-settore-4", "giunta", "lettore", "amministratore"])(
    "not by %s",
    async (as) => {
      const before = written();

      expect((await link({ target: "2021-2023/4.9.1" }, { as })).status).toBe(403);
      expect(written()).toEqual(before);
      const page = await dataOf<{ mayLink: boolean }>("/piani/2021-2023/azioni/4.4.3", as);
      expect(page.mayLink).toBe(false);
    },
  );
});

describe("the page of the objective", () => {
  test("tells the one who linked what counts, and nobody about another's", async () => {
    const answer = await link({ target: "2021-2023/4.9.1", year: "2022", rationale: "altro anno" });
    const { linked } = await dataOf<{ linked: ToldLink }>(answer.headers.get("Location")!);
    const other = answer.headers.get("Location")!.replace("PDO-TRASV-5", "PEG-CED");

    expect(linked).toMatchObject({ isUndone: false, year: 2022, counted: [], action: { code: "4.9.1" } });
    expect((await dataOf<{ linked: ToldLink | null }>(other)).linked).toBeNull();
    expect((await dataOf<{ linked: ToldLink | null }>(`${OBJECTIVE}?collegamento=abc`)).linked).toBeNull();
  });
});

describe("what to link to is searched", () => {
  test("among actions of adopted plans, the plan in force first, with what they would count", async () => {
    const { targets } = await dataOf<{ targets: LinkTargets }>(`${LINK}?q=pagopa`);

    expect(targets.groups.map(({ title }) => title)).toEqual([
      "Piano 2024-2026, in vigore",
      "Piano 2021-2023",
    ]);
    expect(targets.groups[0]!.targets[0]).toMatchObject({ value: "2024-2026/4.4.11", counted: [] });
    expect(targets.groups[1]!.targets.find(({ name }) => name === "4.4.3")).toMatchObject({ linked: [null] });
  });

  test("and what was chosen and written before stays", async () => {
    const kept = "target=2021-2023/4.9.1&rationale=un+motivo&year=2021&weight=2";
    const { targets, typed } = await dataOf<{ targets: LinkTargets; typed: Fields }>(
      `${LINK}?q=cloud&${kept}`,
    );

    expect(targets.groups[0]).toMatchObject({ title: "Scelta finora", targets: [{ name: "4.9.1" }] });
    expect(typed).toEqual({
      ...{ q: "cloud", target: "2021-2023/4.9.1" },
      ...{ rationale: "un motivo", year: "2021", weight: "2" },
    });
  });

  test("a search that is too long is said", async () => {
    expect((await ask(`${LINK}?q=${"a".repeat(201)}`, { as: "rtd" })).status).toBe(422);
  });
});

describe("an objective is linked from its action", () => {
  test("searched by title, document, number or office", async () => {
    const titlesFor = async (q: string) =>
      (await dataOf<{ targets: LinkTargets }>(`${LINK_ACTION}?q=${encodeURIComponent(q)}`)).targets.groups
        .flatMap(({ targets }) => targets)
        .map(({ value }) => value);

    expect(await titlesFor("incassi pagopa")).toEqual(["PDO-TRASV-5"]);
    expect(await titlesFor("pdo-trasv-5")).toEqual(["PDO-TRASV-5"]);
    expect(await titlesFor("peg 2024-2026 ced")).toContain("PEG-CED");
  });

  test("out of the objective's years too: it is told that it does not count", async () => {
    const answer = await link({ target: "PDO-TRASV-5", rationale: "lo continua" }, { page: LINK_ACTION });
    const address = answer.headers.get("Location")!;
    const { linked, objectives } = await dataOf<{ linked: ToldLink; objectives: ActionObjective[] }>(address);
    const elsewhere = await dataOf<{ linked: ToldLink | null }>(address.replace("4.4.11", "4.4.12"));

    expect(answer.status).toBe(302);
    expect(linked).toMatchObject({ isUndone: false, objective: { code: "PDO-TRASV-5" }, counted: [] });
    expect(objectives).toMatchObject([{ code: "PDO-TRASV-5", counted: [] }]);
    expect(elsewhere.linked).toBeNull();
  });

  test("to one that does not exist it is refused", async () => {
    const answer = await link({ target: "NESSUNO" }, { page: LINK_ACTION });

    expect(answer.status).toBe(422);
    expect((answer.data as Refused).errors.target![0]).toContain("Non c’è un obiettivo");
  });

  test("not of a draft", async () => {
    const plan = { code: "2027-2029", title: "Bozza", firstYear: "2027", lastYear: "2029", source: "prova" };
    expect((await ask("/piani/nuovo", { as: "rtd", form: plan })).status).toBe(302);
    sqlite.exec(`
      insert into area (plan_id, code, ordinal, title, source)
        select id, '1', 1, 'Ambito', 'prova' from plan where code = '2027-2029';
      insert into plan_action (plan_id, code, ordinal) select id, '1.1', 1 from plan where code = '2027-2029';
      insert into plan_action_version (plan_action_id, area_id, title, weight, unknown_year_count, held_from_on, opened_by_edit_id)
        select plan_action.id, area.id, 'In bozza', 1, 0, '2026-10-15', 1 from plan_action
        join area on area.plan_id = plan_action.plan_id join plan on plan.id = area.plan_id where plan.code = '2027-2029'`);
    const answer = await ask("/piani/2027-2029/azioni/1.1/obiettivi/nuovo", { as: "rtd" });
    const { targets } = await dataOf<{ targets: LinkTargets }>(`${LINK}?q=bozza`);

    expect([answer.status, answer.data]).toEqual([404, expect.stringContaining("è una bozza")]);
    expect((await link({ target: "2027-2029/1.1" })).status).toBe(422);
    expect(targets.groups.flatMap((group) => group.targets.map(({ title }) => title))).not.toContain(
      "In bozza",
    );
    expect((await dataOf<{ mayLink: boolean }>("/piani/2027-2029/azioni/1.1")).mayLink).toBe(false);
  });
});

describe("a link is undone", () => {
  test("with a reason, from today, and the past keeps it", async () => {
    const address = unlinkingOf("PDO-UOAS-4", "4.7.1");
    const answer = await undo(address, "il sito è finito");

    expect(answer.status).toBe(302);
    expect(linksOf("PDO-UOAS-4")).toMatchObject([{ action: "4.7.1", held_until_on: "2026-10-15" }]);
    const page = "/piani/2021-2023/azioni/4.7.1";
    const codes = async (al: string) =>
      (await dataOf<{ objectives: ActionObjective[] }>(page + al)).objectives.map(({ code }) => code);
    expect(await codes("")).not.toContain("PDO-UOAS-4");
    expect(await codes("?al=2026-10-14")).toContain("PDO-UOAS-4");
    expect((await ask(address, { as: "rtd" })).status).toBe(404);
  });

  test("and can be made again: the same link with a new life", async () => {
    const { id } = linksOf("PDO-UOAS-4")[0]!;
    const page = "/obiettivi/PDO-UOAS-4/collegamenti/nuovo";
    await link({ target: "2021-2023/4.7.1", rationale: "serve ancora" }, { page });

    expect(linksOf("PDO-UOAS-4").map((one) => [one.id, one.held_until_on])).toEqual([
      [id, "2026-10-15"],
      [id, null],
    ]);
  });

  test("not without a reason: what was typed stays", async () => {
    const address = unlinkingOf("PDO-TRASV-2", "4.6.1");
    const { seen } = await dataOf<{ seen: string }>(address);
    const form = { ...grounds("", seen), actOrgan: "Giunta" };
    const answer = await ask(address, { as: "rtd", form });

    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ errors: { reason: [expect.any(String)] }, typed: form });
    expect(linksOf("PDO-TRASV-2")[0]!.held_until_on).toBeNull();
  });

  test("the same form sent twice is one undoing; another's is told, with what was typed", async () => {
    const address = unlinkingOf("PDO-TRASV-2", "4.6.1");
    const { seen } = await dataOf<{ seen: string }>(address);
    const form = grounds("non è la stessa cosa", seen);
    const first = await ask(address, { as: "rtd", form });
    const before = written();
    const second = await ask(address, { as: "rtd", form });
    const other = await ask(address, { as: "rtd", form: grounds("un altro motivo", seen) });

    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(other.status).toBe(409);
    expect(other.data).toContain("un altro motivo");
    expect(written()).toEqual(before);
  });

  test("one that was undone and made again meanwhile is a conflict", async () => {
    const address = unlinkingOf("PDO-TRASV-3", "4.7.4");
    const { seen } = await dataOf<{ seen: string }>(address);
    await undo(address);
    await link({ target: "2021-2023/4.7.4" }, { page: "/obiettivi/PDO-TRASV-3/collegamenti/nuovo" });
    const answer = await ask(address, { as: "rtd", form: grounds("quello di prima", seen) });

    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ isConflict: true, typed: { reason: "quello di prima" } });
    expect(linksOf("PDO-TRASV-3").at(-1)!.held_until_on).toBeNull();
  });

  test.each(["dirigente-settore-3", "referente-settore-4", "giunta", "lettore", "amministratore"])(
    "not by %s",
    async (as) => {
      expect((await undo(unlinkingOf("PDO-TRASV-7", "4.5.1"), "no", as)).status).toBe(403);
      expect(linksOf("PDO-TRASV-7")[0]!.held_until_on).toBeNull();
    },
  );
});

describe("the list of what is linked to nothing", () => {
  type Lists = {
    mayLink: boolean;
    objectives: { code: string }[];
    plans: { code: string; total: number; actions: { code: string }[] }[];
    unread: { planned: string }[];
    total: number;
  };

  function unlinkedInDatabase(plan: string): string[] {
    return sqlite
      .prepare(
        `select plan_action.code from plan_action join plan on plan.id = plan_id
         where plan.code = ? and plan_action.id not in (
           select plan_action_id from objective_link join objective_link_version on objective_link_id = objective_link.id
           where held_from_on <= '2026-10-15' and held_until_on is null)
         order by plan_action.ordinal`,
      )
      .pluck()
      .all(plan) as string[];
  }

  test("has the actions that no objective rests on, by plan, the one in force first", async () => {
    const { plans, total } = await dataOf<Lists>("/obiettivi/collegamenti", "lettore");

    expect(total).toBe(25);
    expect(plans.map(({ code }) => code)).toEqual(["2024-2026", "2021-2023"]);
    for (const { code, actions } of plans)
      expect(actions.map((action) => action.code)).toEqual(unlinkedInDatabase(code));
    expect(plans[1]!.total).toBe(56);
  });

  test("has the objectives without actions, and obeys the day", async () => {
    const { objectives } = await dataOf<Lists>("/obiettivi/collegamenti", "giunta");
    const before = await dataOf<Lists>("/obiettivi/collegamenti?al=2019-12-31", "giunta");

    expect(objectives.map(({ code }) => code)).toContain("PEG-50000-40000");
    expect(objectives.map(({ code }) => code)).not.toContain("PEG-CED");
    expect(before).toMatchObject({ total: 0, objectives: [], mayLink: false });
  });

  test("is narrowed to an office and those under it", async () => {
    const all = await dataOf<Lists>("/obiettivi/collegamenti");
    const some = await dataOf<Lists>("/obiettivi/collegamenti?ufficio=settore-4");

    expect(some.total).toBeLessThan(all.total);
    expect(some.plans[0]!.total).toBeLessThan(all.plans[0]!.total);
    expect(some.plans[0]!.total).toBeGreaterThan(0);
    expect((await ask("/obiettivi/collegamenti?ufficio=nessuno", { as: "rtd" })).status).toBe(422);
  });

  test("offers links to the RTD alone, and only now", async () => {
    expect((await dataOf<Lists>("/obiettivi/collegamenti")).mayLink).toBe(true);
    expect((await dataOf<Lists>("/obiettivi/collegamenti?al=2026-10-14")).mayLink).toBe(false);
    expect((await dataOf<Lists>("/obiettivi/collegamenti", "dirigente-settore-3")).mayLink).toBe(false);
  });
});
