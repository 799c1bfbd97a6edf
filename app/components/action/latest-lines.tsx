import { planActionAddress } from "#app/addresses.ts";
import { dayInRome } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status-steps.ts";
import { formatDay } from "#app/format.ts";
import { Glyph, statusWords } from "../situation.tsx";

type Line = {
  sequence: number;
  plan: string;
  code: string;
  year: number;
  to_status: Status;
  progress: number;
  recorded_at: string;
  has_evidence: 0 | 1;
};

/** The last things anyone recorded, newest first, by the day they were recorded. */
export function LatestLines({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="ultimi-cambi">
      <h2 id="ultimi-cambi">Ultimi aggiornamenti</h2>
      <ol className="hist">
        {lines.map((line) => (
          <li key={line.sequence}>
            <Glyph
              of={
                line.to_status === "completed"
                  ? line.has_evidence
                    ? "completed-proven"
                    : "completed-declared"
                  : line.to_status
              }
              progress={line.progress}
            />
            <time dateTime={line.recorded_at}>{formatDay(dayInRome(line.recorded_at))}</time> ·{" "}
            <a href={planActionAddress(line.plan, line.code)}>{line.code}</a>, {line.year}:{" "}
            {statusWords(line.to_status, line.progress)}
          </li>
        ))}
      </ol>
    </section>
  );
}
