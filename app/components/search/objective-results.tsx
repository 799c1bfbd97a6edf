import { objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { count, formatNumber } from "#app/format.ts";
import { Marked } from "./marked.tsx";

export type ObjectiveResultsProps = {
  total: number;
  listed: { code: string; title: string; document: string; offices: string[] }[];
  words: string[];
  asked: { q: string; al: Day | undefined };
};

/** The objectives in which the words were found, each with its document, its code and whose it is; the words may be in a step. */
export function ObjectiveResults({ total, listed, words, asked: { q, al } }: ObjectiveResultsProps) {
  return (
    <section aria-labelledby="obiettivi-trovati">
      <h2 id="obiettivi-trovati">{count(total, "obiettivo", "obiettivi")}</h2>
      <ul className="list">
        {listed.map(({ code, title, document, offices }) => (
          <li key={code}>
            <a href={objectiveAddress(code, al)}>
              <Marked text={title} words={words} />
            </a>
            <span className="mut sm d">
              <Marked text={[document, code, ...offices].join(" · ")} words={words} />
            </span>
          </li>
        ))}
      </ul>
      {total > listed.length && (
        <p className="sm">
          Qui i primi {formatNumber(listed.length)} di {formatNumber(total)}.{" "}
          <a href={objectivesAddress({ testo: q, al })}>Cerca nell’elenco degli obiettivi</a>
        </p>
      )}
    </section>
  );
}
