import { describe, expect, test } from "vitest";
import { citedArticles, isCited, type Law } from "#app/domain/deadline/cited-articles.ts";

/** What a norm names: its laws, and its articles as `64-bis` or `12…15`. */
function namedIn(norm: string) {
  const { laws, articles } = citedArticles(norm);
  return [laws, articles.map(({ from, to }) => (from === to ? from : `${from}…${to}`))];
}

describe("a norm as people write it", () => {
  test.each<[string, Law[], string[]]>([
    ["CAD art. 64, comma 3-bis", ["cad"], ["64"]],
    ["Codice dell’amministrazione digitale, artt. 5, 41 e 64-bis", ["cad"], ["5", "41", "64-bis"]],
    ["articolo 50-TER del d.lgs. 82/2005", ["cad"], ["50-ter"]],
    ["D.Lgs. n. 82 del 2005, art. 17", ["cad"], ["17"]],
    ["D. Lgs. n.82/05", ["cad"], []],
    ["d.lgs. 7 marzo 2005, n. 82, art. 64-bis", ["cad"], ["64-bis"]],
    ["decreto legislativo 7 marzo 2005 n. 82", ["cad"], []],
    ["Decreto legislativo n. 82 del 7 marzo 2005", ["cad"], []],
    ["d.lgs. 7/3/2005, n. 82", ["cad"], []],
    ["Legge Stanca, articoli 3 e 9", ["l-4-2004"], ["3", "9"]],
    ["legge 9 gennaio 2004, n. 4", ["l-4-2004"], []],
    ["L. 9 gennaio 2004 n. 4, art. 9", ["l-4-2004"], ["9"]],
    ["legge n. 4 del 9 gennaio 2004", ["l-4-2004"], []],
    ["la l. 4/2004", ["l-4-2004"], []],
    ["D.L. 18 ottobre 2012, n. 179, art. 33-septies", ["dl-179-2012"], ["33-septies"]],
    ["decreto-legge 179/2012", ["dl-179-2012"], []],
    ["l’82/2005 e la legge 4 del 2004", ["cad", "l-4-2004"], []],
    ["artt. 12-15 CAD", ["cad"], ["12…15"]],
    ["articoli da 12 a 15 del CAD", ["cad"], ["12…15"]],
    ["artt. 12–15, 40 e 64 bis – 64 quater del CAD", ["cad"], ["12…15", "40", "64-bis…64-quater"]],
  ])("%s", (norm, laws, articles) => {
    expect(namedIn(norm)).toEqual([laws, articles]);
  });
});

describe("what is near is not it", () => {
  test.each<[string, string[]]>([
    ["L. 104/2004, art. 9", ["9"]],
    ["legge 9 gennaio 2004, n. 40", []],
    ["legge 9 gennaio 2005, n. 4", []],
    ["legge regionale 4/2004", []],
    ["D.P.R. 4/2004", []],
    ["D.L. 4/2004", []],
    ["d. l. 9 gennaio 2004, n. 4", []],
    ["decreto-legge 4/2004", []],
    ["D.Lgs. 14/2004", []],
    ["d.lgs. 7 marzo 2005, n. 821", []],
    ["d.lgs. 7 marzo 2015, n. 82", []],
    ["circolare 82/2005", []],
    ["decreto-legge 82/2005", []],
    ["d.lgs. 179/2012", []],
    ["delibera 4/2004/C", []],
    ["la cadenza è mensile", []],
    ["partecipazione 12-15", []],
  ])("%s", (norm, articles) => {
    expect(namedIn(norm)).toEqual([[], articles]);
  });

  test("a number of an act is not an article", () => {
    expect(namedIn("art. 9, 4/2004")).toEqual([["l-4-2004"], ["9"]]);
  });
});

test("a range holds its ends, and what was put in between", () => {
  const cited = citedArticles("artt. 17-50 e 64 CAD");

  expect(["17", "18-bis", "50", "64"].filter((article) => !isCited(article, cited))).toEqual([]);
  expect(["16", "50-ter", "64-bis", "5"].filter((article) => isCited(article, cited))).toEqual([]);
});
