import type { ClaimState } from "#app/domain/level/claims.ts";
import type { Level } from "#app/domain/level/levels.ts";
import type { TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import { count } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { StandingWords, type ToldClaim } from "./claim-actions.tsx";

export type Recorded = {
  claims: ToldClaim[];
  answer: TurnAnswer | null;
  turns: { id: number; from_level: Level; to_level: Level }[];
};

/** What was just recorded of a process, a claim or a turn, said once where the person lands, with the levels that it altered. */
export function RecordedNotice({ recorded: { claims, answer, turns } }: { recorded: Recorded }) {
  const [claim] = claims;
  return (
    <div className="saved" role="status">
      {answer === null && claim?.stands === "void" && (
        <p>
          <StandingWords claim={claim} />
        </p>
      )}
      <p>
        <b>{answer === null ? savedWords(claim) : answerWords(answer, claims.length)}</b>{" "}
        {claim?.stands === "proposed"
          ? "Il livello cambia solo se il RTD lo conferma e le azioni sono completate."
          : levelWords(turns)}
      </p>
    </div>
  );
}

function savedWords(claim: Pick<ToldClaim, "state" | "effect"> | undefined): string {
  if (!claim) return "Salvato.";
  const { state, effect } = claim;
  const words: Record<ClaimState, string> = {
    proposed: "Sblocco proposto.",
    confirmed: effect === "partial" ? "Sblocco confermato: riduce il blocco." : "Sblocco confermato.",
    contested: "Sblocco contestato.",
    rejected: "Sblocco rifiutato.",
  };
  return words[state];
}

function answerWords(answer: TurnAnswer, suspended: number): string {
  if (answer === "confirmed") return "Svolta confermata.";
  return `Svolta contestata: ${count(suspended, "sblocco è sospeso", "sblocchi sono sospesi")} finché il RTD non decide.`;
}

/** What is written on the page of a process turns that one, or none. */
function levelWords(turns: Recorded["turns"]): string {
  const [turn] = turns;
  if (!turn) return "Il livello del processo non cambia.";
  return `Il livello del processo passa da ${LEVEL_LABEL[turn.from_level]} a ${LEVEL_LABEL[turn.to_level]}.`;
}
