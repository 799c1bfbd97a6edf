import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

const PICTURES = "docs/immagini";

const documents = ["README.md", "CONTRIBUTING.md", ...filesUnder("docs", /\.md$/)];
const guides = documents.filter((path) => path.startsWith("docs/guida/"));

describe.each(documents)("%s", (path) => {
  const links = [...readFileSync(path, "utf8").matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, picture, words, target]) => ({ isPicture: picture === "!", words, target: target! }),
  );

  test("leads only to files that are there", () => {
    const missing = links.filter(({ target }) => isOurs(target) && !existsSync(placeOf(path, target)));
    expect(missing).toEqual([]);
  });

  test("says in words what each of its pictures shows", () => {
    expect(links.filter(({ isPicture, words }) => isPicture && words === "")).toEqual([]);
  });
});

test("every picture is shown somewhere", () => {
  const texts = documents.map((path) => readFileSync(path, "utf8")).join("\n");
  const unused = readdirSync(PICTURES).filter((name) => !texts.includes(`immagini/${name})`));
  expect(unused).toEqual([]);
});

test("every decision is in the list of decisions, with its title", () => {
  const list = readFileSync("docs/decisions/README.md", "utf8").replace(/ +/g, " ");
  const rows = readdirSync("docs/decisions")
    .filter((name) => name !== "README.md")
    .map((name) => {
      const [number, title] = readFileSync(`docs/decisions/${name}`, "utf8")
        .match(/^# (\d+) (.*)/)!
        .slice(1);
      return `| [${number}](${name}) | ${title} |`;
    });
  expect(rows.filter((row) => !list.includes(row))).toEqual([]);
});

/**
 * What a guide quotes from the pages is written **«so»**. A quotation that ends with "…" goes on with what depends on the
 * page: "Aggiorna il …".
 */
describe.each(guides)("%s", (path) => {
  const quoted = [...readFileSync(path, "utf8").matchAll(/\*\*«([^»]+)»\*\*/g)].map((match) => match[1]!);

  test.each([...new Set(quoted)])("quotes «%s» as it stands in the pages", (words) => {
    expect(isInThePages(words)).toBe(true);
  });
});

test("a quotation of what no page says is found out", () => {
  expect(isInThePages("Salva lo stato")).toBe(true);
  expect(isInThePages("Salva lo stat")).toBe(false);
  expect(isInThePages("Salva lo stato adesso")).toBe(false);
});

/** The code of the pages without its comments, its lines and its JSX blanks run together as a browser would. */
const pages = filesUnder("app", /\.tsx?$/)
  .map((path) => readFileSync(path, "utf8"))
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, " ")
  .replaceAll('{" "}', " ")
  .replace(/\s+/g, " ");

function isInThePages(words: string): boolean {
  const goesOn = words.endsWith("…");
  const exact = words.replace(/ ?…$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!\\p{L})${exact}${goesOn ? "" : "(?!\\p{L})"}`, "u").test(pages);
}

function filesUnder(folder: string, names: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => posix.join(folder, path.replaceAll("\\", "/")))
    .filter((path) => names.test(path));
}

function isOurs(target: string): boolean {
  return !/^[a-z]+:/.test(target) && !target.startsWith("#");
}

function placeOf(document: string, target: string): string {
  return posix.join(posix.dirname(document), target.split("#")[0]!);
}
