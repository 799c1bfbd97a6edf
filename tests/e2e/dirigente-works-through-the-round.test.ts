import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "#tests/support/browser.ts";
import { tabTo, typeDay } from "#tests/support/keyboard.ts";

/**
 * Touches what Settore 3 is asked about, and nothing else. No click and no fill: Tab, arrows, Space, Enter and typing; a
 * page of the round is answered with Enter alone where the office has only to confirm.
 */

const HEADING = { level: 1 } as const;

test("a dirigente works through the round by keyboard alone, stops, and finishes it in another session", async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  await tabTo(page, page.getByRole("button", { name: "Comincia il giro" }));
  await page.keyboard.press("Enter");
  const total = await totalOf(page);
  expect(total).toBeGreaterThan(3);

  const first = await answer(page);
  const second = await answer(page);
  await expect(page.getByText(`Giro di aggiornamento: 3 di ${total}`)).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Interrompi" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Giro di aggiornamento cominciato: 2 su ${total}`)).toBeVisible();
  await signOut(page);

  await signIn(page);
  await tabTo(page, page.getByRole("link", { name: "Riprendi il giro" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Giro di aggiornamento: 3 di ${total}`)).toBeVisible();

  const skipped = await page.getByRole("heading", HEADING).innerText();
  await tabTo(page, page.getByRole("link", { name: "Salta per ora" }));
  await page.keyboard.press("Enter");
  const answers = [first, second];
  while (answers.length < total - 1) answers.push(await answer(page));

  await expect(page.getByRole("heading", HEADING)).toHaveText("Sei arrivato in fondo");
  await expect(page.getByRole("main").getByRole("list")).toContainText(skipped);
  await expect(page.getByRole("link", { name: "Riprendi le saltate" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", HEADING)).toHaveText(skipped);
  answers.push(await answer(page));

  await expect(page.getByRole("heading", HEADING)).toHaveText("Giro finito");
  const confirmed = answers.filter((one) => one === "confirmed").length;
  expect(confirmed).toBeGreaterThan(0);
  expect(confirmed).toBeLessThan(total);
  await expect(page.getByRole("main")).toContainText(
    `${count(confirmed, "confermat")} e ${count(total - confirmed, "aggiornat")}.`,
  );
  await expect(page.getByRole("link", { name: "Torna alla scrivania" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", HEADING)).toHaveText(/^Scrivania/);
  await expect(page.getByText("Giro di aggiornamento cominciato")).toHaveCount(0);
});

test("Enter in a field of the round does not confirm: it sends what was typed, and a refusal keeps it", async ({
  page,
  announces,
}) => {
  announces(422);
  await signIn(page, "rtd");
  await page.goto("/aggiornamento/2024-2026/4.9.1/2025");
  await tabTo(page, page.getByText("C’è una novità"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("Avanzamento", { exact: true }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("140");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Avanzamento", { exact: true })).toHaveValue("140");
});

/** Answers the page at hand: Enter where there is only to confirm, else the contribution of the office. */
async function answer(page: Page): Promise<"confirmed" | "updated"> {
  const here = await page.getByRole("heading", HEADING).innerText();
  const confirm = page.getByRole("button", { name: "Confermato, nessuna novità" });
  const isConfirmable = (await confirm.count()) > 0;
  if (isConfirmable) {
    await expect(confirm).toBeFocused();
    await page.keyboard.press("Enter");
  } else {
    await expect(page.locator("summary", { hasText: "Comunica il contributo di Settore 3" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "in corso" })).toBeChecked();
    const progress = page.getByLabel("Avanzamento", { exact: true });
    await tabTo(page, progress);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("45");
    await tabTo(page, page.getByLabel("Dal giorno"));
    await typeDay(page, page.getByLabel("Dal giorno"), "2026-10-10");
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("status")).toContainText(`Salvato. ${here}:`);
  return isConfirmable ? "confirmed" : "updated";
}

async function totalOf(page: Page): Promise<number> {
  const words = await page.getByText(/^Giro di aggiornamento: 1 di \d+$/).innerText();
  return Number(words.split(" di ").at(-1));
}

async function signIn(page: Page, username = "dirigente-settore-3"): Promise<void> {
  await page.goto("/accedi");
  await tabTo(page, page.getByLabel("Nome utente"));
  await page.keyboard.type(username);
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", HEADING)).toHaveText(/^Scrivania/);
}

async function signOut(page: Page): Promise<void> {
  await page.reload();
  await tabTo(page, page.getByRole("button", { name: "Esci" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", HEADING)).toHaveText("Accedi");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "a" : "e"}`;
}
