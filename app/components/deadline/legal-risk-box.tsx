import { verifiedWords } from "#app/deadline-sentences.ts";
import type { TouchingRisk } from "#app/domain/deadline/legal-risks.ts";
import { joinWords } from "#app/format.ts";
import { THEME_LABEL } from "#app/labels.ts";
import { LEGAL_RISK_WORDS } from "#app/legal-risk-labels.ts";

/** What the law provides for whoever does not do what an action is for: the article, the sentence, how and when it was verified. */
export function LegalRiskBox({ risks }: { risks: readonly TouchingRisk[] }) {
  if (risks.length === 0) return null;
  const sources = [...new Set(risks.map(({ source }) => source))];
  return (
    <section aria-labelledby="rischio-di-legge">
      <h2 id="rischio-di-legge">Rischio di legge</h2>
      <ul className="list">
        {risks.map((risk) => (
          <li key={risk.code}>
            <b>{risk.article}.</b> {LEGAL_RISK_WORDS[risk.code]}
            <span className="mut sm d">
              {whyWords(risk)} {verifiedWords(risk.verified)}.
            </span>
          </li>
        ))}
      </ul>
      <p className="sm mut">
        {sources.length === 1 ? "Fonte" : "Fonti"}: {sources.join("; ")}.
      </p>
    </section>
  );
}

/** The articles that touch what an objective rests on, each with the actions by which it does. */
export function ObjectiveLegalRisks({
  risks,
}: {
  risks: readonly { code: string; article: string; actions: readonly string[] }[];
}) {
  if (risks.length === 0) return null;
  return (
    <p className="sm">
      <span className="mut">Rischio di legge: </span>
      {risks.map(({ code, article, actions }, index) => (
        <span key={code}>
          {index > 0 && "; "}
          {article} ({actions.length === 1 ? "azione" : "azioni"} {joinWords(actions)})
        </span>
      ))}
      .
    </p>
  );
}

/** "Riguarda l’azione per il tema app IO e per la norma «…»." */
function whyWords({ by: { themes, norms } }: TouchingRisk): string {
  const words = themes.map((theme) => THEME_LABEL[theme]);
  const quoted = norms.map((norm) => `«${norm}»`);
  const why = [
    words.length > 0 && `${words.length === 1 ? "per il tema" : "per i temi"} ${joinWords(words)}`,
    quoted.length > 0 && `${quoted.length === 1 ? "per la norma" : "per le norme"} ${joinWords(quoted)}`,
  ];
  return `Riguarda l’azione ${why.filter(Boolean).join(" e ")}.`;
}
