import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { contributionWords, statusWords } from "../situation.tsx";
import { type ToldTurn, TurnedNotice } from "../unblock-claim/turned-notice.tsx";

/** `office`: the one that reported a contribution; null where it is the status that was recorded. */
export type SavedInRound = { code: string; year: number; progress: number; turns: ToldTurn[] } & (
  { office: null; status: Status } | { office: string; status: ContributionStatus }
);

/** What was just saved, said on the page of the next. */
export function RoundNotice({ saved }: { saved: SavedInRound | null }) {
  if (!saved) return null;
  return (
    <>
      <p className="saved" role="status">
        <b>Salvato.</b> {saved.code}, {saved.year}:{" "}
        {saved.office === null ? (
          statusWords(saved.status, saved.progress)
        ) : (
          <>
            {saved.office} comunica {contributionWords(saved.status, saved.progress)}
          </>
        )}
        .
      </p>
      <TurnedNotice turns={saved.turns} />
    </>
  );
}
