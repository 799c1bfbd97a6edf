import { planActionAddress } from "#app/addresses.ts";
import { usePastDay } from "../frame/past-day.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Level } from "#app/domain/level/levels.ts";
import type { TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import { dayWith, momentWithArticle, quotedLast } from "#app/format.ts";
import { authorLabel, ROLE_LABEL } from "#app/labels.ts";
import { LevelOf } from "../work-process/level.tsx";

export type ToldTurnCause = {
  caused_by_sequence: number | null;
  plan: string | null;
  action: string | null;
  year: number | null;
  edit_reason: string | null;
  /** What the edit answered to another turn: a contest takes its level back. */
  caused_by_answer: TurnAnswer | null;
  author_role: Role;
  author_office: string | null;
};

export type ToldTurnAnswer = {
  answer: TurnAnswer | null;
  answer_reason: string | null;
  answered_at: string | null;
  answered_by_role: Role | null;
  answered_by_office: string | null;
};

/** "NO → SI dal 12/03/2024". */
export function TurnLevels({ turn }: { turn: { from_level: Level; to_level: Level; effective_on: string } }) {
  return (
    <>
      <LevelOf level={turn.from_level} /> <span aria-hidden="true">→</span>
      <span className="sr"> diventa </span> <LevelOf level={turn.to_level} />{" "}
      {dayWith("dal", turn.effective_on)}
    </>
  );
}

/** What altered the level: a line of the history of an annualità, a contest or a decision, with who and why. */
export function TurnCause({ turn }: { turn: ToldTurnCause }) {
  const al = usePastDay();
  const by = authorLabel({ role: turn.author_role, office: turn.author_office });
  if (turn.caused_by_sequence !== null)
    return (
      <>
        Per un aggiornamento della{" "}
        <a href={`${planActionAddress(turn.plan!, turn.action!, al)}#anno-${turn.year}`}>
          <b>{turn.action}</b>, {turn.year}
        </a>{" "}
        (piano {turn.plan}), {by}, riga {turn.caused_by_sequence} della storia.
      </>
    );
  const did =
    turn.caused_by_answer === "contested"
      ? `Contestato da ${turn.author_office ?? ROLE_LABEL[turn.author_role]}`
      : `Per una decisione: ${by}`;
  return (
    <>
      {did}
      {turn.edit_reason ? `: ${quotedLast(turn.edit_reason)}` : "."}
    </>
  );
}

const ANSWER_WORDS: Record<TurnAnswer, string> = { confirmed: "Confermata", contested: "Contestata" };

/** Who answered, when and why; nothing where nobody has. */
export function TurnAnswered({ turn }: { turn: ToldTurnAnswer }) {
  if (turn.answer === null) return null;
  return (
    <>
      <b>{ANSWER_WORDS[turn.answer]}</b> {momentWithArticle(turn.answered_at!)},{" "}
      {authorLabel({ role: turn.answered_by_role!, office: turn.answered_by_office })}
      {turn.answer_reason ? `: ${quotedLast(turn.answer_reason)}` : "."}
    </>
  );
}
