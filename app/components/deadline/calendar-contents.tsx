/** What a person's calendar holds, how it is used and who can read it. */
export function CalendarContents({ isOfAll }: { isOfAll: boolean }) {
  return (
    <ul className="list">
      <li>
        Contiene {isOfAll ? "le scadenze di tutti gli uffici" : "le scadenze dei tuoi uffici"} e quelle di
        legge, ancora da fare, dall’inizio di quest’anno alla fine del prossimo: un giorno intero ciascuna.
        Ciò che si rendiconta ogni giorno o ogni settimana non c’è.
      </li>
      <li>
        Si aggiunge al programma di calendario come «calendario da indirizzo» o «da URL», una volta: poi si
        aggiorna da sé.
      </li>
      <li>
        <b>Chi ha l’indirizzo lo può leggere, senza accedere a Rotta</b>: tienilo per te. Se lo ha visto
        qualcun altro, rinnovalo o revocalo.
      </li>
    </ul>
  );
}
