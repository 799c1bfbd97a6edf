import type { Viewpoint } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";

/** What the page will show, where no process map describes the day. */
export function NoProcesses({ asOf }: { asOf: { at: Viewpoint } }) {
  return (
    <p className="sent">
      {asOf.at.isOver
        ? `Nessun catalogo descrive i processi ${dayWith("al", asOf.at.day)}: non c’è nulla da mostrare.`
        : "Non c’è ancora nessun processo. Qui si vedrà quanti se ne possono fare in lavoro agile alla fine di ogni anno, quali blocchi lo impediscono e quali azioni del piano li tolgono."}
    </p>
  );
}
