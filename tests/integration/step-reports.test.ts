import { beforeEach, describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";

/** Point 22 of PEG-CED is due on 28/02/2024; its office is UO 3.4, under Settore 3. The others are of Settore 1. */
const DUE = "/obiettivi/PEG-CED/punti/22/effettivo";
const MONTHLY = "/obiettivi/PEG-50000-30000/punti/6/effettivo";
const CONTINUOUS = "/obiettivi/PEG-50000-30000/punti/1/effettivo";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Page = {
  objective: {
    progress: { addends: { id: number; done: { parts: number; of: number } }[] };
    steps: { id: number; ordinal: number; reports: { id: number; text: string }[] }[];
  };
  asked: {
    mayReport: boolean;
    open?: {
      ordinal: number;
      measure: string;
      seen: number;
      version: number;
      wordings: { id: number }[];
    };
    recorded?: { again: { number: number; on: string[] } };
    correctable: number[];
  };
};

/** Append-only is what the program keeps to; a test begins from nothing. */
beforeEach(() => {
  sqlite.exec(`drop trigger step_report_is_never_deleted; delete from step_report;
    create trigger step_report_is_never_deleted before delete on step_report
    begin select raise(abort, 'what was reported is append-only'); end`);
});

function reports(): Record<string, unknown>[] {
  return sqlite.prepare("select * from step_report order by id").all() as Record<string, unknown>[];
}

function aForm(varied: Record<string, string> = {}): Record<string, string> {
  return {
    effectiveOn: "2024-02-20",
    text: "Pubblicato sul sito.",
    outcome: "concluded",
    measure: "due",
    seen: "0",
    evidenceKind: "",
    evidenceOn: "",
    ...varied,
  };
}

function report(address: string, as: string, form: Record<string, string> = aForm()) {
  return ask(address, { as, form: { version: versionOf(address), ...form } });
}

/** The row of the words of the point that an address names, as its form carries it. */
function versionOf(address: string): string {
  const [, code, ordinal] = /^\/obiettivi\/([^/]+)\/punti\/(\d+)\//.exec(address)!;
  const version = sqlite
    .prepare(
      `select max(version.id) from objective_step_version version join objective_step step on step.id = objective_step_id
         join objective on objective.id = objective_id where objective.code = ? and step.ordinal = ?`,
    )
    .pluck()
    .get(code, ordinal);
  return String(version);
}

/** The RTD rewords point 22 of PEG-CED. */
async function reword(says: { text?: string; planned?: string; weight?: string }): Promise<void> {
  const edit = "/obiettivi/PEG-CED/punti/22/modifica";
  const page = (await ask(edit, { as: "rtd" })).data as {
    prefilled: Record<string, string>;
    objective: { lastEdit: number };
  };
  const form = { ...page.prefilled, ...says, reason: "PEG variato", seen: String(page.objective.lastEdit) };
  expect((await ask(edit, { as: "rtd", form })).status).toBe(302);
}

async function pageOf(code: string, as: string, query = ""): Promise<Page> {
  return (await ask(`/obiettivi/${code}${query}`, { as })).data as Page;
}

describe("an effettivo", () => {
  test("is recorded by who answers for the office above, and is said where they land", async () => {
    const { status, headers } = await report(DUE, "dirigente-settore-3");
    const [row, ...others] = reports();

    expect(status).toBe(302);
    expect(headers.get("Location")).toBe(`/obiettivi/PEG-CED?registrato=effettivo-${row!.id}#punto-22`);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      effective_on: "2024-02-20",
      text: "Pubblicato sul sito.",
      progress: 100,
      covers_from_on: null,
      replaces_id: null,
      is_withdrawal: 0,
      reason: null,
      author_role: "dirigente",
    });
  });

  test("moves the progress of its objective, from its day on", async () => {
    await report(DUE, "rtd", aForm({ outcome: "partial", progress: "40" }));
    const done = async (query: string) => {
      const { objective } = await pageOf("PEG-CED", "giunta", query);
      const { id } = objective.steps.find(({ ordinal }) => ordinal === 22)!;
      return objective.progress.addends.find((one) => one.id === id)!.done;
    };

    expect(await done("")).toEqual({ parts: 40, of: 100 });
    expect(await done("?al=2024-02-20")).toEqual({ parts: 40, of: 100 });
    expect(await done("?al=2024-02-19")).toEqual({ parts: 0, of: 100 });
  });

  test("keeps its proof", async () => {
    await report(DUE, "rtd", aForm({ evidenceKind: "determinazione", evidenceNumber: "12" }));

    expect(JSON.parse(reports()[0]!.evidence as string)).toMatchObject({
      tipo: "determinazione",
      numero: "12",
    });
  });

  test("of a monthly point reports on the month of its day, and says what was reported already", async () => {
    await report(MONTHLY, "dirigente-settore-1", aForm({ measure: "periods" }));
    const [first] = reports();
    const again = {
      measure: "periods",
      seen: String(first!.id),
      coversFrom: "2024-01-01",
      coversUntil: "2024-02-20",
    };
    const { headers } = await report(MONTHLY, "dirigente-settore-1", aForm(again));

    expect([first!.covers_from_on, first!.covers_until_on]).toEqual(["2024-02-01", "2024-02-20"]);
    const query = new URL(headers.get("Location")!, "http://rotta").search;
    const { asked, objective } = await pageOf("PEG-50000-30000", "dirigente-settore-1", query);
    expect(asked.recorded).toMatchObject({ again: { number: 1 }, counted: { isPart: true } });
    const { id } = objective.steps.find(({ ordinal }) => ordinal === 6)!;
    expect(objective.progress.addends.find((one) => one.id === id)!.done).toEqual({ parts: 2, of: 12 });
  });

  test("of a continuous point says how many times, or not", async () => {
    await report(CONTINUOUS, "dirigente-settore-1", aForm({ measure: "continuous", occurrences: "14" }));

    expect(reports()).toMatchObject([{ occurrences: 14, progress: null, covers_from_on: null }]);
  });
});

describe("an effettivo that cannot be", () => {
  test.each([
    ["before the year of its objective began", { effectiveOn: "2023-12-31" }, "effectiveOn"],
    ["in the future", { effectiveOn: "2026-10-16" }, "effectiveOn"],
    ["of a day that there is not", { effectiveOn: "2024-02-30" }, "effectiveOn"],
    ["without a text", { text: "  " }, "text"],
    ["without saying how far it is", { outcome: "" }, "outcome"],
    ["concluded and at a half", { progress: "50" }, "progress"],
    ["with a dot among its digits", { outcome: "partial", progress: "1.0" }, "progress"],
    ["beyond all", { outcome: "partial", progress: "101" }, "progress"],
    ["how far, without saying it", { outcome: "partial", progress: "" }, "progress"],
    ["proven by an act that nobody can find", { evidenceKind: "determinazione" }, "evidenceNumber"],
  ])("%s is refused at its field, and nothing typed is lost", async (_, wrong, field) => {
    const form = aForm({ coversFrom: "", occurrences: "3", ...wrong });
    const { status, data } = await report(DUE, "rtd", form);
    const refused = data as Refused;

    expect([status, Object.keys(refused.errors), refused.isConflict]).toEqual([422, [field], false]);
    expect(refused.typed).toMatchObject(form);
    expect(reports()).toEqual([]);
  });

  test("late, is asked for its period", async () => {
    const { status, data } = await report(
      MONTHLY,
      "rtd",
      aForm({ measure: "periods", effectiveOn: "2025-02-10" }),
    );

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, ["coversFrom"]]);
  });

  test("is about a point that there is not, nor an objective", async () => {
    expect((await report("/obiettivi/PEG-CED/punti/999/effettivo", "rtd")).status).toBe(404);
    expect((await report("/obiettivi/NESSUNO-1/punti/1/effettivo", "rtd")).status).toBe(404);
  });
});

describe("whose it is", () => {
  test.each(["dirigente-settore-1", "referente-settore-4", "giunta", "lettore", "amministratore"])(
    "is not %s's",
    async (as) => {
      expect((await report(DUE, as)).status).toBe(403);
      expect((await pageOf("PEG-CED", as, "?punto=22")).asked).toMatchObject({ mayReport: false });
      expect(reports()).toEqual([]);
    },
  );

  test("opens its form in the place of the point", async () => {
    const { status, headers } = await ask(DUE, { as: "dirigente-settore-3" });
    expect([status, headers.get("Location")]).toEqual([302, "/obiettivi/PEG-CED?punto=22#punto-22"]);

    const { asked } = await pageOf("PEG-CED", "dirigente-settore-3", "?punto=22");
    expect(asked.open).toMatchObject({ ordinal: 22, measure: "due", seen: 0 });
  });

  test("is nobody's on a past day", async () => {
    const { asked } = await pageOf("PEG-CED", "rtd", "?punto=22&al=2025-01-01");

    expect(asked).toEqual({ mayReport: false, correctable: [] });
  });

  test("given to another office today is told with what was typed", async () => {
    const give = (office: string, from: string) =>
      sqlite.exec(`update objective_office set office_id = (select id from office where code = '${office}')
        where objective_id = (select id from objective where code = 'PEG-CED') and held_from_on ${from}`);
    sqlite.exec(`insert into objective_office (objective_id, office_id, held_from_on, opened_by_edit_id)
      select objective_id, office_id, '2026-10-15', opened_by_edit_id from objective_office
        where objective_id = (select id from objective where code = 'PEG-CED');
      update objective_office set held_until_on = '2026-10-15', closed_by_edit_id = opened_by_edit_id
        where objective_id = (select id from objective where code = 'PEG-CED') and held_from_on < '2026-10-15'`);
    give("settore-4", "= '2026-10-15'");
    const { status, data } = await report(DUE, "dirigente-settore-3");

    expect(status).toBe(409);
    expect(JSON.parse(data as string)).toMatchObject({
      what: expect.stringContaining("risponde Settore 4") as string,
      kept: [{ words: "2024-02-20" }, { label: "Che cosa è stato fatto", words: "Pubblicato sul sito." }],
    });
    expect(reports()).toEqual([]);
    give("uo-3.4", "= '2026-10-15'");
  });
});

describe("two windows", () => {
  test("on the same point: the slower is told, and loses nothing", async () => {
    await report(DUE, "rtd");
    const form = aForm({ text: "Pubblicato in ritardo." });
    const { status, data } = await report(DUE, "dirigente-settore-3", form);

    expect(status).toBe(409);
    expect(data).toMatchObject({ isConflict: true, typed: form });
    expect(reports()).toHaveLength(1);
  });

  test("with something wrong in the slower one: the other's effettivo is told first", async () => {
    await report(DUE, "rtd");

    expect((await report(DUE, "dirigente-settore-3", aForm({ text: "" }))).status).toBe(409);
  });

  test("the same form sent twice is one effettivo", async () => {
    const first = await report(DUE, "rtd");
    const second = await report(DUE, "rtd");

    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(reports()).toHaveLength(1);
  });

  test("sent at once are one effettivo too", async () => {
    const answers = await Promise.all([report(DUE, "rtd"), report(DUE, "rtd")]);

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(reports()).toHaveLength(1);
  });

  test.each([{ text: "Un altro punto" }, { planned: "28.02.2024, salvo proroga" }])(
    "the point came to say %j meanwhile: what it said is told, and nothing typed is lost",
    async (says) => {
      const form = aForm({ version: versionOf(DUE) });
      await reword(says);
      const { status, data } = await report(DUE, "rtd", form);

      expect([status, data]).toMatchObject([409, { isConflict: true, typed: form }]);
      expect(reports()).toEqual([]);
      const { asked } = await pageOf("PEG-CED", "rtd", "?punto=22");
      expect(asked.open!.wordings.map(({ id }) => String(id))).toContain(form.version);
      expect((await report(DUE, "rtd", { ...form, version: String(asked.open!.version) })).status).toBe(302);
    },
  );

  test("the point came to weigh otherwise meanwhile: what is reported of it is the same", async () => {
    const form = aForm({ version: versionOf(DUE) });
    await reword({ weight: "2" });

    expect((await report(DUE, "dirigente-settore-3", form)).status).toBe(302);
  });

  test("without the words that were seen: it is told", async () => {
    expect((await report(DUE, "rtd", aForm({ version: "" }))).status).toBe(409);
  });
});

describe("a rettifica", () => {
  async function reported(as = "dirigente-settore-3"): Promise<{ id: number; address: string }> {
    await report(DUE, as);
    const id = reports().at(-1)!.id as number;
    return { id, address: `${DUE}/${id}/rettifica` };
  }

  test("stands in the place of the wrong effettivo, with its reason", async () => {
    const { id, address } = await reported();
    const form = aForm({
      seen: String(id),
      text: "Pubblicato il 21.",
      effectiveOn: "2024-02-21",
      reason: "giorno errato",
    });
    const { status } = await report(address, "dirigente-settore-3", form);

    expect(status).toBe(302);
    expect(reports()[1]).toMatchObject({ replaces_id: id, is_withdrawal: 0, reason: "giorno errato" });
    const { objective } = await pageOf("PEG-CED", "rtd");
    const { reports: counted } = objective.steps.find(({ ordinal }) => ordinal === 22)!;
    expect(counted.map(({ text }) => text)).toEqual(["Pubblicato il 21."]);
  });

  test("that takes away leaves nothing that counts, and asks only for a reason", async () => {
    const { id, address } = await reported();
    const form = { withdraw: "si", reason: "era di un altro punto", seen: String(id) };
    const [first, second] = [await report(address, "rtd", form), await report(address, "rtd", form)];

    expect([first.status, second.headers.get("Location")]).toEqual([302, first.headers.get("Location")]);
    expect(reports()).toHaveLength(2);
    expect(reports()[1]).toMatchObject({
      replaces_id: id,
      is_withdrawal: 1,
      reason: "era di un altro punto",
    });
    const { objective } = await pageOf("PEG-CED", "rtd");
    expect(objective.steps.find(({ ordinal }) => ordinal === 22)!.reports).toEqual([]);
    expect((await ask(address, { as: "rtd" })).status).toBe(404);
  });

  test("sent twice is one", async () => {
    const { id, address } = await reported();
    const form = aForm({ seen: String(id), text: "Corretto.", reason: "refuso" });

    expect((await report(address, "rtd", form)).status).toBe(302);
    expect((await report(address, "rtd", form)).status).toBe(302);
    expect(reports()).toHaveLength(2);
  });

  test("without a reason is refused with all that is wrong", async () => {
    const { id, address } = await reported();
    const { status, data } = await report(address, "rtd", aForm({ seen: String(id), effectiveOn: "" }));

    expect([status, Object.keys((data as Refused).errors).sort()]).toEqual([422, ["effectiveOn", "reason"]]);
    expect(reports()).toHaveLength(1);
  });

  test("of one put right meanwhile is told, and goes on from what stands in its place", async () => {
    const { id, address } = await reported();
    const of = (text: string) => aForm({ seen: String(id), text, reason: "refuso" });
    await report(address, "dirigente-settore-3", of("Della collega."));

    expect((await report(address, "dirigente-settore-3", of("Mio."))).status).toBe(409);
    const last = reports().at(-1)!.id as number;
    const again = { ...of("Mio."), seen: String(last) };
    expect((await report(address, "dirigente-settore-3", again)).status).toBe(302);
    expect(reports().map(({ replaces_id }) => replaces_id)).toEqual([null, id, last]);
  });

  test("by the RTD is the RTD's from then on, and what the office was typing is told back", async () => {
    const { id, address } = await reported();
    await report(address, "rtd", aForm({ seen: String(id), text: "Del RTD.", reason: "refuso" }));
    const mine = aForm({ seen: String(id), text: "Dell’ufficio.", reason: "refuso" });
    const { status, data } = await report(address, "dirigente-settore-3", mine);

    expect([status, data]).toEqual([409, expect.stringContaining("Dell’ufficio.")]);
    expect((await ask(address, { as: "dirigente-settore-3" })).status).toBe(403);
    expect(reports()).toHaveLength(2);
  });

  test("of one taken away meanwhile is told with what was typed", async () => {
    const { id, address } = await reported();
    await report(address, "rtd", { withdraw: "si", reason: "doppio", seen: String(id) });
    const { status, data } = await report(
      address,
      "dirigente-settore-3",
      aForm({ seen: String(id), reason: "refuso" }),
    );

    expect(status).toBe(409);
    expect(JSON.parse(data as string)).toMatchObject({ what: "L’effettivo è stato ritirato." });
  });

  test("is the RTD's and of the office that reported", async () => {
    const { id, address } = await reported("dirigente-settore-3");
    const page = (await ask(address, { as: "dirigente-settore-3" })).data as {
      prefilled: Record<string, string>;
    };

    expect(page.prefilled).toMatchObject({
      effectiveOn: "2024-02-20",
      text: "Pubblicato sul sito.",
      outcome: "concluded",
    });
    for (const as of ["dirigente-settore-1", "giunta", "lettore", "amministratore"])
      expect((await ask(address, { as })).status).toBe(403);
    expect((await pageOf("PEG-CED", "dirigente-settore-3")).asked.correctable).toEqual([id]);
    expect((await pageOf("PEG-CED", "dirigente-settore-1")).asked.correctable).toEqual([]);
  });

  test("of what the RTD reported is the RTD's alone", async () => {
    const { address } = await reported("rtd");

    expect((await ask(address, { as: "dirigente-settore-3" })).status).toBe(403);
    expect((await ask(address, { as: "rtd" })).status).toBe(200);
  });
});
