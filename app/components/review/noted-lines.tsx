import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { count, formatDay, momentWithArticle } from "#app/format.ts";
import { authorLabel, STATUS_LABEL } from "#app/labels.ts";
import { reviewAddress } from "#app/review-addresses.ts";
import { usePastDay } from "../frame/past-day.ts";
import { Glyph, statusWords } from "../situation.tsx";

/** A line noted after a review, as the history tells it. */
export type NotedLineProps = {
  sequence: number;
  code: string;
  year: number;
  from_status: Status;
  to_status: Status;
  progress: number;
  target_year: number | null;
  evidence_commitment: string | null;
  effective_on: Day;
  recorded_at: string;
  replaces_sequence: number | null;
  author_role: Role;
  author_office: string | null;
};

/** A closed review, and what was noted after it of days that it had seen (R4). */
export type NotedProps = { id: number; plan: string; shown_on: Day; lines: NotedLineProps[] };

/** "Annotato dopo la fotografia al 31/12/2022: 2 righe", with the way to the review. `of`: "di questa azione", where only some are told. */
export function NotedAfter({ noted, of = "" }: { noted: NotedProps[]; of?: string }) {
  return noted
    .filter(({ lines }) => lines.length > 0)
    .map(({ id, plan, shown_on, lines }) => (
      <section key={id} className="noted" aria-labelledby={`annotato-${id}`}>
        <h2 id={`annotato-${id}`}>
          Annotato dopo la fotografia al {formatDay(shown_on)}
          {of && ` ${of}`}: {count(lines.length, "riga", "righe")}
        </h2>
        <p className="sm mut">
          La <a href={reviewAddress(id)}>fotografia del piano {plan}</a> non le conteneva; questa pagina le
          conta.
        </p>
        <NotedLines
          plan={plan}
          lines={lines}
          caption={`Righe annotate dopo la fotografia del piano ${plan}`}
        />
      </section>
    ));
}

/** The lines themselves: which annualità, from what to what, of which day, recorded when and by whom. */
export function NotedLines({
  plan,
  lines,
  caption,
}: {
  plan: string;
  lines: NotedLineProps[];
  caption: string;
}) {
  return (
    <table className="t cards">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Azione e anno</th>
          <th scope="col">Da</th>
          <th scope="col">A</th>
          <th scope="col">Dal giorno</th>
          <th scope="col">Riga</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.sequence} plan={plan} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ plan, line }: { plan: string; line: NotedLineProps }) {
  const al = usePastDay();
  const { sequence, to_status, progress, target_year, replaces_sequence } = line;
  return (
    <tr>
      <th scope="row">
        <a href={`${planActionAddress(plan, line.code, al)}#riga-${sequence}`}>
          {line.code}, {line.year}
        </a>
      </th>
      <td data-l="Da">{STATUS_LABEL[line.from_status]}</td>
      <td data-l="A">
        <Glyph of={glyphOf(line)} progress={progress} /> {statusWords(to_status, progress)}
        {to_status === "rescheduled" && target_year !== null && ` al ${target_year}`}
      </td>
      <td data-l="Dal giorno">{formatDay(line.effective_on)}</td>
      <td data-l="Riga">
        {sequence}, registrata {momentWithArticle(line.recorded_at)},{" "}
        {authorLabel({ role: line.author_role, office: line.author_office })}
        {replaces_sequence !== null && ` (rettifica della riga ${replaces_sequence})`}
      </td>
    </tr>
  );
}

function glyphOf({ to_status, evidence_commitment }: NotedLineProps) {
  if (to_status !== "completed") return to_status;
  return evidence_commitment === null ? "completed-declared" : "completed-proven";
}
