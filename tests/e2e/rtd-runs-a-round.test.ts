import { expect, signInAs } from "#tests/support/browser.ts";
import { test } from "#tests/support/own-demonstration.ts";
import { startingWith } from "#tests/support/rotta-pages.ts";

test("the RTD opens a round, a dirigente confirms some of it and changes one, the RTD sees who answered, and closes it", async ({
  page,
  newWindow,
}) => {
  test.slow();
  await signInAs(page, "rtd");
  await page.goto("/giri/nuovo");
  await expect(page.getByLabel("Titolo")).toHaveValue("Monitoraggio al 30/06/2026");
  await page.getByRole("button", { name: "Apri il giro" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Monitoraggio al 30/06/2026" })).toBeVisible();
  const round = new URL(page.url()).pathname;

  const dirigente = await newWindow();
  await signInAs(dirigente, "dirigente-settore-4");
  await dirigente.goto(`${round}/uffici/settore-4`);
  await dirigente.getByRole("checkbox", { name: "Confermo 4.3.6, 2025" }).check();
  await dirigente.getByRole("checkbox", { name: "Confermo 4.5.9, 2026" }).check();
  await dirigente.getByRole("button", { name: "Confermo quelle scelte" }).click();
  await expect(dirigente.getByRole("status")).toContainText("2 voci confermate");

  await dirigente.getByRole("link", { name: "Aggiorna 4.10.2, 2026" }).click();
  await dirigente.getByRole("radio", { name: startingWith("sospesa") }).check();
  await dirigente.getByRole("textbox", { name: startingWith("Motivo") }).fill("Si attende il fornitore.");
  await dirigente.getByRole("button", { name: "Salva" }).click();
  await dirigente.getByRole("status").getByRole("link", { name: "Torna al giro di monitoraggio" }).click();
  await expect(dirigente).toHaveURL(new RegExp(`${round}/uffici/settore-4$`));
  await expect(dirigente.getByRole("region", { name: startingWith("Già risposto") })).toContainText(
    "4.10.2, 2026",
  );

  await page.goto(round);
  const row = page.getByRole("row").filter({ hasText: "Settore 4" });
  await expect(row.getByRole("cell")).toHaveText([
    /^12$/,
    /^2$/,
    /^1$/,
    /^9$/,
    "15/10/2026",
    startingWith("Sollecita"),
  ]);
  await expect(page.getByRole("region", { name: "Che cosa è cambiato" })).toContainText(
    /4\.10\.2, 2026.*sospesa/,
  );

  await row.getByRole("link", { name: startingWith("Sollecita") }).click();
  await expect(page.getByLabel("Testo")).toHaveValue(/9 voci risultano ancora senza risposta/);
  await page.goto(`${round}/chiusura`);
  await page.getByLabel("Nota di chiusura").fill("Mancano le risposte di più uffici.");
  await page.getByRole("button", { name: "Chiudi il giro" }).click();
  await expect(page.getByRole("main")).toContainText("Un giro chiuso non si riapre");
  await expect(page.getByRole("main")).toContainText("Mancano le risposte di più uffici.");

  await dirigente.goto(`${round}/uffici/settore-4`);
  await expect(dirigente.getByRole("heading", { name: "Rimaste senza risposta (9)" })).toBeVisible();
  await expect(dirigente.getByRole("button", { name: startingWith("Confermo") })).toHaveCount(0);
});
