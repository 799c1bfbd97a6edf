import { describe, expect, test } from "vitest";
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

describe("the provisions", () => {
  test("are each there once, with a sentence, and say how and when they were verified", () => {
    expect(LEGAL_RISKS.map(({ code }) => code)).toEqual([...LEGAL_RISK_CODES]);
    for (const { code, verified, source, article } of LEGAL_RISKS) {
      expect(LEGAL_RISK_WORDS[code]).toMatch(/^[A-ZÈ].*\.$/);
      expect(verified.on).toBe("2026-11-21");
      expect(article).toMatch(/^(CAD|L\. 4\/2004), ?art\. |^CAD art\. /);
      expect(source).not.toBe("");
    }
  });

  test("that were not read on their text say so", () => {
    const secondHand = LEGAL_RISKS.filter(({ verified }) => verified.how === "second-hand");

    expect(secondHand.map(({ code }) => code)).toEqual(["accessibility"]);
  });

  test("touch every theme but none is touched twice by the same", () => {
    for (const theme of THEMES) expect(codesOf({ themes: [theme] })).not.toEqual([]);
    expect(codesOf({ themes: ["identita", "servizi-online"] })).toEqual(codesOf({ themes: ["identita"] }));
  });
});
