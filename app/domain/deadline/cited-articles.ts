import { fold } from "../words.ts";
import { namesAct } from "./cited-acts.ts";

/** The laws that a risk may come from. */
const LAWS = ["cad", "l-4-2004", "dl-179-2012"] as const;
export type Law = (typeof LAWS)[number];

const IS_NAMED: Record<Law, (said: string) => boolean> = {
  cad: (said) =>
    /\bcad\b|codice dell'amministrazione digitale/.test(said) ||
    namesAct(said, { kind: "legislative-decree", number: 82, year: 2005 }),
  "l-4-2004": (said) =>
    /\blegge stanca\b/.test(said) || namesAct(said, { kind: "law", number: 4, year: 2004 }),
  "dl-179-2012": (said) => namesAct(said, { kind: "law-decree", number: 179, year: 2012 }),
};

/** In the order in which a law that is amended numbers what is put in between. */
const ADDED = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

const ARTICLE = String.raw`\d{1,3}(?![\d/])(?:[\s-]?(?:${ADDED.join("|")})\b)?`;
const RANGE = String.raw`${ARTICLE}(?:\s*(?:-|\bal?\b)\s*${ARTICLE})?`;
const LISTS = new RegExp(
  String.raw`\bart(?:t|icol[oi])?\.?\s*(?:da(?:l|ll')?\s*)?(${RANGE}(?:\s*(?:,|\bed?\b)\s*(?:da(?:l|ll')?\s+)?${RANGE})*)`,
  "g",
);

/** Articles from one to another, both included. */
export type ArticleRange = { from: string; to: string };

export type Cited = { laws: Law[]; articles: ArticleRange[] };

/**
 * The laws and articles that a norm names, as people write them; a single article is from it to itself. What is not understood names nothing.
 *
 *     citedArticles("D.Lgs. 7 marzo 2005, n. 82, artt. 12-15 e 64 bis")
 *     // { laws: ["cad"], articles: [{ from: "12", to: "15" }, { from: "64-bis", to: "64-bis" }] }
 */
export function citedArticles(norm: string): Cited {
  const said = fold(norm);
  const lists = [...said.matchAll(LISTS)].map(([, list]) => list!);
  const ranges = lists.flatMap((list) => list.match(new RegExp(RANGE, "g")) ?? []);
  return {
    laws: LAWS.filter((law) => IS_NAMED[law](said)),
    articles: ranges.map((range) => {
      const [from, to = from] = (range.match(new RegExp(ARTICLE, "g")) ?? []).map(asCited);
      return { from: from!, to: to! };
    }),
  };
}

/** Whether an article is among those cited: "64-bis" is between 12 and 65, and not between 12 and 64. */
export function isCited(article: string, { articles }: Pick<Cited, "articles">): boolean {
  return articles.some(({ from, to }) => rankOf(from) <= rankOf(article) && rankOf(article) <= rankOf(to));
}

function asCited(article: string): string {
  return article.replace(/(\d)[\s-]?([a-z])/, "$1-$2");
}

function rankOf(article: string): number {
  const [number, added] = article.split("-");
  return Number(number) * (ADDED.length + 1) + (added === undefined ? 0 : ADDED.indexOf(added) + 1);
}
