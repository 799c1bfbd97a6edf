import { describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";

type Found = {
  plan: { code: string; standing: string };
  total: number;
  listed: { code: string; title: string; about: string[] }[];
};
type Page = {
  q: string;
  words: string[];
  isTooLong: boolean;
  results: Found[];
  processes: { total: number; listed: { code: string; title: string; name: string | null; map: string }[] };
  objectives: {
    total: number;
    listed: { code: string; title: string; document: string; offices: string[] }[];
  };
};

async function search(query: Record<string, string>, as = "lettore") {
  const answer = await ask(`/cerca?${new URLSearchParams(query).toString()}`, { as });
  return { ...answer, page: answer.data as Page };
}

async function codesOf2021(query: Record<string, string>) {
  const { page } = await search(query);
  return page.results.find(({ plan }) => plan.code === "2021-2023")?.listed.map(({ code }) => code);
}

describe("a search", () => {
  test("finds an action whatever the order, the accents and the apostrophes of its words", async () => {
    const { title } = titleOf("4.8.4");
    const reversed = title.split(" ").reverse().join(" ").toUpperCase().replaceAll("’", "'");

    expect(await codesOf2021({ q: reversed })).toEqual(["4.8.4"]);
    expect(await codesOf2021({ q: reversed.normalize("NFD").replace(/\p{M}/gu, "") })).toEqual(["4.8.4"]);
  });

  test("finds by area and by who answers, and says them under the title", async () => {
    const { page } = await search({ q: "responsabili uoa accessibilita", piano: "2021-2023" });

    for (const { about } of page.results.flatMap(({ listed }) => listed)) {
      expect(about).toContain("Responsabili UOA");
      expect(about[0]).toMatch(/^4\.\d+ /);
    }
    expect(await codesOf2021({ q: "rtd", piano: "2021-2023" })).toContain("4.13.2");
  });

  test("finds by norm, once an action has one", async () => {
    expect(await codesOf2021({ q: "art. 64-bis cad" })).toBeUndefined();
    sqlite
      .prepare(
        `insert into plan_action_norm (plan_action_id, norm, held_from_on, opened_by_edit_id)
         select id, 'Art. 64-bis CAD', '2022-01-01', 1 from plan_action where code = '4.3.6' and plan_id = 1`,
      )
      .run();

    expect(await codesOf2021({ q: "art. 64-bis cad" })).toEqual(["4.3.6"]);
    expect(await codesOf2021({ q: "art. 64-bis cad", al: "2021-12-31" })).toBeUndefined();
  });

  test("finds an action by the title that it had on the day that is asked for", async () => {
    reword("4.9.3", { from: "2023-05-01", title: "Titolo nuovissimo" });

    expect(await codesOf2021({ q: "nuovissimo" })).toEqual(["4.9.3"]);
    expect(await codesOf2021({ q: "nuovissimo", al: "2023-05-01" })).toEqual(["4.9.3"]);
    expect(await codesOf2021({ q: "nuovissimo", al: "2023-04-30" })).toBeUndefined();
  });

  test("finds nothing before a plan is adopted", async () => {
    expect(await codesOf2021({ q: "accessibilita", al: "2021-05-03" })).toBeUndefined();
    expect(await codesOf2021({ q: "accessibilita", al: "2021-05-04" })).not.toHaveLength(0);
  });

  test("that finds many says how many they are, and lists some", async () => {
    const { page } = await search({ q: "e" });
    const result = page.results.find(({ plan }) => plan.code === "2021-2023")!;
    const alone = await search({ q: "e", piano: "2021-2023" });

    expect(alone.page.results).toHaveLength(1);
    expect(alone.page.results[0]!.total).toBe(result.total);
    expect(alone.page.results[0]!.listed).toHaveLength(result.total);
    expect(result.total).toBeGreaterThan(20);
    expect(result.listed).toHaveLength(page.results.length === 1 ? result.total : 20);
  });
});

describe("a search finds processes", () => {
  test("beside the actions, by activity, name and code", async () => {
    const { page } = await search({ q: "conto annuale" });

    expect(page.processes.listed).toContainEqual({
      code: "FVG-PER-001",
      title: "Raccolta dati per conto annuale",
      name: "Conto annuale personale",
      map: "000",
    });
    expect((await search({ q: "tec-088" })).page.processes.listed.map(({ code }) => code)).toEqual([
      "FVG-TEC-088",
    ]);
  });

  test("as many as it says, and lists some", async () => {
    const { page } = await search({ q: "e" });

    expect(page.processes.total).toBeGreaterThan(500);
    expect(page.processes.listed).toHaveLength(20);
  });

  test("more of them where there is nothing else to list", async () => {
    const { page } = await search({ q: "fvg" });

    expect(page.results).toEqual([]);
    expect(page.processes.total).toBe(389);
    expect(page.processes.listed).toHaveLength(200);
  });

  test("not among the actions of a plan, nor before any catalogue", async () => {
    expect((await search({ q: "archivio", piano: "2021-2023" })).page.processes.total).toBe(0);
    expect((await search({ q: "archivio", al: "2019-12-31" })).page.processes.total).toBe(0);
  });

  test("and opens the one whose code was typed, on the day that is asked for", async () => {
    const { status, headers } = await search({ q: "fvg-tec-088", al: "2022-12-31" });

    expect(status).toBe(302);
    expect(headers.get("Location")).toBe("/processi/FVG-TEC-088?al=2022-12-31");
    expect((await search({ q: "fvg-tec-088", piano: "2021-2023" })).status).toBe(200);
  });
});

describe("a search finds objectives", () => {
  const codesOf = async (q: string, al?: string) =>
    (await search({ q, ...(al && { al }) })).page.objectives.listed.map(({ code }) => code);

  test("by title, document, office, and by the words of their steps", async () => {
    expect(await codesOf("restyling sito")).toEqual(["PDO-UOAS-4"]);
    expect(await codesOf("pdo 2021 settore 2 fascicolazione")).toContain("PDO-S2-UO2.3-3");
    expect(await codesOf("gettoni di presenza")).not.toEqual([]);
    expect(await codesOf("unimod")).toEqual(["PEG-50000-30000"]);
  });

  test("says what they are and whose", async () => {
    const { page } = await search({ q: "migrazione cloudpa" });

    expect(page.objectives.listed).toEqual([
      {
        code: "PDO-S3-UO3.4-2",
        title: "Piano di migrazione del data center comunale in CloudPA",
        document: "PdO 2021",
        offices: ["UO 3.4 – Innovazione e Sistemi Informatici"],
      },
    ]);
  });

  test("not among the actions of a plan, nor before there were any; a code opens its own", async () => {
    expect((await search({ q: "cloudpa", piano: "2021-2023" })).page.objectives.total).toBe(0);
    expect(await codesOf("cloudpa", "2019-12-31")).toEqual([]);
    expect((await search({ q: "pdo-s1-1.1" })).headers.get("Location")).toBe("/obiettivi/PDO-S1-1.1");
  });
});

describe("a code leads to its action", () => {
  test.each([
    ["of the plan that is named with it", "4.3.6 2021-2023", "/piani/2021-2023/azioni/4.3.6"],
    ["with the dash of a document", "4.3.6 2021–2023", "/piani/2021-2023/azioni/4.3.6"],
    ["with punctuation around it", "«4.3.6» (2021-2023)", "/piani/2021-2023/azioni/4.3.6"],
  ])("%s", async (_, q, address) => {
    const { status, headers } = await search({ q });

    expect(status).toBe(302);
    expect(headers.get("Location")).toBe(address);
  });

  test("on the day that is asked for", async () => {
    const { headers } = await search({ q: "4.3.6 2021-2023", al: "2022-12-31" });

    expect(headers.get("Location")).toBe("/piani/2021-2023/azioni/4.3.6?al=2022-12-31");
  });

  test("unless it was not there yet on that day", async () => {
    const { status, page } = await search({ q: "4.3.6 2021-2023", al: "2021-01-01" });

    expect(status).toBe(200);
    expect(page.results).toEqual([]);
  });
});

describe("whatever is typed", () => {
  test.each([
    "'; drop table plan_action; --",
    "%",
    "_",
    '" or 1=1',
    "<script>alert(1)</script>",
    "\u0000",
    "[[(*+?",
    "constructor",
    "'",
  ])("«%s» is looked for as it stands", async (q) => {
    const before = sqlite.prepare("select count(*) from plan_action").pluck().get();
    const { status, page } = await search({ q });

    expect(status).toBe(200);
    expect(page.results).toEqual([]);
    expect(sqlite.prepare("select count(*) from plan_action").pluck().get()).toBe(before);
  });

  test("nothing, or only signs, is no search", async () => {
    for (const q of ["", "   ", "… – ’"]) expect((await search({ q })).page.words).toEqual([]);
    expect((await ask("/cerca", { as: "rtd" })).status).toBe(200);
  });

  test("more than 200 characters is refused, with what was typed", async () => {
    const long = "parola ".repeat(40).trim();
    const { status, page } = await search({ q: long });

    expect(status).toBe(422);
    expect(page).toMatchObject({ q: long, isTooLong: true, results: [] });
    expect((await search({ q: "a".repeat(200) })).status).toBe(200);
  });

  test("a day that is not one is said, and the search is of today", async () => {
    const { status, page } = await search({ q: "accessibilita", al: "2022-02-31" });

    expect(status).toBe(422);
    expect(page.results).not.toEqual([]);
  });
});

test("whoever is not signed in is sent to sign in, and comes back to the search", async () => {
  const { status, headers } = await ask("/cerca?q=identit%C3%A0");

  expect(status).toBe(302);
  expect(decodeURIComponent(headers.get("Location")!)).toBe("/accedi?ritorno=/cerca?q=identit%C3%A0");
});

test.each(["rtd", "dirigente-settore-1", "giunta", "lettore", "amministratore"])(
  "%s finds what the others find",
  async (as) => {
    const { page } = await search({ q: "accessibilita" }, as);

    expect(page.results).toEqual((await search({ q: "accessibilita" })).page.results);
  },
);

function titleOf(code: string): { id: number; title: string } {
  return sqlite
    .prepare(
      `select plan_action.id, version.title from plan_action
       join plan_action_version version on version.plan_action_id = plan_action.id
       join plan on plan.id = plan_action.plan_id and plan.code = '2021-2023'
       where plan_action.code = ? and version.held_until_on is null`,
    )
    .get(code) as { id: number; title: string };
}

function reword(code: string, { from, title }: { from: string; title: string }) {
  const { id } = titleOf(code);
  const columns = "plan_action_id, area_id, weight, unknown_year_count, opened_by_edit_id";
  sqlite
    .prepare(
      "update plan_action_version set held_until_on = ?, closed_by_edit_id = 1 where plan_action_id = ?",
    )
    .run(from, id);
  sqlite
    .prepare(
      `insert into plan_action_version (${columns}, title, held_from_on)
       select ${columns}, ?, ? from plan_action_version where plan_action_id = ?`,
    )
    .run(title, from, id);
}
