import { turnAnswerAddress, workProcessAddress } from "#app/addresses.ts";
import { usePastDay } from "../frame/past-day.ts";
import type { Level } from "#app/domain/level/levels.ts";
import {
  TurnAnswered,
  TurnCause,
  TurnLevels,
  type ToldTurnAnswer,
  type ToldTurnCause,
} from "./turn-words.tsx";

export type TurnTableRow = ToldTurnCause &
  ToldTurnAnswer & {
    id: number;
    process: string;
    title: string;
    offices: { name: string }[];
    from_level: Level;
    to_level: Level;
    effective_on: string;
    isWaiting: boolean;
    waitsForMe: boolean;
  };

/** Turns, one a row, the latest first: of which process, from which level to which, because of what, and what its office says. */
export function TurnTable({ rows }: { rows: TurnTableRow[] }) {
  const al = usePastDay();
  return (
    <table className="t cards turns">
      <caption className="sr">
        Le svolte, dalla più recente: il livello che cambia, perché, e che cosa ne dice l’ufficio
      </caption>
      <thead>
        <tr>
          <th scope="col">Attività</th>
          <th scope="col" className="c-level">
            Livello
          </th>
          <th scope="col">Perché</th>
          <th scope="col" className="c-answer">
            L’ufficio
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((turn) => (
          <tr key={turn.id}>
            <th scope="row">
              <a href={workProcessAddress(turn.process, al)}>{turn.title}</a>
              <span className="mut sm d">
                {[turn.process, ...turn.offices.map(({ name }) => name)].join(" · ")}
              </span>
            </th>
            <td data-l="Livello">
              <TurnLevels turn={turn} />
            </td>
            <td data-l="Perché">
              <TurnCause turn={turn} />
            </td>
            <td data-l="L’ufficio">
              <Answer turn={turn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ turn }: { turn: TurnTableRow }) {
  if (turn.waitsForMe)
    return (
      <a href={turnAnswerAddress(turn.id)}>
        Conferma o contesta<span className="sr">: {turn.title}</span>
      </a>
    );
  if (turn.answer !== null) return <TurnAnswered turn={turn} />;
  return <span className="mut">{turn.isWaiting ? "da confermare" : "–"}</span>;
}
