/** Where there is no office yet, nothing can be given to one: what to do first. */
export function OfficesFirst() {
  return (
    <>
      <h1>Nuovo obiettivo</h1>
      <p className="sent">Prima servono gli uffici: di ogni obiettivo risponde almeno uno.</p>
      <p>
        In Rotta non c’è ancora nessun ufficio. <a href="/uffici/nuovo">Aggiungi il primo ufficio</a>, poi
        torna qui: l’obiettivo si scrive in una pagina sola.
      </p>
    </>
  );
}
