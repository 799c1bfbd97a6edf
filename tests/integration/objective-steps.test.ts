import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { objectivesOnDay } from "#app/pages/objective/objectives-on-day.server.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

/** Steps of an objective, and the weights of what it is made of (R9, R11). */

const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";
const CODE = "PEG-CED";
const OWN = "dirigente-settore-3";

type Refused = {
  errors: Record<string, string[]>;
  typed: Record<string, string>;
  isConflict: boolean;
  understood: string | null;
};
type Page = {
  prefilled: Record<string, string>;
  objective: { lastEdit: number; steps: { ordinal: number }[]; links: { id: number }[] };
  understood: string;
};
type Saved = { understood: { name: string; sentence: string }[]; retired: string[] };

function addressOf(...parts: (string | number)[]): string {
  return ["/obiettivi", CODE, ...parts].join("/");
}

async function page(address: string, as = "rtd"): Promise<Page> {
  return (await ask(address, { as })).data as Page;
}

/** Sends a form as it was drawn just now, with what a person types in it. */
async function send(address: string, typed: Record<string, string>, as = "rtd") {
  const { objective } = await page(address, as);
  const form = { seen: String(objective.lastEdit), reason: "variazione del PEG", ...typed };
  return ask(address, { as, form });
}

async function objectiveOn(day = TODAY, code = CODE) {
  const at = day === TODAY ? asOfNow(day) : asOf(day);
  return (await objectivesOnDay(at)).find((one) => one.code === code)!;
}

async function lastStep() {
  return (await objectiveOn()).steps.at(-1)!;
}

/** What the page says that a form led to. */
async function saidAt(location: string | null, as = "rtd") {
  return ((await ask(location!, { as })).data as { saved: Saved }).saved;
}

function written() {
  return [
    "edit",
    "objective_activity",
    "objective_step",
    "objective_step_version",
    "objective_link_version",
  ].map((table) => sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number);
}

describe("a step added", () => {
  const ADD = addressOf("punti", "nuovo");
  const STEP = { text: "Controllo delle copie", planned: "mensile", activity: "1" };

  test("by the dirigente of its office is in its activity from today, and the page says what was understood", async () => {
    const before = (await objectiveOn()).steps.length;
    const { status, headers } = await send(ADD, STEP, OWN);

    expect(status).toBe(302);
    const step = await lastStep();
    expect(step).toMatchObject({
      ordinal: before + 1,
      text: STEP.text,
      weight: 1,
      measure: { kind: "periods" },
    });
    expect((await objectiveOn()).activities[0]!.id).toBe(step.objective_activity_id);
    expect((await objectiveOn(YESTERDAY)).steps).toHaveLength(before);
    expect((await saidAt(headers.get("Location"), OWN)).understood).toEqual([
      { name: String(step.ordinal), sentence: expect.stringMatching(/^Capito: ogni mese: 12 periodi/) },
    ]);
  });

  test("with a programmato that cannot be read is saved as it is written, and the page says so", async () => {
    const { headers } = await send(ADD, { ...STEP, text: "Altro", planned: "quando sarà possibile" });

    expect(await lastStep()).toMatchObject({
      planned_as_written: "quando sarà possibile",
      isUnread: true,
      measure: { kind: "continuous" },
    });
    expect((await saidAt(headers.get("Location"))).understood[0]!.sentence).toMatch(/^Non capito/);
  });

  test("may bring a new activity, which needs a title", async () => {
    const untitled = await send(ADD, { ...STEP, activity: "nuova" });
    expect(Object.keys((untitled.data as Refused).errors)).toEqual(["activityTitle"]);
    expect((untitled.data as Refused).understood).toMatch(/^Capito: ogni mese/);

    await send(ADD, { ...STEP, activity: "nuova", activityTitle: "Sicurezza" });
    const { activities, steps } = await objectiveOn();
    expect(activities.at(-1)).toMatchObject({ title: "Sicurezza", ordinal: activities.length });
    expect(steps.at(-1)!.objective_activity_id).toBe(activities.at(-1)!.id);
  });

  test("sent twice is one; again in the same words, it is there already", async () => {
    const { objective } = await page(ADD);
    const form = { ...STEP, activity: "", seen: String(objective.lastEdit), reason: "variazione" };
    const answers = [await ask(ADD, { as: "rtd", form }), await ask(ADD, { as: "rtd", form })];
    const before = written();

    expect(answers.map(({ headers }) => headers.get("Location"))).toEqual([
      expect.stringContaining("salvato="),
      answers[0]!.headers.get("Location"),
    ]);
    const again = await send(ADD, { ...STEP, activity: "" });
    expect(Object.keys((again.data as Refused).errors)).toEqual(["text"]);
    expect(written()).toEqual(before);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["without words nor a reason", { text: " ", reason: "" }, ["text", "reason"]],
    ["with words too long", { text: "x".repeat(2001) }, ["text"]],
    ["with a weight below zero", { weight: "-2" }, ["weight"]],
    ["with a weight that is no number", { weight: "due" }, ["weight"]],
    ["in an activity that is not there", { activity: "77" }, ["activity"]],
    ["in an activity that is no number", { activity: "x" }, ["activity"]],
  ])("%s is refused, and nothing typed is lost", async (_, varied, fields) => {
    const before = written();
    const { status, data } = await send(ADD, { ...STEP, text: "Nuovo testo", ...varied });

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, fields]);
    expect((data as Refused).typed).toMatchObject({ planned: "mensile", ...varied });
    expect(written()).toEqual(before);
  });

  test("is weighed by nobody but the RTD", async () => {
    const before = written();
    const { status } = await send(ADD, { ...STEP, text: "Pesato da sé", weight: "50" }, OWN);

    expect(status).toBe(403);
    expect(written()).toEqual(before);
    expect((await ask(ADD, { as: OWN })).data).toMatchObject({ mayWeigh: false });
  });
});

describe("a step edited", () => {
  const EDIT = addressOf("punti", 1, "modifica");

  test("says the new words from today, keeps the old ones until yesterday, its weight and what was reported of it", async () => {
    const step = (await objectiveOn()).steps[0]!;
    sqlite
      .prepare(
        `insert into step_report (objective_step_id, effective_on, text, recorded_at, author_id, author_role, after_sequence)
         values (?, '2024-03-01', 'fatto', '2024-03-01T10:00:00.000Z', 'x', 'rtd', 0)`,
      )
      .run(step.id);
    const { prefilled, understood } = await page(EDIT);
    expect(understood).toMatch(/^(Capito|Non capito)/);
    const { text, planned } = { ...prefilled, planned: "entro il 30/06/2024" } as Record<string, string>;
    const { headers } = await send(EDIT, { text: text!, planned: planned! }, OWN);

    const [today, yesterday] = [(await objectiveOn()).steps[0]!, (await objectiveOn(YESTERDAY)).steps[0]!];
    expect(today).toMatchObject({ measure: { kind: "due", dueOn: "2024-06-30" }, weight: step.weight });
    expect(today.reports.map((one) => one.text)).toEqual(["fatto"]);
    expect(yesterday.planned_as_written).toBe(step.planned_as_written);
    expect((await saidAt(headers.get("Location"), OWN)).understood).toHaveLength(1);
  });

  test("as it is writes nothing; behind another window it is told so", async () => {
    const { prefilled } = await page(EDIT);
    const before = written();
    const same = await send(EDIT, { ...prefilled, reason: "" });
    const behind = await send(EDIT, { ...prefilled, text: "Altro testo", seen: "1" });

    expect([same.status, same.headers.get("Location")]).toEqual([302, `/obiettivi/${CODE}?salvato=0`]);
    expect([behind.status, (behind.data as Refused).typed.text]).toEqual([409, "Altro testo"]);
    expect(written()).toEqual(before);
  });

  test("belongs to another office: 403, whatever is sent", async () => {
    expect((await ask(EDIT, { as: "dirigente-settore-1", form: { text: "x" } })).status).toBe(403);
  });
});

describe("a step retired", () => {
  const RETIRE = addressOf("punti", 2, "ritiro");

  test("counts nothing from today; what was reported of it, and yesterday, stay as they are", async () => {
    const before = await objectiveOn();
    const first = await send(RETIRE, {}, OWN);
    const again = await ask(RETIRE, { as: OWN, form: { reason: "variazione del PEG" } });

    expect([first.status, again.status]).toEqual([302, 302]);
    expect((await saidAt(first.headers.get("Location"), OWN)).retired).toEqual(["2 (b)"]);
    expect((await objectiveOn()).steps.map(({ ordinal }) => ordinal)).toEqual(
      before.steps.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== 2),
    );
    expect((await objectiveOn(YESTERDAY)).steps.some(({ ordinal }) => ordinal === 2)).toBe(true);
    const { reason } = sqlite
      .prepare(
        `select edit.reason from objective_step_version join objective_step on objective_step.id = objective_step_id
         join objective on objective.id = objective_id join edit on edit.id = closed_by_edit_id
         where objective.code = ? and objective_step.ordinal = 2`,
      )
      .get(CODE) as { reason: string };
    expect(reason).toBe("variazione del PEG");
  });

  test("is not edited any more, and its number is not given again", async () => {
    expect((await ask(addressOf("punti", 2, "modifica"), { as: "rtd" })).status).toBe(404);
    await send(addressOf("punti", "nuovo"), { text: "Un altro", planned: "", activity: "" });

    expect((await lastStep()).ordinal).toBeGreaterThan(2);
    expect((await lastStep()).measure).toEqual({ kind: "continuous" });
  });

  test("while its words were being typed: 409 with all that was typed", async () => {
    const form = { text: "Nuove parole", planned: "mensile", reason: "variazione", seen: "1" };
    const answer = await ask(addressOf("punti", 2, "modifica"), { as: OWN, form });

    expect([answer.status, answer.data]).toEqual([409, expect.stringContaining("Nuove parole")]);
  });

  test("while its effettivo was being typed: 409 with all that was typed, and nothing is written", async () => {
    const count = () => sqlite.prepare("select count(*) from step_report").pluck().get();
    const before = count();
    const form = { effectiveOn: "2026-10-01", text: "Pubblicato sul sito.", measure: "due", seen: "0" };
    const { status, data } = await ask(addressOf("punti", 2, "effettivo"), { as: OWN, form });

    expect([status, count()]).toEqual([409, before]);
    expect(JSON.parse(data as string)).toMatchObject({
      what: expect.stringContaining("è stato ritirato") as string,
      kept: [
        { label: "Giorno", words: "2026-10-01" },
        { label: "Che cosa è stato fatto", words: "Pubblicato sul sito." },
      ],
    });
    expect((await ask(addressOf("punti", 999, "effettivo"), { as: OWN, form })).status).toBe(404);
    expect((await ask(addressOf("punti", 2, "effettivo"), { as: OWN })).status).toBe(404);
  });

  test("needs a reason", async () => {
    const { status, data } = await send(addressOf("punti", 3, "ritiro"), { reason: " " });

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["reason"]]);
  });
});

describe("the weights of an objective", () => {
  const LINKED = "DUP-M1P11-1";
  const WEIGHTS = `/obiettivi/${LINKED}/pesi`;

  async function drawn() {
    const { objective } = await page(WEIGHTS);
    return Object.fromEntries(objective.links.map(({ id }) => [`weight-link-${id}`, "1"]));
  }

  test("are all changed in one edit, in Italian decimals; only those that change are written again", async () => {
    const form = await drawn();
    const [first, ...others] = Object.keys(form);
    expect(others.length).toBeGreaterThan(0);
    const [, , , , linksBefore] = written();
    const { status } = await send(WEIGHTS, { ...form, [first!]: "1,25" });

    expect(status).toBe(302);
    const weights = async (day?: string) =>
      (await objectiveOn(day, LINKED)).links.map(({ weight }) => weight);
    expect((await weights()).sort()).toEqual([...others.map(() => 1), 1.25]);
    expect(new Set(await weights(YESTERDAY))).toEqual(new Set([1]));
    expect(written()[4]).toBe(linksBefore! + 1);
  });

  test("are refused at their fields, and all nothing at the head of the list", async () => {
    const form = await drawn();
    const [first, second] = Object.keys(form);
    const before = written();
    const wrong = await send(WEIGHTS, { ...form, [first!]: "-1", [second!]: "101" });
    const unread = await send(WEIGHTS, { ...form, [first!]: "uno", [second!]: "" });
    const none = await send(WEIGHTS, Object.fromEntries(Object.keys(form).map((name) => [name, "0"])));

    expect([wrong, unread].map(({ data }) => Object.keys((data as Refused).errors))).toEqual([
      [first, second],
      [first, second],
    ]);
    expect((none.data as Refused).errors.weights![0]).toContain("avanzamento non si può calcolare");
    expect((unread.data as Refused).typed[first!]).toBe("uno");
    expect(written()).toEqual(before);
  });

  test("left as they are write nothing; with no reason nothing is changed", async () => {
    const { objective } = (await ask(WEIGHTS, { as: "rtd" })).data as {
      objective: { links: { id: number; weight: number }[] };
    };
    const now = Object.fromEntries(
      objective.links.map(({ id, weight }) => [`weight-link-${id}`, String(weight).replace(".", ",")]),
    );
    const before = written();

    expect((await send(WEIGHTS, now)).headers.get("Location")).toBe(`/obiettivi/${LINKED}?salvato=0`);
    expect(
      Object.keys(((await send(WEIGHTS, { ...(await drawn()), reason: "" })).data as Refused).errors),
    ).toEqual(["reason"]);
    expect(written()).toEqual(before);
  });

  test("go on beside what a step says: words, programmato and whether it is shared", async () => {
    const row = () =>
      sqlite
        .prepare(
          `select text, planned_as_written, planned_is_shared, version.weight from objective_step_version as version
           join objective_step as step on step.id = objective_step_id join objective on objective.id = step.objective_id
           where objective.code = 'PEG-50000-30000' and held_until_on is null and planned_is_shared = 1
           order by step.ordinal limit 1`,
        )
        .get() as Record<string, unknown>;
    const before = row();
    const address = "/obiettivi/PEG-50000-30000/pesi";
    const { objective } = await page(address);
    const all = Object.fromEntries([
      ...objective.steps.map(({ ordinal }) => [`weight-step-${ordinal}`, "2"]),
      ...objective.links.map(({ id }) => [`weight-link-${id}`, "1"]),
    ]) as Record<string, string>;
    await send(address, all);

    expect(row()).toEqual({ ...before, weight: 2 });
  });
});
