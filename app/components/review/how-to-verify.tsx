import { reviewPart } from "#app/review-addresses.ts";

type Frozen = { id: number; sha256: string; head: { sequence: number; hash: string } };

/** The hashes of a closed review, and how anyone verifies them without Rotta (docs/formato-dati.md). */
export function HowToVerify({ id, sha256, head }: Frozen) {
  return (
    <>
      <dl className="facts">
        <dt>Impronta SHA-256 del contenuto</dt>
        <dd>
          <code className="hash">{sha256}</code>
        </dd>
        <dt>Testa della catena della storia</dt>
        <dd>
          riga {head.sequence}: <code className="hash">{head.hash}</code>
        </dd>
      </dl>
      <p>
        Per verificarla senza Rotta: scarica{" "}
        <a href={reviewPart(id, "fotografia.json")}>il contenuto congelato</a> e calcola l’impronta del file,
        per esempio con <code>sha256sum fotografia.json</code>. Deve essere quella scritta qui, e sulla
        relazione stampata: un solo carattere cambiato ne dà un’altra.
      </p>
    </>
  );
}
