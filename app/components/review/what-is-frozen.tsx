import { joinWords } from "#app/format.ts";

type Missing = {
  comment: boolean;
  areas: { code: string; title: string }[];
  decisions: boolean;
  undrawable: { where: string; characters: string[] }[];
};

/** What closing a review freezes, and what it would freeze without. */
export function WhatIsFrozen({ missing }: { missing: Missing }) {
  const { comment, areas, decisions, undrawable } = missing;
  return (
    <>
      {(comment || decisions || areas.length > 0) && (
        <div className="box warn">
          <p>Puoi chiudere anche così, ma dopo non si aggiunge più nulla:</p>
          <ul>
            {comment && <li>manca il commento sul piano intero;</li>}
            {areas.length > 0 && (
              <li>
                {areas.length === 1
                  ? "ha ritardi e non ha commento l’ambito"
                  : "hanno ritardi e non hanno commento gli ambiti"}{" "}
                {joinWords(areas.map(({ code }) => code))};
              </li>
            )}
            {decisions && <li>nessuna decisione è chiesta alla Giunta.</li>}
          </ul>
        </div>
      )}
      {undrawable.length > 0 && (
        <div className="box warn">
          <p>
            Nel PDF questi caratteri, che i suoi caratteri tipografici non hanno, diventano ▯. Nella pagina
            restano:
          </p>
          <ul>
            {undrawable.map(({ where, characters }) => (
              <li key={where}>
                {where}: {characters.join(" ")}
              </li>
            ))}
          </ul>
        </div>
      )}
      <section aria-labelledby="congelato">
        <h2 id="congelato">Che cosa viene congelato</h2>
        <ul className="list">
          <li>
            La situazione di ogni annualità, gli obiettivi, i livelli dei processi e le variazioni, alla fine
            di quel giorno.
          </li>
          <li>Le frasi, i commenti e le decisioni come si leggono adesso.</li>
          <li>
            L’impronta del contenuto e la testa della catena della storia, da cui si vede se qualcuno lo ha
            cambiato.
          </li>
          <li>
            Chiusa, non si riapre e non cambia: un errore si corregge con un’altra fotografia che la cita. Da
            allora solo il RTD registra righe che hanno effetto fino a quel giorno.
          </li>
        </ul>
      </section>
    </>
  );
}
