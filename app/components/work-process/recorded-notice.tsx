import type { ClaimState } from "#app/domain/work-process/claims.ts";
import type { Level } from "#app/domain/work-process/levels.ts";
import type { TurnAnswer } from "#app/domain/work-process/turn-answers.ts";
import { count } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { StandingWords, type ToldClaim } from "./claim-actions.tsx";

export type Recorded = {
  claims: ToldClaim[];
  answer: TurnAnswer | null;
  turns: { id: number; from_level: Level; to_level: Level }[];
};

/** What was just recorded of a claim or of a turn, said once where the person lands, with the levels that it altered. */
export function RecordedNotice({ recorded: { claims, answer, turns } }: { recorded: Recorded }) {
  const [claim] = claims;
  return (
    <div className="saved" role="status">
      <p>
        <b>{answer === null ? claim && stateWords(claim) : answerWords(answer, claims.length)}</b>{" "}
        {claim?.state === "proposed"
          ? "Il livello cambia solo se il RTD lo conferma e le azioni sono completate."
          : levelWords(turns)}
      </p>
      {answer === null && claim?.isVoid && (
        <p>
          <StandingWords claim={claim} />
        </p>
      )}
    </div>
  );
}

function stateWords({ state, effect }: Pick<ToldClaim, "state" | "effect">): string {
  const words: Record<ClaimState, string> = {
    proposed: "Sblocco proposto.",
    confirmed: effect === "partial" ? "Sblocco confermato solo in parte." : "Sblocco confermato.",
    contested: "Sblocco contestato.",
    rejected: "Sblocco rifiutato.",
  };
  return words[state];
}

function answerWords(answer: TurnAnswer, suspended: number): string {
  if (answer === "confirmed") return "Svolta confermata.";
  return `Svolta contestata: ${count(suspended, "sblocco è sospeso", "sblocchi sono sospesi")} finché il RTD non decide.`;
}

/** A claim is of one process: it turns that one, or none. */
function levelWords(turns: Recorded["turns"]): string {
  const [turn] = turns;
  if (!turn) return "Nessun processo ha cambiato livello.";
  return `Un processo ha cambiato livello: questo, da ${LEVEL_LABEL[turn.from_level]} a ${LEVEL_LABEL[turn.to_level]}.`;
}
