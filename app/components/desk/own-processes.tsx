import {
  planActionAddress,
  turnAnswerAddress,
  workProcessAddress,
  workProcessesAddress,
} from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Figures } from "#app/domain/level/four-figures.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { count, dayWith } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { usePastDay } from "../frame/past-day.ts";
import { LevelOf } from "../work-process/level.tsx";

type WaitingTurn = {
  id: number;
  process: string;
  name: string;
  activity: string | null;
  from_level: Level;
  to_level: Level;
  effective_on: Day;
  plan: string | null;
  action: string | null;
  year: number | null;
  mayAnswer: boolean;
};

/** `awaited`: the actions whose completion would raise some of them, those that would raise most first. */
export type OwnProcesses = {
  total: number;
  figures: Figures;
  awaited: { id: number; plan: string; code: string; title: string; processes: number }[];
  turns: WaitingTurn[];
};

/** A person's own processes (R7): what turned and waits for their word first, then levels and what they wait for. */
export function OwnProcessesList({ own, office }: { own: OwnProcesses; office: string | undefined }) {
  const { total, figures, awaited, turns } = own;
  const al = usePastDay();
  if (total === 0) return null;
  return (
    <section aria-labelledby="processi">
      <h2 id="processi">I tuoi processi</h2>
      {turns.length > 0 && <Turns turns={turns} />}
      <p className="office-levels">
        {(["yes", "in-part", "no", "outsourced"] as const)
          .filter((level) => figures.levels[level] > 0)
          .map((level) => (
            <a key={level} href={workProcessesAddress({ ufficio: office, livello: LEVEL_CODE[level], al })}>
              <LevelOf level={level} /> {figures.levels[level]}
            </a>
          ))}
      </p>
      {awaited.length > 0 && (
        <>
          <p className="sm mut">Salirebbero di livello, secondo sblocchi confermati, completando:</p>
          <ul className="list">
            {awaited.slice(0, SHOWN).map(({ id, plan, code, title, processes }) => (
              <li key={id}>
                <a href={planActionAddress(plan, code, al)}>
                  <b>{code}</b>, piano {plan}
                </a>
                : {count(processes, "processo", "processi")}
                <span className="mut sm cut two">{title}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="sm">
        <a href={workProcessesAddress({ ufficio: office, al })}>Tutti i tuoi {total} processi</a>
      </p>
    </section>
  );
}

const SHOWN = 5;

function Turns({ turns }: { turns: readonly WaitingTurn[] }) {
  const mayAnswer = turns.some((turn) => turn.mayAnswer);
  return (
    <>
      <p>
        <b>
          {turns.length === 1
            ? "Un processo è stato sbloccato"
            : `${turns.length} processi sono stati sbloccati`}
        </b>
        : {mayAnswer ? "conferma che è così, o contesta con il motivo." : "il dirigente conferma o contesta."}
      </p>
      <ul className="list">
        {turns.map((turn) => (
          <li key={turn.id}>
            <a href={workProcessAddress(turn.process)}>{turn.activity ?? turn.name}</a>{" "}
            <span className="mut sm">
              da {LEVEL_LABEL[turn.from_level]} a {LEVEL_LABEL[turn.to_level]}{" "}
              {dayWith("dal", turn.effective_on)}
              {turn.action && `, per la ${turn.action}, ${turn.year}, del piano ${turn.plan}`}
            </span>
            {turn.mayAnswer && (
              <>
                {" "}
                <a className="sm" href={turnAnswerAddress(turn.id)}>
                  Conferma o contesta<span className="sr"> {turn.activity ?? turn.name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
