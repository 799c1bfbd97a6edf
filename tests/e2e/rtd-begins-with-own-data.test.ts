import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { dayInRome, yearOf } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { serve } from "../../scripts/bench/served.ts";
import { createUser, exportOf, OWN_DATA, run, test } from "../support/own-server.ts";
import { choice, planCell, save, yearBox } from "../support/rotta-pages.ts";

const PASSWORD = "una parola lunga";
const TODAY = dayInRome(new Date().toISOString());
const YEAR = yearOf(TODAY);
const CODE = `${YEAR}-${YEAR + 2}`;

test("an RTD begins with an empty database, and ends with an adopted plan whose first status has changed", async ({
  folder,
  browser,
}) => {
  test.slow();
  const path = join(folder, "rotta.sqlite");
  expect(createUser(path, PASSWORD, "--utente", "rtd", "--nome", "RTD di prova", "--ruolo", "rtd")).toContain(
    "Creato l’utente rtd",
  );
  const served = await serve(path, { env: OWN_DATA });
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${served.port}`, locale: "it-IT" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const failed: string[] = [];
  page.on("response", (one) => void (one.status() >= 500 && failed.push(`${one.status()} ${one.url()}`)));
  page.on("pageerror", (error) => void failed.push(error.message));

  await signIn(page);
  await expect(page.getByText("Non c’è ancora un piano adottato")).toBeVisible();
  for (const empty of [
    "/piano",
    "/piani",
    "/andamento",
    "/uffici",
    "/cerca?q=cloud",
    "/contributi",
    "/aggiornamento",
  ]) {
    expect((await page.goto(empty))!.status(), empty).toBe(200);
    await expectAccessible(page);
  }

  await addOffices(page);
  await openDraft(page);
  await addAreas(page);
  await addActions(page);
  await adopt(page);
  await updateStatus(page);
  await lookAround(page);

  const copies = join(folder, "copie");
  mkdirSync(copies);
  expect(await run("backup", path, "--to", copies)).toMatchObject({ code: 0, errors: "" });
  expect(await exportOf(join(copies, readdirSync(copies)[0]!))).toContain("Sportello telematico");
  expect(failed).toEqual([]);
  await context.close();
  expect(await served.stop()).toEqual({ code: 0, said: "" });
});

async function signIn(page: Page) {
  await page.goto("/accedi");
  await page.getByLabel("Nome utente").fill("rtd");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accedi" }).click();
  await expect(page.getByRole("heading", { name: "Per cominciare" })).toBeVisible();
  await expectAccessible(page);
}

async function addOffices(page: Page) {
  await page.goto("/");
  await page.getByRole("link", { name: "scrivi il primo" }).click();
  for (const number of [1, 2]) {
    await page.goto("/uffici/nuovo");
    await page.getByLabel("Codice").fill(`settore-${number}`);
    await page.getByLabel("Nome").fill(`Settore ${number}`);
    await page.getByLabel("Tipo").selectOption({ label: "Settore" });
    await page.getByLabel("Fonte").fill("Regolamento degli uffici");
    await page.getByRole("button", { name: "Salva l’ufficio" }).click();
    await expect(page.getByText("Salvato.")).toBeVisible();
  }
  await page.goto("/uffici");
  await page.getByRole("link", { name: "Nuovo gruppo" }).click();
  await page.getByLabel("Codice").fill("tutti-i-settori");
  await page.getByLabel("Nome").fill("Tutti i settori");
  for (const number of [1, 2]) await page.getByLabel(`Settore ${number}`).check();
  await page.getByLabel("Fonte").fill("Regolamento degli uffici");
  await page.getByRole("button", { name: "Salva il gruppo" }).click();
  await expect(page.getByText("Salvato.")).toBeVisible();
}

async function openDraft(page: Page) {
  await page.goto("/");
  await page.getByRole("link", { name: "aprila" }).click();
  await expect(page.getByLabel("Codice")).toHaveValue(CODE);
  await expect(page.getByText("Che cosa si riporta")).toHaveCount(0);
  await page.getByRole("button", { name: "Apri la bozza" }).click();
  await expect(page.getByText("Bozza, non ancora adottata")).toBeVisible();
  await expectAccessible(page);
}

async function addAreas(page: Page) {
  await page.goto(`/piani/${CODE}/azioni/nuova`);
  await page.getByRole("link", { name: "aggiungine uno" }).click();
  await page.getByLabel("Codice").fill("1");
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByLabel("Nome dell’ambito")).toHaveAccessibleDescription("Scrivi il nome dell’ambito");
  await expect(page.getByLabel("Codice")).toHaveValue("1");
  await page.getByLabel("Nome dell’ambito").fill("Servizzi");
  await page.getByRole("button", { name: "Salva" }).click();
  await page.getByRole("link", { name: "Cambia il nome dell’ambito 1" }).click();
  await page.getByLabel("Nome dell’ambito").fill("Servizi");
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("rowheader", { name: "1 Servizi" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Salvato.");
  await page.getByRole("link", { name: "Cambia il nome dell’ambito 1" }).click();
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("status")).toContainText("Era già così: non c’era nulla da cambiare");
  await expectAccessible(page);
}

async function addActions(page: Page) {
  for (const [code, title, responsible] of [
    ["1.1", "Sportello telematico", "Settore 1"],
    ["1.2", "Conservazione a norma", "Tutti i settori (Settore 1 e Settore 2)"],
    ["1.3", "Scritta per errore", "RTD"],
  ] as const) {
    await page.goto(`/piani/${CODE}/azioni/nuova`);
    await page.getByLabel("Codice").fill(code);
    await page.getByLabel("Titolo").fill(title);
    await page.getByLabel("Ambito").selectOption({ label: "1 Servizi" });
    await page.getByLabel("1º responsabile").selectOption({ label: responsible });
    await page.getByRole("checkbox", { name: String(YEAR), exact: true }).check();
    await page.getByRole("button", { name: "Salva" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  await page.getByRole("link", { name: "togli dalla bozza" }).click();
  await expect(page.getByText(/Il codice 1\.3 torna libero/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Togli dalla bozza" }).click();
  await expect(page.getByText("2 azioni, 2 annualità previste")).toBeVisible();
}

async function adopt(page: Page) {
  await page.getByRole("link", { name: "Scarta la bozza" }).click();
  await expect(page.getByRole("region", { name: "Che cosa si perde" })).toContainText("2 azioni");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Annulla e torna alla bozza" }).click();
  await page.getByRole("link", { name: "Adotta il piano" }).click();
  await page.getByLabel("Organo").fill("Giunta comunale");
  await page.getByLabel("Numero").fill("12");
  await page.getByLabel("Del").fill(TODAY);
  await page.getByLabel("Adottato il").fill(TODAY);
  await page.getByRole("button", { name: "Adotta il piano" }).click();
  await expect(page.getByText(`Giunta comunale, atto n. 12 del ${formatDay(TODAY)}`)).toBeVisible();
  await page.goto(`/piani/${CODE}/scarto`);
  await expect(page.getByText("non si scarta più")).toBeVisible();
}

async function updateStatus(page: Page) {
  await page.goto(`/piani/${CODE}/azioni/1.1/${YEAR}/stato`);
  await choice(page, "in corso").check();
  expect((await save(page)).status()).toBe(302);
  await expect(yearBox(page, YEAR)).toContainText("in corso");
}

async function lookAround(page: Page) {
  await page.goto("/piano");
  await expect(await planCell(page, "1.1", YEAR)).toContainText("in corso");
  await expectAccessible(page);
  for (const address of [
    "/",
    "/andamento",
    "/uffici",
    "/uffici/settore-1",
    "/aggiornamento",
    `/piani/${CODE}/ambiti`,
  ]) {
    expect((await page.goto(address))!.status(), address).toBe(200);
    await expectAccessible(page);
  }
  await page.goto("/cerca?q=sportello");
  await expect(page.getByText("1 azione")).toBeVisible();
  for (const csv of [`/piani/${CODE}/annualita.csv`, "/andamento.csv"]) {
    const answer = await page.request.get(csv);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([
      200,
      expect.stringContaining("text/csv"),
    ]);
  }
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes.map(({ html }) => html)])).toEqual([]);
}
