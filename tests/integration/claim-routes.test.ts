import { beforeEach, describe, expect, test } from "vitest";
import { type Part, sentenceText } from "#app/sentence-parts.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

/** FVG-TEC-044, of Settore 4: IN PARTE by a paper archive, with claim 33 proposed on 4.4.1 and 4.10.1, all completed. */
const PROCESS = "FVG-TEC-044";
const PROPOSE = `/processi/${PROCESS}/blocchi/1/sblocco`;
const STRUCTURAL = structuralBlocker();

type Fields = Record<string, string>;
type Refused = { errors: Record<string, string[]>; typed: Fields };

function count(table: string): number {
  return sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number;
}

function written() {
  return ["unblock_claim", "unblock_claim_version", "turn", "turn_answer", "edit"].map(count);
}

function structuralBlocker() {
  return sqlite
    .prepare(
      `select work_process.code, blocker.ordinal from blocker_version
       join blocker on blocker.id = blocker_version.blocker_id
       join work_process on work_process.id = blocker.work_process_id
       where removability = 'structural' and written = 'no' order by blocker.id limit 1`,
    )
    .get() as { code: string; ordinal: number };
}

/** What the page of a form carries to tell two windows apart. */
function expectedIn(data: unknown): Fields {
  const { expected } = data as { expected: Record<string, number> };
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, String(value)]));
}

async function guardsOf(address: string, as = "rtd"): Promise<Fields> {
  return expectedIn((await ask(address, { as })).data);
}

async function aProposal(varied: Fields = {}, address = PROPOSE): Promise<Fields> {
  return {
    "action-1": "2021-2023/4.6.3",
    effect: "full",
    confidence: "",
    rationale: "i fascicoli si leggono online",
    ...(await guardsOf(address)),
    ...varied,
  };
}

async function propose(varied: Fields = {}, as = "rtd", address = PROPOSE) {
  return ask(address, { as, form: await aProposal(varied, address) });
}

/** Where the answer of a form leads, read as the person who lands there would. */
function editIn(answer: { headers: Headers }): number {
  return Number(new URL(answer.headers.get("Location")!, "http://rotta").searchParams.get("salvato"));
}

describe("a claim is proposed", () => {
  test("by the RTD, and leads to its process", async () => {
    const before = count("unblock_claim");
    const answer = await propose({ "action-1": "2021-2023/4.6.3", "years-1": "2022" });

    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/processi/${PROCESS}?salvato=${editIn(answer)}`);
    expect(count("unblock_claim")).toBe(before + 1);
    expect(
      sqlite
        .prepare(
          `select state, effect, held_from_on, reason, year from unblock_claim_version as version
           join edit on edit.id = opened_by_edit_id
           join unblock_claim_year as named using (unblock_claim_id)
           join action_year on action_year.id = named.action_year_id where edit.id = ?`,
        )
        .all(editIn(answer)),
    ).toEqual([
      {
        state: "proposed",
        effect: "full",
        held_from_on: "2026-10-15",
        reason: "i fascicoli si leggono online",
        year: 2022,
      },
    ]);
  });

  test("and is told there to who proposed it, and to nobody else", async () => {
    const answer = await propose({ "action-1": "2021-2023/4.12.3", rationale: "anche così" });
    const address = answer.headers.get("Location")!;
    const told = (await ask(address, { as: "rtd" })).data as { recorded: unknown };
    const others = (await ask(address, { as: "giunta" })).data as { recorded: unknown };
    const elsewhere = address.replace(PROCESS, "FVG-TEC-088");

    expect(told.recorded).toMatchObject({
      claims: [{ id: lastClaim(), state: "proposed", stands: "void" }],
      answer: null,
      turns: [],
    });
    expect(others.recorded).toBeNull();
    expect(((await ask(elsewhere, { as: "rtd" })).data as { recorded: unknown }).recorded).toBeNull();
  });

  test.each(["dirigente-settore-4", "referente-settore-4"])("by %s, whose process it is", async (as) => {
    const years = as.startsWith("dirigente") ? "2022, 2023" : "2023";

    expect((await propose({ "years-1": years }, as)).status).toBe(302);
  });

  test("sent twice is one", async () => {
    const form = await aProposal({ "action-1": "2021-2023/4.4.1", rationale: "una volta sola" });
    const first = await ask(PROPOSE, { as: "rtd", form });
    const before = written();
    const second = await ask(PROPOSE, { as: "rtd", form });

    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(written()).toEqual(before);
  });

  test("of a cancelled annualità is kept, and told as void", async () => {
    const answer = await propose({ "action-1": "2021-2023/4.12.3", "years-1": "2021" });
    const { data } = await ask("/sblocchi?stato=decaduto", { as: "lettore" });
    const rows = (data as { rows: { told: { id: number; stands: string; aside: Part[] } }[] }).rows;

    expect(answer.status).toBe(302);
    const { stands, aside } = rows.find(({ told }) => told.id === lastClaim())!.told;
    expect(stands).toBe("void");
    expect(sentenceText(aside)).toBe("decaduto: la 4.12.3 è annullata per il 2021");
  });

  test("from a window that is behind is not written, and nothing typed is lost", async () => {
    const form = await aProposal({ "action-1": "2021-2023/4.3.4", rationale: "dalla finestra vecchia" });
    await propose({ "action-1": "2021-2023/4.3.3", rationale: "dalla finestra nuova" });
    const before = written();
    const { status, data } = await ask(PROPOSE, { as: "rtd", form });

    expect(status).toBe(409);
    expect((data as Refused).errors.blocker![0]).toMatch(/^Nel frattempo qualcuno ha cambiato questo blocco/);
    expect((data as Refused).typed).toMatchObject({ rationale: "dalla finestra vecchia" });
    expect(written()).toEqual(before);
  });

  test("on a blocker retired meanwhile is not written, and all that was typed is told", async () => {
    const form = await aProposal({ "action-1": "2021-2023/4.3.4", "years-1": "2022" });
    const [before, standAgain] = [written(), retireBlocker()];
    const { status, data } = await ask(PROPOSE, { as: "rtd", form });
    standAgain();

    expect(status).toBe(409);
    expect(JSON.parse(data as string)).toEqual({
      what: "Il blocco, o il suo processo, è stato ritirato.",
      kept: [
        { label: "Le azioni che servono", words: "2021-2023/4.3.4, 2022" },
        { label: "Che cosa fanno al blocco", words: "toglie il blocco" },
        { label: "Perché", words: "i fascicoli si leggono online" },
      ],
    });
    expect(written()).toEqual(before);
  });

  test("is not led to what only void claims name", async () => {
    const named = async () => {
      const { often } = (await ask(PROPOSE, { as: "rtd" })).data as {
        often: { code: string; claims: number }[];
      };
      return often.map(({ code, claims }) => [code, claims]);
    };
    const before = await named();
    await propose({ "action-1": "2021-2023/4.12.3", "action-2": "2021-2023/4.6.3", rationale: "decaduto" });
    expect(await named()).toEqual(before);

    await propose({ "action-1": "2021-2023/4.6.3", "action-2": "2021-2023/4.4.1", rationale: "vale" });
    expect(await named()).not.toEqual(before);
  });
});

describe("a claim is refused, in a sentence at its field, and nothing is written or lost", () => {
  test.each<[string, Fields, string, RegExp]>([
    ["without actions", { "action-1": "" }, "actions", /^Scegli almeno un’azione/],
    [
      "on an action of another plan that does not continue this one",
      { "action-1": "2021-2023/4.6.3", "action-2": newAction() },
      "actions",
      /^Le azioni sono di piani diversi/,
    ],
    [
      "twice the same",
      { "action-1": "2021-2023/4.10.1", "action-3": "2021-2023/4.4.1" },
      "actions",
      /^Questo sblocco c’è già/,
    ],
    [
      "on an action that is not there",
      { "action-2": "2021-2023/9.9.9" },
      "action-2",
      /^La 9\.9\.9 del piano 2021-2023 non è un’azione/,
    ],
    ["on an action chosen twice", { "action-4": "2021-2023/4.6.3" }, "action-4", /scelta due volte/],
    [
      "on a year that is not there",
      { "years-1": "2025" },
      "years-1",
      /non ha tutti questi anni: ha 2022 e 2023/,
    ],
    [
      "on a year that is none",
      { "years-1": "l’anno scorso" },
      "years-1",
      /^Scrivi gli anni con quattro cifre/,
    ],
    ["without an effect", { effect: "" }, "effect", /^Scegli che cosa fanno le azioni/],
    ["without a reason", { rationale: "  " }, "rationale", /^Scrivi perché/],
    ["with too long a reason", { rationale: "a".repeat(2001) }, "rationale", /troppo lungo/],
  ])("%s", async (_, varied, field, sentence) => {
    const form = await aProposal(varied);
    const before = written();
    const { status, data } = await ask(PROPOSE, { as: "rtd", form });

    expect(status).toBe(422);
    expect((data as Refused).errors[field]?.[0]).toMatch(sentence);
    expect((data as Refused).typed).toEqual(form);
    expect(written()).toEqual(before);
  });

  test("on a structural blocker, whose page says so and has no form", async () => {
    const address = `/processi/${STRUCTURAL.code}/blocchi/${STRUCTURAL.ordinal}/sblocco`;
    const page = await ask(address, { as: "rtd" });
    const before = written();
    const { status, data } = await propose({}, "rtd", address);

    expect(page.data).toMatchObject({ isStructural: true, plans: [] });
    expect(status).toBe(422);
    expect((data as Refused).errors.blocker![0]).toMatch(/^Il blocco è strutturale/);
    expect(written()).toEqual(before);
  });

  test("on an action of a plan in draft", async () => {
    const draft = draftAction();
    const { status, data } = await propose({ "action-1": draft });

    expect(status).toBe(422);
    expect((data as Refused).errors["action-1"]![0]).toMatch(/ancora in bozza/);
    expect(JSON.stringify((await ask(PROPOSE, { as: "rtd" })).data)).not.toContain(draft);
  });
});

describe("the RTD decides on a claim", () => {
  let claim: number;
  let address: string;

  /** Each test has a claim of its own, on work that is done: each makes a difference to the level. */
  beforeEach(async () => {
    sqlite
      .prepare(
        "update unblock_claim_version set state = 'rejected' where state <> 'rejected' and unblock_claim_id in (select id from unblock_claim where blocker_id = (select blocker_id from unblock_claim where id = 33))",
      )
      .run();
    await propose({ "action-1": "2021-2023/4.4.1", rationale: `prova ${count("unblock_claim")}` });
    claim = lastClaim();
    address = `/sblocchi/${claim}/decisione`;
  });

  async function decide(varied: Fields, as = "rtd") {
    const { data } = await ask(address, { as: "rtd" });
    return ask(address, { as, form: { reason: "", ...expectedIn(data), ...varied } });
  }

  test("and is told beforehand what each choice makes of the level", async () => {
    const { data } = await ask(address, { as: "rtd" });

    expect((data as { choices: unknown }).choices).toEqual([
      { decision: "confirm", outcome: { today: "yes", whenDone: "yes" } },
      { decision: "reduce", outcome: { today: "in-part", whenDone: "in-part" } },
      { decision: "reject", outcome: { today: "in-part", whenDone: "in-part" } },
    ]);
  });

  test("confirming it turns its process at once, on its list and in the log of turns", async () => {
    const answer = await decide({ decision: "confirm" });

    expect(answer.status).toBe(302);
    expect(await levelOf(PROCESS)).toBe("yes");
    expect(lastTurn()).toMatchObject({ from_level: "in-part", to_level: "yes", effective_on: "2026-10-15" });
    expect(lastTurn().caused_by_edit_id).toBe(editIn(answer));
  });

  test("reducing or rejecting it afterwards takes the level back, the same day too", async () => {
    await decide({ decision: "confirm" });
    await decide({ decision: "reduce", reason: "resta la posta" });
    expect(await levelOf(PROCESS)).toBe("in-part");

    const { status } = await decide({ decision: "reject", reason: "non è vero" });
    expect(status).toBe(302);
    expect(stateOf(claim)).toBe("rejected");
  });

  test("confirming again what was rejected by mistake asks why", async () => {
    await decide({ decision: "reject", reason: "sbagliato" });
    const refused = await decide({ decision: "confirm" });
    expect(refused.status).toBe(422);
    expect((refused.data as Refused).errors.reason![0]).toMatch(/^Scrivi il motivo/);

    expect((await decide({ decision: "confirm", reason: "era vero" })).status).toBe(302);
    expect(stateOf(claim)).toBe("confirmed");
  });

  test.each<[string, Fields, string, RegExp]>([
    ["without choosing", {}, "decision", /^Scegli che cosa decidi/],
    ["rejecting without a reason", { decision: "reject" }, "reason", /^Scrivi il motivo/],
    ["reducing without a reason", { decision: "reduce", reason: " " }, "reason", /^Scrivi il motivo/],
    ["choosing what there is not", { decision: "forget", reason: "x" }, "decision", /^Scegli/],
  ])("and is refused %s, with nothing written", async (_, varied, field, sentence) => {
    const before = written();
    const { status, data } = await decide(varied);

    expect(status).toBe(422);
    expect((data as Refused).errors[field]?.[0]).toMatch(sentence);
    expect((data as Refused).typed).toMatchObject(varied);
    expect(written()).toEqual(before);
  });

  test("sent twice is one; from a window that is behind it is not written, and nothing typed is lost", async () => {
    const { data } = await ask(address, { as: "rtd" });
    const form = { decision: "reject", reason: "non è vero", ...expectedIn(data) };
    const first = await ask(address, { as: "rtd", form });
    const before = written();

    expect((await ask(address, { as: "rtd", form })).headers.get("Location")).toBe(
      first.headers.get("Location"),
    );
    const behind = await ask(address, { as: "rtd", form: { ...form, decision: "confirm" } });
    expect(behind.status).toBe(409);
    expect((behind.data as Refused).typed.reason).toBe("non è vero");
    expect((behind.data as Refused).errors.version![0]).toMatch(/^Nel frattempo qualcuno ha deciso/);
    expect(written()).toEqual(before);
  });

  test("on a blocker retired meanwhile it is not written, and all that was typed is told", async () => {
    const form = {
      decision: "reject",
      reason: "non è vero",
      ...expectedIn((await ask(address, { as: "rtd" })).data),
    };
    const [before, standAgain] = [written(), retireBlocker()];
    const { status, data } = await ask(address, { as: "rtd", form });
    const others = await ask(address, { as: "giunta", form });
    standAgain();

    expect(status).toBe(409);
    expect((JSON.parse(data as string) as { kept: unknown }).kept).toEqual([
      { label: "Decisione", words: "Rifiuta" },
      { label: "Motivo", words: "non è vero" },
    ]);
    expect(others.status).toBe(404);
    expect(written()).toEqual(before);
  });

  test("on a blocker found structural meanwhile it is not written, and nothing typed is lost", async () => {
    const form = {
      decision: "confirm",
      reason: "è vero",
      ...expectedIn((await ask(address, { as: "rtd" })).data),
    };
    const { status, data } = await ask(address, { as: "rtd", form: { ...form, blocker: "1" } });

    expect(status).toBe(409);
    expect((data as Refused).typed.reason).toBe("è vero");
    expect(stateOf(claim)).toBe("proposed");
  });

  describe("and the dirigente answers the turn", () => {
    let turn: number;
    let answering: string;

    beforeEach(async () => {
      await decide({ decision: "confirm" });
      turn = lastTurn().id;
      answering = `/svolte/${turn}/risposta`;
    });

    async function answer(varied: Fields, as = "dirigente-settore-4") {
      return ask(answering, { as, form: { reason: "", last: String(turn), ...varied } });
    }

    test("confirming it: it waits no longer", async () => {
      expect(await waiting()).toContain(turn);
      expect((await answer({ answer: "confirmed" })).status).toBe(302);
      expect(await waiting()).not.toContain(turn);
      expect(await levelOf(PROCESS)).toBe("yes");
    });

    test("contesting it: the level goes back and the claim is the RTD's to decide on again", async () => {
      const { status } = await answer({ answer: "contested", reason: "l’archivio è ancora di carta" });

      expect(status).toBe(302);
      expect(await levelOf(PROCESS)).toBe("in-part");
      expect(stateOf(claim)).toBe("contested");
      expect(lastTurn()).toMatchObject({ from_level: "yes", to_level: "in-part", author_role: "dirigente" });
      const { rows } = (await ask("/svolte", { as: "giunta" })).data as { rows: object[] };
      expect(rows.slice(0, 2)).toMatchObject([
        { caused_by_answer: "contested", edit_reason: "l’archivio è ancora di carta", answer: null },
        { caused_by_answer: null, answer: "contested" },
      ]);
    });

    test.each<[string, Fields, string, RegExp]>([
      ["without choosing", {}, "answer", /^Scegli se è così/],
      ["contesting without a reason", { answer: "contested" }, "reason", /^Scrivi il motivo/],
    ])("and is refused %s, with nothing written", async (_, varied, field, sentence) => {
      const before = written();
      const { status, data } = await answer(varied);

      expect(status).toBe(422);
      expect((data as Refused).errors[field]?.[0]).toMatch(sentence);
      expect(written()).toEqual(before);
    });

    test("once: whoever comes after is told, and nothing typed is lost", async () => {
      await answer({ answer: "confirmed" });
      const before = written();
      expect((await answer({ answer: "confirmed" })).status).toBe(302);
      const late = await answer({ answer: "contested", reason: "non è così" });
      const page = await ask(answering, { as: "dirigente-settore-4" });

      expect(late.status).toBe(409);
      expect((late.data as Refused).typed.reason).toBe("non è così");
      expect((page.data as { closed: string }).closed).toMatch(/^A questa svolta si è già risposto/);
      expect(written()).toEqual(before);
    });

    test("but not once it is taken back", async () => {
      await decide({ decision: "reject", reason: "errore" });
      const { status, data } = await answer({ answer: "confirmed", last: String(lastTurn().id) });

      expect(status).toBe(422);
      expect((data as Refused).errors.answer![0]).toMatch(/già tornato indietro/);
      expect((await answer({ answer: "confirmed" })).status).toBe(409);
    });

    test.each(["rtd", "referente-settore-4", "dirigente-settore-1", "giunta", "lettore", "amministratore"])(
      "and %s does not",
      async (as) => {
        const before = written();

        expect((await ask(answering, { as })).status).toBe(403);
        expect((await answer({ answer: "confirmed" }, as)).status).toBe(403);
        expect(written()).toEqual(before);
      },
    );
  });
});

describe("the lists", () => {
  type List = { rows: { told: { id: number; state: string }; process: { code: string } }[]; counts: object };

  test("of claims: narrowed by state, action and words; a value that does not exist is said", async () => {
    const byAction = (await ask("/sblocchi?azione=2021-2023/4.5.1", { as: "giunta" })).data as List;
    const byWords = (await ask("/sblocchi?testo=fvg-tec-088", { as: "giunta" })).data as List;

    expect(byAction.rows.map(({ process }) => process.code).sort()).toEqual([
      "P001-EQ-N03",
      "P001-SAS-N07",
      "P001-SEGR-N02",
    ]);
    expect(byWords.rows.map(({ told }) => told.state)).toEqual(["confirmed"]);
    expect((await ask("/sblocchi?stato=boh", { as: "giunta" })).status).toBe(422);
  });

  test("of turns: of a line of history, of an office, of those that wait", async () => {
    const rowsOf = async (query: string) =>
      ((await ask(`/svolte?${query}`, { as: "dirigente-settore-4" })).data as { rows: { process: string }[] })
        .rows;

    expect((await rowsOf("riga=220")).map(({ process }) => process)).toEqual(["FVG-SEG-009", "FVG-SEG-001"]);
    expect((await rowsOf("ufficio=settore-1")).every(({ process }) => process.startsWith("FVG-SEG"))).toBe(
      true,
    );
    expect((await rowsOf("risposta=attesa")).length).toBeGreaterThan(0);
    expect((await ask("/svolte?riga=x", { as: "giunta" })).status).toBe(422);
  });
});

async function levelOf(code: string): Promise<string> {
  const { data } = await ask(`/sblocchi/${lastClaim()}/decisione`, { as: "rtd" });
  const { process } = data as { process: { code: string; level: string } };
  expect(process.code).toBe(code);
  return process.level;
}

async function waiting(): Promise<number[]> {
  const { data } = await ask("/svolte?risposta=attesa", { as: "dirigente-settore-4" });
  return (data as { rows: { id: number }[] }).rows.map(({ id }) => id);
}

function lastClaim(): number {
  return sqlite.prepare("select max(id) from unblock_claim").pluck().get() as number;
}

/** Retires the blocker of the examples, as another window does; the answer makes it stand again. */
function retireBlocker(): () => void {
  const id = sqlite
    .prepare(
      `select id from blocker_version where held_until_on is null
       and blocker_id = (select blocker_id from unblock_claim where id = 33)`,
    )
    .pluck()
    .get();
  sqlite.prepare("update blocker_version set held_until_on = '2026-10-15' where id = ?").run(id);
  return () => void sqlite.prepare("update blocker_version set held_until_on = null where id = ?").run(id);
}

function lastTurn() {
  return sqlite.prepare("select * from turn order by id desc limit 1").get() as {
    id: number;
    caused_by_edit_id: number;
  };
}

function stateOf(claim: number) {
  return sqlite
    .prepare("select state from unblock_claim_version where unblock_claim_id = ? and held_until_on is null")
    .pluck()
    .get(claim);
}

/** An action of the plan in force that continues none of the plan before. */
function newAction(): string {
  const code = sqlite
    .prepare(
      `select plan_action.code from plan_action join plan on plan.id = plan_id
       where plan.code = '2024-2026' and continues_id is null order by plan_action.id limit 1`,
    )
    .pluck()
    .get() as string;
  return `2024-2026/${code}`;
}

/** An action of a plan that nobody has adopted yet. */
function draftAction(): string {
  sqlite.exec(`
    insert into plan (code, title, first_year, last_year, source) values ('2027-2029', 'Bozza', 2027, 2029, 'prova');
    insert into area (plan_id, code, ordinal, title, source)
      select id, '4.1', 1, 'Prova', 'prova' from plan where code = '2027-2029';
    insert into plan_action (plan_id, code, ordinal) select id, '4.1.9', 1 from plan where code = '2027-2029';
    insert into plan_action_version
      (plan_action_id, area_id, title, weight, unknown_year_count, held_from_on, opened_by_edit_id)
      select plan_action.id, area.id, 'Prova', 1, 0, '2026-10-01', 1 from plan_action
      join area on area.plan_id = plan_action.plan_id where plan_action.code = '4.1.9' and area.title = 'Prova'`);
  return "2027-2029/4.1.9";
}
