import type { Page } from "@playwright/test";
import { expect, PLAN_IN_FORCE, signInAs, test, type Username } from "#tests/support/browser.ts";
import { actionPath, choice, historyLines, save, yearBox } from "#tests/support/rotta-pages.ts";

/** Touches 4.3.9/2026 and 4.10.2/2026 of the plan 2024-2026, and no other annualità. */

type Report = { words: string; progress?: string; proof?: string };

/** A dirigente reports from the page of the action, as its button leads to. */
async function report(page: Page, code: string, { words, progress, proof }: Report): Promise<void> {
  await page.goto(actionPath(code, PLAN_IN_FORCE));
  await yearBox(page, 2026).getByRole("link", { name: "Comunica il contributo del tuo ufficio" }).click();
  await choice(page, words).check();
  if (progress) await page.getByLabel("Avanzamento", { exact: true }).fill(progress);
  if (proof) {
    await page.getByLabel("Tipo").selectOption({ label: "Verbale" });
    await page.getByLabel("Numero").fill(proof);
  }
  await save(page, "Salva il contributo");
  await expect(page.getByRole("status")).toContainText(/Salvato\. Il contributo di Settore \d/);
}

test("two dirigenti report, and the RTD takes over what the contributions propose for several at once", async ({
  page,
  newWindow,
}) => {
  const dirigenti: [Username, Report, Report][] = [
    ["dirigente-settore-3", { words: "completata", proof: "21" }, { words: "in corso", progress: "70" }],
    ["dirigente-settore-4", { words: "completata", proof: "22" }, { words: "in corso", progress: "61" }],
  ];
  for (const [username, completed, inProgress] of dirigenti) {
    const window = await newWindow();
    await signInAs(window, username);
    await report(window, "4.3.9", completed);
    await report(window, "4.10.2", inProgress);
  }

  await signInAs(page, "rtd");
  await page.goto(actionPath("4.3.9", PLAN_IN_FORCE));
  await expect(yearBox(page, 2026)).toContainText(
    "Stato: da avviare · I contributi propongono: completata, provata",
  );
  await page.goto("/contributi");
  const row = (name: string) => page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });
  await expect(row("4.10.2, 2026")).toContainText("in corso 65%");
  await page.getByRole("checkbox", { name: "Scegli 4.3.9, 2026" }).check();
  await page.getByRole("checkbox", { name: "Scegli 4.10.2, 2026" }).check();
  await save(page, "Accogli le proposte scelte");

  await expect(page.getByRole("status")).toContainText("Salvato. 2 proposte accolte");
  await expect(row("4.3.9, 2026")).toHaveCount(0);
  await expect(row("4.10.2, 2026")).toHaveCount(0);
  await page.getByRole("status").getByRole("link", { name: "4.3.9, 2026" }).click();
  await expect(yearBox(page, 2026)).toContainText("completata provata");
  const newest = historyLines(page).first();
  await expect(newest).toContainText("15/10/2026 · 2026: da «da avviare» a completata.");
  await expect(newest).toContainText(
    "RTD. «Accolti i contributi: Settore 3 – Risorse completata dal 15/10/2026; Settore 4 completata dal 15/10/2026.»",
  );
  await expect(newest).toContainText("Settore 3 – Risorse: Verbale n. 21; Settore 4: Verbale n. 22");

  await page.goto(actionPath("4.10.2", PLAN_IN_FORCE));
  await expect(yearBox(page, 2026)).toContainText("in corso 65%");
  await expect(yearBox(page, 2026)).not.toContainText("I contributi propongono");
});

test("the RTD who chose what moved meanwhile is told which, and the rest stays chosen", async ({
  page,
  newWindow,
  announces,
}) => {
  announces(409);
  const dirigente = await newWindow();
  await signInAs(dirigente, "dirigente-settore-4");
  await report(dirigente, "4.3.9", { words: "in corso", progress: "50" });
  await report(dirigente, "4.10.2", { words: "in corso", progress: "81" });
  await signInAs(page, "rtd");
  await page.goto("/contributi");
  for (const name of ["Scegli 4.3.9, 2026", "Scegli 4.10.2, 2026"])
    await page.getByRole("checkbox", { name }).check();

  await report(dirigente, "4.3.9", { words: "in corso", progress: "60" });
  await save(page, "Accogli le proposte scelte");

  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("nel frattempo è cambiato qualcosa: 4.3.9, 2026.");
  await expect(page.getByRole("checkbox", { name: "Scegli 4.3.9, 2026" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Scegli 4.10.2, 2026" })).toBeChecked();
  await save(page, "Accogli le proposte scelte");
  await expect(page.getByRole("status")).toContainText("1 proposta accolta");
});
