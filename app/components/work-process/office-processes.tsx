import { workProcessesAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { type LevelCounts, LEVELS } from "#app/domain/level/levels.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { count, formatNumber } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { LevelGlyph } from "./level.tsx";

/** How many processes of an office, and of those under it, have each level; nothing where it has none. */
export function OfficeProcesses({
  office,
  levels,
  hasUnder,
  al,
}: {
  office: string;
  levels: LevelCounts;
  hasUnder: boolean;
  al: Day | undefined;
}) {
  const total = LEVELS.reduce((sum, level) => sum + levels[level], 0);
  if (total === 0) return null;
  return (
    <section aria-labelledby="processi">
      <h2 id="processi">Processi</h2>
      <p>
        <a href={workProcessesAddress({ ufficio: office, al })}>{count(total, "processo", "processi")}</a>
        {hasUnder && ", con quelli degli uffici che gli fanno capo"}. In lavoro agile:
      </p>
      <ul className="office-levels">
        {LEVELS.filter((level) => levels[level] > 0).map((level) => (
          <li key={level}>
            <a href={`${workProcessesAddress({ ufficio: office, livello: LEVEL_CODE[level], al })}#processi`}>
              <span className={`lv-${level}`}>
                <LevelGlyph of={level} />
              </span>{" "}
              <b>{formatNumber(levels[level])}</b> {LEVEL_LABEL[level]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
