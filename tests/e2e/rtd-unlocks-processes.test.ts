import type { Locator, Page } from "@playwright/test";
import { expect, signInAs } from "#tests/support/browser.ts";
import { test } from "#tests/support/own-demonstration.ts";
import { actionPath, choice, save, startingWith, statusPath, yearBox } from "#tests/support/rotta-pages.ts";

/** "Controllo dati CU", of Settore 3: NO, because its documents are kept in the office on paper. */
const PROCESS = "/processi/FVG-RAG-027";
const TITLE = "Controllo dati CU";
const UNLOCKED = 11;

test("the RTD completes 4.6.3, its processes turn at once, the dirigente contests one, and reopening undoes the rest", async ({
  page,
  newWindow,
}) => {
  test.slow();
  await signInAs(page, "rtd");
  const before = await smartable(page);
  await expectLevel(page, "NO");

  await complete(page, 2022);
  await expect(page.getByText(/Hai sbloccato/)).toHaveCount(0);
  expect(await smartable(page)).toBe(before);

  await complete(page, 2023);
  await expect(page.getByText(`Hai sbloccato ${UNLOCKED} processi.`)).toBeVisible();
  await expect(page.getByRole("region", { name: "Processi che sblocca" })).toContainText(
    `Ha sbloccato: ${UNLOCKED} processi`,
  );
  await expectLevel(page, "SI");
  await expect(page.getByRole("main")).toContainText("Si può fare in lavoro agile dal 15/10/2026");
  expect(await smartable(page)).toBe(before + UNLOCKED);

  await expectLevel(page, "NO", "?al=2026-10-14");
  expect(await smartable(page, "?al=2026-10-14")).toBe(before);

  const dirigente = await newWindow();
  await signInAs(dirigente, "dirigente-settore-3");
  const own = dirigente.getByRole("region", { name: "I tuoi processi" });
  await expect(own).toContainText("processi sono stati sbloccati");
  await own.getByRole("link", { name: `Conferma o contesta ${TITLE}` }).click();
  await dirigente.getByRole("radio", { name: startingWith("Non è così") }).check();
  await dirigente
    .getByRole("textbox", { name: "Motivo" })
    .fill("Le certificazioni sono ancora nei faldoni: mancano gli anni fino al 2019.");
  await dirigente.getByRole("button", { name: "Registra la risposta" }).click();

  await expectLevel(dirigente, "NO");
  await expect(dirigente.getByRole("main")).toContainText("contestato");
  await dirigente.goto("/");
  await expect(own.getByRole("link", { name: `Conferma o contesta ${TITLE}` })).toHaveCount(0);
  expect(await smartable(page)).toBe(before + UNLOCKED - 1);

  await page.goto("/");
  const claims = page.getByRole("region", { name: "Sblocchi da decidere" });
  await expect(claims).toContainText("contestato dal 15/10/2026");
  await expect(claims).toContainText("FVG-RAG-027");

  await page.goto(statusPath("4.6.3", 2023));
  await choice(page, "riapri: in corso").check();
  await page.getByLabel("Motivo o nota").fill("Una cartella di rete è ancora in uso.");
  await save(page);
  await expect(page.getByText(`${UNLOCKED - 1} processi tornano indietro.`)).toBeVisible();
  expect(await smartable(page)).toBe(before);
  await dirigente.goto("/");
  await expect(own).not.toContainText("sbloccat");
});

test("with 2023 cancelled instead, nothing turns, the claims are void, and who confirmed them is told", async ({
  page,
}) => {
  await signInAs(page, "rtd");
  const before = await smartable(page);
  await complete(page, 2022);
  await page.goto(statusPath("4.6.3", 2023));
  await choice(page, "annullata").check();
  await page.getByLabel("Motivo o nota").fill("Le cartelle di rete restano.");
  await save(page);

  await expect(yearBox(page, 2023)).toContainText("annullata");
  await expect(page.getByText(/Hai sbloccato|tornano indietro/)).toHaveCount(0);
  expect(await smartable(page)).toBe(before);
  await expectLevel(page, "NO");
  await expect(blockers(page)).toContainText("decaduto");
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Sblocchi da decidere" })).toContainText(
    "decaduto: la 4.6.3 è annullata per il 2023",
  );
});

/** Completes an annualità of 4.6.3 on the day of the demonstration. */
async function complete(page: Page, year: number): Promise<void> {
  await page.goto(statusPath("4.6.3", year));
  await choice(page, "completata").check();
  await save(page);
  await expect(page).toHaveURL(new RegExp(`${actionPath("4.6.3")}\\?registrata=`));
}

/** How many processes are SI, as the first figure of /smartabilita says. */
async function smartable(page: Page, query = ""): Promise<number> {
  await page.goto(`/smartabilita${query}`);
  const figure = page
    .getByRole("listitem")
    .filter({ hasText: /su 641/ })
    .first();
  return Number.parseInt(await figure.innerText());
}

function blockers(page: Page): Locator {
  return page.getByRole("region", { name: "Che cosa blocca e chi lo toglie" });
}

async function expectLevel(page: Page, level: string, query = ""): Promise<void> {
  await page.goto(PROCESS + query);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(page.locator(".box .st.big").first()).toHaveText(level);
}
