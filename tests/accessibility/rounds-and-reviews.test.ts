import type { Page } from "@playwright/test";
import { expect, signInAs } from "#tests/support/browser.ts";
import { expectGoodPage } from "#tests/support/good-page.ts";
import { test } from "#tests/support/own-demonstration.ts";

/** Pages that are there only once somebody has opened a round or a review: judged as every-page.test.ts judges the others. */

test("the pages of a round have no barrier, open, answered and closed", async ({ page, newWindow }) => {
  test.setTimeout(300_000);
  await signInAs(page, "rtd");
  await page.goto("/giri/nuovo");
  await page.getByRole("button", { name: "Apri il giro" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Monitoraggio al 30/06/2026" })).toBeVisible();
  const round = new URL(page.url()).pathname;

  const dirigente = await newWindow();
  await signInAs(dirigente, "dirigente-settore-4");
  await judge(dirigente, `${round}/uffici/settore-4`, "/");
  await wide(dirigente).then(() => dirigente.goto(`${round}/uffici/settore-4`));
  await dirigente.getByRole("checkbox", { name: "Confermo 4.3.6, 2025" }).check();
  await dirigente.getByRole("button", { name: "Confermo quelle scelte" }).click();
  await expect(dirigente.getByRole("status")).toContainText("confermata");
  await expectGoodPage(dirigente);

  await judge(page, round, `${round}/uffici/settore-4/sollecito`, `${round}/chiusura`, "/", "/giri");
  await wide(page).then(() => page.goto(`${round}/chiusura`));
  await page.getByRole("button", { name: "Chiudi il giro" }).click();
  await expect(page.getByRole("main")).toContainText("Un giro chiuso non si riapre");
  await expectGoodPage(page);
  await judge(dirigente, `${round}/uffici/settore-4`);
});

test("the pages of a review have no barrier, open, closed and corrected", async ({ page, newWindow }) => {
  test.setTimeout(300_000);
  await signInAs(page, "rtd");
  await page.goto("/fotografie/nuova?piano=2021-2023&al=2022-12-31");
  await page.getByRole("button", { name: "Apri la fotografia" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Fotografia del piano 2021-2023 al 31/12/2022",
  );
  const review = new URL(page.url()).pathname;
  await page.goto(`${review}/commenti/generale`);
  await page.getByLabel("Commento", { exact: true }).fill("Un anno di «cantieri» #1 🙂");
  await page.getByRole("button", { name: "Salva il commento" }).click();

  const open = ["", "/commenti/4.3", "/decisioni", "/relazione", "/scarto", "/chiusura"];
  await judge(page, ...open.map((part) => review + part), "/fotografie", "/");
  await wide(page).then(() => page.goto(`${review}/chiusura`));
  await page.getByRole("button", { name: "Chiudi la fotografia" }).click();
  await expect(page.getByText("dati, testi e numeri sono quelli di allora")).toBeVisible();
  await expectGoodPage(page);
  await judge(page, `${review}/correzione`, `${review}/presa-d-atto`, "/piani/2021-2023?al=2022-12-31");

  const giunta = await newWindow();
  await signInAs(giunta, "giunta");
  await judge(giunta, review, `${review}/relazione`, "/fotografie", "/");
});

async function judge(page: Page, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    await wide(page);
    expect((await page.goto(path))!.status(), path).toBe(200);
    await expectGoodPage(page);
  }
}

function wide(page: Page): Promise<void> {
  return page.setViewportSize({ width: 1366, height: 768 });
}
