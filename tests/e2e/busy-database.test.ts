import { openDatabase } from "#db/open.ts";
import { expect, signInAs, test } from "../support/browser.ts";

const DATABASE = "test-results/e2e.sqlite";

test("a database that another program keeps busy is told in words, and what was typed is not lost", async ({
  page,
  announces,
}) => {
  announces(503);
  await signInAs(page, "rtd");
  await page.goto("/piani/2021-2023/azioni/4.7.6/2022/stato");
  await page.getByLabel(/nessuna novità/).check();
  await page.getByLabel("Motivo o nota").fill("Sentiti gli uffici: si va avanti.");

  const { sqlite } = openDatabase(DATABASE);
  sqlite.exec("begin immediate");
  await page.getByRole("button", { name: "Salva lo stato" }).click();
  await expect(page.getByText("un altro programma tiene occupata la base dati")).toBeVisible();
  await expect(page.getByText("Non è stato scritto nulla")).toBeVisible();
  sqlite.exec("rollback");
  sqlite.close();

  await page.goBack();
  await expect(page.getByLabel("Motivo o nota")).toHaveValue("Sentiti gli uffici: si va avanti.");
  await page.getByRole("button", { name: "Salva lo stato" }).click();
  await expect(page.getByText("Sentiti gli uffici: si va avanti.").first()).toBeVisible();
});
