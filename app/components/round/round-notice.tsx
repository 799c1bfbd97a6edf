import { statusWords } from "../situation.tsx";
import type { Status } from "#app/domain/status-steps.ts";

export type SavedInRound = { code: string; year: number; to_status: Status; progress: number };

/** What was just saved, said on the page of the next. */
export function RoundNotice({ saved }: { saved: SavedInRound | null }) {
  if (!saved) return null;
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> {saved.code}, {saved.year}: {statusWords(saved.to_status, saved.progress)}.
    </p>
  );
}
