import { workProcessAddress } from "#app/addresses.ts";
import type { Counted } from "#app/domain/work-process/process-consequences.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { count, joinWords } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";

type MovedProcess = { code: string; title: string; from: Level; to: Level };

/** What a choice does to the processes that its action can unlock; null where no claim names it. */
export type ProcessesAfter = {
  rising: MovedProcess[];
  falling: MovedProcess[];
  voided: Counted;
  restored: Counted;
} | null;

/** What a choice would do to processes and claims, one line each; nothing where it would do nothing. */
export function ProcessConsequence({ processes }: { processes: ProcessesAfter }) {
  if (processes === null) return null;
  const { rising, falling, voided, restored } = processes;
  return (
    <>
      <Moved processes={rising} one="processo sale di livello" many="processi salgono di livello" />
      <Moved processes={falling} one="processo torna indietro" many="processi tornano indietro" />
      {total(voided) > 0 && (
        <li>
          {total(voided) === 1 ? "Decade" : "Decadono"} <b>{claimsWords(voided)}</b>: con un’annualità
          annullata non possono più agire.
        </li>
      )}
      {total(restored) > 0 && (
        <li>
          {total(restored) === 1 ? "Torna a valere" : "Tornano a valere"} <b>{claimsWords(restored)}</b>, che{" "}
          {total(restored) === 1 ? "era decaduto" : "erano decaduti"}.
        </li>
      )}
    </>
  );
}

function Moved({ processes, one, many }: { processes: MovedProcess[]; one: string; many: string }) {
  if (processes.length === 0) return null;
  return (
    <li>
      <b>{count(processes.length, one, many)}</b>
      <details open={processes.length <= 5}>
        <summary>Quali</summary>
        <ul>
          {processes.map(({ code, title, from, to }) => (
            <li key={code}>
              <a href={workProcessAddress(code)}>{code}</a> {title}, da {LEVEL_LABEL[from]} a{" "}
              {LEVEL_LABEL[to]}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function total({ confirmed, proposed }: Counted): number {
  return confirmed + proposed;
}

/** "3 sblocchi confermati e 1 proposto". */
function claimsWords({ confirmed, proposed }: Counted): string {
  return joinWords([
    ...(confirmed > 0 ? [count(confirmed, "sblocco confermato", "sblocchi confermati")] : []),
    ...(proposed > 0
      ? [
          confirmed > 0
            ? count(proposed, "proposto", "proposti")
            : count(proposed, "sblocco proposto", "sblocchi proposti"),
        ]
      : []),
  ]);
}
