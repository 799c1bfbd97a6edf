import type { Locator, Page } from "@playwright/test";
import { expect, PLAN, PLAN_IN_FORCE, signInAs, test } from "#tests/support/browser.ts";
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

/** Tries to write on 4.3.6/2025 and is refused; writes on 4.8.1/2023 and on no other annualità. */

const FORM = statusPath("4.3.6", 2025, PLAN_IN_FORCE);

/** The news on a desk: since the last visit, where there was one. */
const NEWS = /^(Ultimi aggiornamenti|Dalla tua ultima visita)$/;

for (const { what, path } of [
  { what: "plan", path: "/piani/1999-2001" },
  { what: "plan of a chart", path: "/andamento?piano=1999-2001" },
  { what: "action", path: actionPath("9.9.9") },
  { what: "year of an action", path: statusPath("4.3.6", 2019) },
  { what: "year that is no year", path: `${PLAN}/azioni/4.3.6/'; drop table plan; --/stato` },
  { what: "line of a history", path: `${actionPath("4.3.6")}/2023/rettifica/99999` },
  { what: "page", path: "/pagina/che/non/esiste" },
]) {
  test(`a ${what} that is not there is said on a page that tells what to do`, async ({ page, announces }) => {
    announces(404);
    await signInAs(page, "rtd");
    expect((await page.goto(path))!.status()).toBe(404);

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questa pagina non c’è");
    await expect(page.getByRole("main")).toContainText("Parti dal piano o dalla scrivania");
    await page.getByRole("main").getByRole("link", { name: "Piano" }).click();
    await expect(page).toHaveURL(PLAN_IN_FORCE);
  });
}

test("a CSV of a plan that is not there is a sentence, not a table", async ({ page }) => {
  await signInAs(page, "rtd");
  for (const path of ["/piani/1999-2001/annualita.csv", "/andamento.csv?piano=1999-2001"]) {
    const response = await page.request.get(path);
    expect(response.status()).toBe(404);
    expect(await response.text()).toBe("Non c’è un piano con questo codice.");
  }
});

type Refusal = {
  what: string;
  /** What the person does on the form before saving it. */
  fill: (page: Page) => Promise<void>;
  field: (page: Page) => Locator;
  says: string;
};

const REFUSALS: Refusal[] = [
  {
    what: "a suspension without a reason",
    fill: (page) => choice(page, "sospesa").check(),
    field: (page) => page.getByLabel("Motivo o nota"),
    says: "Scrivi il motivo: lo leggerà anche la Giunta",
  },
  {
    what: "a suspension whose reason is spaces",
    fill: async (page) => {
      await choice(page, "sospesa").check();
      await page.getByLabel("Motivo o nota").fill("  \n ");
    },
    field: (page) => page.getByLabel("Motivo o nota"),
    says: "Scrivi il motivo: lo leggerà anche la Giunta",
  },
  {
    what: "a reason of 10,000 characters",
    fill: async (page) => {
      await choice(page, "sospesa").check();
      await page.getByLabel("Motivo o nota").fill("è troppo! ".repeat(1000).trim());
    },
    field: (page) => page.getByLabel("Motivo o nota"),
    says: "Il testo è troppo lungo: al massimo 2.000 caratteri",
  },
  {
    what: "a day in the future",
    fill: async (page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Dal giorno").fill("2026-10-16");
    },
    field: (page) => page.getByLabel("Dal giorno"),
    says: "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  },
  {
    what: "a day before the last line",
    fill: async (page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Dal giorno").fill("2026-07-29");
    },
    field: (page) => page.getByLabel("Dal giorno"),
    says: "Il giorno viene prima dell’ultimo aggiornamento di questa annualità",
  },
  {
    what: "a day whose year was typed wrong",
    fill: async (page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Dal giorno").fill("0202-10-01");
    },
    field: (page) => page.getByLabel("Dal giorno"),
    says: "Controlla l’anno: scrivi un giorno tra il 2000 e il 2100",
  },
  {
    what: "no day",
    fill: async (page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Dal giorno").fill("");
    },
    field: (page) => page.getByLabel("Dal giorno"),
    says: "Scrivi un giorno che esiste, come 31/12/2022",
  },
  ...["150", "-1", "abc", "12,5"].map((progress) => ({
    what: `a progress of ${progress}`,
    fill: async (page: Page) => {
      await choice(page, "in corso").check();
      await progressField(page).fill(progress);
    },
    field: progressField,
    says: "L’avanzamento di un’annualità in corso è un numero intero da 0 a 99",
  })),
  {
    what: "a rescheduling without a year",
    fill: async (page) => {
      await choice(page, "ripianificata").check();
      await page.getByLabel("Motivo o nota").fill("Si farà dopo.");
    },
    field: (page) => page.getByLabel("All’anno"),
    says: "Scegli l’anno a cui è ripianificata",
  },
  {
    what: "a rescheduling to a closed year",
    fill: async (page) => {
      await choice(page, "ripianificata").check();
      await page.getByLabel("All’anno").selectOption("2024");
      await page.getByLabel("Motivo o nota").fill("Era già fatta.");
    },
    field: (page) => page.getByLabel("All’anno"),
    says: "In quell’anno l’annualità è già chiusa o ripianificata",
  },
  {
    what: "a term before the year",
    fill: async (page) => {
      await choice(page, "in corso").check();
      await page.getByLabel("Nuovo termine (facoltativo)").fill("2024-06-30");
      await page.getByLabel("Motivo o nota").fill("Proroga");
    },
    field: (page) => page.getByLabel("Nuovo termine (facoltativo)"),
    says: "Il termine viene prima dell’anno dell’annualità",
  },
  ...[
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,ciao",
    "atti/412",
    "//altro.example",
  ].map((link) => ({
    what: `the link ${link}`,
    fill: async (page: Page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Tipo").selectOption({ label: "Collegamento" });
      await page.getByLabel("Collegamento").fill(link);
    },
    field: (page: Page) => page.getByLabel("Collegamento"),
    says: "Il collegamento deve essere un indirizzo web completo, che comincia con https://",
  })),
  {
    what: "an act that nobody could find again",
    fill: async (page) => {
      await choice(page, "completata").check();
      await page.getByLabel("Tipo").selectOption({ label: "Determinazione" });
    },
    field: (page) => page.getByLabel("Numero"),
    says: "Scrivi il numero, il giorno o il collegamento dell’atto",
  },
];

for (const { what, fill, field, says } of REFUSALS) {
  test(`${what} is refused at its field, and nothing typed is lost or written`, async ({
    page,
    announces,
  }) => {
    announces(422);
    await signInAs(page, "rtd");
    const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
    await page.goto(FORM);
    await page.getByLabel("Nota alla prova").fill("Quello che «avevo» scritto & altro");
    await fill(page);
    const typed = await formValues(page);
    const title = await page.title();

    expect((await save(page)).status()).toBe(422);
    expect(title).not.toContain("Errore");
    expect(await page.title()).toBe(`Errore: ${title}`);
    await expectRefused(page, field(page), says);
    expect(await formValues(page)).toEqual(typed);
    await page.getByRole("alert").getByRole("link", { name: says }).click();
    await expect(field(page)).toBeFocused();
    expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
  });
}

test("a choice not made, or one that does not exist, is refused at the choices", async ({
  page,
  announces,
}) => {
  announces(422);
  await signInAs(page, "rtd");
  const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
  const choices = page.getByRole("group", { name: "Nuovo stato" });

  await page.goto(FORM);
  await page.getByLabel("Motivo o nota").fill("Senza scelta");
  expect((await save(page)).status()).toBe(422);
  const says = "Scegli il nuovo stato, oppure «nessuna novità»";
  await expectSummary(page, says);
  await expect(choices).toHaveAccessibleDescription(says);
  await expect(page.getByLabel("Motivo o nota")).toHaveValue("Senza scelta");
  await page.getByRole("alert").getByRole("link", { name: says }).click();
  await expect(page.getByRole("radio").first()).toBeFocused();

  await choice(page, "sospesa").evaluate((radio: HTMLInputElement) => (radio.value = "volata"));
  await choice(page, "sospesa").check();
  expect((await save(page)).status()).toBe(422);
  await expectSummary(page, says);
  expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
});

test("several wrong fields are all said, in the order of the form", async ({ page, announces }) => {
  announces(422);
  await signInAs(page, "rtd");
  await page.goto(FORM);
  await page.getByLabel("Dal giorno").fill("");
  await page.getByLabel("Nota alla prova").fill("x".repeat(501));
  await save(page);

  await expect(page.getByRole("alert").getByRole("heading")).toContainText("ci sono 3 errori");
  expect(await page.getByRole("alert").getByRole("link").allInnerTexts()).toEqual([
    "Scegli il nuovo stato, oppure «nessuna novità»",
    "Scrivi un giorno che esiste, come 31/12/2022",
    "Il testo è troppo lungo: al massimo 500 caratteri",
  ]);
});

for (const fields of [
  { to: "to-start" },
  { to: "in-progress", progress: "90", targetYear: "2025", reason: "x", sequence: "abc" },
  { to: "rescheduled", targetYear: "2025", reason: "x" },
  { to: "rescheduled", targetYear: "1900", reason: "x" },
  { to: "rescheduled", targetYear: "20x4", reason: "x" },
  { to: "completed", effectiveOn: "2026-02-31" },
  { to: "completed", effectiveOn: "ieri" },
  { to: "completed", evidenceKind: "lettera" },
  { to: "completed", evidenceKind: "deliberazione", evidenceOn: "9/9/26" },
  {},
] as Record<string, string>[]) {
  test(`a form made by hand with ${JSON.stringify(fields)} is refused with a page, and nothing is written`, async ({
    page,
  }) => {
    await signInAs(page, "rtd");
    const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
    const sequence = await lastSequence(page, "4.3.6", 2025, PLAN_IN_FORCE);
    const response = await page.request.post(FORM, { form: statusForm({ sequence, ...fields }) });

    expect([409, 422]).toContain(response.status());
    expect(await response.text()).toContain("Lo stato non è stato salvato");
    expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
  });
}

test("a form with no fields, or too large, is refused without a fault", async ({ page }) => {
  await signInAs(page, "rtd");
  const before = await readHistory(page, "4.3.6", PLAN_IN_FORCE);
  expect((await page.request.post(FORM, { form: {} })).status()).toBe(422);
  const huge = await page.request.post(FORM, { form: statusForm({ reason: "x".repeat(1_100_000) }) });
  expect(huge.status()).toBe(413);
  expect(await readHistory(page, "4.3.6", PLAN_IN_FORCE)).toEqual(before);
});

test("code in a text is shown as text and never runs", async ({ page, newWindow }) => {
  const reason = `<script>alert(1)</script><img src=x onerror=alert(2)> "virgolette" 'apici' & =1+1 </textarea>`;
  const note = `"><svg onload=alert(3)>`;
  const reader = await newWindow();
  let ran = 0;
  for (const window of [page, reader]) {
    window.on("dialog", (dialog) => {
      ran += 1;
      void dialog.dismiss();
    });
  }
  await signInAs(page, "rtd");
  await page.goto(statusPath("4.8.1", 2023));
  await choice(page, "completata: aggiungi una prova").check();
  await page.getByLabel("Motivo o nota").fill(reason);
  await page.getByLabel("Tipo").selectOption({ label: "Nota" });
  await page.getByLabel("Nota alla prova").fill(note);
  await save(page);

  const newest = historyLines(page).first();
  await expect(newest).toContainText(`«${reason}»`);
  await expect(newest).toContainText(`Nota: «${note}»`);
  await expect(newest.locator("script, img, svg[onload]")).toHaveCount(0);
  await newest.getByRole("link", { name: /^Rettifica/ }).click();
  await expect(page.getByRole("main")).toContainText(`«${reason}»`);
  await expect(page.getByLabel("Nota alla prova")).toHaveValue(note);
  await signInAs(reader, "giunta");
  await reader.goto("/");
  await expect(reader.getByRole("region", { name: NEWS })).toContainText("4.8.1");
  expect(ran).toBe(0);
});

test("code in a filter is shown in its field and never runs", async ({ page }) => {
  const words = `"><script>alert(1)</script>`;
  await signInAs(page, "rtd");
  await page.goto(`${PLAN}?testo=${encodeURIComponent(words)}`);
  await expect(page.getByLabel("Parole nel testo")).toHaveValue(words);
  await expect(page.getByText("Nessuna azione corrisponde ai filtri.")).toBeVisible();
  const csv = await page.request.get(
    (await page.getByRole("link", { name: "CSV (le annualità)" }).getAttribute("href"))!,
  );
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(csv.headers()["x-content-type-options"]).toBe("nosniff");
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(1);
});

for (const [name, label] of [
  ["ambito", "Ambito"],
  ["tema", "Tema"],
  ["responsabile", "Responsabile"],
  ["anno", "Anno"],
  ["situazione", "Situazione"],
  ["stato", "Stato"],
] as const) {
  test(`a value of the filter ${name} that does not exist is said at the filter, and narrows nothing`, async ({
    page,
    announces,
  }) => {
    announces(422);
    await signInAs(page, "rtd");
    expect((await page.goto(`${PLAN}?${name}=inesistente`))!.status()).toBe(422);

    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription("Valore sconosciuto: scegli dall’elenco");
    await expect(page.getByText("56 azioni su 56")).toBeVisible();
    const csv = await page.request.get(`${PLAN}/annualita.csv?${name}=inesistente`);
    expect(csv.status()).toBe(422);
  });
}

/** What a refusal must be: first on the page, with the focus, tied to its field. */
async function expectRefused(page: Page, field: Locator, says: string): Promise<void> {
  await expectSummary(page, says);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(says.replace(/[.()«»]/g, ".")));
}

async function expectSummary(page: Page, says: string): Promise<void> {
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Lo stato non è stato salvato");
  await expect(summary.getByRole("link", { name: says })).toBeVisible();
  const comesFirst = await summary.evaluate(
    (one) => one.compareDocumentPosition(document.querySelector("h1")!) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  expect(comesFirst).toBe(true);
}

function progressField(page: Page): Locator {
  return page.getByLabel("Avanzamento", { exact: true });
}

/** Everything that the form holds, as it would be sent. */
function formValues(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const form = [...document.forms].find((one) => one.elements.namedItem("sequence"))!;
    return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value as string]));
  });
}
