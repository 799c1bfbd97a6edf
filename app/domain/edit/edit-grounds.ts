import type { Day } from "../days.ts";

/** What a form asks of who changes an adopted plan (R12): why and, if there is one, by which act. */
export type TypedGrounds = { reason: string; actOrgan: string; actNumber: string; actOn: Day | null };

/** Why the plan is changed. Before its adoption nobody asks: the reason is empty and there is no act. */
type Grounds = { reason: string; act: { organ: string; number: string; on: Day } | null };

export type GroundsRefusal = "reason-required" | "act-incomplete" | "act-in-the-future";
export type GroundsDecision =
  { ok: true; grounds: Grounds } | { ok: false; field: keyof TypedGrounds; reason: GroundsRefusal };

/**
 * Decides whether what was typed is ground enough for an edit (R12). A change of an adopted plan has a reason; an act is
 * named whole, organ, number and day, or not at all: half of one cannot be found again. A plan that is not adopted is
 * edited in place, and what was typed counts for nothing.
 *
 *     decideGrounds({ reason: "riorganizzazione", actOrgan: "Giunta", actNumber: "", actOn: null }, { isAdopted: true, today })
 *     // { ok: false, field: "actNumber", reason: "act-incomplete" }
 */
export function decideGrounds(
  typed: TypedGrounds,
  { isAdopted, today }: { isAdopted: boolean; today: Day },
): GroundsDecision {
  if (!isAdopted) return { ok: true, grounds: { reason: "", act: null } };
  const { reason, actOrgan: organ, actNumber: number, actOn: on } = typed;
  if (reason === "") return { ok: false, field: "reason", reason: "reason-required" };
  if (organ === "" && number === "" && on === null) return { ok: true, grounds: { reason, act: null } };
  if (organ === "") return { ok: false, field: "actOrgan", reason: "act-incomplete" };
  if (number === "") return { ok: false, field: "actNumber", reason: "act-incomplete" };
  if (on === null) return { ok: false, field: "actOn", reason: "act-incomplete" };
  if (on > today) return { ok: false, field: "actOn", reason: "act-in-the-future" };
  return { ok: true, grounds: { reason, act: { organ, number, on } } };
}
