import { expect, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import { statusPath } from "#tests/support/rotta-pages.ts";

/** Writes nothing: the form comes back refused. */
const FORM = statusPath("4.3.6", 2025, PLAN_IN_FORCE);
const TYPED = "Quello che «avevo» scritto\ne una seconda riga & <altro>";

test("what was typed while the session ended is there after signing in again", async ({
  page,
  announces,
}) => {
  announces(401, 422);
  await signInAs(page, "rtd");
  await page.goto(FORM);
  await page.getByLabel("Motivo o nota").fill(TYPED);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Salva" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La sessione è finita");
  await page.getByLabel("Nome utente").fill("rtd");
  await page.getByLabel("Password").fill("dimostrazione");
  await page.getByRole("button", { name: "Accedi" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Il modulo non è ancora inviato");
  await page.getByRole("button", { name: "Invia il modulo" }).click();
  await expect(page).toHaveURL(FORM);
  await expect(page.getByRole("alert")).toContainText("Scegli il nuovo stato");
  await expect(page.getByLabel("Motivo o nota")).toHaveValue(TYPED);
});

test("whoever signs in instead may send only what they may write", async ({ page, announces }) => {
  announces(401, 403);
  await signInAs(page, "rtd");
  await page.goto(FORM);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Salva" }).click();
  await page.getByLabel("Nome utente").fill("lettore");
  await page.getByLabel("Password").fill("dimostrazione");
  await page.getByRole("button", { name: "Accedi" }).click();

  await expect(page.getByRole("main")).toContainText("Se lo ha compilato un’altra persona, non inviarlo");
  await page.getByRole("button", { name: "Invia il modulo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Non puoi fare questa modifica");
});
