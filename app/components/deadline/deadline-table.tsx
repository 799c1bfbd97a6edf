import type { Day } from "#app/domain/days.ts";
import type { Deadline } from "#app/domain/deadline/deadlines.ts";
import { count } from "#app/format.ts";
import { Glyph } from "../situation.tsx";
import { DeadlineName, dayWords, standingWords } from "./deadline-words.tsx";

/** A deadline as a page tells it: who answers for it, and where this person brings it up to date. */
export type ToldDeadline = Deadline & {
  whose: string;
  way: { address: string; words: string } | null;
  /** The past day that its links keep. */
  al: Day | undefined;
};

/** Deadlines, one a row: when, what, whose, how it stands, one click from being brought up to date. `more`: others late of the same point. */
export function DeadlineTable({
  rows,
  caption,
  today,
}: {
  rows: (ToldDeadline & { more?: number })[];
  caption: string;
  today: Day;
}) {
  return (
    <table className="t cards deadlines">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-day">
            Giorno
          </th>
          <th scope="col">Che cosa</th>
          <th scope="col" className="c-whose">
            Di chi
          </th>
          <th scope="col" className="c-standing">
            A che punto
          </th>
          <th scope="col" className="c-way noprint">
            <span className="sr">Aggiorna</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((deadline) => (
          <Row key={deadline.id} deadline={deadline} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ deadline, today }: { deadline: ToldDeadline & { more?: number }; today: Day }) {
  const { isLate, whose, more = 0 } = deadline;
  const words = standingWords(deadline, today);
  return (
    <tr>
      <td className="c-day">{dayWords(deadline)}</td>
      <th scope="row">
        <DeadlineName deadline={deadline} />
        {more > 0 && (
          <span className="sm d">
            e {count(more, "altro termine passato", "altri termini passati")} dello stesso punto
          </span>
        )}
      </th>
      <td data-l="Di chi">{whose}</td>
      <td data-l="A che punto">
        {isLate ? (
          <b className="late">
            <Glyph of="late" /> {words}
          </b>
        ) : (
          <span className="mut">{words}</span>
        )}
      </td>
      <td className="noprint">
        <Way deadline={deadline} />
      </td>
    </tr>
  );
}

function Way({ deadline }: { deadline: ToldDeadline }) {
  if (deadline.way === null) return null;
  return (
    <a className="btn btn-outline-primary btn-s" href={deadline.way.address}>
      {deadline.way.words}
      <span className="sr"> {spokenName(deadline)}</span>
    </a>
  );
}

function spokenName(deadline: ToldDeadline): string {
  if (deadline.kind === "action-year") return `${deadline.code}, ${deadline.year}`;
  if (deadline.kind === "step") return `${deadline.objective}, punto ${deadline.name}, ${dayWords(deadline)}`;
  return deadline.kind === "round" ? deadline.title : "";
}
