import { objectivesAddress } from "#app/objective-addresses.ts";
import { otherYearSentence } from "#app/objective-sentences.ts";
import { usePastDay } from "../frame/past-day.ts";
import { type ObjectiveLines, ObjectiveLinesTable } from "../objective/objective-lines.tsx";

/** The objectives that a dirigente is measured on (R9): this year's or, where the offices have none, the latest year's, and it says so. */
export function OwnObjectives({ objectives }: { objectives: ObjectiveLines }) {
  const { year, current, rows } = objectives;
  const al = usePastDay();
  return (
    <section aria-labelledby="obiettivi">
      <h2 id="obiettivi">I miei obiettivi</h2>
      {rows.length === 0 ? (
        <p className="sm mut">I tuoi uffici non hanno obiettivi.</p>
      ) : (
        <>
          {year !== current && <p className="sm mut">{otherYearSentence(current, year, "own")}</p>}
          <ObjectiveLinesTable
            rows={rows}
            caption={`Gli obiettivi dei tuoi uffici, del ${year}`}
            al={al}
            mayReport={!al}
          />
        </>
      )}
      <p className="sm">
        <a href={objectivesAddress({ al })}>Tutti gli obiettivi</a>
      </p>
    </section>
  );
}
