import { expect, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
import {
  actionPath,
  choice,
  historyLines,
  lastSequence,
  readHistory,
  save,
  statusForm,
  statusPath,
} from "#tests/support/rotta-pages.ts";

/** Touches 4.2.1/2025 and, one after the other, 4.2.1/2024 with the 4.2.1/2027 that it makes and unmakes; no other annualità. */

test("the second of two who change the same annualità is told what changed and loses nothing typed", async ({
  page: first,
  newWindow,
  announces,
}) => {
  announces(409);
  const second = await newWindow();
  for (const window of [first, second]) {
    await signInAs(window, "rtd");
    await window.goto(statusPath("4.2.1", 2025, PLAN_IN_FORCE));
  }

  await choice(first, "in corso").check();
  await first.getByLabel("Avanzamento", { exact: true }).fill("20");
  await first.getByLabel("Dal giorno").fill("2026-10-05");
  await first.getByLabel("Motivo o nota").fill("Bando pubblicato.");
  expect((await save(first)).status()).toBe(302);

  await choice(second, "sospesa").check();
  await second.getByLabel("Dal giorno").fill("2026-10-12");
  await second.getByLabel("Nuovo termine (facoltativo)").fill("2027-06-30");
  await second.getByLabel("Motivo o nota").fill("Manca il «nulla osta»\ndella Regione & altro.");
  await second.getByLabel("Tipo").selectOption({ label: "Verbale" });
  await second.getByLabel("Numero").fill("7/b");
  await second.getByLabel("Del", { exact: true }).fill("2026-10-11");
  await second.getByLabel("Collegamento").fill("https://atti.comune.example/7b");
  await second.getByLabel("Nota alla prova").fill("Seduta del mattino");
  const refused = await save(second);

  expect(refused.status()).toBe(409);
  await expect(second).toHaveTitle(/^Errore: .+ – Rotta$/);
  const summary = second.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Nel frattempo qualcuno ha cambiato questa annualità");
  await expect(second.getByRole("heading", { name: "Che cosa è cambiato" })).toBeVisible();
  await expect(
    second.getByText(
      /RTD ha registrato il 15\/10\/2026 alle \d+:\d\d: in corso 20% dal 05\/10\/2026: «Bando pubblicato\.»/,
    ),
  ).toBeVisible();

  await expect(choice(second, "sospesa")).toBeChecked();
  await expect(second.getByLabel("Dal giorno")).toHaveValue("2026-10-12");
  await expect(second.getByLabel("Nuovo termine (facoltativo)")).toHaveValue("2027-06-30");
  await expect(second.getByLabel("Motivo o nota")).toHaveValue(
    "Manca il «nulla osta»\ndella Regione & altro.",
  );
  await expect(second.getByLabel("Tipo")).toHaveValue("verbale");
  await expect(second.getByLabel("Numero")).toHaveValue("7/b");
  await expect(second.getByLabel("Del", { exact: true })).toHaveValue("2026-10-11");
  await expect(second.getByLabel("Collegamento")).toHaveValue("https://atti.comune.example/7b");
  await expect(second.getByLabel("Nota alla prova")).toHaveValue("Seduta del mattino");
  expect(await readHistory(first, "4.2.1", PLAN_IN_FORCE)).not.toContainEqual(
    expect.stringContaining("nulla osta"),
  );

  expect((await save(second)).status()).toBe(302);
  await expect(second.getByRole("status")).toContainText(
    "Salvato. L’annualità 2025 è sospesa al 20% dal 12/10/2026",
  );
  const [newest, older] = await historyLines(second).filter({ hasText: " · 2025: " }).allInnerTexts();
  expect(newest).toContain(
    "12/10/2026 · 2025: da «in corso» a sospesa al 20%, termine portato al 30/06/2027.",
  );
  expect(older).toContain("05/10/2026 · 2025: da «da avviare» a in corso 20%.");
});

for (const [what, fields] of Object.entries<Record<string, string>>({
  reopening: { to: "in-progress", progress: "95", reason: "Riaperta per una verifica." },
  update: { to: "update", progress: "97" },
  suspension: { to: "suspended", reason: "In attesa del collaudo." },
  rescheduling: { to: "rescheduled", targetYear: "2027", reason: "Il collaudo si fa dopo." },
  "second reopening": { to: "in-progress", progress: "98", reason: "Il collaudo si può fare subito." },
  completion: { to: "completed", evidenceKind: "verbale", evidenceNumber: "8" },
})) {
  test(`a ${what} sent twice at once, and then again, is recorded once`, async ({ page }) => {
    await signInAs(page, "rtd");
    const before = await readHistory(page, "4.2.1", PLAN_IN_FORCE);
    const form = statusForm({ ...fields, sequence: await lastSequence(page, "4.2.1", 2024, PLAN_IN_FORCE) });
    const send = () => page.request.post(statusPath("4.2.1", 2024, PLAN_IN_FORCE), { form, maxRedirects: 0 });

    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map((answer) => answer.status())).toEqual([302, 302, 302]);
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    expect((await readHistory(page, "4.2.1", PLAN_IN_FORCE)).length).toBe(before.length + 1);
  });
}

test("an impatient double click on the button is recorded once", async ({ page }) => {
  await signInAs(page, "rtd");
  const before = await readHistory(page, "4.2.1", PLAN_IN_FORCE);
  await page.goto(statusPath("4.2.1", 2024, PLAN_IN_FORCE));
  await choice(page, /^ancora /).check();
  await page.getByRole("button", { name: "Salva lo stato" }).dblclick();

  await expect(page).toHaveURL(
    new RegExp(`${actionPath("4.2.1", PLAN_IN_FORCE)}\\?registrata=\\d+#anno-2024`),
  );
  await expect(page.getByRole("status")).toContainText("Salvato.");
  expect((await readHistory(page, "4.2.1", PLAN_IN_FORCE)).length).toBe(before.length + 1);
});
