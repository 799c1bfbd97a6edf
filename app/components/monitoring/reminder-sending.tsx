/** The button that sends a reminder, where this server can send; what has become of the last one; else how sending is switched on. */
export function ReminderSending({
  action,
  last,
  canSend,
  hasMailbox,
}: {
  action: string;
  last: { id: number; words: string; isUnsent: boolean } | null;
  canSend: boolean;
  hasMailbox: boolean;
}) {
  const isStuck = last?.isUnsent ?? false;
  return (
    <>
      {last && (
        <p>
          Ultimo sollecito: <b>{last.words}</b>.
        </p>
      )}
      {canSend && hasMailbox && (
        <form method="post" action={action}>
          <input type="hidden" name="last" value={last?.id ?? 0} />
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              {isStuck ? "Riprova adesso" : last ? "Invia un altro sollecito" : "Invia"}
            </button>
          </p>
          <p className="sm mut">
            Parte entro pochi secondi; se il server di posta non lo prende si riprova da sé, e qui si legge
            perché. Questa pagina non si aggiorna da sola.
          </p>
        </form>
      )}
      {!canSend && (
        <p className="sm mut">
          Da qui non si invia: l’invio è spento. L’amministratore lo accende con le variabili{" "}
          <code>ROTTA_SMTP</code> e <code>ROTTA_MITTENTE</code>, come dice la pagina «Messa in servizio» della
          documentazione.
        </p>
      )}
    </>
  );
}
