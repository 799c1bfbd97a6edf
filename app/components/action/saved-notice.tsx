import type { Status } from "#app/domain/status/status-steps.ts";
import { dayWith } from "#app/format.ts";
import { BackToRound } from "../monitoring/back-to-round.tsx";
import { statusWords } from "../situation.tsx";

type Line = { sequence: number; year: number; to_status: Status; progress: number; effective_on: string };

/** What was just recorded, said once where the person lands. */
export function SavedNotice({ line }: { line: Line }) {
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> L’annualità {line.year} è {statusWords(line.to_status, line.progress)}{" "}
      {dayWith("dal", line.effective_on)}: riga {line.sequence} della storia.
      <BackToRound />
    </p>
  );
}
