import type { Day } from "#app/domain/days.ts";
import type { Rhythm } from "#app/domain/deadline/step-deadlines.ts";
import { count, formatNumber } from "#app/format.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";

/** What is to be reported every day or week: one line each, in no month. */
export function RhythmList({ rhythms, al }: { rhythms: Rhythm[]; al: Day | undefined }) {
  if (rhythms.length === 0) return null;
  return (
    <section aria-labelledby="ricorrenti">
      <h2 id="ricorrenti">Ogni giorno, ogni settimana</h2>
      <p className="sm mut">Non sono elencate giorno per giorno, né sono nel calendario.</p>
      <ul className="list">
        {rhythms.map((rhythm) => (
          <li key={`${rhythm.objective}/${rhythm.ordinal}`}>
            <a href={`${objectiveAddress(rhythm.objective, al)}#punto-${rhythm.ordinal}`}>
              <b>
                {rhythm.objective}, punto {rhythm.name}
              </b>{" "}
              · {rhythm.step}
            </a>
            <span className="mut sm d">{rhythmWords(rhythm)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function rhythmWords({ every, reported, periods }: Rhythm): string {
  const of = formatNumber(periods);
  return every === "day"
    ? `ogni giorno · ${count(reported, "giorno rendicontato", "giorni rendicontati")} su ${of}`
    : `ogni settimana · ${count(reported, "settimana rendicontata", "settimane rendicontate")} su ${of}`;
}
