import type { Day } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";

type Standing = { closedAt: string | null; correctedBy: { isClosed: boolean } | null };

/** "Fotografia del piano 2021-2023 al 31/12/2022". */
export function reviewTitle({ plan, day }: { plan: string; day: Day }): string {
  return `Fotografia del piano ${plan} ${dayWith("al", day)}`;
}

/** How a review stands: open, closed, put right by another. */
export function standingWords({ closedAt, correctedBy }: Standing): string {
  if (closedAt === null) return "aperta";
  return correctedBy?.isClosed ? "chiusa, poi corretta" : "chiusa";
}
