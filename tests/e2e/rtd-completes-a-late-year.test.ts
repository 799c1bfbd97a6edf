import { expect, PLAN, signInAs, test } from "#tests/support/browser.ts";
import {
  actionPath,
  barFigures,
  choice,
  historyLines,
  planCell,
  save,
  tableFigures,
  yearBox,
} from "#tests/support/rotta-pages.ts";

/** Touches 4.6.3/2022 and no other annualità. */
const CHART = "/andamento?piano=2021-2023";

test("the RTD completes a late annualità with its proof, and every figure moves by one", async ({ page }) => {
  await signInAs(page, "rtd");
  await page.goto(CHART);
  const table = await tableFigures(page, "2022");
  const bar = await barFigures(page, 2022);

  await page.getByRole("link", { name: "Scrivania" }).click();
  const late = page.getByRole("region", { name: "In ritardo, dalla meno aggiornata" });
  await late.getByRole("link", { name: /^4\.6\.3, 2022/ }).click();
  await expect(yearBox(page, 2022)).toContainText("in ritardo in corso 80%");
  await yearBox(page, 2022).getByRole("link", { name: "Aggiorna il 2022" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aggiorna lo stato del 2022");
  await choice(page, "completata").check();
  await page.getByLabel("Dal giorno").fill("2026-10-01");
  await page.getByLabel("Tipo").selectOption({ label: "Deliberazione" });
  await page.getByLabel("Numero").fill("145");
  await page.getByLabel("Del", { exact: true }).fill("2026-09-30");
  await save(page);

  await expect(page.getByRole("status")).toContainText(
    "Salvato. L’annualità 2022 è completata dal 01/10/2026",
  );
  await expect(yearBox(page, 2022)).toContainText("completata provata");
  await expect(yearBox(page, 2022)).toContainText("Deliberazione n. 145 del 30/09/2026");
  const newest = historyLines(page).filter({ hasText: " · 2022: " }).first();
  await expect(newest).toContainText("01/10/2026 · 2022: da «in corso» a completata.");
  await expect(newest).toContainText("RTD. Prova: Deliberazione n. 145 del 30/09/2026.");

  await page.getByRole("navigation", { name: "Percorso" }).getByRole("link", { name: "Piano" }).click();
  await expect(await planCell(page, "4.6.3", 2022)).toHaveText("completata provata");

  await page.goto(CHART);
  expect(await tableFigures(page, "2022")).toMatchObject({
    Oggi: table.Oggi,
    "Completate provate": table["Completate provate"]! + 1,
    "In ritardo": table["In ritardo"]! - 1,
    "In corso": table["In corso"],
    "Completate su tutte": table["Completate su tutte"]! + 1,
  });
  const {
    "in ritardo": lateOnes = 0,
    "completate provate": proven,
    ...others
  } = await barFigures(page, 2022);
  const { "in ritardo": lateBefore, "completate provate": provenBefore, ...othersBefore } = bar;
  expect({ lateOnes, proven, others }).toEqual({
    lateOnes: lateBefore! - 1,
    proven: provenBefore! + 1,
    others: othersBefore,
  });
});

test("the day before the completion does not see it", async ({ page }) => {
  await signInAs(page, "rtd");
  await page.goto(`${actionPath("4.6.3")}?al=2026-09-30`);

  await expect(yearBox(page, 2022)).toContainText("in ritardo in corso 80%");
  await expect(page.getByRole("region", { name: "Storia", exact: true })).not.toContainText(
    "Deliberazione n. 145",
  );

  await page.goto(`${PLAN}?al=2026-09-30`);
  await expect(await planCell(page, "4.6.3", 2022)).toHaveText("in ritardo in corso 80%");
});
