import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "#tests/support/browser.ts";
import { historyLines, yearBox } from "#tests/support/rotta-pages.ts";

/** Makes the plan 2027-2029 and carries 4.5.8/2024 of 2024-2026 over into it; no other annualità. */

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const OLD = "/piani/2024-2026/azioni/4.5.8";
const NEW = "/piani/2027-2029";

test("the RTD opens 2027-2029 from 2024-2026 and adopts it; what was unfinished continues there with its history", async ({
  page,
  announces,
}) => {
  test.slow();
  announces(422);
  await signInAs(page, "rtd");
  await page.goto(OLD);
  const told = await historyLines(page).allInnerTexts();

  await page.goto("/piani");
  await page.getByRole("link", { name: "Apri un nuovo triennio" }).click();
  await expect(page.getByLabel("Codice")).toHaveValue("2027-2029");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: "Riporta 4.5.8, 2024" }).check();
  await page.getByLabel("Anno in cui riportare 4.5.8, 2024").selectOption("2028");
  await page.getByRole("button", { name: "Apri la bozza" }).click();

  await expect(page.getByText("Bozza, non ancora adottata")).toBeVisible();
  await expect(page.getByRole("link", { name: "Gestione Trasparenza." })).toBeVisible();
  await expectAccessible(page);
  await page.goto(OLD);
  await expect(yearBox(page, 2024)).toContainText("Scelta per il 2028 della bozza 2027-2029");
  await expect(yearBox(page, 2024)).toContainText("in ritardo");

  await page.goto(NEW);
  await page.getByRole("link", { name: "Adotta il piano" }).click();
  const whatHappens = page.getByRole("region", { name: "Che cosa cambia se adotti" });
  await expect(whatHappens).toContainText("1 azione e 1 annualità: 0 nel 2027, 1 nel 2028 e 0 nel 2029");
  await expect(page.getByRole("region", { name: "Che cosa riporta" })).toContainText(
    "4.5.8, 2024 del piano 2024-2026 → 4.5.8, 2028",
  );
  await expectAccessible(page);
  await page.getByLabel("Organo").fill("Giunta comunale");
  await page.getByLabel("Del").fill("2026-10-14");
  await page.getByLabel("Adottato il").fill("2026-10-15");
  await page.getByRole("button", { name: "Adotta il piano" }).click();
  await expect(page.getByRole("alert")).toContainText("Il piano non è stato adottato");
  await expect(page.getByLabel("Numero")).toHaveAccessibleDescription(/Scrivi il numero dell’atto/);
  await expect(page.getByLabel("Organo")).toHaveValue("Giunta comunale");
  await page.getByLabel("Numero").fill("140");
  await page.getByRole("button", { name: "Adotta il piano" }).click();

  await expect(page.getByText("Giunta comunale, atto n. 140 del 14/10/2026")).toBeVisible();
  await page.goto(OLD);
  await expect(yearBox(page, 2024)).toContainText("ripianificata al 2028, nel piano 2027-2029");
  await expect(historyLines(page).first()).toContainText("a ripianificata al 2028 del piano 2027-2029.");
  await expect(historyLines(page).first()).toContainText("Giunta comunale, atto n. 140 del 14/10/2026");

  await page.getByRole("link", { name: "piano 2027-2029 come 4.5.8" }).click();
  await expect(yearBox(page, 2028)).toContainText("da avviare");
  await expect(yearBox(page, 2028)).toContainText("Viene dal 2024 del piano 2024-2026");
  const before = page.getByRole("region", { name: "Storia nel piano 2024-2026" });
  expect(told.length).toBeGreaterThan(0);
  for (const line of told) await expect(before).toContainText(/Riga \d+/.exec(line)![0]);

  await page.goto(`${OLD}?al=2026-10-14`);
  await expect(yearBox(page, 2024)).toContainText("in ritardo");
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
