import { roundAddress } from "#app/addresses.ts";
import { count } from "#app/format.ts";

/** `waiting`: how many a round would ask about now. `open`: the one that was begun, if it is not over. */
export type RoundState = { waiting: number; open: { left: number; total: number } | null };

/** The update round: begun from here in one click, or taken up again where it was left. */
export function RoundBox({ round: { waiting, open } }: { round: RoundState }) {
  if (open) {
    return (
      <div className="box round">
        <p>
          <b>Giro di aggiornamento cominciato:</b> {open.total - open.left} su {open.total}, ne{" "}
          {open.left === 1 ? "resta 1" : `restano ${open.left}`}.
        </p>
        <a className="btn btn-primary" href={roundAddress()}>
          Riprendi il giro
        </a>
      </div>
    );
  }
  if (waiting === 0) return <p className="sent">Il giro di aggiornamento non ha nulla da chiedere a te.</p>;
  return (
    <form className="box round" method="post" action={roundAddress()}>
      <p>
        <b>Giro di aggiornamento:</b> {count(waiting, "annualità aspetta", "annualità aspettano")} una tua
        parola. Una dopo l’altra, con un tasto dove non c’è nulla di nuovo.
      </p>
      <button className="btn btn-primary" type="submit">
        Comincia il giro
      </button>
    </form>
  );
}
