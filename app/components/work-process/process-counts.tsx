import { workProcessesAddress } from "#app/addresses.ts";
import { type Figure, FIGURES } from "#app/domain/smartability.ts";
import { type Level, type LevelCounts, LEVELS } from "#app/domain/level/levels.ts";
import { FIGURE_CODE, LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { formatNumber, numberWith } from "#app/format.ts";
import { FIGURE_LABEL, LEVEL_LABEL } from "#app/process-labels.ts";
import { LevelGlyph } from "./level.tsx";
import type { ReactNode } from "react";

const LEVEL_EXPLAINS: Record<Level, string> = {
  yes: "in lavoro agile",
  "in-part": "qualcosa lo ferma in parte",
  no: "qualcosa lo ferma del tutto",
  outsourced: "affidato all’esterno",
};

const FIGURE_EXPLAINS: Record<Figure, string> = {
  unlockable: "le azioni del piano ne alzano il livello",
  never: "resta un blocco che nessuna azione digitale toglie",
  lightened: "un’azione riduce un blocco, il livello resta",
  "without-action": "nessuno sblocco proposto o confermato",
};

export type CountsProps = {
  counts: {
    levels: LevelCounts;
    written: LevelCounts;
    below: number;
    figures: Record<Figure, number>;
  };
  /** The filters that the links keep. */
  query: Record<string, string | undefined>;
};

/** How many processes have each level and, below SI, what may become of them: each figure is the way to its rows. */
export function ProcessCounts({ counts, query }: CountsProps) {
  const narrowed = narrowedWords(query);
  const { levels, written, below, figures } = counts;
  const address = (asked: { livello?: string; figura?: string }) =>
    `${workProcessesAddress({ ...query, livello: undefined, figura: undefined, ...asked })}#processi`;
  return (
    <div className="level-counts">
      <div>
        <h2 className="lgh">Per livello{narrowed}</h2>
        <ul className="lg">
          {LEVELS.map((level) => (
            <Entry
              key={level}
              number={levels[level]}
              address={address({ livello: LEVEL_CODE[level] })}
              isAsked={query.livello === LEVEL_CODE[level]}
              hint={`${LEVEL_EXPLAINS[level]}${written[level] === levels[level] ? "" : `; nelle mappe ${formatNumber(written[level])}`}`}
              glyph={
                <span className={`lv-${level}`}>
                  <LevelGlyph of={level} />
                </span>
              }
            >
              <b>{LEVEL_LABEL[level]}</b>
            </Entry>
          ))}
        </ul>
      </div>
      {below > 0 && (
        <div>
          <h2 className="lgh">
            Che ne sarà {numberWith("dei", below)} sotto il SI{narrowed}
          </h2>
          <ul className="lg">
            {FIGURES.map((figure) => (
              <Entry
                key={figure}
                number={figures[figure]}
                address={address({ figura: FIGURE_CODE[figure] })}
                isAsked={query.figura === FIGURE_CODE[figure]}
                hint={FIGURE_EXPLAINS[figure]}
                glyph={<span />}
              >
                {FIGURE_LABEL[figure]}
              </Entry>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** That the counts answer to the filters, but for those of level and figure, by which they part; empty where there is none. */
export function narrowedWords({ livello, figura, ...query }: CountsProps["query"]): string {
  const isNarrowed = Object.entries(query).some(([name, asked]) => name !== "al" && asked !== undefined);
  if (!isNarrowed) return "";
  return livello === undefined && figura === undefined ? ", con questi filtri" : ", con gli altri filtri";
}

function Entry({
  number,
  address,
  isAsked,
  hint,
  glyph,
  children,
}: {
  number: number;
  address: string;
  isAsked: boolean;
  hint: string;
  glyph: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <a href={address} aria-current={isAsked ? "true" : undefined}>
        {glyph}
        <span className="k">{formatNumber(number)}</span>
        <span className="l">
          {children} <i>{hint}</i>
        </span>
      </a>
    </li>
  );
}
