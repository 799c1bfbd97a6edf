import { type Page, request } from "@playwright/test";
import ICAL from "ical.js";
import { expect, PLAN_IN_FORCE, signInAs } from "#tests/support/browser.ts";
import { test } from "#tests/support/own-demonstration.ts";
import { actionPath, choice, save, startingWith, yearBox } from "#tests/support/rotta-pages.ts";

const TITLE = "Gli archivi dell’edilizia consultabili da ogni postazione";
const CODE = "PROVA-2026-1";
const OBJECTIVE = `/obiettivi/${CODE}`;
/** Shared by Settori 3 and 4. */
const ACTION = "4.10.2";

/** The RTD writes down an objective of Settore 3 for the year, with one step and the action that it rests on. */
async function assignObjective(page: Page): Promise<void> {
  await page.goto("/obiettivi/nuovo");
  await page.getByLabel("Documento").fill("PdO 2026 (di prova)");
  await page.getByLabel("Anno", { exact: true }).fill("2026");
  await page.getByLabel("Codice").fill(CODE);
  await page.getByLabel("Titolo").fill(TITLE);
  await page.getByLabel("Tipo").selectOption({ label: "operativo" });
  await page.getByRole("checkbox", { name: "Settore 3 – Risorse" }).check();
  await page.getByLabel("Motivo della modifica").fill("Assegnato con il PdO 2026.");
  await save(page, "Aggiungi l’obiettivo");

  await page.getByRole("link", { name: "Aggiungi un punto" }).click();
  await page.getByLabel("Che cosa si fa").fill("Elenco degli archivi da digitalizzare");
  await page.getByLabel("Programmato").fill("Entro il 30/09/2026");
  await page.getByLabel("Motivo della modifica").fill("È il primo passo.");
  await save(page, "Aggiungi il punto");
  await expect(page.getByRole("main")).toContainText("entro il 30/09/2026");

  await page.goto(`${OBJECTIVE}/collegamenti/nuovo?q=${ACTION}`);
  await page
    .getByRole("radio", { name: startingWith(ACTION) })
    .first()
    .check();
  await page.getByLabel("Perché").fill("Senza i fascicoli digitalizzati non c’è nulla da consultare.");
  await save(page, "Collega");
  await expect(page.getByRole("main")).toContainText("Senza i fascicoli digitalizzati");
}

/** "È all’80%: 1,6 su 2." */
function progress(page: Page) {
  return page.getByText(/^È al(l’| )\d+%: .+ su 2\./);
}

async function contribute(page: Page, words: string, percent: string): Promise<void> {
  await page.goto(actionPath(ACTION, PLAN_IN_FORCE));
  await yearBox(page, 2026).getByRole("link", { name: "Comunica il contributo del tuo ufficio" }).click();
  await choice(page, words).check();
  await page.getByLabel("Avanzamento", { exact: true }).fill(percent);
  await save(page, "Salva il contributo");
}

test("a dirigente finds what is theirs, reports an effettivo and a contribution, and the objective follows, explained", async ({
  page,
  newWindow,
  announces,
}) => {
  test.slow();
  await signInAs(page, "rtd");
  await assignObjective(page);
  const dirigente = await newWindow();
  await signInAs(dirigente, "dirigente-settore-3");

  const own = dirigente.getByRole("region", { name: /miei obiettivi|tuoi obiettivi/i });
  await expect(own.getByRole("link", { name: TITLE })).toBeVisible();
  await expect(dirigente.getByRole("main")).not.toContainText("GESTIONE SERVIZI DI SEGRETERIA");

  await own.getByRole("link", { name: TITLE }).click();
  await dirigente
    .getByRole("link", { name: startingWith("Riporta l’effettivo") })
    .first()
    .click();
  await dirigente.getByLabel("Giorno dell’effettivo").fill("2026-09-28");
  await dirigente.getByLabel("Che cosa è stato fatto").fill("Elenco di 14 archivi, approvato.");
  await choice(dirigente, "Concluso").check();
  await dirigente.getByLabel("Tipo").selectOption({ label: "Determinazione" });
  await dirigente.getByLabel("Numero").fill("311");
  await save(dirigente, "Salva l’effettivo");
  await expect(dirigente.getByRole("main")).toContainText("Elenco di 14 archivi, approvato.");

  await contribute(dirigente, "in corso", "60");
  const colleague = await newWindow();
  await signInAs(colleague, "dirigente-settore-4");
  await contribute(colleague, "in corso", "60");
  await dirigente.goto(OBJECTIVE);
  const before = await progress(dirigente).innerText();

  await page.goto("/contributi");
  await page.getByRole("checkbox", { name: `Scegli ${ACTION}, 2026` }).check();
  await save(page, "Accogli le proposte scelte");

  await dirigente.goto(OBJECTIVE);
  await expect(progress(dirigente)).toContainText("È all’80%: 1,6 su 2.");
  expect(before).not.toContain("1,6 su 2");
  const why = dirigente.getByRole("region", { name: "Perché 80%" });
  await why.locator("summary").click();
  const step = why.getByRole("row", { name: /Elenco degli archivi/ });
  await expect(step).toContainText("100%");
  await expect(why.getByRole("row", { name: startingWith(`${ACTION}, 2026`) })).toContainText("60%");

  announces(404);
  await dirigente.goto(`${OBJECTIVE}?al=2026-10-14`);
  await expect(dirigente.getByText(/Non c’è un obiettivo con questo codice/)).toBeVisible();
});

test("a dirigente's calendar is read by another program until its address is revoked", async ({ page }) => {
  await signInAs(page, "dirigente-settore-3");
  await page.goto("/scadenze");
  await page
    .getByRole("link", { name: /calendario/i })
    .first()
    .click();
  await save(page, "Crea l’indirizzo");
  const address = await page.getByLabel(startingWith("Copialo adesso")).inputValue();

  const program = await request.newContext();
  const calendar = new ICAL.Component(ICAL.parse(await (await program.get(address)).text()) as unknown[]);
  const names = calendar
    .getAllSubcomponents("vevent")
    .map((event) => String(event.getFirstPropertyValue("summary")));
  expect(names.some((name) => name.includes(ACTION))).toBe(true);
  expect(names.some((name) => name.includes("4.5.8"))).toBe(false);

  await page.getByRole("link", { name: "Revoca l’indirizzo" }).click();
  await page.getByRole("button", { name: "Revoca", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("L’indirizzo di prima non risponde più");
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
});
