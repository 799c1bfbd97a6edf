import { smartabilityAddress, workProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { count } from "#app/format.ts";
import { LevelOf } from "./level.tsx";

export type TurnedProcess = { code: string; title: string; level: Level };

/** `people`: of their teams, where a source counts them. */
type Group = { processes: TurnedProcess[]; people: number | null };

export type ActionProcessesFacts = {
  unlocked: Group & { since: Day | null };
  /** Done, and only to be confirmed by the RTD; contested by the office; lightened; with a claim that is void. */
  unconfirmed: Group;
  contested: Group;
  lightened: Group;
  fallen: number;
  alone: Group;
  withOthers: Group;
  proposedOnly: Group;
  proposedWithOthers: Group;
};

/** What an action has unlocked and what it would unlock (R8): confirmed claims and proposed ones apart, never summed. */
export function ActionProcesses({ facts, al }: { facts: ActionProcessesFacts; al: Day | undefined }) {
  const { unlocked, alone, withOthers, proposedOnly, proposedWithOthers, fallen } = facts;
  return (
    <section aria-labelledby="processi">
      <h2 id="processi">Processi che sblocca</h2>
      <GroupOf group={unlocked} title="Ha sbloccato" al={al} open />
      <GroupOf
        group={facts.unconfirmed}
        title="Fatto ciò che serviva: manca solo la conferma del RTD"
        al={al}
      />
      <GroupOf group={facts.contested} title="Contestati dall’ufficio: decide il RTD" al={al} />
      <GroupOf
        group={facts.lightened}
        title="Solo alleggeriti: il blocco si riduce, il livello resta"
        al={al}
      />
      <GroupOf group={alone} title="Se si completa, alza da sola" al={al} open />
      <GroupOf group={withOthers} title="Se si completa con altre ancora aperte, alza" al={al} />
      <GroupOf group={proposedOnly} title="Da sola, se il RTD confermasse sblocchi" al={al} isProposed />
      <GroupOf
        group={proposedWithOthers}
        title="Con altre azioni, se il RTD confermasse sblocchi"
        al={al}
        isProposed
      />
      {fallen > 0 && (
        <p className="sm mut">
          {count(fallen, "processo ha uno sblocco decaduto", "processi hanno uno sblocco decaduto")}: finché
          un’annualità è annullata o non è più nel piano, o se la mappa l’aveva già vista completata, lo
          sblocco non vale.
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
        {title}
        {isProposed && (
          <>
            {" "}
            <span className="tag dash">proposti</span>
          </>
        )}
        : <b>{count(processes.length, "processo", "processi")}</b>
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
