import { type BrowserContext, type Browser, test as base, expect, type Page } from "@playwright/test";

export { expect };

export type Username =
  | "rtd"
  | "dirigente-settore-1"
  | "dirigente-settore-3"
  | "dirigente-settore-4"
  | "referente-settore-4"
  | "giunta"
  | "lettore"
  | "amministratore";

export const PASSWORD = "dimostrazione";
/** The demonstration has a plan whose years are all over, and the one in force on its day. */
export const PLAN = "/piani/2021-2023";
export const PLAN_IN_FORCE = "/piani/2024-2026";

type Fixtures = {
  /** Says which refusals (4xx, 503) the story is about: any other fails the test, and so does one that never comes. */
  announces: (...statuses: number[]) => void;
  /** Another window of someone else: its own cookies, watched like the first. */
  newWindow: () => Promise<Page>;
  watch: Watch;
};

/** What a browser may not meet while a story is told: an error, a warning, a failure, another host. */
type Watch = { problems: string[]; announced: Set<number>; met: Set<number> };

/**
 * A test whose windows fail it on any console error or warning, page error, failed request, response that the story did
 * not announce, or request to another host.
 */
export const test = base.extend<Fixtures>({
  watch: async ({}, use) => {
    const watch: Watch = { problems: [], announced: new Set(), met: new Set() };
    await use(watch);
    expect(watch.problems).toEqual([]);
    expect([...watch.met].sort()).toEqual([...watch.announced].sort());
  },
  announces: async ({ watch }, use) => {
    await use((...statuses) => statuses.forEach((status) => watch.announced.add(status)));
  },
  context: async ({ context, watch, baseURL }, use) => {
    watchContext(context, watch, baseURL!);
    await use(context);
  },
  newWindow: async ({ browser, watch, baseURL, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await openContext(browser, { ...contextOptions, baseURL: baseURL! });
      watchContext(context, watch, baseURL!);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

/** Signs in as a person does, from the page of the accounts. */
export async function signInAs(page: Page, username: Username): Promise<void> {
  await page.goto("/accedi");
  await fillSignIn(page, username, PASSWORD);
  await expect(page.getByRole("button", { name: "Esci" })).toBeVisible();
}

export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("Nome utente").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
}

function openContext(browser: Browser, options: { baseURL: string }): Promise<BrowserContext> {
  return browser.newContext({ ...options, locale: "it-IT", timezoneId: "Europe/Rome" });
}

function watchContext(context: BrowserContext, watch: Watch, baseURL: string): void {
  context.on("console", (message) => {
    const isOfResponse = message.text().startsWith("Failed to load resource: the server responded with");
    if ((message.type() === "error" || message.type() === "warning") && !isOfResponse)
      watch.problems.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => watch.problems.push(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(baseURL).origin)
      watch.problems.push(`request to another host: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // What a page had still asked for when the person left it is dropped by the browser itself.
    if (why !== "net::ERR_ABORTED") watch.problems.push(`failed request: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    const status = response.status();
    if (status < 400) return;
    if ((status < 500 || status === 503) && watch.announced.has(status)) watch.met.add(status);
    else watch.problems.push(`${status} from ${response.request().method()} ${response.url()}`);
  });
}
