import { GONE_TITLE, isGone } from "./gone-page.tsx";

const SAYS: Record<number, { title: string; advice: string }> = {
  401: {
    title: "La sessione è finita",
    advice: "Non è stato scritto nulla. Accedi e riprova.",
  },
  403: {
    title: "Non puoi fare questa modifica",
    advice:
      "Non è stato scritto nulla. Puoi leggere tutto, ma questa modifica spetta ad altri: se ti serve, chiedila a loro o al RTD.",
  },
  404: {
    title: "Questa pagina non c’è",
    advice:
      "L’indirizzo può essere incompleto, oppure quello che cerchi non esiste. Parti dal piano o dalla scrivania.",
  },
  405: {
    title: "Qui non si può inviare un modulo",
    advice: "Non è stato scritto nulla. Torna alla pagina e usa i suoi pulsanti.",
  },
  409: {
    title: "Nel frattempo è cambiato qualcosa",
    advice:
      "Non è stato scritto nulla. Se torni indietro, quello che avevi scritto di solito è ancora nel modulo: ricarica la pagina e, se ne risponde un altro ufficio, passalo a lui o al RTD.",
  },
  503: {
    title: "In questo momento la base dati non è disponibile",
    advice:
      "Non è stato scritto nulla. Se stavi salvando, torna indietro: quello che avevi scritto di solito è ancora nel modulo. Aspetta un momento e riprova; se succede ancora, avvisa l’amministratore di sistema.",
  },
  500: {
    title: "Qualcosa non ha funzionato",
    advice:
      "Se stavi salvando, torna indietro: quello che avevi scritto di solito è ancora nel modulo; controlla nella storia se il salvataggio è riuscito prima di ripeterlo. Se succede ancora, avvisa l’amministratore di sistema con l’ora e l’indirizzo della pagina.",
  },
};

/** What happened, what was kept, what to do. `what` is the sentence of whoever refused, when there is one. */
export function ErrorPage({ status, what }: { status: number; what: string }) {
  const { title, advice } = SAYS[status] ?? SAYS[500]!;
  return (
    <main id="contenuto" tabIndex={-1} className="sheet">
      <p className="mut">Errore {status}</p>
      <h1>{title}</h1>
      {what !== "" && <p className="sent">{what}</p>}
      <p>{advice}</p>
      <p>
        <a href="/">Scrivania</a> · <a href="/piano">Piano</a>
      </p>
    </main>
  );
}

/** The title of the page for what was thrown: a response with a status, or a bug. */
export function errorTitle(error: unknown): string {
  if (error !== null && typeof error === "object" && "data" in error && isGone(error.data))
    return error.data.title ?? GONE_TITLE;
  const status =
    error !== null && typeof error === "object" && "status" in error ? Number(error.status) : 500;
  return (SAYS[status] ?? SAYS[500]!).title;
}
