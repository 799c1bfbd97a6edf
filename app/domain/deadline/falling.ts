import { type Day, isDueOver, type Viewpoint } from "../days.ts";

/** `by`: it is to be done by that day. `from`: something holds from that day on, and nobody can be late with it. */
export type DeadlineForm = "by" | "from";

/** `unknown`: nothing that is recorded says whether it was done, and it is never called late. */
export type DeadlineStanding = "open" | "done" | "unknown";

/** Something that falls on a day, and whether it is done. */
export type Falling = { day: Day; form: DeadlineForm; standing: DeadlineStanding };

/** Late (R1): still to do, due by a day, and that day is over. */
export function isFallingLate({ day, form, standing }: Falling, at: Viewpoint): boolean {
  return standing === "open" && form === "by" && isDueOver(day, at);
}
