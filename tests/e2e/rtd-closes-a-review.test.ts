import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, signInAs } from "#tests/support/browser.ts";
import { test } from "#tests/support/own-demonstration.ts";

test("the RTD closes the review at 31/12/2022; the Giunta reads it; nothing later changes it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "rtd");
  await page.goto("/piani/2021-2023/azioni/4.3.6/modifica");
  await page.getByLabel("Titolo").fill("Un titolo nuovo, scritto dopo l’adozione");
  await page.getByLabel(/^Motivo/).fill("Il servizio è stato ridefinito");
  await page.getByRole("button", { name: "Salva", exact: true }).click();

  await page.goto("/fotografie");
  await page.getByRole("link", { name: "Apri una fotografia" }).click();
  await page.getByLabel("Piano", { exact: true }).selectOption("2021-2023");
  await page.getByLabel("Situazione al").fill("2022-12-31");
  await page.getByRole("button", { name: "Apri la fotografia" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Fotografia del piano 2021-2023 al 31/12/2022",
  );
  const review = new URL(page.url()).pathname;

  await page.getByRole("link", { name: /il commento: 4\.3 / }).click();
  await page.getByLabel("Commento", { exact: true }).fill("Manca il fornitore: #gara $ {costo}");
  await page.getByRole("button", { name: "Salva il commento" }).click();
  await page.getByRole("link", { name: "Chiudi la fotografia" }).click();
  await page.getByRole("button", { name: "Chiudi la fotografia" }).click();
  await expect(page.getByText("dati, testi e numeri sono quelli di allora")).toBeVisible();
  await page.getByRole("button", { name: "Esci" }).click();

  await signInAs(page, "giunta");
  await page.goto(review);
  const hash = (await page.locator("code.hash").first().textContent())!;
  const frozen = await downloaded(page, "il contenuto congelato");
  expect(sha256(frozen)).toBe(hash);
  expect(sha256(Buffer.from(frozen.toString("utf8").replace("gara", "gare")))).not.toBe(hash);

  await page.getByRole("link", { name: "Leggi la relazione" }).click();
  await expect(page.getByText("Manca il fornitore: #gara $ {costo}")).toBeVisible();
  const report = await downloaded(page, "relazione in PDF/A");
  expect(report.subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("button", { name: "Esci" }).click();

  await signInAs(page, "rtd");
  await page.goto("/piani/2021-2023/azioni/4.3.6/modifica");
  await page.getByLabel("Titolo").fill("Un titolo ancora diverso");
  await page.getByLabel(/^Motivo/).fill("Cambiato dopo la fotografia");
  await page.getByRole("button", { name: "Salva", exact: true }).click();

  await page.goto(review);
  expect((await downloaded(page, "il contenuto congelato")).equals(frozen)).toBe(true);
  await page.getByRole("link", { name: "Leggi la relazione" }).click();
  expect((await downloaded(page, "relazione in PDF/A")).equals(report)).toBe(true);
});

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  return readFileSync(await download.path());
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
