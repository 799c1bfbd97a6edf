import { asOfNow, type Day, isDay, type Viewpoint, viewpointOf } from "#app/domain/days.ts";
import { today } from "./clock.server.ts";

/** `asked`: the text of the address. `al`: the past day that links must keep, undefined for now. */
export type AsOf = {
  at: Viewpoint;
  al: Day | undefined;
  today: Day;
  asked: string;
  error: string | undefined;
};

/**
 * The day a page is asked for (`?al=2022-12-31`, R4), or now. A day that is not one, or is in the future, is said at the
 * field, and the page shows today.
 */
export function readAsOf(request: Request): AsOf {
  const typed = new URL(request.url).searchParams.get("al")?.trim() ?? "";
  const asked = asIso(typed);
  const day = today();
  const error = errorOf(asked, typed, day);
  const at = asked === "" || error ? asOfNow(day) : viewpointOf(asked, day);
  return { at, al: at.isOver ? at.day : undefined, today: day, asked, error };
}

/** A day as an Italian writes it, too: `31/12/2022`. */
function asIso(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

function errorOf(asked: string, typed: string, day: Day): string | undefined {
  if (asked === "") return undefined;
  if (!isDay(asked)) return `«${typed.slice(0, 20)}» non è un giorno: scegline uno, come 31/12/2022`;
  return asked > day ? "Il giorno è nel futuro: la situazione si vede fino a oggi" : undefined;
}
