import { formatDay } from "#app/format.ts";

export type CopiesNoticeProps = {
  copies: { folder?: string; last?: string; isOverdue?: boolean };
};

/** What the administrator must know of the daily copies of the database: when the last was made, and where they are. */
export function CopiesNotice({ copies: { folder, last, isOverdue } }: CopiesNoticeProps) {
  if (folder === undefined) return <p className="sm mut">La copia giornaliera della base dati è spenta.</p>;
  const where = <code>{folder}</code>;
  if (!isOverdue)
    return (
      <p className="sm mut">
        Ultima copia della base dati: {formatDay(last!)}, in {where}.
      </p>
    );
  return (
    <div className="box warn">
      <p>
        <strong>La copia giornaliera della base dati manca.</strong>{" "}
        {last === undefined ? "Non ce n’è ancora nessuna" : `L’ultima è del ${formatDay(last)}`} in {where}:
        il registro del server dice perché.
      </p>
    </div>
  );
}
