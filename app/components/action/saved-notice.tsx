import type { Status } from "#app/domain/status-steps.ts";
import { formatDay } from "#app/format.ts";
import { statusWords } from "../situation.tsx";

type Line = { sequence: number; year: number; to_status: Status; progress: number; effective_on: string };

/** What was just recorded, said once where the person lands. */
export function SavedNotice({ line }: { line: Line }) {
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> Il {line.year} è {statusWords(line.to_status, line.progress)} dal{" "}
      {formatDay(line.effective_on)}: riga {line.sequence} della storia.
    </p>
  );
}
