import { beforeAll, describe, expect, test } from "vitest";
import type { User } from "#db/users.ts";
import { findUser } from "#db/users.ts";
import { ask, countLines, db, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

/** What is written by who had the page of an annualità open while it was given to others, or closed. */

const ACTION = (code: string) => `/piani/2024-2026/azioni/${code}`;
const NO_EVIDENCE = {
  evidenceKind: "",
  evidenceNumber: "",
  evidenceOn: "",
  evidenceLink: "",
  evidenceNote: "",
};

/** The pages read the day once, when the demonstration is there: they come after it. */
const { actionYearOr404 } = await import("#app/pages/status/action-year.server.ts");
const { recordChange } = await import("#app/pages/status/status-change.server.ts");
const { report } = await import("#app/pages/contribution/contribution-form.server.ts");

function found(code: string, year: number) {
  return actionYearOr404({ plan: "2024-2026", code, year: String(year) });
}

async function userOf(username: string): Promise<User> {
  const id = sqlite.prepare("select id from user where username = ?").pluck().get(username) as string;
  return (await findUser(db, id))!;
}

/** The RTD says from its page which offices answer for an annualità. */
async function giveTo(offices: string[], code: string, year: number): Promise<void> {
  const address = `${ACTION(code)}/${year}/uffici`;
  const { lastEdit } = (await ask(address, { as: "rtd" })).data as { lastEdit: number };
  const ticked = Object.fromEntries(offices.map((office) => [`office-${office}`, "on"]));
  const grounds = { edit: String(lastEdit), reason: "riorganizzazione", ...NO_ACT };
  expect((await ask(address, { as: "rtd", form: { ...grounds, ...ticked } })).status).toBe(302);
}

const NO_ACT = { actOrgan: "", actNumber: "", actOn: "" };

function countContributions(): number {
  return sqlite.prepare("select count(*) from contribution").pluck().get() as number;
}

describe("a status sent by who answered alone when the page was opened, and by now answers no more", () => {
  const address = `${ACTION("4.4.11")}/2026/stato`;
  const form = () => ({
    ...{
      to: "in-progress",
      progress: "70",
      reason: "",
      effectiveOn: "2026-10-15",
      targetYear: "",
      dueOn: "",
    },
    ...NO_EVIDENCE,
    sequence: String(lastSequenceOf("4.4.11", 2026)),
  });
  let opened: Awaited<ReturnType<typeof found>>;
  beforeAll(async () => {
    opened = await found("4.4.11", 2026);
    await giveTo(["settore-1", "settore-2"], "4.4.11", 2026);
  });

  test("is told so, with who answers now, and nothing is written", async () => {
    const lines = countLines();
    const answer = await ask(address, { as: "dirigente-settore-3", form: form() });

    expect([answer.status, countLines()]).toEqual([409, lines]);
    expect(answer.data).toBe(
      "Adesso dell’annualità 2026 dell’azione 4.4.11 rispondono Settore 1 e Settore 2 – Servizi alla Persona.",
    );
  });

  test("is told the same in the update round", async () => {
    const round = "/aggiornamento/2024-2026/4.4.11/2026";

    expect((await ask(round, { as: "dirigente-settore-3", form: form() })).status).toBe(409);
  });

  test("finds no page any more, as those whose it never was, who are refused as ever", async () => {
    expect((await ask(address, { as: "dirigente-settore-3" })).status).toBe(403);
    expect((await ask(address, { as: "dirigente-settore-4", form: form() })).status).toBe(403);
  });

  test("is told so also where it changed hands between the decision and the write", async () => {
    const lines = countLines();
    const change = {
      ...{ progress: 70, reason: "", effectiveOn: "2026-10-15", targetYear: null, dueOn: null },
      evidence: null,
    };
    const sequence = lastSequenceOf("4.4.11", 2026);
    const outcome = recordChange(opened, await userOf("dirigente-settore-3"), {
      ...{ ok: true, choice: "update", change, sequence },
    });

    await expect(outcome).rejects.toMatchObject({ status: 409 });
    expect(countLines()).toBe(lines);
  });
});

describe("an objective given to another office while a form about it was open", () => {
  const objective = "/obiettivi/PEG-CED";
  const edit = `${objective}/modifica`;
  beforeAll(async () => {
    const { prefilled, objective } = (await ask(edit, { as: "rtd" })).data as {
      prefilled: Record<string, string>;
      objective: { lastEdit: number };
    };
    const others = Object.entries(prefilled).filter(([name]) => name !== "office-uo-3.4");
    const form = {
      ...Object.fromEntries(others),
      "office-settore-4": "on",
      reason: "PEG variato",
      ...NO_ACT,
    };
    const answer = await ask(edit, { as: "rtd", form: { ...form, seen: String(objective.lastEdit) } });
    expect(answer.status).toBe(302);
  });

  const REASON = { label: "Motivo", words: "variazione" };
  test.each([
    ["punti/nuovo", { text: "Un altro punto", planned: "mensile", activityTitle: "Nuova" }],
    ["punti/1/modifica", { text: "Un altro testo", planned: "mensile" }],
    ["punti/1/ritiro", {}],
    ["indicatori/nuovo", { name: "Pratiche", unit: "n.", start: "", target: "7", source: "protocollo" }],
    ["dichiarato", { percent: "40" }],
    ["note", { noteText: "Una nota" }],
  ])("%s: what was typed is told back, with who answers now", async (part, typed) => {
    const form = { ...typed, reason: "variazione", seen: "1" };
    const answer = await ask(`${objective}/${part}`, { as: "dirigente-settore-3", form });
    const told = JSON.parse(answer.data as string) as { what: string; kept: { words: string }[] };

    expect([answer.status, told.what]).toEqual([409, expect.stringContaining("risponde Settore 4")]);
    expect(told.kept).toContainEqual(REASON);
    const words = Object.values(typed).filter((word) => word !== "");
    expect(told.kept.map((one) => one.words)).toEqual(expect.arrayContaining(words));
  });

  test("is no more theirs than of those whose it never was", async () => {
    const form = { text: "x", planned: "", reason: "variazione", seen: "1" };

    expect((await ask(`${objective}/punti/1/modifica`, { as: "dirigente-settore-3" })).status).toBe(403);
    expect((await ask(`${objective}/punti/1/modifica`, { as: "dirigente-settore-1", form })).status).toBe(
      403,
    );
  });
});

describe("a contribution", () => {
  const aForm = (varied: Record<string, string> = {}) => ({
    ...{ status: "in-progress", progress: "40", effectiveOn: "2026-10-15", note: "la mia nota", last: "0" },
    ...NO_EVIDENCE,
    ...varied,
  });
  const typed = {
    status: "in-progress",
    progress: 40,
    effectiveOn: "2026-10-15",
    note: "",
    evidence: null,
  } as const;
  const asSettore4 = { office: "settore-4", previous: undefined };

  test("of an office that shares it no longer is refused with who answers now", async () => {
    const opened = await found("4.3.9", 2026);
    await giveTo(["settore-3", "settore-1"], "4.3.9", 2026);
    const before = countContributions();
    const answer = await ask(`${ACTION("4.3.9")}/2026/contributo`, {
      as: "dirigente-settore-4",
      form: aForm(),
    });

    expect([answer.status, answer.data]).toEqual([
      409,
      "Adesso dell’annualità 2026 dell’azione 4.3.9 rispondono Settore 1 e Settore 3 – Risorse.",
    ]);
    const sent = { ok: true, typed, last: 0, sequence: 0 } as const;
    await expect(report(opened, await userOf("dirigente-settore-4"), asSettore4, sent)).rejects.toMatchObject(
      { status: 409 },
    );
    expect(countContributions()).toBe(before);
  });

  test("to an annualità that was cancelled meanwhile is refused with the line that did it, and loses nothing", async () => {
    const opened = await found("4.10.2", 2026);
    const sequence = lastSequenceOf("4.10.2", 2026);
    const cancelled = await ask(`${ACTION("4.10.2")}/2026/stato`, {
      as: "rtd",
      form: {
        ...{
          to: "cancelled",
          reason: "non serve più",
          effectiveOn: "2026-10-15",
          sequence: String(sequence),
        },
        ...NO_EVIDENCE,
      },
    });
    expect(cancelled.status).toBe(302);
    const before = countContributions();
    const last = sqlite
      .prepare(
        `select coalesce(max(id), 0) from contribution where action_year_id = ? and office_id = (select id from office where code = 'settore-4')`,
      )
      .pluck()
      .get(opened.actionYear.id) as number;
    const answer = await ask(`${ACTION("4.10.2")}/2026/contributo`, {
      as: "dirigente-settore-4",
      form: aForm({ last: String(last), sequence: String(sequence) }),
    });

    expect(answer).toMatchObject({
      status: 409,
      data: {
        errors: { status: [expect.stringMatching(/^Nel frattempo è cambiato lo stato/)] },
        typed: { note: "la mia nota" },
      },
    });
    expect(
      await report(opened, await userOf("dirigente-settore-4"), asSettore4, {
        ...{ ok: true, typed, last, sequence },
      }),
    ).toMatchObject({ ok: false, isConflict: true });
    expect(countContributions()).toBe(before);
  });
});
