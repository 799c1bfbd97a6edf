import type { Theme } from "../plan/themes.ts";
import { citedArticles, isCited, type Law } from "./cited-articles.ts";
import { READ_ON, type Verified } from "./verifications.ts";

export const LEGAL_RISK_CODES = [
  "missed-result",
  "unavailable-data",
  "fine",
  "open-data",
  "accessibility",
  "accountability",
] as const;
export type LegalRiskCode = (typeof LEGAL_RISK_CODES)[number];

/** What the law provides for whoever does not do what some actions are for. */
export type LegalRisk = {
  code: LegalRiskCode;
  article: string;
  source: string;
  verified: Verified;
  /** The themes of the actions that it touches. */
  themes: readonly Theme[];
  /** The provisions that an action which names one of them is touched by. */
  provisions: Partial<Record<Law, readonly string[] | "any">>;
};

/** The text of the CAD as the Team Digitale keeps it, with the changes up to art. 64-quater (IT-Wallet); official is Normattiva's. */
const CAD_TEXT = {
  source: "testo del CAD in github.com/italia/codice-amministrazione-digitale-docs",
  verified: { on: READ_ON, how: "text" },
} as const;

/**
 * The provisions with a consequence for who answers for an action. Which articles a fine is for is in art. 18-bis itself: 5 (payments), 41
 * (file of the procedure), 50 (data), 64 and 64-bis (identity, services online), and art. 33-septies of D.L. 179/2012 (infrastructures).
 */
export const LEGAL_RISKS: readonly LegalRisk[] = [
  {
    code: "missed-result",
    article: "CAD art. 64-bis, c. 1-quinquies, con art. 64, c. 3-bis",
    ...CAD_TEXT,
    themes: ["identita", "app-io", "servizi-online"],
    provisions: { cad: ["64", "64-bis"] },
  },
  {
    code: "unavailable-data",
    article: "CAD art. 50, c. 3-ter",
    ...CAD_TEXT,
    themes: ["opendata"],
    provisions: { cad: ["50", "50-ter"] },
  },
  {
    code: "fine",
    article: "CAD art. 18-bis, c. 5",
    ...CAD_TEXT,
    themes: ["pagopa", "identita", "app-io", "servizi-online", "fascicolazione", "opendata", "cloud"],
    provisions: {
      cad: ["5", "18-bis", "41", "43", "50", "50-ter", "64", "64-bis"],
      "dl-179-2012": ["33-septies"],
    },
  },
  {
    code: "open-data",
    article: "CAD art. 52, c. 4",
    ...CAD_TEXT,
    themes: ["opendata"],
    provisions: { cad: ["52"] },
  },
  {
    code: "accessibility",
    article: "L. 4/2004, art. 9",
    source: "dirittopa.it, «Legge Stanca: la sanzione della responsabilità dirigenziale»",
    verified: { on: READ_ON, how: "second-hand" },
    themes: ["accessibilita"],
    provisions: { "l-4-2004": "any" },
  },
  {
    code: "accountability",
    article: "CAD art. 12, c. 1-ter",
    ...CAD_TEXT,
    themes: [
      "pagopa",
      "identita",
      "app-io",
      "servizi-online",
      "fascicolazione",
      "conservazione",
      "opendata",
      "sicurezza",
      "competenze",
      "lavoro-agile",
    ],
    provisions: { cad: "any" },
  },
];

/** A risk with what of an action it touches: some of its themes, some of its norms. */
export type TouchingRisk = LegalRisk & { by: { themes: Theme[]; norms: string[] } };

/**
 * The risks of law that touch an action, by its themes and by the norms that it names. That one touches it says nothing of whether it
 * will come about, and never how much it would cost: the law leaves that to others.
 *
 *     legalRisksOf({ themes: ["accessibilita"], norms: [] }) // that of L. 4/2004, art. 9
 */
export function legalRisksOf({
  themes,
  norms,
}: {
  themes: readonly Theme[];
  norms: readonly string[];
}): TouchingRisk[] {
  return LEGAL_RISKS.map((risk) => ({
    ...risk,
    by: {
      themes: themes.filter((theme) => risk.themes.includes(theme)),
      norms: norms.filter((norm) => isNamedIn(norm, risk)),
    },
  })).filter(({ by }) => by.themes.length + by.norms.length > 0);
}

/** The risks that touch several actions, each with the codes of those that it touches. */
export function risksByArticle(
  actions: readonly { code: string; themes: readonly Theme[]; norms: readonly string[] }[],
): { code: LegalRiskCode; article: string; actions: string[] }[] {
  const touching = actions.flatMap((action) =>
    legalRisksOf(action).map((risk) => ({ risk: risk.code, action: action.code })),
  );
  return LEGAL_RISKS.flatMap(({ code, article }) => {
    const touched = touching.filter(({ risk }) => risk === code).map(({ action }) => action);
    return touched.length === 0 ? [] : [{ code, article, actions: [...new Set(touched)] }];
  });
}

function isNamedIn(norm: string, { provisions }: LegalRisk): boolean {
  const cited = citedArticles(norm);
  return cited.laws.some((law) => {
    const named = provisions[law];
    return named === "any" || named?.some((article) => isCited(article, cited));
  });
}
