import type { Day } from "#app/domain/days.ts";
import { joinWords } from "#app/format.ts";
import { actionObjectiveAddress, objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { documentWords, yearsWords } from "#app/objective-sentences.ts";
import { Done, type ObjectiveFigures } from "./objective-table.tsx";

/** An objective that rests on an action: `counted`: of the annualità that its links name, those that count in it. */
export type ActionObjective = {
  code: string;
  title: string;
  document: string;
  number: string | null;
  offices: { code: string; name: string }[];
  figures: ObjectiveFigures;
  years: { first_year: number; last_year: number };
  links: { id: number; year: number | null; rationale: string }[];
  counted: number[];
};

/** The objectives that rest on an action (R9): how far each is, and why it is linked. `mayLink`: for who may make and undo links. */
export function ActionObjectives({
  plan,
  code,
  objectives,
  mayLink,
  al,
}: {
  plan: string;
  code: string;
  objectives: readonly ActionObjective[];
  mayLink: boolean;
  al: Day | undefined;
}) {
  return (
    <section aria-labelledby="obiettivi">
      <h2 id="obiettivi">Obiettivi</h2>
      {objectives.length === 0 && <p className="mut">Nessun obiettivo collegato.</p>}
      {objectives.length > 0 && (
        <ul className="list">
          {objectives.map((objective) => (
            <OneObjective key={objective.code} objective={objective} mayLink={mayLink} al={al} />
          ))}
        </ul>
      )}
      {mayLink && (
        <p className="sm noprint">
          <a href={actionObjectiveAddress(plan, code)}>Collega a un obiettivo</a>
        </p>
      )}
    </section>
  );
}

function OneObjective({
  objective: { code, title, document, number, offices, figures, years, links, counted },
  mayLink,
  al,
}: {
  objective: ActionObjective;
  mayLink: boolean;
  al: Day | undefined;
}) {
  const about = [documentWords({ document, number_as_written: number }), ...offices.map(({ name }) => name)];
  return (
    <li>
      <a href={objectiveAddress(code, al)}>{title}</a>
      <span className="mut sm d">{about.join(" · ")}</span>
      <span className="d">
        <Done figures={figures} />
        {figures.isBehind && figures.expected && <>, atteso {figures.expected.percent}</>}
      </span>
      {links.map(({ id, year, rationale }) => (
        <span className="sm d" key={id}>
          {year !== null && <>Solo il {year}: </>}
          {rationale}{" "}
          {mayLink && (
            <a className="noprint" href={objectivePart(code, "collegamenti", id, "scioglimento")}>
              Sciogli<span className="sr"> il collegamento con «{title}»</span>
            </a>
          )}
        </span>
      ))}
      <span className="mut sm d">{countedWords(counted, years)}</span>
    </li>
  );
}

function countedWords(counted: readonly number[], years: ActionObjective["years"]): string {
  if (counted.length === 0)
    return `Non conta nell’avanzamento: nessuna annualità collegata è degli anni dell’obiettivo (${yearsWords(years)}).`;
  return `Nell’avanzamento ${counted.length === 1 ? "conta" : "contano"} ${joinWords(counted.map(String))}.`;
}
