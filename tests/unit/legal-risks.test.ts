import { describe, expect, test } from "vitest";
import { citedArticles } from "#app/domain/deadline/cited-articles.ts";
import { LEGAL_RISK_CODES, LEGAL_RISKS, legalRisksOf } from "#app/domain/deadline/legal-risks.ts";
import { THEMES, type Theme } from "#app/domain/plan/themes.ts";
import { LEGAL_RISK_WORDS } from "#app/legal-risk-labels.ts";

function codesOf(asked: { themes?: Theme[]; norms?: string[] }): string[] {
  return legalRisksOf({ themes: [], norms: [], ...asked }).map(({ code }) => code);
}

describe("a risk of law touches an action", () => {
  test.each<[Theme, string[]]>([
    ["servizi-online", ["missed-result", "fine", "accountability"]],
    ["pagopa", ["fine", "accountability"]],
    ["opendata", ["unavailable-data", "fine", "open-data", "accountability"]],
    ["accessibilita", ["accessibility"]],
    ["cloud", ["fine"]],
    ["lavoro-agile", ["accountability"]],
  ])("by its theme %s", (theme, codes) => {
    expect(codesOf({ themes: [theme] })).toEqual(codes);
  });

  test("by a norm that it names, and says by which", () => {
    const norms = ["D.Lgs. 82/2005, art. 64 bis", "Regolamento comunale"];

    expect(codesOf({ norms })).toEqual(["missed-result", "fine", "accountability"]);
    expect(legalRisksOf({ themes: ["app-io"], norms })[0]!.by).toEqual({
      themes: ["app-io"],
      norms: ["D.Lgs. 82/2005, art. 64 bis"],
    });
  });

  test.each([
    ["CAD, art. 17, c. 1", ["accountability"]],
    ["L. 4/2004", ["accessibility"]],
    ["D.L. 179/2012, art. 33-septies", ["fine"]],
    ["D.L. 179/2012, art. 9, c. 7", []],
    ["D.Lgs. 33/2013, art. 50", []],
    ["art. 64-bis", []],
  ])("«%s»: %j", (norm, codes) => {
    expect(codesOf({ norms: [norm] })).toEqual(codes);
  });

  test("none where nothing of it is provided for", () => {
    expect(codesOf({ themes: [], norms: [] })).toEqual([]);
  });
});

describe("what a norm names", () => {
  test.each([
    ["CAD art. 64, comma 3-bis", { laws: ["cad"], articles: ["64"] }],
    [
      "Codice dell’amministrazione digitale, artt. 5, 41 e 64-bis",
      { laws: ["cad"], articles: ["5", "41", "64-bis"] },
    ],
    ["articolo 50-TER del d.lgs. 82/2005", { laws: ["cad"], articles: ["50-ter"] }],
    ["Legge Stanca, articoli 3 e 9", { laws: ["l-4-2004"], articles: ["3", "9"] }],
    ["L. 104/2004, art. 9", { laws: [], articles: ["9"] }],
    ["la cadenza è mensile", { laws: [], articles: [] }],
  ])("%s", (norm, cited) => {
    expect(citedArticles(norm)).toEqual(cited);
  });
});

describe("the provisions", () => {
  test("are each there once, with a sentence, and say how and when they were verified", () => {
    expect(LEGAL_RISKS.map(({ code }) => code)).toEqual([...LEGAL_RISK_CODES]);
    for (const { code, verifiedOn, source, article } of LEGAL_RISKS) {
      expect(LEGAL_RISK_WORDS[code]).toMatch(/^[A-ZÈ].*\.$/);
      expect(verifiedOn).toBe("2026-11-21");
      expect(article).toMatch(/^(CAD|L\. 4\/2004), ?art\. |^CAD art\. /);
      expect(source).not.toBe("");
    }
  });

  test("that were not read on their text say so", () => {
    const secondHand = LEGAL_RISKS.filter(({ verification }) => verification === "second-hand");

    expect(secondHand.map(({ code }) => code)).toEqual(["accessibility"]);
  });

  test("touch every theme but none is touched twice by the same", () => {
    for (const theme of THEMES) expect(codesOf({ themes: [theme] })).not.toEqual([]);
    expect(codesOf({ themes: ["identita", "servizi-online"] })).toEqual(codesOf({ themes: ["identita"] }));
  });
});
