import { planActionAddress } from "#app/addresses.ts";
import { dayInRome } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { formatDay } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { Glyph, statusWords } from "../situation.tsx";
import { type Short, ShortList } from "./short-list.tsx";

type Line = {
  sequence: number;
  plan: string;
  code: string;
  title: string;
  year: number;
  to_status: Status;
  progress: number;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  has_evidence: 0 | 1;
};

/** `isFirstVisit`: there is no last visit to count from, and the latest few are told. */
export type News = Short<Line> & { isFirstVisit: boolean };

/** What others recorded since the person's last visit, newest first, by the day it was recorded. */
export function DeskNews({ news, own = false }: { news: News; own?: boolean }) {
  const about = own ? " sulle annualità dei tuoi uffici" : "";
  return (
    <ShortList
      id="novita"
      title={news.isFirstVisit ? "Ultimi aggiornamenti" : "Dalla tua ultima visita"}
      note={
        news.isFirstVisit
          ? `È la tua prima visita: ecco gli ultimi di altri${about}.`
          : news.total === 0
            ? `Nessun aggiornamento di altri${about}.`
            : undefined
      }
      list={news}
      all={`Tutti i ${news.total}`}
    >
      <ol className="hist">
        {news.rows.map((line) => (
          <li key={line.sequence}>
            <Glyph of={glyphOf(line)} progress={line.progress} />
            <time dateTime={line.recorded_at}>{formatDay(dayInRome(line.recorded_at))}</time> ·{" "}
            <a href={planActionAddress(line.plan, line.code)}>{line.code}</a>, {line.year}:{" "}
            {statusWords(line.to_status, line.progress)}
            <span className="m cut">
              {authorLabel({ role: line.author_role, office: line.author_office })} · {line.title}
            </span>
          </li>
        ))}
      </ol>
    </ShortList>
  );
}

function glyphOf({ to_status, has_evidence }: Line) {
  if (to_status !== "completed") return to_status;
  return has_evidence ? "completed-proven" : "completed-declared";
}
