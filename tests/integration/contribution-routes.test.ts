import { describe, expect, test } from "vitest";
import { CONTRIBUTION_REFUSAL_LABEL } from "#app/labels.ts";
import { ask, countLines, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

/** Settori 1–4 and the UOA share most actions; 4.3.6 is of Settori 3 and 4. Each test has an annualità of its own. */
const CONTRIBUTION = (code: string, year: number) => `/piani/2024-2026/azioni/${code}/${year}/contributo`;
const DIRIGENTE = (settore: number) => `dirigente-settore-${settore}`;

type Fields = Record<string, string>;

/** The form as a browser sends it, from a page just opened. */
function aForm(code: string, year: number, office: string, varied: Fields = {}): Fields {
  return {
    status: "in-progress",
    progress: "40",
    effectiveOn: "2026-10-15",
    note: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    last: String(lastOf(code, year, office)?.id ?? 0),
    ...varied,
  };
}

function report(settore: number, code: string, year: number, varied: Fields = {}) {
  const form = aForm(code, year, `settore-${settore}`, varied);
  return ask(CONTRIBUTION(code, year), { as: DIRIGENTE(settore), form });
}

const PROOF = { evidenceKind: "verbale", evidenceNumber: "12" };
const DONE = { status: "completed", ...PROOF };

type Row = { id: number; status: string; progress: number; note: string; evidence: string | null };

function lastOf(code: string, year: number, office: string): Row | undefined {
  return sqlite
    .prepare(
      `select contribution.* from contribution
       join office on office.id = contribution.office_id
       join action_year on action_year.id = contribution.action_year_id
       join plan_action on plan_action.id = action_year.plan_action_id
       join plan on plan.id = plan_action.plan_id
       where plan.code = '2024-2026' and plan_action.code = ? and action_year.year = ? and office.code = ?
       order by contribution.id desc limit 1`,
    )
    .get(code, year, office) as Row | undefined;
}

function countContributions(): number {
  return sqlite.prepare("select count(*) from contribution").pluck().get() as number;
}

type Offer = { code: string; actionYear: { year: number }; token: string; on: string | null };
type Page = { offers: Offer[]; claims: { code: string; year: number; claim: { id: number } }[] };

async function offers(): Promise<Page> {
  return (await ask("/contributi", { as: "rtd" })).data as Page;
}

async function offerOf(code: string, year: number): Promise<Offer | undefined> {
  return (await offers()).offers.find((one) => one.code === code && one.actionYear.year === year);
}

async function tokenOf(code: string, year: number): Promise<string> {
  return (await offerOf(code, year))!.token;
}

function lastLineOf(code: string, year: number) {
  return sqlite
    .prepare("select * from status_line where sequence = ?")
    .get(lastSequenceOf(code, year)) as Record<string, unknown>;
}

describe("reporting a contribution", () => {
  test("writes it for the own office, and leads to the action, which says so", async () => {
    const { status, headers } = await report(4, "4.3.6", 2025, { note: " a buon\r\npunto " });
    const recorded = lastOf("4.3.6", 2025, "settore-4")!;

    expect(status).toBe(302);
    expect(recorded).toMatchObject({
      status: "in-progress",
      progress: 40,
      note: "a buon\npunto",
      evidence: null,
    });
    expect(headers.get("Location")).toBe(`/piani/2024-2026/azioni/4.3.6?contributo=${recorded.id}#anno-2025`);
    const page = await ask(headers.get("Location")!, { as: "giunta" });
    expect(page.data).toMatchObject({
      reported: { office_name: "Settore 4", status: "in-progress", progress: 40 },
    });
  });

  test("leaves the status of the annualità as it was", async () => {
    const before = countLines();
    await report(3, "4.3.9", 2024, DONE);

    expect(countLines()).toBe(before);
  });

  test("is asked for the proof of a completion no more than a status is, and reads it the same way", async () => {
    await report(3, "4.3.6", 2024, DONE);
    expect(JSON.parse(lastOf("4.3.6", 2024, "settore-3")!.evidence!)).toMatchObject({
      tipo: "verbale",
      numero: "12",
    });

    const { status, data } = await report(3, "4.3.6", 2024, {
      status: "completed",
      evidenceLink: "ftp://atti",
    });
    expect(status).toBe(422);
    expect(Object.keys((data as { errors: object }).errors)).toEqual(["evidenceLink"]);
  });

  test.each([
    [{ status: "" }, "status", "Scegli a che punto è la parte dell’ufficio"],
    [{ status: "suspended", note: "" }, "note", CONTRIBUTION_REFUSAL_LABEL["note-required"]],
    [{ status: "not-pertinent", note: "  " }, "note", CONTRIBUTION_REFUSAL_LABEL["note-required"]],
    [{ effectiveOn: "2026-10-16" }, "effectiveOn", CONTRIBUTION_REFUSAL_LABEL["in-the-future"]],
    [{ effectiveOn: "2024-02-01" }, "effectiveOn", CONTRIBUTION_REFUSAL_LABEL["before-the-annualita"]],
    [
      { note: "fatto\u0007" },
      "note",
      "Ci sono caratteri di controllo, che non si leggono: cancella il testo e riscrivilo",
    ],
    [{ effectiveOn: "ieri" }, "effectiveOn", "Scrivi un giorno che esiste, come 31/12/2022"],
    [{ progress: "100" }, "progress", CONTRIBUTION_REFUSAL_LABEL["progress-out-of-range"]],
  ])("refuses %o at its field, keeping what was typed", async (wrong: Fields, field, message) => {
    const before = countContributions();
    const { status, data } = await report(4, "4.3.9", 2025, { note: "resta", ...wrong });

    expect(status).toBe(422);
    expect(data).toMatchObject({
      errors: { [field]: [message] },
      typed: { note: wrong.note ?? "resta", ...wrong },
    });
    expect(countContributions()).toBe(before);
  });

  test("ignores a progress that the status hides", async () => {
    expect((await report(4, "4.3.9", 2025, { status: "to-start", progress: "molto" })).status).toBe(302);
    expect(lastOf("4.3.9", 2025, "settore-4")).toMatchObject({ progress: 0 });
  });

  test("is recorded once when it is sent twice; of two who differ, the second is told and loses nothing", async () => {
    const form = aForm("4.10.2", 2025, "settore-4", { progress: "55" });
    const send = (as: string, varied: Fields = {}) =>
      ask(CONTRIBUTION("4.10.2", 2025), { as, form: { ...form, ...varied } });
    const before = countContributions();

    const first = await send("dirigente-settore-4");
    const again = await send("dirigente-settore-4");
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(countContributions()).toBe(before + 1);

    const late = await send("referente-settore-4", { progress: "70", note: "la mia nota" });
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({ isConflict: true, typed: { progress: "70", note: "la mia nota" } });
    expect(countContributions()).toBe(before + 1);
  });

  test("is of no other office than the own: not by asking for it in the address", async () => {
    const address = `${CONTRIBUTION("4.3.6", 2025)}?ufficio=settore-3`;

    expect((await ask(address, { as: "dirigente-settore-4" })).status).toBe(403);
    expect(
      (await ask(address, { as: "dirigente-settore-4", form: aForm("4.3.6", 2025, "settore-3") })).status,
    ).toBe(403);
    expect((await ask(address, { as: "dirigente-settore-3" })).status).toBe(200);
  });

  test("is not taken by an annualità that was rescheduled: the page says so, and the form is refused", async () => {
    const { code, year } = sqlite
      .prepare(
        `select plan_action.code, action_year.year from status_line line
         join action_year on action_year.id = line.action_year_id join plan_action on plan_action.id = plan_action_id
         where plan_action.plan_id = 2 and to_status = 'rescheduled' and line.sequence =
           (select max(sequence) from status_line where action_year_id = line.action_year_id)
         and (select count(*) from action_year_office where action_year_id = line.action_year_id
              and office_id in (select id from office where code in ('settore-3', 'settore-4'))) = 2
         limit 1`,
      )
      .get() as { code: string; year: number };

    const page = await ask(CONTRIBUTION(code, year), { as: "dirigente-settore-4" });
    expect(page.data).toMatchObject({ whyNone: "takes-none" });
    const refused = await report(4, code, year);
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ errors: { status: [CONTRIBUTION_REFUSAL_LABEL["takes-none"]] } });
  });
});

describe("the page of an action", () => {
  type Years = {
    years: {
      year: number;
      contributions: {
        differs: boolean;
        mayReport: boolean;
        token: string | null;
        proposal: object | null;
      } | null;
    }[];
  };
  const yearOn = async (as: string, code: string, year: number, query = "") => {
    const page = await ask(`/piani/2024-2026/azioni/${code}${query}`, { as });
    return (page.data as Years).years.find((one) => one.year === year)!.contributions;
  };

  test("offers to report exactly to who may, where the page opens", async () => {
    for (const as of ["rtd", "dirigente-settore-1", "dirigente-settore-4", "referente-settore-4", "giunta"])
      for (const code of ["4.3.6", "4.10.2", "4.10.3", "4.11.6"])
        for (const { year, contributions } of (
          (await ask(`/piani/2024-2026/azioni/${code}`, { as })).data as Years
        ).years) {
          const { status } = await ask(CONTRIBUTION(code, year), { as });
          if (contributions?.mayReport) expect([as, code, year, status]).toEqual([as, code, year, 200]);
          else if (status === 200)
            expect((await ask(CONTRIBUTION(code, year), { as })).data).toMatchObject({
              whyNone: "takes-none",
            });
        }
  });

  test("shows what is proposed where the status says otherwise; only the RTD takes it over, and never on a past day", async () => {
    await report(3, "4.10.2", 2024, { progress: "30" });

    expect(await yearOn("giunta", "4.10.2", 2024)).toMatchObject({ differs: true, token: null });
    const ofRtd = await yearOn("rtd", "4.10.2", 2024);
    expect(ofRtd).toMatchObject({ differs: true, token: expect.any(String), mayReport: false });
    expect(await yearOn("rtd", "4.10.2", 2024, "?al=2026-10-14")).toMatchObject({
      differs: false,
      proposal: null,
    });
  });
});

describe("taking over what contributions propose", () => {
  test("records an ordinary line by the RTD, whose reason names the contributions and whose proof is theirs", async () => {
    await report(3, "4.3.6", 2025, { ...DONE, effectiveOn: "2026-10-10" });
    expect(await offerOf("4.3.6", 2025)).toMatchObject({ on: expect.any(String) });
    await report(4, "4.3.6", 2025, { ...DONE, evidenceNumber: "13" });
    const before = lastSequenceOf("4.3.6", 2025);

    const { status, headers } = await ask("/contributi", {
      as: "rtd",
      form: { one: await tokenOf("4.3.6", 2025) },
    });
    const line = lastLineOf("4.3.6", 2025);
    expect(status).toBe(302);
    expect(headers.get("Location")).toBe(`/contributi?accolte=${String(line.sequence)}`);
    expect(line.sequence).toBeGreaterThan(before);
    expect(line).toMatchObject({
      to_status: "completed",
      progress: 100,
      effective_on: "2026-10-15",
      author_role: "rtd",
      reason:
        "Accolti i contributi: Settore 3 – Risorse completata dal 10/10/2026; Settore 4 completata dal 15/10/2026.",
    });
    expect(JSON.parse(line.evidence as string)).toMatchObject({
      tipo: "nota",
      nota: "Settore 3 – Risorse: Verbale n. 12; Settore 4: Verbale n. 13",
    });
    expect(await offerOf("4.3.6", 2025)).toBeUndefined();
  });

  test("of several at once records them all, reopenings too, and once however often it is sent", async () => {
    for (const settore of [3, 4]) {
      await report(settore, "4.10.3", 2024, { progress: "80" });
      await report(settore, "4.10.2", 2026, { progress: "90" });
    }
    const tokens = [await tokenOf("4.10.3", 2024), await tokenOf("4.10.2", 2026)];
    const before = countLines();
    const answers = [await take(tokens), await take(tokens)];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(answers[1]!.headers.get("Location")).toBe(answers[0]!.headers.get("Location"));
    expect(countLines()).toBe(before + 2);
    expect(lastLineOf("4.10.3", 2024)).toMatchObject({
      from_status: "completed",
      to_status: "in-progress",
      progress: 80,
    });
    expect((await ask(answers[0]!.headers.get("Location")!, { as: "rtd" })).data).toMatchObject({
      taken: [
        { code: "4.10.3", year: 2024, progress: 80 },
        { code: "4.10.2", year: 2026, progress: 90 },
      ],
    });

    for (const settore of [3, 4]) await report(settore, "4.10.3", 2024, DONE);
    await take([await tokenOf("4.10.3", 2024)]);
    const { evidence } = lastLineOf("4.10.3", 2024);
    expect(JSON.parse(evidence as string)).toMatchObject({ tipo: "verbale", numero: "12" }); // one proof that both gave
  });

  test("is not offered where no line may take that step: the RTD decides by hand", async () => {
    for (const settore of [3, 4]) await report(settore, "4.10.3", 2025, DONE);
    const offer = (await offerOf("4.10.3", 2025))!;

    expect(offer.on).toBeNull(); // from suspended one goes to in progress first
    expect((await take([offer.token])).status).toBe(409);
  });

  test("records none where one moved meanwhile, names it, and keeps the others chosen", async () => {
    await report(3, "4.3.9", 2025, { status: "in-progress", progress: "50" });
    await report(4, "4.3.9", 2026, { status: "in-progress", progress: "50" });
    const tokens = [await tokenOf("4.3.9", 2025), await tokenOf("4.3.9", 2026)];
    await report(3, "4.3.9", 2025, { status: "in-progress", progress: "90" });
    const before = countLines();
    const { status, data } = await take(tokens);

    expect(status).toBe(409);
    expect((data as { errors: { chosen: string[] } }).errors.chosen[0]).toMatch(
      /cambiato qualcosa: 4\.3\.9, 2025\./,
    );
    const [moved, kept] = tokens.map((token) => Number(token.split(".")[0]));
    expect(data).toMatchObject({ moved: [moved], chosen: [moved, kept] });
    expect(countLines()).toBe(before);
  });

  test("refuses what the status form changed meanwhile, and what was never offered", async () => {
    await report(4, "4.9.2", 2024, { status: "in-progress", progress: "50" });
    const token = await tokenOf("4.9.2", 2024);
    await ask("/piani/2024-2026/azioni/4.9.2/2024/stato", {
      as: "rtd",
      form: {
        ...aForm("4.9.2", 2024, ""),
        to: "no-news",
        reason: "",
        sequence: String(lastSequenceOf("4.9.2", 2024)),
      },
    });

    expect((await take([token])).status).toBe(409);
    expect(await offerOf("4.9.2", 2024)).toBeUndefined();
    expect((await take(["1"])).status).toBe(409);
    expect((await take(["x.y"])).status).toBe(409);
  });

  test("leads back to the action where it was asked from there", async () => {
    await report(4, "4.9.1", 2024, { status: "in-progress", progress: "50" });
    const form = { one: await tokenOf("4.9.1", 2024), from: "action" };
    const { headers } = await ask("/contributi", { as: "rtd", form });

    expect(headers.get("Location")).toBe(
      `/piani/2024-2026/azioni/4.9.1?registrata=${lastSequenceOf("4.9.1", 2024)}#anno-2024`,
    );
  });

  test("asks for at least one", async () => {
    expect((await ask("/contributi", { as: "rtd", form: {} })).data).toMatchObject({
      errors: { chosen: ["Scegli almeno una proposta da accogliere"] },
    });
  });
});

describe("agreeing that an office has no part", () => {
  test("takes it out of what is proposed, once, and then there is nothing to agree with", async () => {
    await report(3, "4.3.9", 2024, { progress: "50" });
    await report(4, "4.3.9", 2024, { status: "not-pertinent", note: "Solo del Settore 3." });
    const { id } = lastOf("4.3.9", 2024, "settore-4")!;
    const waits = async () => (await offers()).claims.find(({ claim }) => claim.id === id);
    expect(await waits()).toMatchObject({ code: "4.3.9", year: 2024 });

    for (let time = 0; time < 2; time++)
      expect((await ask(`/contributi/${id}/accordo`, { as: "rtd", form: {} })).status).toBe(302);
    expect(await waits()).toBeUndefined();
    const { data } = await ask(`/contributi?accordo=${id}`, { as: "rtd" });
    expect(data).toMatchObject({ agreed: { office_name: "Settore 4", code: "4.3.9", year: 2024 } });
    expect(await tokenOf("4.3.9", 2024)).toContain(".in-progress.50.");
    expect((await ask(`/contributi/${id}/accordo`, { as: "rtd" })).data).not.toMatchObject({
      waiting: expect.anything(),
    });
  });

  test("is refused once the office reported something else", async () => {
    await report(4, "4.8.4", 2024, { status: "not-pertinent", note: "Non ci riguarda." });
    const { id } = lastOf("4.8.4", 2024, "settore-4")!;
    await report(4, "4.8.4", 2024, { status: "in-progress" });

    expect((await ask(`/contributi/${id}/accordo`, { as: "rtd", form: {} })).status).toBe(409);
    expect(
      sqlite.prepare("select count(*) from contribution_agreement where contribution_id = ?").pluck().get(id),
    ).toBe(0);
  });

  test("is the RTD's alone, and about claims alone", async () => {
    const { id } = lastOf("4.8.4", 2024, "settore-4")!;

    expect((await ask(`/contributi/${id}/accordo`, { as: "dirigente-settore-4", form: {} })).status).toBe(
      403,
    );
    expect((await ask(`/contributi/${id}/accordo`, { as: "rtd", form: {} })).status).toBe(404);
  });
});

/** The chosen ones as the form sends them: many fields of one name. */
async function take(tokens: string[]) {
  return ask("/contributi", { as: "rtd", form: tokens.map((token): [string, string] => ["chosen", token]) });
}
