import { beforeEach, describe, expect, test } from "vitest";
import type { RoundItem } from "#app/domain/desk/update-round.ts";
import { ask, cookieOf, countLines, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

const DIRIGENTE = "dirigente-settore-3";

type StartPage = { items: RoundItem[] };
type EndPage = { isOpen: boolean; confirmed: number; updated: number; left: RoundItem[] };
type ItemPage = {
  around: { position: { number: number; total: number } | null; next: string };
  saved: { code: string; year: number } | null;
};

beforeEach(() => {
  sqlite.prepare("delete from update_round").run();
});

const locationOf = async (address: string, as: string) =>
  (await ask(address, { as })).headers.get("Location");

function countRounds(): number {
  return sqlite.prepare("select count(*) from update_round").pluck().get() as number;
}

/** The one key of a round, as its form sends it. */
function confirm(as: string, { plan, code, actionYear }: RoundItem, varied: Record<string, string> = {}) {
  const form = {
    to: "no-news",
    effectiveOn: "2026-10-15",
    reason: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf(code, actionYear.year)),
    ...varied,
  };
  return ask(`/aggiornamento/${plan}/${code}/${actionYear.year}`, { as, form });
}

async function itemsOf(as: string): Promise<RoundItem[]> {
  return ((await ask("/aggiornamento", { as })).data as StartPage).items;
}

const statusItems = (items: RoundItem[]) => items.filter(({ office }) => office === null);

describe("a round", () => {
  test("begins once, however often the button is pressed, and writes nothing in the history", async () => {
    const lines = countLines();
    for (let times = 0; times < 2; times += 1)
      expect((await ask("/aggiornamento", { as: "rtd", form: {} })).headers.get("Location")).toBe(
        "/aggiornamento",
      );

    expect([countRounds(), countLines()]).toEqual([1, lines]);
  });

  test("leads to the first item, and after each to the next, told what was saved", async () => {
    const items = await itemsOf("rtd");
    await ask("/aggiornamento", { as: "rtd", form: {} });
    const [first, second] = items;
    expect(await locationOf("/aggiornamento", "rtd")).toBe(
      `/aggiornamento/${first!.plan}/${first!.code}/${first!.actionYear.year}`,
    );

    const saved = await confirm("rtd", first!);
    const sequence = lastSequenceOf(first!.code, first!.actionYear.year);
    const next = `/aggiornamento/${second!.plan}/${second!.code}/${second!.actionYear.year}?registrata=${sequence}`;
    expect([saved.status, saved.headers.get("Location")]).toEqual([302, next]);
    expect((await ask(next, { as: "rtd" })).data as ItemPage).toMatchObject({
      around: { position: { number: 2, total: items.length } },
      saved: { code: first!.code, year: first!.actionYear.year },
    });
    expect(((await ask(next, { as: "giunta" })).data as string).includes(first!.code)).toBe(false);
  });

  test("is taken up again where it was left, in another session", async () => {
    const [, second, third] = await itemsOf("rtd");
    await ask("/aggiornamento", { as: "rtd", form: {} });
    await confirm("rtd", second!);

    const again = await cookieOf("rtd");
    const { data } = await ask("/", { cookie: again });
    const { round } = (data as { facts: { asks: { round: { open: { left: number; total: number } } } } })
      .facts.asks;
    expect(round.open.total - round.open.left).toBe(1);
    expect(await locationOf("/aggiornamento", "rtd")).not.toContain(
      `${second!.code}/${second!.actionYear.year}`,
    );
    expect((await confirm("rtd", third!)).status).toBe(302);
  });

  test("ends with what was confirmed, updated and skipped", async () => {
    const items = await itemsOf("rtd");
    await ask("/aggiornamento", { as: "rtd", form: {} });
    await confirm("rtd", items[0]!);
    await confirm("rtd", items[1]!, { to: "suspended", reason: "Manca il finanziamento." });

    const end = (await ask("/aggiornamento/fine", { as: "rtd" })).data as EndPage;
    expect(end).toMatchObject({ isOpen: true, confirmed: 1, updated: 1 });
    expect(end.left).toHaveLength(items.length - 2);

    expect((await ask("/aggiornamento/fine", { as: "rtd", form: {} })).status).toBe(302);
    expect((await ask("/aggiornamento/fine", { as: "rtd" })).data).toMatchObject({ isOpen: false });
    expect((await ask("/aggiornamento", { as: "rtd" })).status).toBe(200);
  });

  test("closes by itself when nothing is left", async () => {
    const items = await itemsOf("rtd");
    await ask("/aggiornamento", { as: "rtd", form: {} });
    for (const item of items.slice(1)) expect((await confirm("rtd", item)).status).toBe(302);
    const last = await confirm("rtd", items[0]!);

    expect(last.headers.get("Location")).toMatch(/^\/aggiornamento\/fine\?registrata=\d+$/);
    expect(sqlite.prepare("select count(*) from update_round where closed_at is null").pluck().get()).toBe(0);
    expect((await ask("/aggiornamento/fine", { as: "rtd" })).data).toMatchObject({
      isOpen: false,
      confirmed: items.length,
      left: [],
    });
  });

  test("asks a dirigente of nothing that is not theirs", async () => {
    const items = await itemsOf(DIRIGENTE);

    expect(items.length).toBeGreaterThan(0);
    for (const { plan, code, actionYear, office } of items) {
      expect(actionYear.offices).toContain("settore-3");
      const address = `/aggiornamento/${plan}/${code}/${actionYear.year}`;
      const asked = office === null ? address : `${address}/${office}`;
      expect([asked, (await ask(asked, { as: DIRIGENTE })).status]).toEqual([asked, 200]);
    }
  });

  test("is one person's: the referente begins another", async () => {
    await ask("/aggiornamento", { as: "dirigente-settore-4", form: {} });

    expect((await ask("/aggiornamento", { as: "referente-settore-4" })).status).toBe(200);
  });
});

describe("a status in a round", () => {
  const at = async (code: string, year: number) =>
    (await ask(`/aggiornamento/2024-2026/${code}/${year}`, { as: "rtd" })).data;

  test("says what its contributions propose, where that is something else", async () => {
    expect(await at("4.9.1", 2025)).toMatchObject({
      actionYear: { situation: "late" },
      proposal: { status: "completed", proven: true },
      mayDecide: true,
    });
    expect(await at("4.2.1", 2025)).toMatchObject({ proposal: null });
  });
});

describe("saving in a round", () => {
  test("is refused with what was typed when someone was faster, and writes nothing", async () => {
    const [item] = statusItems(await itemsOf("rtd"));
    const behind = String(lastSequenceOf(item!.code, item!.actionYear.year));
    await confirm("rtd", item!);
    const lines = countLines();
    const answer = await confirm("rtd", item!, {
      to: "suspended",
      reason: "Manca il «nulla osta».",
      sequence: behind,
    });

    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ isConflict: true, typed: { reason: "Manca il «nulla osta»." } });
    expect(countLines()).toBe(lines);
  });

  test("of the same form twice is one line, and goes on both times", async () => {
    const [item] = statusItems(await itemsOf("rtd"));
    const sequence = String(lastSequenceOf(item!.code, item!.actionYear.year));
    const lines = countLines();
    const answers = [await confirm("rtd", item!, { sequence }), await confirm("rtd", item!, { sequence })];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(countLines()).toBe(lines + 1);
  });

  test("without a round still counts: it leads back to where one begins", async () => {
    const [item] = statusItems(await itemsOf("rtd"));
    const answer = await confirm("rtd", item!);

    expect(answer.headers.get("Location")).toMatch(/^\/aggiornamento\?registrata=\d+$/);
  });
});

describe("a contribution in a round", () => {
  const AS = "dirigente-settore-4";
  const shared = async () => (await itemsOf(AS)).find(({ office }) => office !== null)!;
  const countParts = () => sqlite.prepare("select count(*) from contribution").pluck().get() as number;

  async function reportOn(item: RoundItem, varied: Record<string, string> = {}) {
    const last = sqlite
      .prepare(
        `select coalesce(max(contribution.id), 0) from contribution join office on office.id = office_id
         where action_year_id = ? and office.code = ?`,
      )
      .pluck()
      .get(item.actionYear.id, item.office) as number;
    const form = {
      status: "in-progress",
      progress: "40",
      effectiveOn: "2026-10-15",
      note: "",
      evidenceKind: "",
      evidenceNumber: "",
      evidenceOn: "",
      evidenceLink: "",
      evidenceNote: "",
      last: String(last),
      ...varied,
    };
    return ask(`/aggiornamento/${item.plan}/${item.code}/${item.actionYear.year}/${item.office}`, {
      as: AS,
      form,
    });
  }

  test("is recorded once, changes no status, and makes the item done", async () => {
    const wanted = await shared();
    await ask("/aggiornamento", { as: AS, form: {} });
    const [lines, parts] = [countLines(), countParts()];

    const saved = await reportOn(wanted);
    expect([saved.status, countLines(), countParts()]).toEqual([302, lines, parts + 1]);
    const { confirmed, updated, left } = (await ask("/aggiornamento/fine", { as: AS })).data as EndPage;
    expect([confirmed, updated]).toEqual([0, 1]);
    expect(left.some(({ actionYear }) => actionYear.id === wanted.actionYear.id)).toBe(false);
  });

  test("that only repeats the last one counts as confirmed in the next round", async () => {
    const wanted = await shared();
    await reportOn(wanted);
    await ask("/aggiornamento", { as: AS, form: {} });
    await reportOn(wanted);

    expect((await ask("/aggiornamento/fine", { as: AS })).data).toMatchObject({ confirmed: 1, updated: 0 });
  });

  test("is refused with what was typed when it needs a note, and writes nothing", async () => {
    const wanted = await shared();
    const parts = countParts();
    const answer = await reportOn(wanted, { status: "suspended" });

    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ typed: { status: "suspended" } });
    expect(countParts()).toBe(parts);
  });

  test("is refused with what changed when someone reported for the office meanwhile", async () => {
    const wanted = await shared();
    await reportOn(wanted);
    const answer = await reportOn(wanted, { last: "0", progress: "70", note: "Quasi pronto." });

    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ isConflict: true, typed: { note: "Quasi pronto." } });
  });
});
