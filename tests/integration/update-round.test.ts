import { beforeEach, describe, expect, test } from "vitest";
import type { RoundItem } from "#app/domain/update-round.ts";
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
    const { round } = (data as { facts: { round: { open: { left: number; total: number } } } }).facts;
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
      const { status } = await ask(`/aggiornamento/${plan}/${code}/${actionYear.year}`, { as: DIRIGENTE });
      expect([code, status]).toEqual([code, office === null ? 200 : 403]);
    }
  });

  test("is one person's: the referente begins another", async () => {
    await ask("/aggiornamento", { as: "dirigente-settore-4", form: {} });

    expect((await ask("/aggiornamento", { as: "referente-settore-4" })).status).toBe(200);
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
