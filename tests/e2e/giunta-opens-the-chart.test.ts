import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, PLAN, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import { barFigures, tableFigures } from "#tests/support/rotta-pages.ts";

/** Reads only. */

const DAY = "2022-12-31";
const CHART = "/andamento?piano=2021-2023";

test.beforeEach(async ({ page }) => {
  await signInAs(page, "giunta");
});

test("the Giunta reads the year in one sentence, made of the numbers of the table", async ({ page }) => {
  await page.goto(`${CHART}&al=${DAY}`);
  await expect(page.getByRole("main")).toContainText("situazione al 31/12/2022");

  const figures = await tableFigures(page, "2022");
  const completed = figures["Completate su tutte"]!;
  expect(figures["In ritardo"]).toBeGreaterThan(0);
  await expect(
    page.getByText(
      new RegExp(
        `^Nel 2022 completate ${completed} annualità su ${figures.Oggi} .*, ${figures["In ritardo"]} in ritardo`,
      ),
    ),
  ).toBeVisible();
  await expect(page.getByText(`${figures["Completate provate"]} con prova`).first()).toBeVisible();
});

test("every segment of a bar says the number of the table", async ({ page }) => {
  await page.goto(`${CHART}&al=${DAY}`);
  for (const year of [2021, 2022, 2023]) {
    const table = await tableFigures(page, String(year));
    const bar = await barFigures(page, year);
    expect(Object.values(bar).reduce((sum, number) => sum + number, 0)).toBe(table.Oggi);
    expect(bar["in ritardo"] ?? 0).toBe(table["In ritardo"]);
    expect(table.Adottate).toBeGreaterThan(0);
  }
});

test("a segment of a bar leads to exactly the annualità it counts", async ({ page }) => {
  await page.goto(`${CHART}&al=${DAY}`);
  const { "In ritardo": late } = await tableFigures(page, "2022");
  await page
    .getByRole("figure")
    .first()
    .getByRole("link", { name: `2022: ${late} in ritardo, vedi le righe` })
    .click();

  await expectLateOf2022(page, late!);
});

test("the number in the table leads to the same annualità", async ({ page }) => {
  await page.goto(`${CHART}&al=${DAY}`);
  const { "In ritardo": late } = await tableFigures(page, "2022");
  const table = page.getByRole("region", { name: "Anno: i numeri della figura" });
  await table
    .getByRole("row", { name: /^2022/ })
    .getByRole("link", { name: String(late), exact: true })
    .and(page.locator('[href*="in_ritardo"]'))
    .click();

  await expectLateOf2022(page, late!);
});

test("the CSV has the numbers of the page", async ({ page }) => {
  await page.goto(`${CHART}&al=${DAY}`);
  const address = await page.getByRole("link", { name: "CSV (tutti i numeri)" }).getAttribute("href");
  const response = await page.request.get(address!);
  expect(response.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(response.headers()["content-disposition"]).toContain("andamento-2021-2023-al-2022-12-31.csv");
  const rows: Record<string, string>[] = parse(await response.text(), {
    columns: true,
    delimiter: ";",
    bom: true,
  });

  for (const year of ["2021", "2022", "2023"]) {
    const shown = await tableFigures(page, year);
    const row = rows.find((one) => one.per === "anno" && one.codice === year)!;
    expect(Number(row.adottate)).toBe(shown.Adottate);
    expect(Number(row.annualita)).toBe(shown.Oggi);
    expect(Number(row.completata_provata)).toBe(shown["Completate provate"]);
    expect(Number(row.completata_dichiarata)).toBe(shown["Completate dichiarate"]);
    expect(Number(row.in_ritardo)).toBe(shown["In ritardo"]);
    expect(Number(row.in_corso)).toBe(shown["In corso"]);
    expect(Number(row.da_avviare)).toBe(shown["Da avviare"]);
    expect(Number(row.sospesa)).toBe(shown.Sospese);
    expect(Number(row.ripianificata)).toBe(shown.Ripianificate);
    expect(Number(row.annullata)).toBe(shown.Annullate);
    expect(Number(row.completate)).toBe(shown["Completate su tutte"]);
  }
  expect(new Set(rows.map((row) => row.per))).toEqual(new Set(["anno", "ambito", "tema", "ufficio"]));
});

test("the chart opens on the plan in force, and the plan before it is one press away", async ({ page }) => {
  await page.goto(`/andamento?al=2024-12-31`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Andamento del piano 2024-2026");

  await page.getByRole("link", { name: "2021–2023" }).click();
  await expect(page).toHaveURL(`${CHART}&al=2024-12-31`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Andamento del piano 2021-2023");
});

test("the day is chosen on the page, by its field or by a link", async ({ page }) => {
  await page.goto(CHART);
  await page.getByLabel("Situazione al").fill("2021-12-31");
  await page.getByRole("button", { name: "Mostra" }).click();
  await expect(page).toHaveURL("/andamento?piano=2021-2023&al=2021-12-31");
  await expect(page.getByText(/^Nel 2021 completate \d+ annualità su \d+/)).toBeVisible();
  await expect(page.getByLabel("Situazione al")).toHaveValue("2021-12-31");

  await page.getByRole("link", { name: "31/12/2022", exact: true }).click();
  await expect(page).toHaveURL(/al=2022-12-31/);
  await page.getByRole("link", { name: "oggi", exact: true }).click();
  await expect(page).not.toHaveURL(/al=/);
  await expect(page.getByRole("main")).toContainText("situazione al 15/10/2026");
});

test("a day may be written in the address as an Italian writes it", async ({ page }) => {
  await page.goto("/andamento?piano=2021-2023&al=31/12/2022");

  await expect(page.getByLabel("Situazione al")).toHaveValue("2022-12-31");
  await expect(page.getByRole("main")).toContainText("situazione al 31/12/2022");
});

for (const { asked, says } of [
  { asked: "2027-01-01", says: "Il giorno è nel futuro: la situazione si vede fino a oggi" },
  { asked: "2022-02-31", says: "non è un giorno: scegline uno, come 31/12/2022" },
  { asked: "31/02/2022", says: "non è un giorno: scegline uno, come 31/12/2022" },
  { asked: "'; <b>ieri</b>", says: "non è un giorno: scegline uno, come 31/12/2022" },
]) {
  for (const path of ["/andamento", PLAN_IN_FORCE, `${PLAN_IN_FORCE}/azioni/4.3.6`]) {
    test(`${path} asked for the day ${asked} says what is wrong at the field and shows today`, async ({
      page,
      announces,
    }) => {
      announces(422);
      const response = await page.goto(`${path}?al=${encodeURIComponent(asked)}`);

      expect(response!.status()).toBe(422);
      const field = page.getByLabel("Situazione al");
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(new RegExp(says));
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("2025");
      await expect(page.getByText("ieri", { exact: true })).toHaveCount(0);
    });
  }
}

test("a CSV asked for a day that does not exist says so and is no table", async ({ page }) => {
  for (const path of ["/andamento.csv", `${PLAN}/annualita.csv`]) {
    const response = await page.request.get(`${path}?al=2022-02-31`);
    expect(response.status()).toBe(422);
    expect(await response.text()).toContain("non è un giorno");
  }
});

async function expectLateOf2022(page: Page, late: number): Promise<void> {
  await page.waitForURL(`${PLAN}?**`);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    anno: "2022",
    situazione: "in_ritardo",
    al: DAY,
  });
  await expect(page.getByLabel("Situazione al")).toHaveValue(DAY);
  await expect(page.getByLabel("Anno", { exact: true })).toHaveValue("2022");
  await expect(page.getByText(`${late} annualità: ${late} in ritardo`)).toBeVisible();
  const marked = page.locator("td.hit");
  await expect(marked).toHaveCount(late);
  for (const cell of await marked.all()) {
    await expect(cell).toContainText("in ritardo");
    await expect(cell.getByRole("link")).toHaveAttribute("href", /al=2022-12-31#anno-2022$/);
  }
}
