import { describe, expect, test } from "vitest";
import { EVIDENCE_REFUSAL_LABEL, REFUSAL_LABEL } from "#app/labels.ts";
import { ask, countLines, db, lastSequenceOf, OWN, planOf, sqlite } from "#tests/support/requests.ts";

const STATUS = (code: string, year: number) => `/piani/${planOf(year)}/azioni/${code}/${year}/stato`;

/** The form as a browser sends it: every field, those that the choice hides included. */
function aForm(code: string, year: number, varied: Record<string, string> = {}): Record<string, string> {
  return {
    to: "completed",
    progress: "0",
    effectiveOn: "2026-10-15",
    reason: "",
    targetYear: "",
    dueOn: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf(code, year)),
    ...varied,
  };
}

function send(as: string, code: string, year: number, varied: Record<string, string> = {}) {
  return ask(STATUS(code, year), { as, form: aForm(code, year, varied) });
}

function lastLineOf(code: string, year: number) {
  return sqlite
    .prepare("select * from status_line where sequence = ?")
    .get(lastSequenceOf(code, year)) as Record<string, unknown>;
}

type Refused = {
  errors: Record<string, string[]>;
  typed: Record<string, string>;
  isConflict: boolean;
};

describe("the RTD", () => {
  test("completes a late annualità with a proof, and is back at the action, told which line it is", async () => {
    const lines = countLines();
    const answer = await send("rtd", "4.2.1", 2025, {
      evidenceKind: "determinazione",
      evidenceNumber: "735",
      evidenceOn: "2026-10-07",
    });

    const sequence = lastSequenceOf("4.2.1", 2025);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(
      `/piani/2024-2026/azioni/4.2.1?registrata=${sequence}#anno-2025`,
    );
    expect(countLines()).toBe(lines + 1);
    expect(lastLineOf("4.2.1", 2025)).toMatchObject({
      sequence,
      from_status: "to-start",
      to_status: "completed",
      progress: 100,
      effective_on: "2026-10-15",
      author_role: "rtd",
    });
  });

  test("says that there is no news: the same status and progress, in a line of its own", async () => {
    expect((await send("rtd", "4.4.5", 2025, { to: "no-news", progress: "12" })).status).toBe(302);
    expect(lastLineOf("4.4.5", 2025)).toMatchObject({
      from_status: "in-progress",
      to_status: "in-progress",
      progress: 70,
      target_action_year_id: null,
    });
  });

  test("gives a new progress and a new term without a step", async () => {
    const update = { to: "update", progress: "75", dueOn: "2026-12-31", reason: "proroga del fornitore" };

    expect((await send("rtd", "4.4.5", 2025, update)).status).toBe(302);
    expect(lastLineOf("4.4.5", 2025)).toMatchObject({ progress: 75, due_on: "2026-12-31" });
  });

  test("sends the same form twice by a double click, whatever the step: there is one line of it", async () => {
    const steps: Record<string, string>[] = [
      { to: "suspended", reason: "manca il fornitore" },
      { to: "in-progress", progress: "35" },
      { to: "cancelled", reason: "non serve più" },
      { to: "in-progress", progress: "40", reason: "serve di nuovo" },
      { to: "rescheduled", targetYear: "2027", reason: "slitta" },
      { to: "in-progress", progress: "40", reason: "si fa" },
      { to: "update", progress: "45", dueOn: "2026-12-31", reason: "proroga del fornitore" },
    ];
    for (const step of steps) {
      const lines = countLines();
      const form = aForm("4.9.1", 2025, step);
      const first = await ask(STATUS("4.9.1", 2025), { as: "rtd", form });
      const second = await ask(STATUS("4.9.1", 2025), { as: "rtd", form });

      expect([step.to, first.status, second.status, countLines()]).toEqual([step.to, 302, 302, lines + 1]);
      expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    }
  });
});

const NOT_A_LIKELY_DAY = "Controlla l’anno: scrivi un giorno tra il 2000 e il 2100";
const CONTROL_CHARACTERS =
  "Ci sono caratteri di controllo, che non si leggono: cancella il testo e riscrivilo";

describe("a change that the rules refuse", () => {
  const late = { reason: "slitta", to: "rescheduled" };

  test.each([
    ["to-start after it began", { to: "to-start" }, "to", REFUSAL_LABEL["not-reachable"]],
    ["nothing chosen", { to: "" }, "to", "Scegli il nuovo stato, oppure «nessuna novità»"],
    ["a choice that does not exist", { to: "fatto" }, "to", "Scegli il nuovo stato, oppure «nessuna novità»"],
    ["suspended without a reason", { to: "suspended" }, "reason", REFUSAL_LABEL["reason-required"]],
    ["cancelled without a reason", { to: "cancelled" }, "reason", REFUSAL_LABEL["reason-required"]],
    [
      "cancelled with only spaces for a reason",
      { to: "cancelled", reason: " \r\n " },
      "reason",
      REFUSAL_LABEL["reason-required"],
    ],
    [
      "a reason of 2,001 characters",
      { reason: "a".repeat(2001) },
      "reason",
      "Il testo è troppo lungo: al massimo 2.000 caratteri",
    ],
    ["a reason with a control character", { reason: "slitta\u0007" }, "reason", CONTROL_CHARACTERS],
    ["a day in the future", { effectiveOn: "2026-10-16" }, "effectiveOn", REFUSAL_LABEL["in-the-future"]],
    [
      "a day before the last line",
      { effectiveOn: "2026-07-29" },
      "effectiveOn",
      REFUSAL_LABEL["before-the-last-line"],
    ],
    [
      "a day that the calendar has not",
      { effectiveOn: "2026-02-29" },
      "effectiveOn",
      "Scrivi un giorno che esiste, come 31/12/2022",
    ],
    ["a day of another age", { effectiveOn: "0202-02-20" }, "effectiveOn", NOT_A_LIKELY_DAY],
    ["no day", { effectiveOn: "" }, "effectiveOn", "Scrivi un giorno che esiste, come 31/12/2022"],
    [
      "a progress of 100 without completing",
      { to: "update", progress: "100" },
      "progress",
      REFUSAL_LABEL["progress-out-of-range"],
    ],
    [
      "a progress that is no number",
      { to: "update", progress: "metà" },
      "progress",
      REFUSAL_LABEL["progress-out-of-range"],
    ],
    [
      "a term before its year",
      { dueOn: "2024-12-31", reason: "proroga" },
      "dueOn",
      REFUSAL_LABEL["due-before-the-year"],
    ],
    [
      "a term more than ten years after its year",
      { dueOn: "2036-01-01", reason: "proroga" },
      "dueOn",
      REFUSAL_LABEL["due-too-far"],
    ],
    ["a term of the year 9999", { dueOn: "9999-12-31", reason: "proroga" }, "dueOn", NOT_A_LIKELY_DAY],
    [
      "a term that is no day",
      { dueOn: "31/02/2026", reason: "proroga" },
      "dueOn",
      "Scrivi un giorno che esiste, come 31/12/2022",
    ],
    ["rescheduled to no year", late, "targetYear", REFUSAL_LABEL["target-required"]],
    [
      "rescheduled to its own year, which is not offered",
      { ...late, targetYear: "2025" },
      "targetYear",
      REFUSAL_LABEL["target-is-the-same-year"],
    ],
    [
      "rescheduled to a year that is completed",
      { ...late, targetYear: "2024" },
      "targetYear",
      REFUSAL_LABEL["target-is-closed"],
    ],
    [
      "rescheduled to a year that is not offered",
      { ...late, targetYear: "2050" },
      "targetYear",
      REFUSAL_LABEL["target-required"],
    ],
    [
      "a proof by an act that nobody can find",
      { evidenceKind: "deliberazione" },
      "evidenceNumber",
      EVIDENCE_REFUSAL_LABEL["act-not-identified"],
    ],
    [
      "a proof by a link without the link",
      { evidenceKind: "collegamento" },
      "evidenceLink",
      EVIDENCE_REFUSAL_LABEL["link-required"],
    ],
    [
      "a link that is a script",
      { evidenceKind: "collegamento", evidenceLink: "javascript:alert(1)" },
      "evidenceLink",
      EVIDENCE_REFUSAL_LABEL["link-not-web"],
    ],
    [
      "a proof by a note without the note",
      { evidenceKind: "nota" },
      "evidenceNote",
      EVIDENCE_REFUSAL_LABEL["note-required"],
    ],
    [
      "the number of an act without its kind",
      { evidenceNumber: "735" },
      "evidenceKind",
      "Scegli che cosa è l’atto che hai indicato",
    ],
    [
      "a kind of proof that does not exist",
      { evidenceKind: "fotografia" },
      "evidenceKind",
      "Scegli il tipo di prova dall’elenco",
    ],
    [
      "the day of an act that is no day",
      { evidenceKind: "verbale", evidenceOn: "ieri" },
      "evidenceOn",
      "Scrivi un giorno che esiste, come 31/12/2022",
    ],
    [
      "the day of an act still to come",
      { evidenceKind: "verbale", evidenceOn: "2026-10-16" },
      "evidenceOn",
      "Il giorno è nel futuro: scrivi un giorno fino a oggi",
    ],
    [
      "the day of an act of another age",
      { evidenceKind: "verbale", evidenceOn: "0202-02-20" },
      "evidenceOn",
      NOT_A_LIKELY_DAY,
    ],
    [
      "a number with a control character",
      { evidenceKind: "verbale", evidenceNumber: "7\u00003" },
      "evidenceNumber",
      CONTROL_CHARACTERS,
    ],
    [
      "a note of 501 characters",
      { evidenceKind: "nota", evidenceNote: "a".repeat(501) },
      "evidenceNote",
      "Il testo è troppo lungo: al massimo 500 caratteri",
    ],
  ])(
    "%s: 422, the sentence at its field, what was typed, nothing written",
    async (_what, typed, field, says) => {
      const lines = countLines();
      const answer = await send("rtd", "4.3.6", 2025, typed);

      expect(answer.status).toBe(422);
      expect((answer.data as Refused).errors).toEqual({ [field]: [says] });
      expect((answer.data as Refused).typed).toMatchObject(typed);
      expect((answer.data as Refused).isConflict).toBe(false);
      expect(countLines()).toBe(lines);
    },
  );

  test("a day before the plan was adopted, where there is no line yet", async () => {
    sqlite
      .prepare(
        "insert into action_year (plan_action_id, year) select id, 2021 from plan_action where code = '4.2.1'",
      )
      .run();
    sqlite
      .prepare(
        `insert into action_year_life (action_year_id, held_from_on, opened_by_edit_id)
         select action_year.id, '2021-05-04', 1 from action_year
         join plan_action on plan_action.id = plan_action_id where code = '4.2.1' and year = 2021`,
      )
      .run();
    const lines = countLines();
    const answer = await send("rtd", "4.2.1", 2021, { effectiveOn: "2021-05-03" });

    expect(answer.status).toBe(422);
    expect((answer.data as Refused).errors).toHaveProperty("effectiveOn");
    expect(countLines()).toBe(lines);
  });
});

describe("of two years, one postponed to the other and taken back to work", () => {
  const move = (year: number, targetYear: number, effectiveOn: string) =>
    send("rtd", "4.6.3", year, {
      to: "rescheduled",
      targetYear: String(targetYear),
      effectiveOn,
      reason: "slitta",
    });

  test("the other, sent back to it on a day between, would go round in a circle: it is refused at its year", async () => {
    const reopening = { to: "in-progress", progress: "60", effectiveOn: "2026-10-05", reason: "si riprende" };
    await move(2022, 2023, "2026-10-01");
    await send("rtd", "4.6.3", 2022, reopening);
    const lines = countLines();
    const back = await move(2023, 2022, "2026-10-03");

    expect(back.status).toBe(422);
    expect((back.data as Refused).errors).toEqual({ targetYear: [REFUSAL_LABEL["target-leads-back"]] });
    expect(countLines()).toBe(lines);
  });

  test("the other may be sent back to it from a later day, and the first then to a year that is not there yet", async () => {
    expect((await move(2023, 2022, "2026-10-06")).status).toBe(302);
    const further = await move(2022, 2025, "2026-10-07");

    expect((further.data as Partial<Refused>).errors).toBeUndefined();
    expect(further.status).toBe(302);
  });
});

describe("a capofila", () => {
  const AS = "dirigente-settore-3"; // of 4.10.3, which Settore 4 answers for as well

  test.each([
    ["cancels", { to: "cancelled", reason: "non serve" }],
    ["reschedules", { to: "rescheduled", targetYear: "2026", reason: "slitta" }],
    ["gives a term", { to: "update", dueOn: "2027-06-30", reason: "proroga" }],
    ["gives a term while confirming", { to: "no-news", dueOn: "2027-06-30", reason: "proroga" }],
  ])("who %s with a forged form is refused, and nothing is written", async (_what, form) => {
    const lines = countLines();
    const answer = await send(AS, "4.10.3", 2025, form);

    expect([answer.status, answer.thrown]).toEqual([403, true]);
    expect(countLines()).toBe(lines);
  });

  test("who reopens a completed annualità is refused, and nothing is written", async () => {
    const lines = countLines();
    const answer = await send(AS, "4.10.3", 2024, { to: "in-progress", reason: "c’è altro da fare" });

    expect([answer.status, answer.thrown]).toEqual([403, true]);
    expect(countLines()).toBe(lines);
  });

  test("takes it back to work, and signs with the office", async () => {
    expect((await send(AS, "4.10.3", 2025, { to: "in-progress", progress: "50" })).status).toBe(302);
    expect(lastLineOf("4.10.3", 2025)).toMatchObject({ to_status: "in-progress", author_role: "dirigente" });
    const office = await db
      .selectFrom("office")
      .select("code")
      .where("id", "=", lastLineOf("4.10.3", 2025).author_office_id as number)
      .executeTakeFirst();
    expect(office?.code).toBe("settore-3");
  });

  test("adds a proof to what is completed: an update, not a step", async () => {
    const proof = { to: "update", evidenceKind: "nota", evidenceNote: "collaudo del 3 marzo" };

    expect((await send(AS, "4.10.3", 2024, proof)).status).toBe(302);
    expect(lastLineOf("4.10.3", 2024)).toMatchObject({ from_status: "completed", to_status: "completed" });
  });
});

test.each([
  ["dirigente-settore-4", "4.10.3", 2025, "who shares it and is not its capofila"],
  ["dirigente-settore-3", "4.3.6", 2025, "who shares it with another office"],
  ["dirigente-settore-3", "4.7.6", 2021, "where the RTD alone answers"],
  ["giunta", "4.3.6", 2025, "who reads"],
  ["lettore", "4.3.6", 2025, "who reads"],
  ["amministratore", "4.3.6", 2025, "who reads"],
])("%s may not change %s of %d (%s): 403, nothing written", async (as, code, year) => {
  const lines = countLines();
  const answer = await send(as, code, year, { to: "no-news" });

  expect([answer.status, answer.thrown]).toEqual([403, true]);
  expect(countLines()).toBe(lines);
});

test.each([
  ["a plan", "/piani/1999-2001/azioni/4.3.6/2023/stato"],
  ["an action", "/piani/2021-2023/azioni/9.9.9/2023/stato"],
  ["a year that the action has not", "/piani/2021-2023/azioni/4.2.1/2022bis/stato"],
  ["a year beyond the plan that nothing was rescheduled to", "/piani/2021-2023/azioni/4.3.6/2024/stato"],
  ["a year of the plan that the action has not", "/piani/2024-2026/azioni/4.3.6/2026/stato"],
  ["an action whose years are not known", "/piani/2021-2023/azioni/4.2.2/2021/stato"],
])("%s that is not there is not found, by whoever asks, and nothing is written", async (_what, address) => {
  const lines = countLines();

  for (const as of ["rtd", "giunta"]) {
    expect(await ask(address, { as })).toMatchObject({ status: 404, thrown: true });
    expect(await ask(address, { as, form: aForm("4.3.6", 2025) })).toMatchObject({
      status: 404,
      thrown: true,
    });
  }
  expect(countLines()).toBe(lines);
});

describe("when someone was faster", () => {
  const typed = { to: "suspended", reason: "manca il fornitore,\r\ne non si trova", evidenceNote: "mail" };

  test("the second person is told, and finds in the page all that they typed; nothing is written", async () => {
    const form = aForm("4.3.6", 2025, typed);
    await send("rtd", "4.3.6", 2025, { to: "update", progress: "90", reason: "quasi pronto" });
    const lines = countLines();
    const answer = await ask(STATUS("4.3.6", 2025), { as: "rtd", form });

    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ isConflict: true, typed: form });
    expect(Object.keys((answer.data as Refused).errors)).toEqual(["to"]);
    expect(countLines()).toBe(lines);
  });

  test("the page then says what came meanwhile, and its form goes on from there", async () => {
    const page = await ask(STATUS("4.3.6", 2025), { as: "rtd" });
    const { last } = page.data as { last: { sequence: number; reason: string; author_role: string } };

    expect(last).toMatchObject({ reason: "quasi pronto", author_role: "rtd", progress: 90 });
    expect(last.sequence).toBe(lastSequenceOf("4.3.6", 2025));
    expect((await send("rtd", "4.3.6", 2025, { ...typed, sequence: String(last.sequence) })).status).toBe(
      302,
    );
  });

  test("they are told so before the rules say anything of what they have not seen", async () => {
    const behind = aForm("4.3.6", 2025, { to: "suspended", reason: "fermo", effectiveOn: "2026-10-01" });
    expect((await send("rtd", "4.3.6", 2025, { to: "cancelled", reason: "non serve" })).status).toBe(302);

    expect((await ask(STATUS("4.3.6", 2025), { as: "rtd", form: behind })).status).toBe(409);
  });

  test("a capofila whose annualità was cancelled meanwhile is told so, not shown a closed door", async () => {
    const behind = aForm("4.10.3", 2025, { to: "suspended", reason: "fermo" });
    await send("rtd", "4.10.3", 2025, { to: "cancelled", reason: "non serve più" });

    expect((await ask(STATUS("4.10.3", 2025), { as: "dirigente-settore-3", form: behind })).status).toBe(409);
  });
});

describe("who is not signed in", () => {
  test("is sent to sign in, and back to the page they asked for", async () => {
    const answer = await ask(STATUS("4.3.6", 2025));
    const location = new URL(answer.headers.get("Location")!, OWN);

    expect([answer.status, answer.thrown]).toEqual([302, true]);
    expect(location.pathname).toBe("/accedi");
    expect(location.searchParams.get("ritorno")).toBe(STATUS("4.3.6", 2025));
  });

  test("writes nothing, and is sent to sign in", async () => {
    const lines = countLines();
    const answer = await ask(STATUS("4.3.6", 2025), { form: aForm("4.3.6", 2025) });

    expect([answer.status, new URL(answer.headers.get("Location")!, OWN).pathname]).toEqual([302, "/accedi"]);
    expect(countLines()).toBe(lines);
  });

  test("is sent to sign in before being told whether anything is there", async () => {
    expect((await ask("/piani/1999-2001/azioni/4.3.6/2023/stato")).status).toBe(302);
  });
});
