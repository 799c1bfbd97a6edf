import { beforeEach, describe, expect, test } from "vitest";
import { anOpening, closeRound, type Item, officePart, openRound } from "#tests/support/monitoring.ts";
import { ask, countLines, db, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { recordConfirmations } from "#db/monitoring/monitoring-items.ts";

type Refusal = { errors: Record<string, string[]>; typed: Record<string, string>; chosen: number[] };

beforeEach(closeRound);

function countRounds(): number {
  return sqlite.prepare("select count(*) from monitoring").pluck().get() as number;
}

function itemsOf(round: string) {
  return sqlite
    .prepare(
      `select office.code as office, plan_action.code as action, action_year.year, item.objective_step_id as step
       from monitoring_item item join office on office.id = item.office_id
       left join action_year on action_year.id = item.action_year_id
       left join plan_action on plan_action.id = action_year.plan_action_id where item.monitoring_id = ?`,
    )
    .all(round.split("/").at(-1)) as {
    office: string;
    action: string | null;
    year: number | null;
    step: number | null;
  }[];
}

/** A contribution of the office of an item that says something else than its last, as if recorded at a moment. */
function addPart(item: number, at: string) {
  sqlite
    .prepare(
      `insert into contribution (action_year_id, office_id, status, progress, effective_on, note, recorded_at, author_id, author_role,
         author_office_id, after_sequence)
       select action_year_id, office_id, 'in-progress', 77, '2026-10-15', '', ?, 'prova', 'dirigente', office_id, 0
       from monitoring_item where id = ?`,
    )
    .run(at, item);
}

/** An effettivo by the office of an item, as if recorded at a moment. */
function addReport(item: number, at: string) {
  sqlite
    .prepare(
      `insert into step_report (objective_step_id, effective_on, text, recorded_at, author_id, author_role, author_office_id, after_sequence)
       select objective_step_id, '2026-10-15', 'Fatto.', ?, 'prova', 'dirigente', office_id, 0 from monitoring_item where id = ?`,
    )
    .run(at, item);
}

describe("opening a round", () => {
  test("proposes the last half-year and a fortnight, and says beforehand what each office is asked", async () => {
    const { data } = await ask("/giri/nuovo", { as: "rtd" });
    const { prefilled, offices } = data as {
      prefilled: Record<string, string>;
      offices: { code: string; years: number; steps: number }[];
    };
    const round = await openRound();
    const asked = itemsOf(round);

    expect(prefilled).toMatchObject({
      title: "Monitoraggio al 30/06/2026",
      lookedAtOn: "2026-06-30",
      dueOn: "2026-10-30",
    });
    expect(offices.length).toBeGreaterThan(3);
    for (const { code, years, steps } of offices) {
      const own = asked.filter(({ office }) => office === code);
      expect([code, years, steps]).toEqual([
        code,
        own.filter(({ step }) => step === null).length,
        own.filter(({ step }) => step !== null).length,
      ]);
    }
  });

  test("asks each office for what is open and begun by that day, of which it answers or which it leads", async () => {
    const asked = itemsOf(await openRound());
    const later = asked.filter(({ year }) => year !== null && year > 2026);
    const led = asked.filter(({ action, year }) => action === "4.10.2" && year === 2026);
    const shared = asked.filter(({ action, year }) => action === "4.3.6" && year === 2025);

    expect(later).toEqual([]);
    expect(led.map(({ office }) => office)).toContain("settore-4");
    expect(shared.map(({ office }) => office).sort()).toEqual(["settore-3", "settore-4"]);
  });

  test("is refused at the field, with all that was typed, where the term is past or the title is missing", async () => {
    const before = countRounds();
    const { status, data } = await ask("/giri/nuovo", {
      as: "rtd",
      form: anOpening({ title: "", dueOn: "2026-10-14", note: "Due righe" }),
    });
    const { errors, typed } = data as Refusal;

    expect(status).toBe(422);
    expect(Object.keys(errors)).toEqual(["title", "dueOn"]);
    expect(typed).toMatchObject({ dueOn: "2026-10-14", note: "Due righe" });
    expect(countRounds()).toBe(before);
  });

  test("is refused while another is open, and one form sent twice opens one", async () => {
    const first = await openRound();
    const again = await openRound();
    const { status, data } = await ask("/giri/nuovo", { as: "rtd", form: anOpening({ title: "Un altro" }) });

    expect(again).toBe(first);
    expect(status).toBe(409);
    expect((data as Refusal).errors.title![0]).toContain(
      "C’è già un giro aperto, «Monitoraggio al 30/06/2026»",
    );
  });
});

describe("confirming that there is nothing new", () => {
  const DIRIGENTE = "dirigente-settore-4";

  async function waiting(round: string, way: string): Promise<Item[]> {
    const { items } = await officePart(round, "settore-4", DIRIGENTE);
    return items.filter(({ answer, isConfirmable }) => isConfirmable && answer.way === way);
  }

  function confirm(round: string, items: { seen: string }[], as = DIRIGENTE) {
    const form = items.map(({ seen }): [string, string] => ["chosen", seen]);
    return ask(`${round}/uffici/settore-4`, { as, form });
  }

  test("writes an update where the office updates, a confirmation where it shares: in one go", async () => {
    const round = await openRound();
    const [led] = await waiting(round, "status");
    const [shared] = await waiting(round, "contribution");
    const lines = countLines();
    const { status, headers } = await confirm(round, [led!, shared!]);
    const { items } = await officePart(round, "settore-4");
    const stateOf = (id: number) => items.find((item) => item.id === id)!.answer;

    expect(status).toBe(302);
    expect(headers.get("Location")).toContain("confermate=2");
    expect(countLines()).toBe(lines + 1);
    expect(stateOf(led!.id)).toMatchObject({ state: "confirmed", way: "status", on: "2026-10-15" });
    expect(stateOf(shared!.id)).toMatchObject({ state: "confirmed", way: "contribution" });
  });

  test("leaves a contribution of the day that it was given for, with its proof", async () => {
    const round = await openRound();
    const contributions = () => sqlite.prepare("select * from contribution order by id").all();
    const before = contributions();
    const [shared] = await waiting(round, "contribution");
    await confirm(round, [shared!]);

    expect(contributions()).toEqual(before);
  });

  test("sent twice is one", async () => {
    const round = await openRound();
    const items = [...(await waiting(round, "status")), ...(await waiting(round, "contribution"))];
    await confirm(round, items);
    const lines = countLines();
    const { status } = await confirm(round, items);

    expect(status).toBe(302);
    expect(countLines()).toBe(lines);
  });

  test("writes nothing where one of them moved meanwhile, says which, and keeps the others chosen", async () => {
    const round = await openRound();
    const [one] = await waiting(round, "status");
    const [two] = await waiting(round, "contribution");
    const [code, year] = one!.name.split(", ") as [string, string];
    const plan = Number(year) < 2024 ? "2021-2023" : "2024-2026";
    await ask(`/piani/${plan}/azioni/${code}/${year}/stato`, {
      as: "rtd",
      form: {
        to: "no-news",
        effectiveOn: "2026-10-15",
        reason: "",
        sequence: String(lastSequenceOf(code, Number(year))),
        evidenceKind: "",
        evidenceNumber: "",
        evidenceOn: "",
        evidenceLink: "",
        evidenceNote: "",
      },
    });
    const lines = countLines();
    const { status, data } = await confirm(round, [one!, two!]);
    const { errors, chosen } = data as Refusal;

    expect(status).toBe(409);
    expect(errors.chosen![0]).toContain(one!.name);
    expect(chosen).toEqual([two!.id]);
    expect(countLines()).toBe(lines);
  });

  test("asks for at least one, and for none that was altered", async () => {
    const round = await openRound();
    const [one] = await waiting(round, "status");

    expect((await ask(`${round}/uffici/settore-4`, { as: DIRIGENTE, form: {} })).status).toBe(422);
    expect((await confirm(round, [{ seen: "x" }])).status).toBe(409);
    expect((await confirm(round, [{ seen: `${one!.id}.0.0.0` }])).status).toBe(409);
  });

  test("is not for the RTD, nor for another office", async () => {
    const round = await openRound();
    const [one] = await waiting(round, "status");

    expect((await confirm(round, [one!], "rtd")).status).toBe(403);
    expect((await confirm(round, [one!], "dirigente-settore-3")).status).toBe(403);
    expect((await confirm(round, [one!], "giunta")).status).toBe(403);
  });

  test("is refused once the round is closed", async () => {
    const round = await openRound();
    const items = await waiting(round, "status");
    await closeRound();
    const { status, data } = await confirm(round, items);

    expect(status).toBe(409);
    expect((data as Refusal).errors.chosen![0]).toContain("il giro è stato chiuso");
  });
});

describe("closing a round", () => {
  type Page = { round: { closedOn: string; closingNote: string }; counts: Record<string, number> };

  test("keeps its note, and the answers given until then: what comes after is none", async () => {
    const round = await openRound();
    const { items } = await officePart(round, "settore-4", "dirigente-settore-4");
    const [one, two] = items.filter(({ isConfirmable }) => isConfirmable);
    const confirm = (item: Item) =>
      ask(`${round}/uffici/settore-4`, { as: "dirigente-settore-4", form: { chosen: item.seen } });
    await confirm(one!);
    await ask(`${round}/chiusura`, { as: "rtd", form: { note: "Fatto.\nGrazie" } });
    const closed = (await ask(round, { as: "giunta" })).data as Page;
    await confirm(two!);
    const after = (await ask(round, { as: "giunta" })).data as Page;

    expect(closed.round).toMatchObject({ closedOn: "2026-10-15", closingNote: "Fatto.\nGrazie" });
    expect(closed.counts).toMatchObject({ answered: 1, confirmed: 1 });
    expect(after.counts).toEqual(closed.counts);
  });

  test("counts by the order of recording: what came before it, whatever its moment, and nothing that came after", async () => {
    const round = await openRound();
    const { items } = await officePart(round, "settore-4");
    const [one, two] = items.filter((item) => item.isConfirmable && item.answer.way === "contribution");
    const [step, other] = await waitingSteps(round);
    addPart(one!.id, "2026-10-15T21:00:00.000Z");
    addReport(step!.id, "2026-10-15T21:00:00.000Z");
    await closeRound();
    const closed = await everyPart(round);
    addPart(one!.id, "2026-10-15T08:00:00.000Z");
    addPart(two!.id, "2026-10-15T08:00:00.000Z");
    addReport(other!.id, "2026-10-15T08:00:00.000Z");
    const stateOf = (id: number) => closed.find((item) => item.id === id)!.answer.state;

    expect([one, two, step, other].map((item) => stateOf(item!.id))).toEqual([
      ...["changed", "waiting", "changed", "waiting"],
    ]);
    expect(await everyPart(round)).toEqual(closed);
  });

  test("leaves nothing to confirm, whenever the page was read", async () => {
    const round = await openRound();
    const [step] = await waitingSteps(round);
    await closeRound();
    const by = { id: "prova", role: "dirigente", officeId: null, at: "2026-10-15T08:00:00.000Z" } as const;
    await recordConfirmations(db, [step!.id], by);

    const { answer } = (await everyPart(round)).find(({ id }) => id === step!.id)!;
    expect(answer.state).toBe("waiting");
  });

  async function waitingSteps(round: string): Promise<Item[]> {
    return (await everyPart(round)).filter(
      ({ answer }) => answer.state === "waiting" && answer.way === "step",
    );
  }

  async function everyPart(round: string): Promise<Item[]> {
    const parts = [];
    for (const office of new Set(itemsOf(round).map((item) => item.office)))
      parts.push(...(await officePart(round, office)).items);
    return parts;
  }

  test("closes once: the same form again changes nothing, another note is told that it is late", async () => {
    const round = await openRound();
    const close = (note: string) => ask(`${round}/chiusura`, { as: "rtd", form: { note } });
    await close("Prima");

    expect((await close("Prima")).status).toBe(302);
    const { status, data } = await close("Seconda");
    expect(status).toBe(409);
    expect((data as Refusal).typed.note).toBe("Seconda");
    expect(((await ask(round, { as: "rtd" })).data as Page).round.closingNote).toBe("Prima");
  });
});
