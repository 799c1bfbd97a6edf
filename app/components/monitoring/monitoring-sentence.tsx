import type { Day } from "#app/domain/days.ts";
import type { countAnswers } from "#app/domain/monitoring/answers.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";

export type AnswerCounts = ReturnType<typeof countAnswers>;

/** How far a round is, in a sentence: answers of items asked, by when, and what is no longer to be confirmed. */
export function MonitoringSentence({
  round: { openedOn, dueOn, closedOn },
  counts: { asked, answered, confirmed, changed, withdrawn },
  today,
}: {
  round: { openedOn: Day; dueOn: Day; closedOn: Day | null };
  counts: AnswerCounts;
  today: Day;
}) {
  const isOver = closedOn === null && dueOn < today;
  return (
    <p className="sent">
      {formatNumber(answered)} {answered === 1 ? "risposta" : "risposte"} su{" "}
      {count(asked, "voce chiesta", "voci chieste")}: {count(confirmed, "confermata", "confermate")},{" "}
      {count(changed, "cambiata", "cambiate")}
      {withdrawn > 0 && `; ${withdrawn} non più da confermare`}. Aperto {dayWith("il", openedOn)},{" "}
      {closedOn === null ? (
        <>
          termine {dayWith("il", dueOn)}
          {isOver && <b> (passato)</b>}.
        </>
      ) : (
        <>chiuso {dayWith("il", closedOn)}.</>
      )}
    </p>
  );
}
