import { today } from "#app/clock.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordActionRemoval, recordDiscard } from "#db/plan/draft-removals.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";

export type RemovalOutcome = { ok: true } | { ok: false; errors: Record<string, string[]> };

/** Discards a draft whole, as the person saw it. */
export async function discardPlan(plan: PlanRow, stamp: string, user: User): Promise<RemovalOutcome> {
  if (plan.adopted_on !== null) return refused("plan", "Il piano è adottato: non si scarta più");
  const { recorded } = await recordDiscard(
    db,
    { planId: plan.id, stamp, today: today() },
    { by: authorOf(user), reason: `scarto della bozza ${plan.code}`, act: null },
  );
  return recorded ? { ok: true } : refused("plan", MEANWHILE);
}

/** Takes an action off a draft, as the person saw it. */
export async function removeAction(
  plan: PlanRow,
  action: { id: number; code: string },
  stamp: string,
  user: User,
): Promise<RemovalOutcome> {
  if (plan.adopted_on !== null)
    return refused(
      "action",
      "Il piano è adottato: un’azione non si toglie più, si annullano le sue annualità",
    );
  const { recorded } = await recordActionRemoval(
    db,
    { planActionId: action.id, stamp },
    { by: authorOf(user), reason: `tolta l’azione ${action.code} dalla bozza ${plan.code}`, act: null },
  );
  return recorded ? { ok: true } : refused("action", MEANWHILE);
}

const MEANWHILE =
  "Nel frattempo qualcuno ha cambiato la bozza: rileggi che cosa si toglie, poi conferma di nuovo se vale ancora";

function refused(field: string, sentence: string): RemovalOutcome {
  return { ok: false, errors: { [field]: [sentence] } };
}
