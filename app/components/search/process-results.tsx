import { workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { count, formatNumber } from "#app/format.ts";
import { Marked } from "./marked.tsx";

export type ProcessResultsProps = {
  total: number;
  listed: { code: string; title: string; name: string | null; map: string }[];
  words: string[];
  asked: { q: string; al: Day | undefined };
};

/** The processes in which the words were found, each with its code, what it is part of and its catalogue. */
export function ProcessResults({ total, listed, words, asked: { q, al } }: ProcessResultsProps) {
  return (
    <section aria-labelledby="processi-trovati">
      <h2 id="processi-trovati">Nei cataloghi: {count(total, "processo", "processi")}</h2>
      <ul className="list">
        {listed.map(({ code, title, name, map }) => (
          <li key={code}>
            <a href={workProcessAddress(code, al)}>
              <Marked text={title} words={words} />
            </a>
            <span className="mut sm d">
              <Marked text={[...(name === null ? [] : [name]), code].join(" · ")} words={words} /> · catalogo{" "}
              {map}
            </span>
          </li>
        ))}
      </ul>
      {total > listed.length && (
        <p className="sm">
          Qui i primi {formatNumber(listed.length)} di {formatNumber(total)}.{" "}
          <a href={`${workProcessesAddress({ testo: q, al })}#processi`}>Cerca nell’elenco dei processi</a>
        </p>
      )}
    </section>
  );
}
