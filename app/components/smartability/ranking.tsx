import { smartabilityAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import { readActionName } from "#app/domain/plan/action-names.ts";
import { count } from "#app/format.ts";
import { isReal } from "./level-row-words.ts";
import { NotSupposed, type NotSupposedProps } from "./not-supposed.tsx";
import { RankingForm, SUPPOSITION } from "./ranking-form.tsx";
import type { RankedRow } from "./ranking-row.tsx";
import { type Rises, Supposition } from "./supposition.tsx";

export type RankingProps = {
  ranking: RankedRow[];
  /** How many actions that claims wait for raise nothing. */
  without: number;
  supposed: {
    names: string[];
    ids: number[];
    isWhole: boolean;
    rises: { confirmed: Rises; proposed: Rises; again: number; anyway: number } | null;
  } & NotSupposedProps;
  /** The rows of the chart, those supposed among them. */
  rows: LevelRow[];
  al: Day | undefined;
};

/** Which open action unlocks most (R8), in the suggested order; and what would follow if some were completed. */
export function Ranking({ ranking, without, supposed, rows, al }: RankingProps) {
  const onDay = rows.filter(isReal).at(-1)!;
  const compared = [onDay, ...rows.filter(({ day }) => day === null)];
  return (
    <section className="newpage" aria-labelledby="classifica">
      <h2 id="classifica">Quale azione sblocca di più</h2>
      <p className="lede">
        <Leading ranking={ranking} />
      </p>
      <div id={SUPPOSITION}>
        {supposed.rises && <NotSupposed {...supposed} />}
        {supposed.rises && (
          <Supposition
            {...supposed.rises}
            actions={supposed.names.flatMap((name) => readActionName(name) ?? [])}
            rows={compared}
            whole={
              supposed.isWhole
                ? undefined
                : `${smartabilityAddress({ al, completate: supposed.names, elenco: "intero" })}#${SUPPOSITION}`
            }
            al={al}
          />
        )}
      </div>
      {ranking.length > 0 && <RankingForm rows={ranking} supposed={supposed.ids} al={al} />}
      <p className="sm mut">
        «Da sola»: processi il cui livello sale se si completa solo questa azione. «Con altre azioni»: serve
        anche un’altra azione aperta. L’ordine e il totale progressivo dicono che cosa conviene completare per
        primo, con i soli sblocchi confermati; senza numero d’ordine, le azioni che contano solo su sblocchi
        proposti.{" "}
        {without > 0 &&
          `Fuori dalla tabella ${count(without, "azione aperta che ha", "azioni aperte che hanno")} uno sblocco ma non ${without === 1 ? "alza" : "alzano"} nessun livello. `}
        {ranking.every(({ people }) => people === null) &&
          "Le persone coinvolte non sono indicate: le fonti non contano quelle di questi processi."}
      </p>
    </section>
  );
}

function Leading({ ranking }: { ranking: RankedRow[] }) {
  const [first, ...others] = ranking;
  if (first === undefined) return <>Nessuna azione aperta può alzare il livello di un processo.</>;
  if (first.alone === 0) return <>Nessuna azione alza un livello da sola, con gli sblocchi confermati.</>;
  const rest = others.reduce((sum, row) => sum + row.alone, 0);
  const isMost = first.alone > rest && rest > 0;
  return (
    <>
      La {first.code} da sola alza {count(first.alone, "processo", "processi")}
      {isMost && ": più di tutte le altre insieme"}.
    </>
  );
}
