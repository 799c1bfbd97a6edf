import { planActionAddress } from "#app/addresses.ts";
import type { ComingRow } from "#app/components/desk/coming-deadlines.tsx";
import { LEGAL_WORDS } from "#app/deadline-labels.ts";
import { asOfNow, type Day, dayAfter, yearOf } from "#app/domain/days.ts";
import { type ComingDeadline, comingDeadlines } from "#app/domain/deadline/coming-deadlines.ts";
import { isOfPerson, legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import type { Person } from "#app/domain/permissions.ts";
import { count } from "#app/format.ts";
import { deadlinesAddress, objectiveAddress } from "#app/objective-addresses.ts";
import { deadlinesOn } from "../deadline/deadlines.server.ts";

/** How far a desk looks ahead, enough to see the end of a year from October, and how many rows it shows. */
const SHOWN = { days: 90, rows: 5 };

/** What falls due next for a person's offices and for the whole municipality. Rounds are left out: the desk asks for their answers by itself. */
export async function comingFor(person: Person, day: Day): Promise<ComingRow[]> {
  const at = asOfNow(day);
  const years = new Set([yearOf(day), yearOf(dayAfter(day, SHOWN.days))]);
  const own = (await deadlinesOn(at)).filter((one) => one.kind !== "round" && isOfPerson(one, person));
  const legal = [...years].flatMap((year) => legalDeadlinesOf(year, at));
  return comingDeadlines([...own, ...legal], { within: SHOWN.days, at })
    .slice(0, SHOWN.rows)
    .map(told);
}

function told({ first, more }: ComingDeadline): ComingRow {
  const { id, day, form } = first;
  return { id, day, form, ...named({ first, more }) };
}

function named({ first, more }: ComingDeadline): Pick<ComingRow, "words" | "address"> {
  if (first.kind === "legal")
    return {
      words: LEGAL_WORDS[first.legal.name].obligation,
      address: `${deadlinesAddress()}#norma-${first.legal.name}`,
    };
  if (first.kind === "step")
    return {
      words: `${first.objective}, punto ${first.name}: ${first.step}`,
      address: `${objectiveAddress(first.objective)}#punto-${first.ordinal}`,
    };
  if (first.kind === "action-year" && more === 0)
    return {
      words: `${first.code}, ${first.year}: ${first.title}`,
      address: `${planActionAddress(first.plan, first.code)}#anno-${first.year}`,
    };
  return {
    words: count(more + 1, "annualità aperta", "annualità aperte"),
    address: `${deadlinesAddress({ anno: yearOf(first.day) })}#mese-${first.day.slice(0, 7)}`,
  };
}
