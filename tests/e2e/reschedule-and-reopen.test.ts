import type { Page } from "@playwright/test";
import { expect, PLAN, signInAs, test } from "#tests/support/browser.ts";
import {
  actionPath,
  choice,
  historyLines,
  planCell,
  save,
  statusPath,
  tableFigures,
  yearBox,
} from "#tests/support/rotta-pages.ts";

/** Touches 4.6.3/2023 with the 4.6.3/2027 that it makes, and 4.12.2/2023; no other annualità. */
const CHART = "/andamento?piano=2021-2023";

test("the RTD reschedules an annualità beyond the plan and then reopens it", async ({ page, announces }) => {
  test.slow();
  announces(422);
  await signInAs(page, "rtd");
  await page.goto(CHART);
  const before = await tableFigures(page, "2023");
  const yearsBefore = await yearsOfChart(page);

  await page.goto(statusPath("4.6.3", 2023));
  await choice(page, "ripianificata").check();
  await page.getByLabel("All’anno").selectOption("2027");
  await page.getByLabel("Motivo o nota").fill("La ragioneria chiude nel 2027.");
  await page.getByLabel("Tipo").selectOption({ label: "Deliberazione" });
  await page.getByLabel("Numero").fill("150");
  await save(page);

  await expect(page.getByRole("status")).toContainText("Salvato. L’annualità 2023 è ripianificata");
  await expect(yearBox(page, 2023)).toContainText("ripianificata al 2027, oltre il piano");
  await expect(yearBox(page, 2027)).toContainText("oltre il piano");
  await expect(yearBox(page, 2027)).toContainText("da avviare viene dal 2023");
  await expect(historyLines(page).first()).toContainText("da «in corso» a ripianificata al 2027.");
  await page.goto(PLAN);
  await expect(await planCell(page, "4.6.3", 2023)).toHaveText("ripianificata al 2027, oltre il piano");

  await page.goto(CHART);
  expect(await yearsOfChart(page)).toEqual(yearsBefore);
  expect(await tableFigures(page, "2023")).toMatchObject({
    Oggi: before.Oggi,
    Ripianificate: before.Ripianificate! + 1,
    "In ritardo": before["In ritardo"]! - 1,
  });

  await page.goto(statusPath("4.6.3", 2023));
  await choice(page, "riapri: in corso").check();
  expect((await save(page)).status()).toBe(422);
  await expect(page.getByLabel("Motivo o nota")).toHaveAccessibleDescription(/Scrivi il motivo/);
  await page.getByLabel("Motivo o nota").fill("Si fa subito, con il personale nuovo.");
  await save(page);

  await expect(page.getByRole("status")).toContainText("Salvato. L’annualità 2023 è in corso 60%");
  await expect(historyLines(page).first()).toContainText("riaperta, da «ripianificata» a in corso 60%.");
  await expect(yearBox(page, 2027)).toHaveCount(0);
  await expect(yearBox(page, 2023)).toContainText("in ritardo in corso 60%");
  await page.goto(CHART);
  expect(await tableFigures(page, "2023")).toEqual(before);
});

test("a rettifica takes the place of the wrong line, which stays struck through", async ({
  page,
  announces,
}) => {
  announces(422);
  await signInAs(page, "rtd");
  await page.goto(statusPath("4.12.2", 2023));
  await choice(page, "riapri: in corso").check();
  await page.getByLabel("Avanzamento", { exact: true }).fill("90");
  await page.getByLabel("Dal giorno").fill("2026-10-02");
  await page.getByLabel("Motivo o nota").fill("Manca un modulo.");
  await save(page);
  const wrong = await newestSequence(page);

  await page.getByRole("link", { name: `Rettifica la riga ${wrong} del 2023` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Rettifica la riga ${wrong}`);
  await expect(page.getByLabel("Dal giorno")).toHaveValue("2026-10-02");
  await expect(choice(page, "riapri: in corso")).toBeChecked();
  await page.getByLabel("Dal giorno").fill("2026-10-08");
  expect((await save(page, "Salva la rettifica")).status()).toBe(422);
  await expect(page.getByRole("alert")).toContainText("La rettifica non è stata salvata");
  await expect(page.getByLabel("Motivo o nota")).toHaveAccessibleDescription(/Scrivi il motivo/);
  await expect(page.getByLabel("Dal giorno")).toHaveValue("2026-10-08");
  await page.getByLabel("Motivo o nota").fill("Il giorno era l’8, non il 2.");
  await save(page, "Salva la rettifica");

  const right = await newestSequence(page);
  await expect(page.getByRole("status")).toContainText(
    "Salvato. L’annualità 2023 è in corso 90% dall’08/10/2026",
  );
  const lines = historyLines(page).filter({ hasText: " · 2023: " });
  const correction = lines.filter({ hasText: `(rettifica della riga ${wrong})` });
  await expect(correction).toContainText("08/10/2026 · 2023: riaperta, da «completata» a in corso 90%.");
  await expect(correction).toContainText("«Il giorno era l’8, non il 2.»");
  const replaced = lines.filter({ hasText: `(rettificata: vale la riga ${right})` });
  await expect(replaced).toContainText("02/10/2026 · 2023: riaperta, da «completata» a in corso 90%.");
  await expect(replaced.locator("s")).toContainText("02/10/2026");
  await expect(replaced.getByRole("link", { name: /^Rettifica/ })).toHaveCount(0);

  await page.goto(`${actionPath("4.12.2")}?al=2026-10-05`);
  await expect(yearBox(page, 2023)).toContainText("completata");
  await page.goto(`${actionPath("4.12.2")}?al=2026-10-08`);
  await expect(yearBox(page, 2023)).toContainText("in ritardo in corso 90%");
});

test("the address of a line already replaced leads to the rettifica that stands in its place", async ({
  page,
}) => {
  await signInAs(page, "rtd");
  await page.goto(actionPath("4.11.2"));
  const replaced = await historyLines(page)
    .filter({ hasText: "(rettificata: vale la riga " })
    .first()
    .innerText();
  const sequence = /Riga (\d+), registrata/.exec(replaced)![1]!;
  const standing = /vale la riga (\d+)/.exec(replaced)![1]!;
  await page.goto(`${actionPath("4.11.2")}/2022/rettifica/${sequence}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Rettifica la riga ${standing}`);
});

/** The years that the table of the chart has a row for. */
function yearsOfChart(page: Page): Promise<string[]> {
  const table = page.getByRole("region", { name: "Anno: i numeri della figura" });
  return table.getByRole("rowheader").allInnerTexts();
}

/** The sequence that the page says it has just recorded. */
async function newestSequence(page: Page): Promise<string> {
  return /riga (\d+) della storia/.exec(await page.getByRole("status").innerText())![1]!;
}
