import type { Level } from "#app/domain/level/levels.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";

/** The symbol of a level: a square, never a disc, so that it is not taken for a situation. */
export function LevelGlyph({ of }: { of: Level }) {
  return (
    <svg className="g lv" aria-hidden="true">
      <use href={`#g-level-${of}`} />
    </svg>
  );
}

/** A level as symbol and word. */
export function LevelOf({ level, big = false }: { level: Level; big?: boolean }) {
  return (
    <span className={`st lv-${level}${big ? " big" : ""}`}>
      <LevelGlyph of={level} />
      <b>{LEVEL_LABEL[level]}</b>
    </span>
  );
}
