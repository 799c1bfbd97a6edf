import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { reviewContentIn } from "#app/export/review-format.ts";
import { ask, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { closedReview, closeReview, openReview, versionOf } from "#tests/support/review-forms.ts";

const PLAN = "2021-2023";
const LONG = `${"«virgolette» \\ # $ [parentesi] ".repeat(1600)}fine`;

async function page<Data>(address: string, as = "rtd"): Promise<Data> {
  return (await ask(address, { as })).data as Data;
}

function contentOf(review: number): Promise<string> {
  return page<string>(`/fotografie/${review}/fotografia.json`, "giunta");
}

function comment(review: number, area: string, text: string, version = versionOf(review)) {
  return ask(`/fotografie/${review}/commenti/${area}`, { as: "rtd", form: { text, version } });
}

describe("a review is opened", () => {
  const refusedAt = async (plan: string, day: string) => {
    const { status, data } = await ask("/fotografie/nuova", { as: "rtd", form: { plan, day } });
    return { status, errors: (data as { errors: Record<string, string[]> }).errors };
  };

  test.each([
    ["a future day", PLAN, "2026-10-16", "Il giorno deve ancora venire"],
    ["a day before the adoption", PLAN, "2021-05-03", "non era ancora adottato"],
    ["what is not a day", PLAN, "2022-02-30", "Scrivi un giorno che esiste"],
  ])("not for %s", async (_name, plan, day, words) => {
    const { status, errors } = await refusedAt(plan, day);

    expect(status).toBe(422);
    expect(errors?.day?.[0]).toContain(words);
  });

  test("once for a plan and a day; the same form sent twice is one", async () => {
    const first = await openReview(PLAN, "2021-09-30");
    const again = await openReview(PLAN, "2021-09-30");
    expect(again).toBe(first);

    await comment(first, "generale", "Un commento");
    const { status, errors } = await refusedAt(PLAN, "2021-09-30");
    expect(status).toBe(422);
    expect(errors?.day?.[0]).toContain("c’è già una fotografia aperta");

    await ask(`/fotografie/${first}/scarto`, { as: "rtd", form: { version: versionOf(first) } });
    expect((await ask(`/fotografie/${first}`, { as: "rtd" })).status).toBe(404);
  });
});

describe("an open review", () => {
  let review: number;
  beforeAll(async () => {
    review = await openReview(PLAN, "2021-10-31");
  });

  test("says what a window behind another one did not see, and keeps what it typed", async () => {
    const behind = versionOf(review);
    expect((await comment(review, "4.3", "Dalla prima finestra")).status).toBe(302);

    const refused = await comment(review, "4.3", "Dalla seconda finestra", behind);

    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.data)).toContain("Dalla seconda finestra");
    expect(await page(`/fotografie/${review}/commenti/4.3`)).toMatchObject({ text: "Dalla prima finestra" });
  });

  test("keeps a comment of 50,000 characters as it was typed, and refuses a longer one", async () => {
    expect((await comment(review, "generale", LONG)).status).toBe(302);
    expect(await page(`/fotografie/${review}/commenti/generale`)).toMatchObject({ text: LONG });
    expect((await comment(review, "generale", "a".repeat(50_001))).status).toBe(422);
  });

  test("suggests decisions, each taken once and then written freely", async () => {
    const { suggestions } = await page<{ suggestions: { key: string; text: string; from: string }[] }>(
      `/fotografie/${review}/decisioni`,
    );
    const { key, text, from } = suggestions[0]!;

    await ask(`/fotografie/${review}/decisioni`, {
      as: "rtd",
      form: [
        ["version", versionOf(review)],
        ["text", "Una decisione del RTD"],
        ["key", ""],
        ["suggested", key],
      ],
    });

    const { decisions } = await page<{ decisions: { text: string; from: string }[] }>(
      `/fotografie/${review}`,
    );
    expect(decisions).toEqual([
      { text: "Una decisione del RTD", from: "" },
      { text, from },
    ]);
    const after = await page<{ suggestions: { key: string }[] }>(`/fotografie/${review}/decisioni`);
    expect(after.suggestions.map((one) => one.key)).not.toContain(key);
  });

  test("has no frozen content yet", async () => {
    expect((await ask(`/fotografie/${review}/fotografia.json`, { as: "rtd" })).status).toBe(404);
  });
});

describe("who is not the RTD", () => {
  test("records nothing that takes effect by the day of a closed review, and is told so", async () => {
    await closedReview(PLAN, "2023-12-31");
    const form = {
      to: "in-progress",
      progress: "10",
      effectiveOn: "2023-12-31",
      sequence: String(lastSequenceOf("4.10.1", 2023)),
      reason: "",
      evidenceKind: "",
      evidenceOn: "",
    };
    const record = (effectiveOn: string) =>
      ask(`/piani/${PLAN}/azioni/4.10.1/2023/stato`, {
        as: "dirigente-settore-4",
        form: { ...form, to: "no-news", effectiveOn },
      });

    const refused = await record("2023-12-31");
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.data)).toContain("fino ad allora registra solo il RTD");
    expect((await record("2024-01-10")).status).toBe(302);
  });
});

describe("a closed review", () => {
  let review: number;
  let text: string;
  beforeAll(async () => {
    review = await openReview(PLAN, "2022-12-31");
    await comment(review, "4.3", LONG);
    await closeReview(review);
    text = await contentOf(review);
  });

  test("is its frozen content, whose bytes have the hash that the page prints", async () => {
    const { review: told } = await page<{ review: { sha256: string } }>(`/fotografie/${review}`);

    expect(createHash("sha256").update(text, "utf8").digest("hex")).toBe(told.sha256);
    expect(createHash("sha256").update(text.replace("2022", "2023"), "utf8").digest("hex")).not.toBe(
      told.sha256,
    );
  });

  test("counts as its tables do: situations add up to all, areas to years", () => {
    const { anni, ambiti } = reviewContentIn(text);
    const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

    for (const row of [...anni, ...ambiti]) expect(sum(Object.values(row.situazioni))).toBe(row.totale);
    expect(sum(ambiti.map(({ totale }) => totale))).toBe(sum(anni.map(({ totale }) => totale)));
    expect(sum(ambiti.map(({ adottate }) => adottate))).toBe(sum(anni.map(({ adottate }) => adottate)));
    expect(ambiti.find(({ codice }) => codice === "4.3")!.commento).toBe(LONG);
  });

  test("tells what varied since the adoption and by its day, steps without their reason", () => {
    const { variazioni } = reviewContentIn(text);

    expect(variazioni.length).toBeGreaterThan(0);
    expect(variazioni.map(({ il }) => il)).toEqual(variazioni.map(({ il }) => il).sort());
    expect(variazioni.filter(({ il }) => il > "2022-12-31")).toEqual([]);
    expect(new Set(variazioni.map(({ tipo }) => tipo))).toContain("rinviata");
  });

  test("prints the head of the chain, and quotes no reason and no name", () => {
    const { catena } = reviewContentIn(text);
    const hash = sqlite
      .prepare("select hash from status_line where sequence = ?")
      .pluck()
      .get(catena.sequenza);
    const names = sqlite.prepare("select name from user").pluck().all() as string[];
    const reasons = sqlite
      .prepare("select distinct reason from status_line where length(reason) > 20")
      .pluck()
      .all() as string[];

    expect(catena.hash).toBe(hash);
    expect(reasons.length).toBeGreaterThan(5);
    expect([...names, ...reasons].filter((words) => text.includes(words))).toEqual([]);
  });

  test("never changes, whatever is recorded afterwards; what is of days that it saw is listed beside it", async () => {
    const before = await page<{ findings: unknown; noted: { sequence: number }[] }>(`/fotografie/${review}`);
    const line = await recordNow();

    const after = await page<typeof before>(`/fotografie/${review}`);
    expect(await contentOf(review)).toBe(text);
    expect(after.findings).toEqual(before.findings);
    expect(before.noted).toEqual([]);
    expect(after.noted.map(({ sequence }) => sequence)).toEqual([line]);
  });

  test("keeps its report as it was made, whatever is recorded afterwards", async () => {
    const report = async (name: string) =>
      (await ask(`/fotografie/${review}/${name}.pdf`, { as: "giunta" })).headers;
    expect((await report("relazione")).get("Content-Disposition")).toBe(
      'attachment; filename="relazione-piano-2021-2023-al-2022-12-31.pdf"',
    );
    await report("relazione-accessibile");
    const files = () =>
      sqlite.prepare("select standard, content, sha256 from report_file order by standard").all() as {
        standard: string;
        content: Buffer;
        sha256: string;
      }[];
    const made = files();
    await comment(await openReview("2024-2026", "2026-06-30"), "generale", "Altro");
    await report("relazione");

    expect(made.map(({ standard }) => standard)).toEqual(["a-2a", "ua-1"]);
    expect(files()).toEqual(made);
    for (const { content, sha256 } of made)
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
    expect(() => sqlite.exec("delete from report_file")).toThrow(/never deleted/);
  });

  test("refuses every write, and the database does too", async () => {
    expect((await comment(review, "4.3", "Dopo la chiusura")).status).toBe(409);
    expect(() => sqlite.exec(`delete from review_comment where review_id = ${review}`)).toThrow(
      /never rewritten/,
    );
    expect(() => sqlite.exec(`update review set version = 9 where id = ${review}`)).toThrow(
      /never rewritten/,
    );
    expect(await contentOf(review)).toBe(text);
  });

  test("is corrected by another that cites it, once, with a reason", async () => {
    const correct = (reason: string) =>
      ask(`/fotografie/${review}/correzione`, { as: "rtd", form: { reason } });
    expect((await correct("")).status).toBe(422);

    const opened = await correct("Mancava una prova");
    const correction = Number(opened.headers.get("Location")!.split("/").at(-1));
    expect((await correct("Un altro motivo")).status).toBe(409);
    await closeReview(correction);

    const { corregge, ambiti, al } = reviewContentIn(await contentOf(correction));
    const hash = createHash("sha256").update(text, "utf8").digest("hex");
    expect([al, corregge]).toEqual(["2022-12-31", { al: "2022-12-31", hash, motivo: "Mancava una prova" }]);
    expect(ambiti.find(({ codice }) => codice === "4.3")!.commento).toBe(LONG);
    expect(await contentOf(review)).toBe(text);
  });

  test("is taken note of once, by an act with organ, number and day", async () => {
    const note = (form: Record<string, string>) =>
      ask(`/fotografie/${review}/presa-d-atto`, { as: "rtd", form });
    const act = { organ: "Giunta comunale", number: "15", on: "2026-10-15" };
    for (const field of Object.keys(act)) expect((await note({ ...act, [field]: "" })).status).toBe(422);
    expect((await note({ ...act, on: "2026-10-16" })).status).toBe(422);
    expect((await note({ ...act, on: "2022-01-01" })).status).toBe(422);

    expect((await note(act)).status).toBe(302);
    expect((await note(act)).status).toBe(302);
    expect((await note({ ...act, number: "16" })).status).toBe(409);
    const { review: told } = await page<{ review: { noting: string } }>(`/fotografie/${review}`);
    expect(told.noting).toBe("Giunta comunale, atto n. 15 del 15/10/2026");
    expect(await contentOf(review)).toBe(text);
  });

  test("is what the next one compares itself with, the last correction standing for it", async () => {
    const next = await closedReview(PLAN, "2023-06-30");
    const { precedente, constatazioni, anni } = reviewContentIn(await contentOf(next));

    expect(precedente?.al).toBe("2022-12-31");
    expect(constatazioni.map(({ frase }) => frase).join()).toContain("Rispetto al 31/12/2022 l’avanzamento");
    expect(anni.map(({ prima }) => prima?.al)).toEqual(["2022-12-31", "2022-12-31", "2022-12-31"]);
  });
});

/** A line by the RTD that takes effect within 2022, as they write it down late; its sequence. */
async function recordNow(): Promise<number> {
  const { code, sequence } = sqlite
    .prepare(
      `select plan_action.code, line.sequence from status_line line
       join action_year on action_year.id = line.action_year_id
       join plan_action on plan_action.id = action_year.plan_action_id
       where action_year.year = 2022 and line.to_status = 'completed' and line.effective_on < '2022-12-01'
         and not exists (select 1 from status_line later
                         where later.action_year_id = line.action_year_id and later.sequence > line.sequence)
       order by line.sequence limit 1`,
    )
    .get() as { code: string; sequence: number };
  const form = {
    to: "no-news",
    effectiveOn: "2022-12-15",
    sequence: String(sequence),
    reason: "",
    evidenceKind: "",
    evidenceOn: "",
  };
  const { status } = await ask(`/piani/${PLAN}/azioni/${code}/2022/stato`, { as: "rtd", form });
  if (status !== 302) throw new Error(`${code} of 2022 was not confirmed`);
  return lastSequenceOf(code, 2022);
}
