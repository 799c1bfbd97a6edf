import { planActionAddress, turnAnswerAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { CausingLine, LevelCause } from "#app/domain/level/level-causes.ts";
import type { Level } from "#app/domain/level/levels.ts";
import type { TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import { formatDay, momentWithArticle, quotedLast } from "#app/format.ts";
import { authorLabel, STATUS_LABEL } from "#app/labels.ts";
import { BLOCKER_KIND_LABEL, CLAIM_STATE_LABEL, LEVEL_LABEL } from "#app/process-labels.ts";
import { LevelGlyph } from "./level.tsx";
import { type ToldTurnCause, TurnCause } from "../unblock-claim/turn-words.tsx";

type Told = ToldTurnCause & {
  id: number;
  recorded_at: string;
  answer: TurnAnswer | null;
  answer_reason: string | null;
  answered_at: string | null;
  answered_by_role: Role | null;
  answered_by_office: string | null;
  isAwaited: boolean;
};

type NamedCause =
  | Exclude<LevelCause, { kind: "work" }>
  | (Omit<Extract<LevelCause, { kind: "work" }>, "lines"> & {
      lines: (CausingLine & { plan: string; code: string })[];
    });

export type LevelStoryProps = {
  /** Newest first. */
  entries: { day: Day; from: Level | null; level: Level | null; causes: NamedCause[]; turns: Told[] }[];
  levelAsWritten: string;
  mayAnswer: boolean;
};

/** The levels of a process over time, each with what altered it, and what its office answered. */
export function LevelStory({ entries, levelAsWritten, mayAnswer }: LevelStoryProps) {
  return (
    <ol className="hist levels">
      {entries.map(({ day, from, level, causes, turns }) => (
        <li key={`${day} ${level} ${turns[0]?.id}`}>
          {level && (
            <span className={`lv-${level}`}>
              <LevelGlyph of={level} />
            </span>
          )}
          <time dateTime={day}>{formatDay(day)}</time> ·{" "}
          {level === null ? (
            "ritirato dal catalogo"
          ) : (
            <LevelWords from={from} level={level} asWritten={levelAsWritten} />
          )}
          {causes.map((cause, index) => (
            <span key={index} className="d">
              <Cause cause={cause} />
            </span>
          ))}
          {causes.length === 0 && turns.length > 0 && (
            <span className="d">
              <TurnCause turn={turns[0]!} />
            </span>
          )}
          {turns.map((turn) => (
            <TurnWords key={turn.id} turn={turn} mayAnswer={mayAnswer} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function LevelWords({ from, level, asWritten }: { from: Level | null; level: Level; asWritten: string }) {
  if (from === null)
    return (
      <>
        <b>{LEVEL_LABEL[level]}</b>, come scritto in origine: «{asWritten}»
      </>
    );
  return (
    <>
      da {LEVEL_LABEL[from]} a <b>{LEVEL_LABEL[level]}</b>
    </>
  );
}

function Cause({ cause }: { cause: NamedCause }) {
  const blocker = `«${BLOCKER_KIND_LABEL[cause.blocker]}»`;
  switch (cause.kind) {
    case "blocker":
      return `Blocco ${blocker} ${{ added: "aggiunto", retired: "ritirato", changed: "modificato" }[cause.change]}.`;
    case "decision": {
      const as = cause.state === "confirmed" && cause.effect === "partial" ? " come riduzione" : "";
      return `Lo sblocco di ${blocker} è stato ${CLAIM_STATE_LABEL[cause.state]}${as}.`;
    }
    case "work": {
      const does =
        cause.effect === "full"
          ? { began: "cade", ceased: "torna" }
          : { began: "si riduce", ceased: "torna intero" };
      return (
        <>
          <Lines lines={cause.lines} />
          {does[cause.began ? "began" : "ceased"]} il blocco {blocker}.
        </>
      );
    }
  }
}

/** The annualità that altered it, each leading to its line in the history of its action. */
function Lines({ lines }: { lines: (CausingLine & { plan: string; code: string })[] }) {
  if (lines.length === 0) return "Da questo giorno ";
  return (
    <>
      Con{" "}
      {lines.map(({ sequence, plan, code, year, status }, index) => (
        <span key={sequence}>
          {index > 0 && ", "}
          la{" "}
          <a href={`${planActionAddress(plan, code)}#riga-${sequence}`}>
            {code} del {year}
          </a>{" "}
          {STATUS_LABEL[status]}
        </span>
      ))}{" "}
    </>
  );
}

function TurnWords({ turn, mayAnswer }: { turn: Told; mayAnswer: boolean }) {
  const { answer, answer_reason, answered_at, answered_by_role, answered_by_office } = turn;
  return (
    <span className="m">
      Svolta registrata {momentWithArticle(turn.recorded_at)},{" "}
      {authorLabel({ role: turn.author_role, office: turn.author_office })}.{" "}
      {answer !== null && (
        <>
          <b>{answer === "confirmed" ? "Confermata" : "Contestata"}</b> da{" "}
          {authorLabel({ role: answered_by_role!, office: answered_by_office })}{" "}
          {momentWithArticle(answered_at!)}
          {answer_reason ? `: ${quotedLast(answer_reason)}` : "."}
        </>
      )}
      {turn.isAwaited &&
        (mayAnswer ? (
          <a href={turnAnswerAddress(turn.id)}>Conferma o contesta</a>
        ) : (
          "Attende la risposta dell’ufficio."
        ))}
    </span>
  );
}
