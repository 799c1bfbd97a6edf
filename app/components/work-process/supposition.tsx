import { workProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { LevelRow } from "#app/domain/work-process/level-rows.ts";
import type { Rise } from "#app/domain/work-process/supposition.ts";
import { count, formatNumber } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { LevelRowsTable } from "./level-rows-table.tsx";

/** Processes that would rise: how many, and those that the page shows. */
export type Rises = { count: number; shown: (Rise & { code: string; title: string })[] };

export type SuppositionProps = {
  /** "4.6.3 del piano 2021-2023": what is supposed to be completed. */
  names: string[];
  /** Today's levels, those supposed, and the most that can be attained. */
  rows: LevelRow[];
  confirmed: Rises;
  proposed: Rises;
  /** How many of the proposed ones rise whatever is completed. */
  anyway: number;
  /** Where the lists are whole; undefined when they are. */
  whole: string | undefined;
  al: Day | undefined;
};

/** What would follow if the ticked actions were completed (R8): the levels beside the real ones, and the processes that would rise. */
export function Supposition({ names, rows, confirmed, proposed, anyway, whole, al }: SuppositionProps) {
  return (
    <div className="box supposed">
      <h3>
        Se {names.length === 1 ? "fosse completata" : "fossero completate"} {names.join("; ")}
      </h3>
      <p>
        <b>
          {confirmed.count === 0
            ? "Con gli sblocchi confermati non salirebbe nessun processo"
            : `Con gli sblocchi confermati ${risesWords(confirmed.count)}`}
        </b>
        {"; "}
        {furtherWords(proposed.count, anyway)}. È una supposizione: la prima riga dice come stanno davvero.
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
  rises: { count: number, shown },
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
        {shown.map(({ id, code, title, from, to }) => (
          <li key={id}>
            <a href={workProcessAddress(code, al)}>{title}</a>{" "}
            <span className="mut sm nw">
              da {LEVEL_LABEL[from]} a {LEVEL_LABEL[to]}
            </span>
          </li>
        ))}
      </ul>
      {whole !== undefined && shown.length < number && (
        <p className="sm">
          <a href={whole}>Mostra l’elenco intero ({formatNumber(number)})</a>
        </p>
      )}
    </>
  );
}

function risesWords(number: number): string {
  return `${number === 1 ? "salirebbe" : "salirebbero"} ${count(number, "processo", "processi")}`;
}

function furtherWords(number: number, anyway: number): string {
  const also = "confermando anche quelli proposti";
  if (number === 0) return `${also}, nessuno salirebbe oltre`;
  const words = `${also}, ${number === 1 ? "salirebbe" : "salirebbero"} oltre ${formatNumber(number)}`;
  return anyway === 0
    ? words
    : `${words}, di cui ${formatNumber(anyway)} per la sola conferma, anche senza completare nulla`;
}
