import { expect, PLAN, signInAs, test, type Username } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";
import { actionPath } from "#tests/support/rotta-pages.ts";

/** Reads only. */

const FROM: { as: Username; path: string }[] = [
  { as: "rtd", path: "/" },
  { as: "dirigente-settore-1", path: "/andamento" },
  { as: "lettore", path: actionPath("4.9.1") },
  { as: "amministratore", path: "/accessibilita" },
];

for (const { as, path } of FROM) {
  test(`${as} goes from ${path} to an action by its code, with the keyboard alone`, async ({ page }) => {
    await signInAs(page, as);
    await page.goto(path);

    await tabTo(page, page.getByRole("search").getByRole("searchbox", { name: "Cerca tra le azioni" }));
    await page.keyboard.type("4.8.4 2021-2023");
    await page.keyboard.press("Enter");

    await expect(page).toHaveURL(actionPath("4.8.4"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("usabilità");
  });
}

test("words in another order, without accents, find it; what was found is marked", async ({ page }) => {
  await signInAs(page, "lettore");
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Cerca tra le azioni" }).fill("usabilita DELL'analisi");
  await page.getByRole("button", { name: "Cerca" }).click();

  await expect(page).toHaveTitle(/^Cerca «usabilita DELL'analisi»/);
  await expect(page.getByRole("searchbox", { name: "Cerca tra le azioni" })).toHaveValue(
    "usabilita DELL'analisi",
  );
  await expect(
    page.getByText("Nessuna azione, nessun obiettivo e nessun processo contengono queste parole"),
  ).toBeVisible();

  await page.getByRole("searchbox", { name: "Cerca tra le azioni" }).fill("usabilita ANALISI");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: /^Piano 2021-2023/ }).getByRole("link");
  await expect(found).toHaveText(["4.8.4 Sito web istituzionale - Analisi dell’usabilità"]);
  await expect(found.locator("mark")).toHaveText(["Analisi", "usabilità"]);
  await found.click();
  await expect(page).toHaveURL(actionPath("4.8.4"));
});

test("from a page of a past day the search is of that day", async ({ page }) => {
  await signInAs(page, "giunta");
  await page.goto(`${PLAN}?al=2022-12-31`);
  await page.getByRole("searchbox", { name: "Cerca tra le azioni" }).fill("usabilita");
  await page.keyboard.press("Enter");

  await expect(page.getByText("1 azione in 1 piano, situazione al 31/12/2022.")).toBeVisible();
  await page.getByRole("link", { name: /usabilità$/ }).click();
  await expect(page).toHaveURL(`${actionPath("4.8.4")}?al=2022-12-31`);
});

test("what is typed is shown as it was typed, never run", async ({ page }) => {
  await signInAs(page, "lettore");
  const typed = `<img src=x onerror="document.title='run'"> & «»`;
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Cerca tra le azioni" }).fill(typed);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Cerca «${typed}»`);
  await expect(page.locator("main img")).toHaveCount(0);
});

test("on a phone the search is there too, and an empty one says what to do", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signInAs(page, "lettore");
  await page.getByRole("search").getByRole("button", { name: "Cerca" }).click();

  await expect(page).toHaveURL("/cerca?q=");
  await expect(page.getByText(/^Scrivi nella casella in alto/)).toBeVisible();
});
