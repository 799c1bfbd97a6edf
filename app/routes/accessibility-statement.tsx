import type { MetaFunction } from "@remix-run/node";
import { Crumbs } from "#app/components/frame/crumbs.tsx";

export const meta: MetaFunction = () => [{ title: "Accessibilità – Rotta" }];

/** What the program does for accessibility, for the ente to build its own declaration upon. */
export default function AccessibilityStatementPage() {
  return (
    <>
      <Crumbs here="Accessibilità" />
      <main id="contenuto" tabIndex={-1} className="sheet">
        <h1>Accessibilità</h1>
        <p>
          Ogni pagina di Rotta si usa da tastiera, con un lettore di schermo, al telefono, su carta e senza
          JavaScript. Ogni situazione ha un simbolo e una parola oltre al colore; ogni grafico ha gli stessi
          numeri in una tabella.
        </p>
        <p>
          A ogni versione una prova automatica controlla tutte le pagine secondo le WCAG 2.2, livelli A e AA,
          a 1366 e 390 pixel. Le prove automatiche non trovano tutto: non sono ancora state fatte prove con
          persone che usano tecnologie assistive.
        </p>
        <p>
          La dichiarazione di accessibilità prevista dalla legge (DL 179/2012, art. 9; L. 4/2004) la pubblica
          l’ente che usa il programma. Se trovi un ostacolo, segnalalo al RTD dell’ente.
        </p>
      </main>
    </>
  );
}
