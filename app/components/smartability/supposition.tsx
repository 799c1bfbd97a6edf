import { workProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import type { ActionRef } from "#app/domain/plan/action-names.ts";
import type { Rise } from "#app/domain/smartability/supposition.ts";
import { formatNumber } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { LevelRowsTable } from "./level-rows-table.tsx";
import { risesWords, supposedTitle } from "./supposition-words.ts";

type ToldRise = Rise & { code: string; title: string };

/** Processes that would rise: how many, those that the page shows, and the others, that only paper lists. */
export type Rises = { count: number; shown: ToldRise[]; others: ToldRise[] };

export type SuppositionProps = {
  /** What is supposed to be completed. */
  actions: ActionRef[];
  /** Today's levels, those supposed, and the most that can be attained. */
  rows: LevelRow[];
  confirmed: Rises;
  proposed: Rises;
  /** How many of the proposed ones are among the confirmed ones too. */
  again: number;
  /** How many of the proposed ones rise whatever is completed. */
  anyway: number;
  /** Where the lists are whole; undefined when they are. */
  whole: string | undefined;
  al: Day | undefined;
};

/** What would follow if the ticked actions were completed (R8): the levels beside the real ones, and the processes that would rise. */
export function Supposition({ actions, rows, confirmed, proposed, whole, al, ...also }: SuppositionProps) {
  const words = risesWords({ confirmed: confirmed.count, proposed: proposed.count, ...also });
  return (
    <div className="box supposed">
      <h3>{supposedTitle(actions)}</h3>
      <p>
        <b>{words.confirmed}</b>; {words.further}. È una supposizione: la prima riga dice come stanno davvero.
      </p>
      <LevelRowsTable name="Se completate: i livelli" rows={rows} />
      <RiseList title="Salgono con gli sblocchi confermati" rises={confirmed} whole={whole} al={al} />
      <RiseList
        title="Salgono solo se si confermano gli sblocchi proposti"
        rises={proposed}
        whole={whole}
        al={al}
      />
    </div>
  );
}

function RiseList({
  title,
  rises: { count: number, shown, others },
  whole,
  al,
}: {
  title: string;
  rises: Rises;
  whole: string | undefined;
  al: Day | undefined;
}) {
  if (number === 0) return null;
  return (
    <>
      <h4>
        {title}: {formatNumber(number)}
      </h4>
      <ul className="rises">
        {shown.map((rise) => (
          <li key={rise.id}>
            <a href={workProcessAddress(rise.code, al)}>{rise.title}</a> <Step {...rise} />
          </li>
        ))}
        {others.map((rise) => (
          <li key={rise.id} className="only-print">
            {rise.title} <Step {...rise} />
          </li>
        ))}
      </ul>
      {whole !== undefined && others.length > 0 && (
        <p className="sm noprint">
          <a href={whole}>Mostra l’elenco intero ({formatNumber(number)})</a>
        </p>
      )}
    </>
  );
}

function Step({ from, to }: Rise) {
  return (
    <span className="mut sm nw">
      da {LEVEL_LABEL[from]} a {LEVEL_LABEL[to]}
    </span>
  );
}
