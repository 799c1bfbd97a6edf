import { type Day, firstDayOf } from "../days.ts";
import type { Span } from "./objectives.ts";

export type DayRefusal = "in-the-future" | "before-the-objective";

/** Whatever is reported of an objective is of a day neither to come nor before its first year (R9); it may come after its last: much is told late. */
export function refusalOfDay(day: Day, { firstYear }: Span, today: Day): DayRefusal | undefined {
  if (day > today) return "in-the-future";
  return day < firstDayOf(firstYear) ? "before-the-objective" : undefined;
}
