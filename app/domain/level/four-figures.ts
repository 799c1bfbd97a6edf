import { type Figure, FIGURES, type ProcessOnDay } from "../smartability.ts";
import { countLevels, type LevelCounts } from "./levels.ts";

/** `below`: the processes below SI, esterno apart; the four figures add up to it. */
export type Figures = {
  levels: LevelCounts;
  attainable: LevelCounts;
  below: number;
  figures: Record<Figure, number>;
};

/**
 * How many processes have each level, today's and the attainable one, and in which of the four figures those below SI are counted
 * (R7).
 *
 *     figuresOf(processes) // of the three maps of the demonstration before any completion: 58, 90, 40 and 52 of 240
 */
export function figuresOf(processes: readonly ProcessOnDay[]): Figures {
  const levels = countLevels(processes.map(({ level }) => level));
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<Figure, number>;
  for (const { figure } of processes) if (figure !== null) figures[figure] += 1;
  return {
    levels,
    attainable: countLevels(processes.map(({ attainable }) => attainable)),
    below: levels["in-part"] + levels.no,
    figures,
  };
}
