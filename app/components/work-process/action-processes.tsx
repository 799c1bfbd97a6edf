import { smartabilityAddress, workProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Level } from "#app/domain/work-process/levels.ts";
import { count } from "#app/format.ts";
import { LevelOf } from "./level.tsx";

export type TurnedProcess = { code: string; title: string; level: Level };

/** `people`: of their teams, where a source counts them. */
type Group = { processes: TurnedProcess[]; people: number | null };

export type ActionProcessesFacts = {
  unlocked: Group & { since: Day | null };
  lightened: number;
  alone: Group;
  withOthers: Group;
  proposedOnly: Group;
  proposedWithOthers: Group;
};

/** What an action has unlocked and what it would unlock (R8): confirmed claims and proposed ones apart, never summed. */
export function ActionProcesses({ facts, al }: { facts: ActionProcessesFacts; al: Day | undefined }) {
  const { unlocked, lightened, alone, withOthers, proposedOnly, proposedWithOthers } = facts;
  return (
    <section aria-labelledby="processi">
      <h2 id="processi">Processi che sblocca</h2>
      <p className="sent">{sentenceOf(facts)}</p>
      <GroupOf group={unlocked} title="Ha sbloccato" al={al} open />
      <GroupOf group={alone} title="Se si completa, da sola" al={al} open />
      <GroupOf group={withOthers} title="Con altre azioni ancora aperte" al={al} />
      <GroupOf group={proposedOnly} title="Da sola, secondo sblocchi solo proposti" al={al} isProposed />
      <GroupOf
        group={proposedWithOthers}
        title="Con altre azioni, secondo sblocchi solo proposti"
        al={al}
        isProposed
      />
      {lightened > 0 && (
        <p className="sm mut">
          {count(lightened, "processo è alleggerito", "processi sono alleggeriti")}: il blocco si riduce, il
          livello non cambia.
        </p>
      )}
      <p className="sm">
        <a href={smartabilityAddress({ al })}>Quale azione sblocca di più</a>
      </p>
    </section>
  );
}

function GroupOf({
  group: { processes, people },
  title,
  al,
  open = false,
  isProposed = false,
}: {
  group: Group;
  title: string;
  al: Day | undefined;
  open?: boolean;
  isProposed?: boolean;
}) {
  if (processes.length === 0) return null;
  return (
    <details className="unlocks" open={open && processes.length <= OPEN_UP_TO}>
      <summary>
        {title}: {isProposed && <span className="tag dash">proposti</span>}{" "}
        <b>{count(processes.length, "processo", "processi")}</b>
        {people !== null && (
          <span className="mut"> · {count(people, "persona", "persone")} nei loro servizi</span>
        )}
      </summary>
      <ul className="list">
        {processes.map(({ code, title, level }) => (
          <li key={code} className="row2">
            <span className="sw">
              <LevelOf level={level} />
            </span>
            <span className="grow">
              <a href={workProcessAddress(code, al)}>{title}</a>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A longer list is opened by who wants it. */
const OPEN_UP_TO = 7;

function sentenceOf({ unlocked, alone, withOthers, proposedOnly }: ActionProcessesFacts): string {
  const done = unlocked.processes.length;
  const would = alone.processes.length;
  const said = done === 0 ? "" : `Ha sbloccato ${count(done, "processo", "processi")}. `;
  if (would > 0) return `${said}Completarla fa salire di livello ${count(would, "processo", "processi")}.`;
  if (withOthers.processes.length > 0)
    return `${said}Da sola non alza nessun livello: ${count(withOthers.processes.length, "processo aspetta", "processi aspettano")} anche altre azioni.`;
  if (done > 0) return said.trim();
  return proposedOnly.processes.length > 0
    ? "Nessuno sblocco confermato l’aspetta: quelli che la nominano sono solo proposti."
    : "Nessun livello aspetta soltanto lei.";
}
