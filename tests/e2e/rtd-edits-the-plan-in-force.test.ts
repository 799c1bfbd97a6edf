import { expect, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import { actionPath, save, yearBox } from "#tests/support/rotta-pages.ts";

/** Touches 4.9.1 of 2024–2026, its wording and who answers for it, and adds 4.9.40; nothing else. */

const ACTION = actionPath("4.9.1", PLAN_IN_FORCE);
const OLD_TITLE = "Progettazione di opendata e attivazione della pubblicazione";
const NEW_TITLE = "Progettazione dei dati aperti e loro pubblicazione";
const THE_DAY_BEFORE = "2026-10-14";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the RTD rewords and re-assigns an action of the plan in force; the day before still shows the old one", async ({
    page,
    announces,
  }) => {
    announces(422);
    await signInAs(page, "rtd");
    await page.goto("/piano");
    await expect(page).toHaveURL(new RegExp(`${PLAN_IN_FORCE}$`));
    await page.goto(ACTION);
    await expect(page.getByRole("heading", { level: 1, name: OLD_TITLE })).toBeVisible();

    await page.getByRole("link", { name: "titolo, ambito, peso, temi, norme" }).click();
    await expect(page.getByText("Vale da oggi ed è una variazione del piano adottato")).toBeVisible();
    await page.getByLabel("Titolo").fill(NEW_TITLE);
    await page.getByLabel("Peso").fill("1,5");
    await page.getByLabel("Norme").fill("CAD, art. 52\nD.Lgs. 36/2006");
    await page.getByLabel("Organo").fill("Giunta comunale");
    expect((await save(page, "Salva")).status()).toBe(422);
    await expect(page.getByRole("alert")).toContainText("Scrivi il motivo");
    await expect(page.getByLabel("Titolo")).toHaveValue(NEW_TITLE);
    await expect(page.getByLabel("Norme")).toHaveValue("CAD, art. 52\nD.Lgs. 36/2006");

    await page.getByLabel("Motivo della modifica").fill("Allineata alle linee guida nazionali.");
    await page.getByLabel("Numero").fill("12");
    await page.getByLabel("Del", { exact: true }).fill("2026-10-08");
    expect((await save(page, "Salva")).status()).toBe(302);
    await expect(page.getByRole("status")).toContainText("Salvato. Vale dal 15/10/2026: titolo da");
    await expect(page.getByRole("heading", { level: 1, name: NEW_TITLE })).toBeVisible();

    await page.getByRole("link", { name: "responsabili e capofila" }).click();
    await expect(page.getByText("2024, chiuso: ne hanno risposto Settore 1")).toBeVisible();
    await page.getByLabel("1º responsabile").selectOption({ label: "Settore 3 – Risorse" });
    await page.getByLabel("2º responsabile").selectOption({ label: "RTD" });
    await page.getByLabel("3º responsabile").selectOption({ label: "Nessuno" });
    await page.getByLabel("Capofila (facoltativo)").selectOption({ label: "Settore 3 – Risorse" });
    await page.getByLabel("Motivo della modifica").fill("Riorganizzazione degli uffici.");
    expect((await save(page, "Salva")).status()).toBe(302);
    await expect(page.getByRole("status")).toContainText("responsabili da Settori, UOA e RTD a Settore 3");

    const edits = page.getByRole("listitem").filter({ hasText: /Modifica \d+, registrata/ });
    await expect(edits).toHaveCount(2);
    await expect(edits.first()).toContainText("RTD. «Riorganizzazione degli uffici.»");
    await expect(edits.last()).toContainText("Atto: Giunta comunale, n. 12 dell’08/10/2026.");

    await page.goto(`${ACTION}?al=${THE_DAY_BEFORE}`);
    await expect(page.getByRole("heading", { level: 1, name: OLD_TITLE })).toBeVisible();
    const answering = page.getByRole("region", { name: "Chi risponde" }).getByRole("listitem");
    await expect(answering).toHaveText(["Dirigenti dei Settori", "Responsabili UOA", "RTD"]);
    await expect(page.getByRole("heading", { name: "Modifiche al piano" })).toBeHidden();
    await expect(page.getByRole("link", { name: "responsabili e capofila" })).toBeHidden();

    await page.goto(`${PLAN_IN_FORCE}?al=${THE_DAY_BEFORE}`);
    await expect(page.getByRole("link", { name: OLD_TITLE })).toBeVisible();
    await page.goto(PLAN_IN_FORCE);
    await expect(page.getByRole("link", { name: NEW_TITLE })).toBeVisible();
  });

  test("who answers from now on updates what is open, and who did no longer is asked", async ({
    newWindow,
  }) => {
    const [now, before] = [await newWindow(), await newWindow()];
    await signInAs(now, "dirigente-settore-3");
    await now.goto(ACTION);
    await expect(yearBox(now, 2026).getByRole("link", { name: "Aggiorna il 2026" })).toBeVisible();

    await signInAs(before, "dirigente-settore-1");
    await before.goto(ACTION);
    await expect(yearBox(before, 2026).getByRole("link")).toHaveCount(0);
    await expect(before.getByRole("link", { name: "responsabili e capofila" })).toBeHidden();
  });

  test("the RTD adds an action that the plan did not have: a variation, from today", async ({ page }) => {
    await signInAs(page, "rtd");
    await page.goto(PLAN_IN_FORCE);
    await page.getByRole("link", { name: "Nuova azione" }).click();
    await page.getByLabel("Codice").fill("4.9.40");
    await page.getByLabel("Titolo").fill("Catalogo dei dati aperti su dati.gov.it");
    await page.getByLabel("Ambito").selectOption({ label: "4.9 Opendata" });
    await page.getByLabel("Dati aperti").check();
    await page.getByLabel("1º responsabile").selectOption({ label: "RTD" });
    await page.getByRole("checkbox", { name: "2026" }).check();
    await page.getByLabel("Termine del 2026").fill("2026-12-15");
    await page.getByLabel("Motivo della modifica").fill("Chiesta dalla Giunta.");
    expect((await save(page, "Salva")).status()).toBe(302);

    await expect(page.getByRole("status")).toContainText("azione aggiunta al piano");
    await expect(yearBox(page, 2026)).toContainText("15/12/2026");
    const response = await page.request.get(`${PLAN_IN_FORCE}/azioni/4.9.40?al=${THE_DAY_BEFORE}`);
    expect(response.status()).toBe(404);
  });
});

test("the second of two windows is told what changed, and loses nothing typed", async ({
  page: first,
  newWindow,
  announces,
}) => {
  announces(409);
  const second = await newWindow();
  for (const window of [first, second]) {
    await signInAs(window, "rtd");
    await window.goto(`${ACTION}/modifica`);
  }
  await first.getByLabel("Peso").fill("2");
  await first.getByLabel("Motivo della modifica").fill("Pesa di più.");
  await first.getByRole("button", { name: "Salva" }).dblclick();
  await expect(first.getByRole("status")).toContainText("peso da 1,5 a 2.");

  await second.getByLabel("Titolo").fill("Un altro titolo");
  await second.getByLabel("Motivo della modifica").fill("Per chiarezza.");
  expect((await save(second, "Salva")).status()).toBe(409);
  await expect(second.getByRole("alert")).toBeFocused();
  await expect(second.getByText("peso da 1,5 a 2. «Pesa di più.»")).toBeVisible();
  await expect(second.getByLabel("Titolo")).toHaveValue("Un altro titolo");
  await expect(second.getByLabel("Motivo della modifica")).toHaveValue("Per chiarezza.");

  await first.goto(ACTION);
  const ofWeight = first.getByRole("listitem").filter({ hasText: "peso da 1,5 a 2." });
  await expect(ofWeight).toHaveCount(1);
  await expect(first.getByRole("heading", { level: 1, name: NEW_TITLE })).toBeVisible();
});
