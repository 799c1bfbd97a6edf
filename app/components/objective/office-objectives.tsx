import type { Day } from "#app/domain/days.ts";
import { count } from "#app/format.ts";
import { objectivesAddress } from "#app/objective-addresses.ts";
import { otherYearSentence } from "#app/objective-sentences.ts";
import { type ObjectiveLines, ObjectiveLinesTable } from "./objective-lines.tsx";

/** The objectives of an office, and of those under it, in the year that is shown; nothing where it has none. */
export function OfficeObjectives({
  office,
  objectives: { year, current, rows },
  hasUnder,
  al,
}: {
  office: string;
  objectives: ObjectiveLines;
  hasUnder: boolean;
  al: Day | undefined;
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="obiettivi">
      <h2 id="obiettivi">Obiettivi</h2>
      <p>
        <a href={objectivesAddress({ ufficio: office, anno: year, al })}>
          {count(rows.length, "obiettivo", "obiettivi")} del {year}
        </a>
        {hasUnder && ", con quelli degli uffici che gli fanno capo"}.{" "}
        {year !== current && <span className="mut">{otherYearSentence(current, year, "office")}</span>}
      </p>
      <ObjectiveLinesTable rows={rows} caption={`Gli obiettivi dell’ufficio, del ${year}`} al={al} />
    </section>
  );
}
