import type { Page } from "@playwright/test";
import { expect, fillSignIn, PASSWORD, PLAN, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import {
  actionPath,
  choice,
  historyLines,
  lastSequence,
  readHistory,
  save,
  statusForm,
  statusPath,
  yearBox,
} from "#tests/support/rotta-pages.ts";

/**
 * Writes on 4.10.3/2025 (its capofila is Settore 3), 4.10.2/2025 and 4.10.1/2023 (Settore 4), and on no other
 * annualità; on 4.3.6/2025 it only tries to.
 */

const FORBIDDEN = statusPath("4.3.6", 2025, PLAN_IN_FORCE);
const WRITE_OFFERED = /^(Aggiorna|Rettifica)/;

test("a dirigente reads an action held with others and is offered no button to change it", async ({
  page,
}) => {
  await signInAs(page, "dirigente-settore-1");
  await page.goto(actionPath("4.3.6", PLAN_IN_FORCE));

  await expect(yearBox(page, 2025)).toContainText("in corso 85%");
  expect(await historyLines(page).count()).toBeGreaterThan(0);
  await expect(page.getByRole("link", { name: WRITE_OFFERED })).toHaveCount(0);
});

test("a dirigente who opens the form all the same is told why not, and what to do", async ({
  page,
  announces,
}) => {
  announces(403);
  await signInAs(page, "dirigente-settore-1");
  const response = await page.goto(FORBIDDEN);

  expect(response!.status()).toBe(403);
  await expect(page).toHaveTitle("Errore: Non puoi fare questa modifica – Rotta");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Non puoi fare questa modifica");
  await expect(page.getByRole("main")).toContainText(
    "la aggiornano il RTD, il capofila o l’unico ufficio che ne risponde",
  );
  await expect(page.getByRole("main")).toContainText("se ti serve, chiedila a loro o al RTD");
  await page.getByRole("main").getByRole("link", { name: "Piano" }).click();
  await expect(page).toHaveURL(PLAN_IN_FORCE);
});

test("a write of a dirigente from Rotta’s own pages is refused and nothing is written", async ({
  page,
  announces,
}) => {
  announces(403);
  await signInAs(page, "dirigente-settore-1");
  const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);

  expect(await postFromPage(page, FORBIDDEN, statusForm({ to: "completed" }))).toBe(403);
  expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
});

for (const user of ["giunta", "lettore", "amministratore"] as const) {
  test(`${user} reads everything, is offered no button and may write nothing`, async ({
    page,
    announces,
  }) => {
    announces(403);
    await signInAs(page, user);
    await expect(page.getByRole("link", { name: WRITE_OFFERED })).toHaveCount(0);
    const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
    await expect(page.getByRole("link", { name: WRITE_OFFERED })).toHaveCount(0);
    const line = /Riga (\d+)/.exec(before[0]!)![1]!;

    for (const path of [FORBIDDEN, `${actionPath("4.3.6", PLAN_IN_FORCE)}/2025/rettifica/${line}`]) {
      expect((await page.goto(path))!.status()).toBe(403);
      expect(await postFromPage(page, path, statusForm({ to: "cancelled", reason: "No" }))).toBe(403);
    }
    expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
  });
}

test("the capofila moves on its shared annualità, by the steps of an office only", async ({ page }) => {
  await signInAs(page, "dirigente-settore-3");
  await page.goto(actionPath("4.10.3", PLAN_IN_FORCE));
  await yearBox(page, 2025).getByRole("link", { name: "Aggiorna il 2025" }).click();

  expect(await offeredChoices(page)).toEqual(["no-news", "in-progress"]);
  await expect(page.getByLabel("Nuovo termine (facoltativo)")).toHaveCount(0);
  await choice(page, "in corso").check();
  await page.getByLabel("Avanzamento", { exact: true }).fill("45");
  await page.getByLabel("Motivo o nota").fill("Finanziato il secondo lotto.");
  await save(page);

  await expect(page.getByRole("status")).toContainText("Salvato. L’annualità 2025 è in corso 45%");
  await expect(historyLines(page).first()).toContainText("Dirigente, Settore 3");
  await expect(historyLines(page).first()).toContainText("«Finanziato il secondo lotto.»");
  await expect(page.getByRole("link", { name: /^Rettifica/ })).toHaveCount(0);
});

test("a forged cancellation, rescheduling or due day by the capofila is refused and nothing is written", async ({
  page,
  announces,
}) => {
  announces(403);
  await signInAs(page, "dirigente-settore-3");
  const before = await readHistory(page, "4.10.3", PLAN_IN_FORCE);
  const sequence = await lastSequence(page, "4.10.3", 2025, PLAN_IN_FORCE);

  const forgeries: Record<string, string>[] = [
    { to: "cancelled", reason: "Non serve più." },
    { to: "rescheduled", targetYear: "2026", reason: "Si farà dopo." },
    { to: "no-news", dueOn: "2027-12-31" },
  ];
  for (const forged of forgeries) {
    expect(
      await postFromPage(
        page,
        statusPath("4.10.3", 2025, PLAN_IN_FORCE),
        statusForm({ sequence, ...forged }),
      ),
      JSON.stringify(forged),
    ).toBe(403);
  }
  expect(await readHistory(page, "4.10.3", PLAN_IN_FORCE)).toEqual(before);
});

test("the capofila and its referente update what is theirs, and may not reopen it nor touch what is not", async ({
  page,
  announces,
}) => {
  announces(403);
  await signInAs(page, "dirigente-settore-4");
  await page.goto(statusPath("4.10.2", 2025, PLAN_IN_FORCE));
  expect(await offeredChoices(page)).toEqual(["no-news", "update"]);
  await choice(page, "completata: aggiungi una prova").check();
  await page.getByLabel("Tipo").selectOption({ label: "Determinazione" });
  await page.getByLabel("Numero").fill("901");
  await save(page);
  await expect(page.getByRole("status")).toContainText("Salvato. L’annualità 2025 è completata");

  const reopening = statusForm({
    to: "in-progress",
    progress: "90",
    reason: "Riaprire",
    sequence: await lastSequence(page, "4.10.2", 2025, PLAN_IN_FORCE),
  });
  expect(await postFromPage(page, statusPath("4.10.2", 2025, PLAN_IN_FORCE), reopening)).toBe(403);
  expect((await page.goto(statusPath("4.10.3", 2025, PLAN_IN_FORCE)))!.status()).toBe(403);
});

test("a referente updates for the office that is capofila", async ({ page }) => {
  await signInAs(page, "referente-settore-4");
  await page.goto(statusPath("4.10.1", 2023));
  await choice(page, "ancora completata: nessuna novità").check();
  await save(page);

  await expect(page.getByRole("status")).toContainText("Salvato. L’annualità 2023 è completata");
  await expect(historyLines(page).first()).toContainText("Referente, Settore 4");
});

test("nobody signed in is sent to sign in, and brought back to the page asked for", async ({ page }) => {
  const asked = `${PLAN}?anno=2022&situazione=in_ritardo`;
  await page.goto(asked);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");

  await fillSignIn(page, "lettore", PASSWORD);
  await expect(page).toHaveURL(asked);
});

test("nobody signed in writes nothing", async ({ page, newWindow }) => {
  const reader = await newWindow();
  await signInAs(reader, "lettore");
  const before = await readHistory(reader, "4.3.6", PLAN_IN_FORCE);

  const response = await page.request.post(FORBIDDEN, {
    form: statusForm({ to: "completed" }),
    maxRedirects: 0,
  });
  expect(response.status()).toBe(302);
  expect(response.headers().location).toBe("/accedi");
  expect(await readHistory(reader, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
});

for (const headers of [
  { Origin: "https://altro.example" },
  { Origin: "null" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { Origin: "https://altro.example", "X-Forwarded-Host": "altro.example" },
] as Record<string, string>[]) {
  test(`a write of the RTD with ${JSON.stringify(headers)} comes from elsewhere and is refused`, async ({
    page,
  }) => {
    await signInAs(page, "rtd");
    const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
    const form = statusForm({
      to: "no-news",
      sequence: await lastSequence(page, "4.3.6", 2025, PLAN_IN_FORCE),
    });

    const response = await page.request.post(FORBIDDEN, { form, headers, maxRedirects: 0 });
    expect(response.status()).toBe(403);
    expect(await response.text()).toContain("non è stato scritto nulla");
    expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
  });
}

test("a write of the RTD with Rotta’s own Origin passes", async ({ page, baseURL }) => {
  await signInAs(page, "rtd");
  const form = statusForm({ to: "no-news", sequence: await lastSequence(page, "4.10.1", 2023) });
  const headers = { Origin: baseURL! };

  const response = await page.request.post(statusPath("4.10.1", 2023), { form, headers, maxRedirects: 0 });
  expect(response.status()).toBe(302);
  expect(response.headers().location).toMatch(/4\.10\.1\?registrata=\d+#anno-2023$/);
});

/** Sends a form from a page of Rotta, with the cookies and the headers that the browser gives it. */
async function postFromPage(page: Page, path: string, form: Record<string, string>): Promise<number> {
  return page.evaluate(
    async ([path, form]) => (await fetch(path, { method: "POST", body: new URLSearchParams(form) })).status,
    [path, form] as const,
  );
}

async function offeredChoices(page: Page): Promise<string[]> {
  const radios = await page.getByRole("radio").all();
  return Promise.all(radios.map((radio) => radio.inputValue()));
}
