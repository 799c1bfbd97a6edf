import type { Page } from "@playwright/test";
import { expect, PLAN, signInAs, test } from "#tests/support/browser.ts";
import { type PrintedPage, printedPages } from "#tests/support/printed-pages.ts";

/** Reads only. */

/** A4 in points, to the nearest. */
const SHORT = 595;
const LONG = 842;

const PLANS = [PLAN, "/piani/2024-2026"];
const CHART = "/andamento?piano=2021-2023";

test.beforeEach(async ({ page }) => {
  await signInAs(page, "giunta");
});

for (const plan of PLANS) {
  test(`the matrix of ${plan} is printed on A4 lying down, its head on every page`, async ({ page }) => {
    await page.goto(plan);
    const [glance, ...pages] = await printedPages(page);
    const head = bare(await page.locator(".mx thead").innerText());

    expect(sizesOf([glance!, ...pages])).toEqual([`${LONG} × ${SHORT}`]);
    expect(glance!.text).toContain("completateprovateatto,collegamentoonota");
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).toContain(head);
  });

  test(`no row of ${plan} is cut between two pages, not even of long titles, and none is lost`, async ({
    page,
  }) => {
    await page.goto(plan);
    for (const times of [1, 6]) {
      await lengthenTitles(page, times);
      const rows = await rowsOfMatrix(page);
      const [, ...pages] = await printedPages(page);

      expect(rows.length).toBeGreaterThan(40);
      for (const { title, links } of rows) {
        const holding = pages.filter((one) => one.links.some((link) => links.has(link)));
        expect([title, holding.length]).toEqual([title, 1]);
        expect(holding[0]!.text).toContain(bare(title));
      }
    }
  });

  test(`the heading of an area of ${plan} stands on the page of its first action`, async ({ page }) => {
    await page.goto(plan);
    const areas = await page.locator(".mx tbody").evaluateAll((bodies) =>
      bodies.map((body) => ({
        heading: body.querySelector<HTMLElement>("tr.ar th")!.innerText,
        first: body.querySelector<HTMLElement>("tr.az th.ti")!.innerText,
      })),
    );
    const pages = await printedPages(page);

    for (const { heading, first } of areas)
      expect([heading, pages.filter(({ text }) => text.includes(bare(first)))]).toEqual([
        heading,
        pages.filter(({ text }) => text.includes(bare(first)) && text.includes(bare(heading))),
      ]);
  });
}

test("the yearly chart is printed on A4 standing, each chart on the page of its title, its legend and its first numbers", async ({
  page,
}) => {
  await page.goto(CHART);
  const figures = await figuresOf(page);
  const pages = await printedPages(page);

  expect(sizesOf(pages)).toEqual([`${SHORT} × ${LONG}`]);
  expect(figures).toHaveLength(4);
  for (const { title, caption, keys, head, rows } of figures) {
    const own = pages.filter(({ text }) => text.includes(bare(title)));
    expect([title, own.length]).toEqual([title, 1]);
    for (const words of [keys, caption, head, ...rows.slice(0, 2)])
      expect(own[0]!.text).toContain(bare(words));
    for (const row of rows)
      expect([row, pages.some(({ text }) => text.includes(bare(row)) && text.includes(bare(head)))]).toEqual([
        row,
        true,
      ]);
  }
});

test("no sheet of the chart but the last is left a third empty, however many its rows are", async ({
  page,
}) => {
  for (const times of [1, 2, 3]) {
    await page.goto(CHART);
    await repeatFigureRows(page, times);
    const pages = await printedPages(page);

    expect(pages.length).toBeGreaterThan(1);
    for (const { left } of pages.slice(0, -1)) expect(left).toBeLessThan(1 / 3);
  }
});

for (const [path, day] of [
  [PLAN, "15/10/2026"],
  [`${PLAN}?al=2022-12-31`, "31/12/2022"],
  ["/andamento?al=2025-12-31", "31/12/2025"],
  [`${PLAN}/azioni/4.3.6`, "15/10/2026"],
  ["/", "15/10/2026"],
]) {
  test(`every page of ${path} says whose it is, of which day, which page, and that it is the demonstration's`, async ({
    page,
  }) => {
    await page.goto(path!);
    const pages = await printedPages(page);

    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain("Comunedimostrativo");
      expect(text).toContain(`Situazioneal${day}`);
      expect(text).toContain(`Pagina${index + 1}di${pages.length}`);
      expect(text).toContain("DIMOSTRATIVO:stati,giorni,provvedimentiesblocchisonoinventati");
    }
  });
}

test("what is pressed or filled in is left off the paper, also of who may change things", async ({
  newWindow,
}) => {
  const page = await newWindow();
  await signInAs(page, "rtd");
  for (const path of ["/", PLAN, "/andamento", "/piani/2024-2026/azioni/4.3.6", "/cerca?q=accessibilita"]) {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });

    const controls = await page.locator("button, input, select, summary, .btn, nav a").all();
    expect(controls.length).toBeGreaterThan(5);
    for (const control of controls) await expect(control).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  }
});

/** What each figure of the chart page says, its numbers opened to be read and closed again. */
function figuresOf(page: Page) {
  return page.getByRole("figure").evaluateAll((all) =>
    all.map((figure) => {
      const details = figure.querySelector("details")!;
      const wasOpen = details.open;
      details.open = true;
      const said = (within: string) => figure.querySelector<HTMLElement>(within)!.innerText;
      const rows = [...figure.querySelectorAll<HTMLElement>("tbody tr, tfoot tr")];
      const words = {
        title: said("h2"),
        caption: said("figcaption"),
        keys: said(".keys"),
        head: said("thead"),
        rows: rows.map((row) => row.innerText),
      };
      details.open = wasOpen;
      return words;
    }),
  );
}

/** The rows under each chart said several times over: tables of any length. */
function repeatFigureRows(page: Page, times: number): Promise<void> {
  return page.locator(".t.figures tbody").evaluateAll((bodies, times) => {
    for (const body of bodies) body.innerHTML = body.innerHTML.repeat(times);
  }, times);
}

/** Titles said several times over: rows so tall that, if they could be cut, some would be. */
function lengthenTitles(page: Page, times: number): Promise<void> {
  return page.locator(".mx th.ti a").evaluateAll((titles, times) => {
    for (const title of titles) title.textContent = `${title.textContent} `.repeat(times).trim();
  }, times);
}

/** The rows of the matrix with the addresses of their title and their cells, as the paper's links carry them. */
function rowsOfMatrix(page: Page): Promise<{ title: string; links: Set<string> }[]> {
  return page
    .locator(".mx tr.az")
    .evaluateAll((rows) =>
      rows.map((row) => ({
        title: row.querySelector<HTMLElement>("th.ti a")!.innerText,
        links: [...row.querySelectorAll("a")].map((link) => link.href),
      })),
    )
    .then((rows) => rows.map(({ title, links }) => ({ title, links: new Set(links) })));
}

function sizesOf(pages: PrintedPage[]): string[] {
  return [...new Set(pages.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`))];
}

/** A text without its spaces: a line that is broken on paper is the same text. */
function bare(text: string): string {
  return text.replace(/\s/g, "");
}
