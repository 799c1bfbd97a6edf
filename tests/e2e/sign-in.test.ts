import { expect, fillSignIn, PASSWORD, PLAN, signInAs, test } from "#tests/support/browser.ts";

/** Writes on no annualità; fails with usernames that nobody has, so that no other story is made to wait. */

const WRONG = "Nome utente o password non corretti";

test("an unknown user and a wrong password are told the same, with the same status", async ({
  page,
  announces,
}) => {
  announces(422);
  for (const [username, password] of [
    ["nessuno-con-questo-nome", PASSWORD],
    ["lettore", "sbagliata"],
  ] as const) {
    await page.goto("/accedi");
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      fillSignIn(page, username, password),
    ]);
    expect(response.status()).toBe(422);
    expect(await response.headerValue("set-cookie")).toBeNull();
    await expect(page).toHaveTitle("Errore: Accedi – Rotta");
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByRole("alert").getByRole("link", { name: WRONG })).toBeVisible();
    await expect(page.getByLabel("Nome utente")).toHaveAccessibleDescription(WRONG);
    await expect(page.getByLabel("Nome utente")).toHaveValue(username);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByRole("button", { name: "Esci" })).toHaveCount(0);
  }
});

test("empty fields are said one by one, at the fields", async ({ page, announces }) => {
  announces(422);
  await page.goto("/accedi");
  await page.getByRole("button", { name: "Accedi" }).click();

  expect(await page.getByRole("alert").getByRole("link").allInnerTexts()).toEqual([
    "Scrivi il nome utente",
    "Scrivi la password",
  ]);
  await expect(page.getByLabel("Nome utente")).toHaveAccessibleDescription("Scrivi il nome utente");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Scrivi la password");
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
});

test("after five failures an account must wait, and others do not", async ({ page, announces }) => {
  announces(422, 429);
  await page.goto("/accedi");
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await fillSignIn(page, "inventato-per-questa-prova", `tentativo ${attempt}`);
    await expect(page.getByRole("alert")).toContainText(WRONG);
  }
  await fillSignIn(page, "inventato-per-questa-prova", PASSWORD);
  await expect(page.getByRole("alert")).toContainText("Troppi tentativi non riusciti: riprova tra 15 minuti");

  await signInAs(page, "lettore");
});

test("signing out revokes the session: its cookie no longer opens anything", async ({ page, newWindow }) => {
  await signInAs(page, "rtd");
  const [cookie] = await page.context().cookies();
  const other = await newWindow();
  await other.context().addCookies([cookie!]);
  await other.goto(PLAN);
  await expect(other.getByRole("button", { name: "Esci" })).toBeVisible();

  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");
  expect(await page.context().cookies()).toEqual([]);
  await page.goto(PLAN);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");
  await other.goto(PLAN);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Accedi");
});

test("the session’s cookie is out of reach of scripts and of other sites", async ({ page }) => {
  await signInAs(page, "rtd");
  const cookies = await page.context().cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ name: "rotta", httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

for (const back of [
  "//altro.example/",
  "https://altro.example/",
  "/\\altro.example",
  "javascript:alert(1)",
  "/€",
]) {
  test(`signing in does not lead away to ${back}`, async ({ page, baseURL }) => {
    await page.goto(`/accedi?ritorno=${encodeURIComponent(back)}`);
    await fillSignIn(page, "lettore", PASSWORD);
    await expect(page.getByRole("button", { name: "Esci" })).toBeVisible();
    expect(page.url()).toBe(`${baseURL}/`);
  });
}

test("who is signed in already, in another window, is told of a wrong password all the same", async ({
  page,
  baseURL,
}) => {
  await signInAs(page, "dirigente-settore-1");
  const answer = await page.request.post("/accedi", {
    form: { username: "rtd", password: "sbagliata" },
    headers: { Origin: baseURL! },
    maxRedirects: 0,
  });

  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("Nome utente o password non corretti");
});

test("who is signed in already is not asked again", async ({ page }) => {
  await signInAs(page, "giunta");
  await page.goto(`/accedi?ritorno=${encodeURIComponent("/andamento")}`);
  await expect(page).toHaveURL("/andamento");
});
