import type { Day } from "./days.ts";

/** The days on which a row with a life holds (design, section 3): from the first to the day before the last. */
export type Held = { held_from_on: Day; held_until_on: Day | null };

/** The rows that hold on a day: what `heldOn` of the database says, of rows read for more than one day. */
export function heldOn<Row extends Held>(rows: readonly Row[], day: Day): Row[] {
  return rows.filter(
    (row) => row.held_from_on <= day && (row.held_until_on === null || row.held_until_on > day),
  );
}
