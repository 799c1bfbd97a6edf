import { turnsAddress, workProcessAddress } from "#app/addresses.ts";
import { isAbove, type Level } from "#app/domain/level/levels.ts";
import { count } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";

export type ToldTurn = {
  id: number;
  process: string;
  name: string;
  activity: string | null;
  from_level: Level;
  to_level: Level;
  /** The line of history that caused it; null where an edit did. */
  caused_by_sequence: number | null;
};

/** What a person's write has altered in the levels (R7), told at once; nothing where it altered none. */
export function TurnedNotice({ turns }: { turns: readonly ToldTurn[] }) {
  if (turns.length === 0) return null;
  const up = turns.filter((turn) => isAbove(turn.to_level, turn.from_level));
  const down = turns.filter((turn) => !up.includes(turn));
  return (
    <div className="saved turned">
      {up.length > 0 && (
        <p>
          <b>Hai sbloccato {count(up.length, "processo", "processi")}.</b> <Listed turns={up} />
        </p>
      )}
      {down.length > 0 && (
        <p>
          <b>{count(down.length, "processo torna", "processi tornano")} indietro.</b> <Listed turns={down} />
        </p>
      )}
      {turns.length > SHOWN && (
        <p>
          <a href={turnsAddress({ riga: turns[0]!.caused_by_sequence ?? undefined })}>
            Tutte le {turns.length} svolte
          </a>
        </p>
      )}
    </div>
  );
}

const SHOWN = 5;

function Listed({ turns }: { turns: readonly ToldTurn[] }) {
  return (
    <>
      {turns.slice(0, SHOWN).map((turn, index) => (
        <span key={turn.id}>
          {index > 0 && "; "}
          <a href={workProcessAddress(turn.process)}>{turn.activity ?? turn.name}</a> (
          {LEVEL_LABEL[turn.from_level]} → {LEVEL_LABEL[turn.to_level]})
        </span>
      ))}
      {turns.length > SHOWN ? "; …" : "."}
    </>
  );
}
