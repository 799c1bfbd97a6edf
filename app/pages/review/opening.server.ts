import { z } from "zod";
import { today } from "#app/clock.server.ts";
import type { Day } from "#app/domain/days.ts";
import {
  daysToReview,
  nextDayToReview,
  type OpeningRefusal,
  refusalOfDay,
} from "#app/domain/review/opening.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { day, type FormErrors, unreadable, type Values } from "#app/pages/form/form-readers.server.ts";
import { paragraph } from "#app/pages/form/form-text.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlan, listPlans } from "#db/plan/plans.ts";
import { recordOpening } from "#db/review/review-writes.ts";
import { listReviews, type ReviewRow } from "#db/review/reviews.ts";
import type { User } from "#db/users.ts";

const OpeningForm = z.object({
  plan: z.string().min(1, "Scegli il piano"),
  day: z.string("Scrivi il giorno").min(1, { error: "Scrivi il giorno", abort: true }).pipe(day),
});

const REFUSAL: Record<OpeningRefusal, { field: "plan" | "day"; words: string }> = {
  "plan-not-adopted": {
    field: "plan",
    words: "Il piano è una bozza: si fotografa dalla sua adozione in poi",
  },
  "in-the-future": {
    field: "day",
    words: "Il giorno deve ancora venire: una fotografia guarda un giorno passato, o oggi",
  },
  "before-the-adoption": {
    field: "day",
    words: "In quel giorno il piano non era ancora adottato: scegline uno successivo",
  },
};

export type OpeningOutcome =
  { ok: true; id: number } | { ok: false; errors: FormErrors; standing: number | null };

/** Opens the review of a plan on a day, or says why there can be none (docs/decisions/0023). */
export async function openReview(user: User, values: Values): Promise<OpeningOutcome> {
  const form = OpeningForm.safeParse(values);
  if (!form.success) return { ...unreadable(form.error), standing: null };
  const plan = await findPlan(db, form.data.plan);
  if (!plan) return { ok: false, errors: { plan: ["Scegli il piano dall’elenco"] }, standing: null };
  const refusal = refusalOfDay(plan, form.data.day, today());
  if (refusal) {
    const { field, words } = REFUSAL[refusal];
    return { ok: false, errors: { [field]: [words] }, standing: null };
  }
  const asked = { planId: plan.id, day: form.data.day, corrects: null };
  const outcome = await recordOpening(db, asked, authorOf(user));
  if (outcome.opened) return { ok: true, id: outcome.id };
  return { ok: false, errors: { day: [standingWords(outcome.standing)] }, standing: outcome.standing.id };
}

function standingWords({ snapshot_id }: ReviewRow): string {
  return snapshot_id === null
    ? "Di questo piano c’è già una fotografia aperta per quel giorno: continua quella"
    : "Di questo piano c’è già una fotografia chiusa per quel giorno: non cambia più; se c’è un errore, aprine la correzione";
}

const CorrectionForm = z.object({
  reason: paragraph(LONGEST_TEXT).pipe(
    z.string().min(1, "Scrivi perché la fotografia va corretta: lo riporta anche la relazione"),
  ),
});

/** Opens the correction of a closed review: another review of the same plan and day, which cites it. */
export async function openCorrection(
  user: User,
  corrected: ReviewRow,
  values: Values,
): Promise<OpeningOutcome> {
  const form = CorrectionForm.safeParse(values);
  if (!form.success) return { ...unreadable(form.error), standing: null };
  const outcome = await recordOpening(
    db,
    {
      planId: corrected.plan_id,
      day: corrected.shown_on,
      corrects: { id: corrected.id, reason: form.data.reason },
    },
    authorOf(user),
  );
  if (outcome.opened) return { ok: true, id: outcome.id };
  return {
    ok: false,
    errors: {
      reason: ["Di questa fotografia è già stata aperta una correzione: questo motivo non è stato salvato"],
    },
    standing: outcome.standing.id,
  };
}

/** The days that may be reviewed next, plan by plan: those that were skipped, the latest last, and the next one to come. */
export async function daysSuggested() {
  const reviews = await listReviews(db);
  const adopted = (await listPlans(db)).filter(({ adopted_on }) => adopted_on !== null);
  return adopted.map((plan) => {
    const reviewed = reviews.filter((review) => review.plan_id === plan.id).map(({ shown_on }) => shown_on);
    const next: Day | undefined = nextDayToReview(plan, today());
    return {
      code: plan.code,
      days: daysToReview(plan, reviewed, today()),
      next: next ?? null,
    };
  });
}
