import { expect, PLAN, signInAs, test } from "#tests/support/browser.ts";
import { actionPath } from "#tests/support/rotta-pages.ts";

/** Reads only. */

test("the Giunta walks from page to page of a past day, and comes back to today", async ({ page }) => {
  const banner = page.getByRole("banner").getByText("Situazione al 31/12/2022, alla fine di quel giorno");
  const sections = page.getByRole("navigation", { name: "Principale" });
  await signInAs(page, "giunta");
  await page.goto("/");
  await expect(page.getByText("alla fine di quel giorno")).toHaveCount(0);

  await page.getByLabel("Situazione al").fill("2022-12-31");
  await page.getByRole("button", { name: "Mostra" }).click();
  await expect(banner).toBeVisible();
  await expect(page.getByText("Piano 2021-2023 · situazione al 31/12/2022")).toBeVisible();

  await sections.getByRole("link", { name: "Piano" }).click();
  await expect(page).toHaveURL(`${PLAN}?al=2022-12-31`);
  await expect(banner).toBeVisible();
  await page
    .locator(`a[href="${actionPath("4.3.6")}?al=2022-12-31"]`)
    .first()
    .click();
  await expect(page).toHaveURL(`${actionPath("4.3.6")}?al=2022-12-31`);
  await expect(banner).toBeVisible();

  for (const section of [
    "Andamento",
    "Obiettivi",
    "Processi",
    "Smartabilità",
    "Scadenze",
    "Uffici",
    "Scrivania",
  ]) {
    await sections.getByRole("link", { name: section }).click();
    await expect(banner).toBeVisible();
    await expect(page).toHaveURL(/al=2022-12-31/);
  }
  await sections.getByRole("link", { name: "Processi" }).click();
  await page.getByRole("link", { name: "Gli sblocchi" }).click();
  await expect(page).toHaveURL("/sblocchi?al=2022-12-31");
  await page.getByRole("navigation", { name: "Percorso" }).getByRole("link", { name: "Processi" }).click();
  await page.getByRole("link", { name: "Le svolte" }).click();
  await expect(page).toHaveURL("/svolte?al=2022-12-31");
  await expect(banner).toBeVisible();

  await page.getByRole("link", { name: "Torna a oggi" }).click();
  await expect(page).toHaveURL("/svolte");
  await expect(banner).toHaveCount(0);
});
