import { type Locator, type Page, type Response } from "@playwright/test";
import { expect, PLAN, PLAN_IN_FORCE } from "./browser.ts";

/** The places of Rotta that many stories look at, found as a person finds them. */

export function statusPath(code: string, year: number, plan = PLAN): string {
  return `${plan}/azioni/${code}/${year}/stato`;
}

export function actionPath(code: string, plan = PLAN): string {
  return `${plan}/azioni/${code}`;
}

export function contributionPath(code: string, year: number): string {
  return `${PLAN_IN_FORCE}/azioni/${code}/${year}/contributo`;
}

/** The box of a year on the page of an action. */
export function yearBox(page: Page, year: number): Locator {
  const heading = page.getByRole("heading", { level: 2, name: new RegExp(`^${year}`) });
  return page.getByRole("listitem").filter({ has: heading });
}

/** The recorded lines of the history that the page shows, newest first; what is computed (a term that passed) is not one. */
export function historyLines(page: Page): Locator {
  return page
    .getByRole("region", { name: "Storia", exact: true })
    .getByRole("listitem")
    .filter({ hasText: /Riga \d+, registrata/ });
}

/** The recorded history of an action as texts, newest first, read anew. */
export async function readHistory(page: Page, code: string, plan = PLAN): Promise<string[]> {
  await page.goto(actionPath(code, plan));
  await expect(page.getByRole("heading", { name: "Storia", exact: true })).toBeVisible();
  return historyLines(page).allInnerTexts();
}

export function choice(page: Page, words: string | RegExp): Locator {
  return page.getByRole("radio", { name: typeof words === "string" ? startingWith(words) : words });
}

/** Presses the button that saves, and gives what the server answered to the form. */
export async function save(page: Page, button = "Salva lo stato"): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: button }).click(),
  ]);
  await page.waitForLoadState();
  return response;
}

/** The cell of an action and a year in the matrix of the plan. */
export async function planCell(page: Page, code: string, year: number): Promise<Locator> {
  const matrix = page.getByRole("table", { name: /^Azioni del piano per ambito/ });
  const headers = await matrix.getByRole("columnheader").allInnerTexts();
  const column = headers.findIndex((header) => header.startsWith(String(year)));
  const row = matrix.getByRole("row").filter({ has: page.getByText(code, { exact: true }) });
  return row.getByRole("cell").or(row.getByRole("rowheader")).nth(column);
}

export type Figures = Record<string, number>;

/** The numbers of a row in the table of the yearly chart, by the name of their column. */
export async function tableFigures(page: Page, row: string): Promise<Figures> {
  const table = page.getByRole("region", { name: "Anno: i numeri della figura" }).getByRole("table");
  const headers = await table.getByRole("columnheader").allInnerTexts();
  const cells = await table
    .getByRole("row", { name: startingWith(row) })
    .getByRole("cell")
    .allInnerTexts();
  return Object.fromEntries(
    headers.slice(1).map((header, index) => [columnName(header), Number.parseInt(cells[index]!)]),
  );
}

/** The count of a past day stands under that day: "Al 31/12/2022" is what "Oggi" is now. */
function columnName(header: string): string {
  return header.startsWith("Al ") ? "Oggi" : header;
}

/** The numbers of a year's bar, by the names of the links that its segments are. */
export async function barFigures(page: Page, year: number): Promise<Figures> {
  const figure = page.getByRole("figure").first();
  const links = await figure.getByRole("link", { name: new RegExp(`^${year}: \\d+ `) }).all();
  const names = await Promise.all(links.map((link) => link.getAttribute("aria-label")));
  return Object.fromEntries(
    names.map((name) => {
      const [, number, words] = /^\d+: (\d+) (.+), vedi le righe$/.exec(name!)!;
      return [words!, Number(number)];
    }),
  );
}

/** The fields of the status form as a browser sends them; the interesting ones stay in the test. */
export function statusForm(fields: Record<string, string>): Record<string, string> {
  return {
    sequence: "0",
    effectiveOn: "2026-10-15",
    reason: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    ...fields,
  };
}

export function startingWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

/** The sequence of the last line of an annualità, as the history of its action tells it; "0" where there is none. */
export async function lastSequence(page: Page, code: string, year: number, plan = PLAN): Promise<string> {
  const lines = (await readHistory(page, code, plan)).filter((line) => line.includes(` · ${year}: `));
  const sequences = lines.map((line) => Number(/Riga (\d+)/.exec(line)![1]));
  return String(Math.max(0, ...sequences));
}
