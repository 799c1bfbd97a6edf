import { expect, signInAs, test } from "#tests/support/browser.ts";
import { printedPages } from "#tests/support/printed-pages.ts";

/** UO 2.3 answers for 4.6.8 of 2024-2026 alone; no other story touches either. */

const ACTION = "/piani/2024-2026/azioni/4.6.8";

test.describe.configure({ mode: "serial" });

test("the RTD closes an office, and is asked first who takes over what it holds", async ({
  page,
  announces,
}) => {
  announces(422);
  await signInAs(page, "rtd");
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Uffici" }).click();
  await page.getByRole("link", { name: "Cessazione UO 2.3" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cessazione di UO 2.3");
  const told = page.getByRole("region", { name: "Che cosa cambia se salvi" });
  await expect(told).toContainText("Passano al successore 2 annualità aperte");
  await told.getByText("Quali").first().click();
  await expect(told.getByRole("link", { name: /^4\.6\.8 · / })).toBeVisible();

  await page.getByLabel("Motivo della modifica").fill("Riorganizzazione dei servizi");
  await page.getByRole("button", { name: "Registra la cessazione" }).click();
  await expect(page.getByRole("alert")).toContainText("indica a quale ufficio passa");
  await expect(page.getByLabel("Motivo della modifica")).toHaveValue("Riorganizzazione dei servizi");

  await page
    .getByLabel("A chi passa ciò di cui risponde")
    .selectOption({ label: "Settore 2 – Servizi alla Persona" });
  await page.getByRole("button", { name: "Registra la cessazione" }).click();

  await expect(page.getByRole("status")).toContainText("Salvato");
  await expect(page.getByRole("main")).toContainText(
    "cessato il 15/10/2026; ciò di cui rispondeva è passato a Settore 2 – Servizi alla Persona",
  );
});

test("what was open is the successor's, what was closed stays, and the day before shows the old office", async ({
  page,
}) => {
  await signInAs(page, "lettore");
  await page.goto("/uffici/settore-2");
  const open = page.getByRole("table", { name: /^Aperte nel piano 2024-2026/ });
  await expect(open.getByRole("link", { name: /^4\.6\.8, 2025/ })).toBeVisible();
  await expect(open.getByRole("link", { name: /^4\.6\.8, 2026/ })).toBeVisible();

  await page.goto("/uffici/uo-2.3");
  const closed = page.getByRole("table", { name: /^Chiuse nel piano 2024-2026/ });
  await expect(closed.getByRole("rowheader")).toHaveText(/^4\.6\.8, 2024/);
  await expect(page.getByRole("table", { name: /^Aperte/ })).toHaveCount(0);

  const answering = page.getByRole("region", { name: "Chi risponde" });
  await page.goto(ACTION);
  await expect(answering.getByRole("link", { name: "Settore 2 – Servizi alla Persona" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Riorganizzazione dei servizi");
  await page.goto(`${ACTION}?al=2026-10-14`);
  await answering.getByRole("link", { name: "UO 2.3" }).click();
  await expect(page.getByRole("main")).not.toContainText("cessato");
  await expect(
    page.getByRole("table", { name: /^Aperte/ }).getByRole("link", { name: /^4\.6\.8, 2026/ }),
  ).toBeVisible();
});

test("the sheet of an office prints on A4, upright: ente and day, and every annualità whole", async ({
  page,
}) => {
  await signInAs(page, "giunta");
  await page.goto("/uffici/settore-3?al=2025-12-31");
  const told = await page.getByRole("rowheader").allInnerTexts();
  const printed = await printedPages(page);
  const paper = printed.map(({ text }) => text).join("");

  expect(printed.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    printed.map(() => [595, 842]),
  );
  for (const { text } of printed) {
    expect(text).toContain("Comunedimostrativo");
    expect(text).toContain("31/12/2025");
  }
  expect(told.length).toBeGreaterThan(10);
  for (const row of told) expect(paper).toContain(row.replace(/\s/g, ""));
});
