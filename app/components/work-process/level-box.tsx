import type { Day } from "#app/domain/days.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { BLOCKER_KIND_LABEL } from "#app/process-labels.ts";
import type { Part } from "#app/sentence-parts.ts";
import { LevelOf } from "./level.tsx";
import { Sentence } from "./sentence.tsx";

/** The level, what blocks, and the sentence that explains it. */
export function LevelBox({
  level,
  kinds,
  sentence,
  al,
}: {
  level: Level;
  kinds: readonly BlockerKind[];
  sentence: readonly Part[];
  al: Day | undefined;
}) {
  return (
    <div className="box level">
      <p>
        <LevelOf level={level} big />{" "}
        <span className="sm mut">
          {[...new Set(kinds)].map((kind) => BLOCKER_KIND_LABEL[kind]).join(", ")}
        </span>
      </p>
      <p className="sent">
        <Sentence parts={sentence} al={al} />
      </p>
    </div>
  );
}
