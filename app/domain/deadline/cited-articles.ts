import { fold } from "../words.ts";

/** The laws that a risk may come from. */
const LAWS = ["cad", "l-4-2004", "dl-179-2012"] as const;
export type Law = (typeof LAWS)[number];

const NAMED: Record<Law, RegExp> = {
  cad: /\bcad\b|codice dell'amministrazione digitale|\b82(\/| del )2005\b/,
  "l-4-2004": /\b4(\/| del )2004\b|\blegge stanca\b/,
  "dl-179-2012": /\b179(\/| del )2012\b/,
};

const ARTICLE = String.raw`\d{1,3}(?:[\s-]?(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?`;
const ARTICLES = new RegExp(
  String.raw`\bart(?:t|icol[oi])?\.?\s*(${ARTICLE}(?:\s*(?:,|ed?)\s*${ARTICLE})*)`,
  "g",
);

/**
 * The laws and articles that a norm names, as people write them. What is not understood names nothing.
 *
 *     citedArticles("D.Lgs. 82/2005, artt. 64 e 64 bis") // { laws: ["cad"], articles: ["64", "64-bis"] }
 */
export function citedArticles(norm: string): { laws: Law[]; articles: string[] } {
  const said = fold(norm);
  const lists = [...said.matchAll(ARTICLES)].map(([, list]) => list!);
  const articles = lists.flatMap((list) => list.match(new RegExp(ARTICLE, "g")) ?? []);
  return {
    laws: LAWS.filter((law) => NAMED[law].test(said)),
    articles: [...new Set(articles.map((article) => article.replace(/(\d)[\s-]?([a-z])/, "$1-$2")))],
  };
}
