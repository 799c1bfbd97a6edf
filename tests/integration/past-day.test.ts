import { matchRoutes } from "@remix-run/react";
import { beforeAll, describe, expect, test } from "vitest";
import { SHEET_FORMATS } from "#app/domain/sheet-formats.ts";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import routes from "#app/routes.ts";
import { type DrawnPage, pageOf } from "#tests/support/pages.ts";
import { ADDRESSES, ask, db, lastSequenceOf, OWN, sqlite } from "#tests/support/requests.ts";
import { insertClosedReview } from "#tests/support/reviews.ts";

const DAY = "2022-12-31";
const PLAN = "/piani/2021-2023";

/**
 * Every page that is read, with an address and who reads it there. A new one without a line here fails the first test; what a person does
 * has no line: it acts today.
 */
const READ: Record<string, [address: string, as: string][]> = {
  "/": [
    ["/", "rtd"],
    ["/", "dirigente-settore-3"],
    ["/", "giunta"],
  ],
  "/piano": [["/piano", "lettore"]],
  "/piani": [["/piani", "rtd"]],
  "/piani/:plan": [
    [PLAN, "rtd"],
    [`${PLAN}?ambito=4.3&testo=sito`, "lettore"],
  ],
  "/piani/:plan/ambiti": [[`${PLAN}/ambiti`, "rtd"]],
  "/piani/:plan/azioni/:code": [
    [`${PLAN}/azioni/4.3.6`, "rtd"],
    [`${PLAN}/azioni/4.6.3`, "lettore"],
  ],
  "/piani/:plan/variazioni": [[`${PLAN}/variazioni`, "rtd"]],
  "/contributi": [["/contributi", "rtd"]],
  "/andamento": [["/andamento?piano=2021-2023", "giunta"]],
  "/processi": [["/processi?livello=no", "rtd"]],
  "/processi/:code": [["/processi/FVG-TEC-088", "rtd"]],
  "/smartabilita": [["/smartabilita", "rtd"]],
  "/cerca": [["/cerca?q=accessibilit%C3%A0", "rtd"]],
  "/uffici": [["/uffici", "rtd"]],
  "/uffici/:office": [["/uffici/settore-3", "rtd"]],
  "/sblocchi": [["/sblocchi", "rtd"]],
  "/svolte": [["/svolte", "rtd"]],
  "/obiettivi": [["/obiettivi?anno=2022", "rtd"]],
  "/obiettivi/:code": [],
  "/obiettivi/collegamenti": [["/obiettivi/collegamenti", "rtd"]],
  "/scadenze": [["/scadenze?anno=2022", "rtd"]],
};

/** What is read and has no day, and why; a review, with all that is under it, has a day of its own. */
const WITHOUT_DAY: Record<string, string> = {
  "/aggiornamento": "what there is to update now",
  "/aggiornamento/fine": "what was just updated",
  "/fotografie": "every review, each of its own day",
  "/giri": "rounds as they are now",
  "/giri/:round": "a round as it is now",
  "/scadenze/calendario": "the address of a person's own calendar",
  "/scadenze/calendario/:token": "what a calendar program subscribes to",
  "/accessibilita": "what the program declares of itself",
  "/accedi": "there is no plan before one signs in",
  "/esci": "a session ends now",
  "/salute": "whether the program answers",
  "/*": "there is nothing there",
};

type Module = { default?: unknown; action?: unknown; handle?: unknown };
const MODULES = import.meta.glob<Module>("/app/routes/*");
const modules = new Map<string, Module>();
const ROUTES = routes.map(({ file, path, index }) =>
  index ? { file, path: "/", index: true as const } : { file, path: `/${path}` },
);

beforeAll(async () => {
  for (const { file, path } of routes) modules.set(`/${path ?? ""}`, await MODULES[`/app/${file}`]!());
});

function addressOf({ pathname }: URL): string {
  return matchRoutes(ROUTES, pathname)![0]!.route.path;
}

function isFile(address: string): boolean {
  return SHEET_FORMATS.some((format) => address.endsWith(`.${format}`));
}

function obeys(address: string): boolean {
  return modules.get(address)!.handle === OBEYS_DAY || address === "/piano" || isFile(address);
}

test("every address is a page read on a day, a list of such a page as a file, a form that acts today, or one with a reason to have no day", () => {
  const strangers = ADDRESSES.filter(
    (address) =>
      !(address in READ) &&
      !(address in WITHOUT_DAY) &&
      !address.startsWith("/fotografie/:review") &&
      !isFile(address) &&
      modules.get(address)!.action === undefined,
  );
  expect(strangers).toEqual([]);
  expect(Object.keys(READ).filter((address) => !obeys(address))).toEqual([]);
  expect(ADDRESSES.filter((address) => obeys(address) && !(address in READ) && !isFile(address))).toEqual([]);
});

describe.each(Object.entries(READ).flatMap(([route, pages]) => pages.map((page) => [route, ...page])))(
  "%s, as %2$s asks for %1$s",
  (_route, address, as) => {
    const on = (day: string) => `${address}${address!.includes("?") ? "&" : "?"}al=${day}`;
    let past: DrawnPage;
    beforeAll(async () => {
      past = await pageOf(on(DAY), as!);
    });

    test("says of which day it is, once, and leads back to today", () => {
      expect(past.status).toBe(200);
      expect(past.html.match(/<strong>Situazione al 31\/12\/2022<\/strong>/g)).toHaveLength(1);
      expect(past.html).toContain(">Torna a oggi</a>");
    });

    test("keeps the day in every link and form that leads to a page that obeys it", () => {
      const today = past.html.match(/<a[^>]*href="([^"]*)"[^>]*>Torna a oggi/)![1]!.replaceAll("&amp;", "&");
      const forgetful = past.links
        .filter((link) => link.origin === OWN && obeys(addressOf(link)))
        .filter((link) => !link.searchParams.has("al") && `${link.pathname}${link.search}` !== today)
        .map((link) => `${link.pathname}${link.search}${link.hash}`);
      const forms = past.forms.filter(({ method, action }) => method === "get" && obeys(addressOf(action)));
      expect([...new Set(forgetful)]).toEqual([]);
      expect(forms.filter(({ fields }) => !("al" in fields)).map(({ action }) => action.href)).toEqual([]);
    });

    test("takes the day nowhere that does not obey it", () => {
      const burdened = past.links.filter((link) => link.origin === OWN && !obeys(addressOf(link)));
      expect(burdened.filter((link) => link.searchParams.has("al")).map(({ href }) => href)).toEqual([]);
    });

    test("asks for nothing to be done: no form of it writes, and no link leads where one acts", () => {
      const acting = past.links.filter((link) => link.origin === OWN && !obeys(addressOf(link)));
      expect(
        [...new Set(acting.map(({ pathname }) => pathname))].filter((path) => !HARMLESS.has(path)),
      ).toEqual([]);
      expect(
        past.forms.filter(({ method }) => method === "post").map(({ action }) => action.pathname),
      ).toEqual(["/esci"]);
    });

    test.each(["2031-01-01", "2022-02-31", "domani"])("refuses the day %s at its field", async (day) => {
      const page = await pageOf(on(day), as!);
      expect(page.status).toBe(422);
      expect(page.html).toMatch(
        /<input[^>]*id="al"[^>]*aria-invalid="true"[^>]*aria-describedby="al-errore"/,
      );
      expect(page.html).not.toContain("Torna a oggi");
    });
  },
);

describe("what a page says of a past day is of that day", () => {
  const said = async (address: string, as: string) =>
    (await pageOf(address, as)).html.replace(/<[^>]*>/g, "");

  test("the desk: what was late, of the plan of then, and no button", async () => {
    const [then, now] = [await said(`/?al=${DAY}`, "rtd"), await said("/", "rtd")];
    expect(then).toContain("Piano 2021-2023 · situazione al 31/12/2022");
    expect(now).toContain("Piano 2024-2026 · situazione al 15/10/2026");
    expect(then).not.toContain("Aggiorna");
    expect(then).not.toContain("piano 2024-2026");
  });

  test("the desk before any plan says that there was none", async () => {
    expect(await said("/?al=2020-01-01", "rtd")).toContain("Non c’era ancora un piano adottato");
    expect(await said("/piani?al=2020-01-01", "rtd")).toContain("Non c’era ancora un piano adottato");
  });

  test("the plans, the plan in force and the chart without a plan: those of then", async () => {
    expect(await said(`/piani?al=${DAY}`, "rtd")).not.toContain("2024-2026");
    expect(await said(`/piano?al=${DAY}`, "rtd")).toContain("Piano 2021-2023");
    expect(await said(`/andamento?al=${DAY}`, "rtd")).toContain("Andamento del piano 2021-2023");
  });

  test("turns: none that took effect later, none answered later", async () => {
    const days = sqlite
      .prepare("select effective_on from turn order by effective_on")
      .pluck()
      .all() as string[];
    const count = (day: string) => days.filter((one) => one <= day).length;
    const middle = days[Math.floor(days.length / 2)]!;
    for (const day of [DAY, middle]) {
      const { data } = await ask(`/svolte?al=${day}`, { as: "rtd" });
      expect(data).toMatchObject({ total: count(day) });
    }
    expect(count(DAY)).toBeLessThan(days.length);
  });

  test("claims: those decided later are as they stood, or not there yet", async () => {
    const held = (day: string) =>
      sqlite
        .prepare(
          `select count(distinct unblock_claim_id) from unblock_claim_version
           where held_from_on <= @day and (held_until_on is null or held_until_on > @day)`,
        )
        .pluck()
        .get({ day });
    for (const day of [DAY, "2025-12-31"]) {
      const { data } = await ask(`/sblocchi?al=${day}`, { as: "lettore" });
      expect(data).toMatchObject({ total: held(day) });
    }
  });

  test("contributions: what waited then, by the lines of then", async () => {
    const waiting = async (query: string) => {
      const { data } = await ask(`/contributi${query}`, { as: "rtd" });
      const { offers, past } = data as { offers: unknown[]; past: { actionYear: { id: number } }[] };
      return { offers: offers.length, past: past.length };
    };
    expect(await waiting("?al=2020-01-01")).toEqual({ offers: 0, past: 0 });
    const now = await waiting("");
    expect(now.offers).toBeGreaterThan(0);
    expect(now.past).toBe(0);
  });

  test("the desk of a past day marks no visit as made", async () => {
    const seen = () =>
      sqlite.prepare("select seen_sequence from user where username = 'lettore'").pluck().get();
    const before = seen();
    await pageOf(`/?al=${DAY}`, "lettore");
    expect(seen()).toBe(before);
  });
});

test("a plan, its chart, an action and an office list what was noted after the review of the day, and other pages lead to it", async () => {
  const id = await insertClosedReview(db, { plan: "2021-2023", day: DAY });
  expect((await pageOf(`${PLAN}?al=${DAY}`, "lettore")).html).not.toContain("Annotato dopo");
  const sequence = await noteLate();

  const lists = async (address: string) => {
    const { html } = await pageOf(`${address}${address.includes("?") ? "&" : "?"}al=${DAY}`, "lettore");
    return {
      leads: html.includes(`href="/fotografie/${id}">1 riga del piano 2021-2023`),
      lists: html.includes(`#riga-${sequence}">`) && html.includes(`id="annotato-${id}"`),
    };
  };
  const { office, code } = NOTED;
  for (const address of [PLAN, "/andamento?piano=2021-2023", `${PLAN}/azioni/${code}`, `/uffici/${office}`])
    expect([address, await lists(address)]).toEqual([address, { leads: true, lists: true }]);
  for (const address of [`${PLAN}/azioni/4.3.6`, "/uffici/settore-1", "/processi", "/"])
    expect([address, await lists(address)]).toEqual([address, { leads: true, lists: false }]);
  expect((await pageOf(`${PLAN}?al=2022-12-30`, "lettore")).html).not.toContain("Annotato dopo");
});

/** 4.13.2 in 2021 is Settore 3's alone, completed on 28/12/2021 without a proof: the RTD adds one, of the day of the review. */
const NOTED = { office: "settore-3", code: "4.13.2", year: 2021 };

async function noteLate(): Promise<number> {
  const { code, year } = NOTED;
  const form = {
    ...{ to: "completed", progress: "0", effectiveOn: DAY, reason: "", targetYear: "", dueOn: "" },
    ...{ evidenceKind: "determinazione", evidenceNumber: "1", evidenceOn: DAY, evidenceLink: "" },
    ...{ evidenceNote: "", sequence: String(lastSequenceOf(code, year)) },
  };
  expect((await ask(`${PLAN}/azioni/${code}/${year}/stato`, { as: "rtd", form })).status).toBe(302);
  return lastSequenceOf(code, year);
}

/** Where a link of a past day may lead though it has no day. */
const HARMLESS = new Set(["/accessibilita", "/scadenze/calendario", "/giri", "/fotografie"]);
