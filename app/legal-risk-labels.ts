import type { LegalRiskCode } from "./domain/deadline/legal-risks.ts";

/** What each provision provides, in a sentence of ours: the article is beside it. */
export const LEGAL_RISK_WORDS: Record<LegalRiskCode, string> = {
  "missed-result":
    "Se ai servizi in rete non si accede con SPID e CIE, o se non sono fruibili in modalità digitale e dal punto di accesso telematico, i dirigenti responsabili non hanno raggiunto uno specifico risultato: la retribuzione di risultato si riduce di almeno il 30% e nella struttura non si danno premi né incentivi.",
  "unavailable-data":
    "Se i dati non sono resi disponibili, i dirigenti responsabili non hanno raggiunto uno specifico risultato: la retribuzione di risultato si riduce di almeno il 30% e nella struttura non si danno premi né incentivi.",
  fine: "Chi viola gli obblighi su pagamenti, identità digitale, servizi in rete, fascicolo informatico, disponibilità dei dati o infrastrutture, e non rimedia nel termine che AgID assegna, ha una sanzione da 10.000 a 100.000 euro; la violazione accertata conta nella valutazione dei dirigenti.",
  "open-data":
    "Garantire l’accesso telematico ai dati e il loro riutilizzo è tra i parametri con cui si valutano i dirigenti.",
  accessibility:
    "Non osservare la legge sull’accessibilità comporta responsabilità dirigenziale e disciplinare.",
  accountability:
    "I dirigenti rispondono dell’attuazione del CAD, che conta nella misurazione della performance dell’ente e della loro.",
};
