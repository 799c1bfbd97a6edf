import { beginsClause, type Grammar } from "./passages.ts";
import { UNIT } from "./service-units.ts";

/** "n.2 estrazioni", "almeno 3 incontri", "almeno l'80% delle pratiche", "100%". */
const TARGET = new RegExp(
  "(?<![\\w.,/])(?<lead>(?:almeno|minimo|non meno di|non inferiore a[l']?) ?(?:il |l')?)?(?<sign>n(?:r|um)?[.°]{1,2} ?|numero )?" +
    `(?<value>\\d{1,3}(?:\\.\\d{3})+|\\d{1,6})(?<decimals>,\\d{1,3})?(?![\\d.,/]*\\d) ?(?<unit>%|per cento\\b|(?!per\\b|(?:${UNIT})\\b)(?!d[aei]l?\\b|al?\\b|ed?\\b|in\\b)[a-z]{3,40})`,
  "g",
);

/** A quantity to reach. A number must be announced, or its clause begin with its sign: "fase n. 2 conclusa" is the name of a phase. */
export const targets: Grammar = (left, wordsOf) =>
  [...left.matchAll(TARGET)]
    .filter(({ index, groups }) => {
      if (groups?.lead !== undefined) return true;
      return beginsClause(left, index) && (groups?.sign !== undefined || groups?.unit === "%");
    })
    .map(({ index, groups, 0: { length } }) => {
      const to = index + length;
      const { value = "", decimals = "", unit = "" } = groups ?? {};
      const number = Number(value.replaceAll(".", "") + decimals.replace(",", "."));
      return {
        from: index,
        to,
        says: { kind: "target", value: number, unit: wordsOf(to - unit.length, to) } as const,
      };
    });
