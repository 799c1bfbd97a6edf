import { expect, PLAN, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import {
  choice,
  historyLines,
  planCell,
  save,
  statusPath,
  tableFigures,
  yearBox,
} from "#tests/support/rotta-pages.ts";

/** Touches 4.9.1/2025 and no other annualità. */

test.use({ javaScriptEnabled: false });

test("the RTD finds a late annualità, moves it on and suspends it with a reason, without JavaScript", async ({
  page,
  announces,
}) => {
  announces(422);
  await signInAs(page, "rtd");
  await page.goto("/andamento");
  const before = await tableFigures(page, "2025");

  await page.getByRole("link", { name: "Piano", exact: true }).click();
  await page.getByLabel("Anno", { exact: true }).selectOption("2025");
  await page.getByLabel("Situazione", { exact: true }).selectOption({ label: "In ritardo" });
  await page.getByRole("button", { name: "Filtra" }).click();
  await (await planCell(page, "4.9.1", 2025)).getByRole("link").first().click();
  await expect(yearBox(page, 2025)).toContainText("in ritardo in corso 30%");
  await yearBox(page, 2025).getByRole("link", { name: "Aggiorna il 2025" }).click();

  await choice(page, "in corso: nuovo avanzamento").check();
  await page.getByLabel("Avanzamento", { exact: true }).fill("60");
  await save(page);
  await expect(page.getByRole("status")).toContainText(
    "Salvato. L’annualità 2025 è in corso 60% dal 15/10/2026",
  );
  await expect(historyLines(page).first()).toContainText("15/10/2026 · 2025: avanzamento dal 30% al 60%.");

  await yearBox(page, 2025).getByRole("link", { name: "Aggiorna il 2025" }).click();
  await choice(page, "sospesa").check();
  expect((await save(page)).status()).toBe(422);
  await expect(page.getByRole("alert")).toContainText("Scrivi il motivo: lo leggerà anche la Giunta");
  await expect(page.getByLabel("Motivo o nota")).toHaveAttribute("aria-invalid", "true");
  await expect(choice(page, "sospesa")).toBeChecked();

  await page.getByLabel("Motivo o nota").fill("Si attende il nuovo fornitore.");
  await save(page);
  await expect(page.getByRole("status")).toContainText(
    "Salvato. L’annualità 2025 è sospesa al 60% dal 15/10/2026",
  );
  const newest = historyLines(page).first();
  await expect(newest).toContainText("15/10/2026 · 2025: da «in corso» a sospesa al 60%.");
  await expect(newest).toContainText("RTD. «Si attende il nuovo fornitore.»");
  await expect(yearBox(page, 2025)).toContainText("in ritardo sospesa al 60%");

  await page.goto("/andamento");
  expect((await tableFigures(page, "2025"))["In ritardo"]).toBe(before["In ritardo"]);
});

test("the menu, the filters, the chart and its numbers are there without JavaScript", async ({ page }) => {
  await signInAs(page, "giunta");
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Andamento" }).click();
  await expect(
    page
      .getByRole("figure")
      .first()
      .getByRole("link", { name: /^2024: \d+ completate provate/ }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Anno: i numeri della figura" })).toBeVisible();
  await page.getByRole("figure").nth(1).getByText("I numeri della figura").click();
  await expect(page.getByRole("region", { name: "Ambito: i numeri della figura" })).toBeVisible();

  await page.goto(PLAN);
  await page.getByLabel("Parole nel testo").fill("cloud");
  await page.getByRole("button", { name: "Filtra" }).click();
  await expect(page.getByText(/^\d+ azion[ei] su 56/)).toBeVisible();
  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");
});

test("on the phone the menu and the filters unfold without JavaScript", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signInAs(page, "rtd");
  await page.getByText("Menu", { exact: true }).click();
  await page.getByRole("link", { name: "Piano", exact: true }).click();
  await page.getByText("Filtri: nessuno attivo").click();
  await page.getByLabel("Tema").selectOption({ label: "pagoPA" });
  await page.getByRole("button", { name: "Filtra" }).click();
  await expect(page.getByText("Filtri: 1 attivo")).toBeVisible();
});

test("the form shows only the fields that a choice needs, without JavaScript", async ({ page }) => {
  await signInAs(page, "rtd");
  await page.goto(statusPath("4.9.1", 2025, PLAN_IN_FORCE));
  await expect(page.getByLabel("Avanzamento", { exact: true })).toBeHidden();
  await expect(page.getByLabel("All’anno")).toBeHidden();
  await choice(page, "ripianificata").check();
  await expect(page.getByLabel("All’anno")).toBeVisible();
  await choice(page, "in corso").check();
  await expect(page.getByLabel("Avanzamento", { exact: true })).toBeVisible();
  await expect(page.getByLabel("All’anno")).toBeHidden();
});
