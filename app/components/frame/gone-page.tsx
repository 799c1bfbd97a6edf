import { type Kept, KeptWords } from "../form/kept-words.tsx";

type Gone = { what: string; kept: Kept; title?: string };

export const GONE_TITLE = "Nel frattempo è stato ritirato";

export function isGone(thrown: unknown): thrown is Gone {
  return thrown !== null && typeof thrown === "object" && "kept" in thrown;
}

/** A form was sent on what was retired while it was open: nothing is written, nothing that was typed is lost. */
export function GonePage({ what, kept, title = GONE_TITLE }: Gone) {
  return (
    <main id="contenuto" tabIndex={-1} className="sheet">
      <p className="mut">Errore 409</p>
      <h1>{title}</h1>
      <p className="sent">{what} Non è stato scritto nulla.</p>
      <KeptWords words={kept} />
      <p>
        <a href="/">Scrivania</a> · <a href="/processi">Processi</a> · <a href="/obiettivi">Obiettivi</a>
      </p>
    </main>
  );
}
