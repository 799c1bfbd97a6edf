import { expect, PASSWORD, test } from "#tests/support/browser.ts";
import { tabTo, typeDay } from "#tests/support/keyboard.ts";
import { choice, historyLines, planCell, yearBox } from "#tests/support/rotta-pages.ts";

/** Touches 4.4.5/2025 and no other annualità. No click and no fill: Tab, arrows, Space, Enter and typing. */

test("the RTD completes a late annualità with its proof by keyboard alone", async ({ page }) => {
  test.slow();
  const { keyboard } = page;
  await page.goto("/accedi");
  await tabTo(page, page.getByLabel("Nome utente"));
  await keyboard.type("rtd");
  await tabTo(page, page.getByLabel("Password"));
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Scrivania/);

  await tabTo(
    page,
    page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Piano" }),
  );
  await keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Anno", { exact: true }));
  await keyboard.type("2025");
  await tabTo(page, page.getByLabel("Situazione", { exact: true }));
  await keyboard.type("In ritardo");
  await tabTo(page, page.getByLabel("Parole nel testo"));
  await keyboard.type("4.4.5");
  await keyboard.press("Enter");
  await expect(page.getByText(/^1 azione su \d+, 1 annualità: 1 in ritardo/)).toBeVisible();

  const cell = await planCell(page, "4.4.5", 2025);
  await tabTo(page, cell.getByRole("link", { name: /in ritardo/ }));
  await keyboard.press("Enter");
  await tabTo(page, yearBox(page, 2025).getByRole("link", { name: "Aggiorna il 2025" }));
  await keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aggiorna lo stato del 2025");
  await tabTo(page, page.getByRole("radio").first());
  await keyboard.press("Space");
  while (!(await choice(page, "completata").isChecked())) await keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Dal giorno"));
  await typeDay(page, page.getByLabel("Dal giorno"), "2026-10-10");
  await tabTo(page, page.getByLabel("Tipo"));
  await keyboard.type("Deliberazione");
  await expect(page.getByLabel("Tipo")).toHaveValue("deliberazione");
  await tabTo(page, page.getByLabel("Numero"));
  await keyboard.type("146");
  await tabTo(page, page.getByLabel("Del", { exact: true }));
  await typeDay(page, page.getByLabel("Del", { exact: true }), "2026-09-09");
  await tabTo(page, page.getByRole("button", { name: "Salva lo stato" }));
  await keyboard.press("Enter");

  await expect(page.getByRole("status")).toContainText(
    "Salvato. L’annualità 2025 è completata dal 10/10/2026",
  );
  await expect(historyLines(page).first()).toContainText("RTD. Prova: Deliberazione n. 146 del 09/09/2026.");
});

test("the first press of Tab leads past the header to the content", async ({ page }) => {
  await page.goto("/accedi");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Vai al contenuto" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByLabel("Nome utente"));
});

test("after a refusal the focus is on the summary, and its links lead to the fields", async ({
  page,
  announces,
}) => {
  announces(422);
  await page.goto("/accedi");
  await tabTo(page, page.getByRole("button", { name: "Accedi" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();

  await tabTo(page, page.getByRole("link", { name: "Scrivi la password" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password")).toBeFocused();
});
