import type { PlanActionOnDay } from "./plan-at.ts";

/** An annualità of an earlier plan that goes on in this one. */
export type CarriedYear = { plan: string; code: string; year: number };

/**
 * The annualità of earlier plans that a plan has taken over, by the place where they go on (R1): "4.3.6/2025" comes from 4.3.6/2023
 * of 2021-2023. Several may go to one place.
 */
export function carriedInto(
  plan: string,
  earlier: readonly { plan: { code: string }; actions: readonly Pick<PlanActionOnDay, "code" | "years">[] }[],
): Map<string, CarriedYear[]> {
  const carried = new Map<string, CarriedYear[]>();
  for (const { plan: from, actions } of earlier)
    for (const { code, years } of actions)
      for (const { year, target } of years)
        if (target?.plan === plan)
          addTo(carried, placeOf(target.code, target.year), { plan: from.code, code, year });
  return carried;
}

/** A year of an action, as a key. */
export function placeOf(code: string, year: number): string {
  return `${code}/${year}`;
}

function addTo(carried: Map<string, CarriedYear[]>, place: string, one: CarriedYear): void {
  carried.set(place, [...(carried.get(place) ?? []), one]);
}
