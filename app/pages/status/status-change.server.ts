import { today } from "#app/clock.server.ts";
import {
  type CorrectableLine,
  decideCorrection,
  firstPossibleDay,
  neighboursOf,
} from "#app/domain/status/corrections.ts";
import { type Answerable, mayMake, mayUpdate } from "#app/domain/permissions.ts";
import { type Change, decideChange } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import { findReviewedUpTo } from "#db/review/reviews.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import type { User } from "#db/users.ts";
import {
  currentOf,
  expectedOf,
  findAgain,
  type FoundActionYear,
  leadsBack,
  targetStatusOf,
  targetYearsOf,
} from "./action-year.server.ts";
import { changedHands } from "./changed-hands.server.ts";
import { forbidden } from "#app/http.server.ts";
import { changeOf, type ReadForm, refusalErrors } from "./status-form.server.ts";
import { isVariationStep } from "#app/domain/review/closed-plans.ts";
import { closedErrors } from "../review/closed-plan.server.ts";
import { authorOf } from "#app/session.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

type Form = Extract<ReadForm, { ok: true }>;
export type ChangeOutcome =
  { ok: true; sequence: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/**
 * Decides and records a change of an annualità. When someone was faster, that is what the person is told, before anything
 * the rules would say of a situation that they have not seen.
 */
export async function recordChange(found: FoundActionYear, user: User, form: Form): Promise<ChangeOutcome> {
  const { actionYear } = found;
  const last = await findLastLine(db, actionYear.id);
  const isBehind = (last?.sequence ?? 0) !== form.sequence;
  const change = changeOf(form.choice, actionYear.status, form.change);
  if (!mayMake(user, actionYear.status, change)) {
    if (isBehind) return CONFLICT;
    throw forbidden(
      "Annullare, ripianificare, riaprire e cambiare il termine spetta al RTD: proponilo con il motivo.",
    );
  }
  if (!isBehind && isMovedAgain(form, actionYear)) return refused(NOT_REACHABLE);
  const closed = closedErrors(found.plan, found.closedBy, "to");
  if (!isBehind && closed && isVariationStep(actionYear.status, change.to))
    return { ok: false, errors: closed, isConflict: false };
  const reviewedUpTo = user.role === "rtd" ? undefined : await findReviewedUpTo(db, found.plan.id);
  const context = { ...contextOf(found, change), reviewedUpTo };
  const decision = possible(found, change, decideChange(currentOf(found), change, context));
  if (!decision.ok) return isBehind ? CONFLICT : refused(decision);
  return record(found, user, form, { from: actionYear.status, change: decision.change, replaces: null });
}

/**
 * Decides and records a rettifica: the right content of `wrong`, among the lines of the annualità that count. `asked` is the
 * line that the person put right: another one, when someone was faster. A carrying over that stays one keeps its target.
 */
export async function recordCorrection<Line extends CorrectableLine & RescheduledTo>(
  found: FoundActionYear,
  user: User,
  form: Form,
  { lines, asked, wrong }: { lines: readonly Line[]; asked: { sequence: number }; wrong: Line },
): Promise<ChangeOutcome> {
  const last = await findLastLine(db, found.actionYear.id);
  const isBehind = (last?.sequence ?? 0) !== form.sequence;
  const from = neighboursOf(lines, wrong).before?.to_status ?? "to-start";
  const typed = changeOf(form.choice, from, form.change);
  const carriedTo = typed.to === "rescheduled" ? carriedToBy(wrong, found.plan) : undefined;
  const change = carriedTo === undefined ? typed : { ...typed, targetYear: wrong.target_year };
  const closed = closedErrors(found.plan, found.closedBy, "to");
  if (!isBehind && closed && isVariationStep(wrong.to_status, change.to))
    return { ok: false, errors: closed, isConflict: false };
  const context = contextOf(found, change);
  const decision = decideCorrection(lines, wrong, change, {
    ...context,
    carriesOver: carriedTo !== undefined,
    targetStatus: change.targetYear === wrong.target_year ? undefined : context.targetStatus,
    standingFrom: firstPossibleDay(found.actionYear.addedOn, found.plan),
  });
  const possibleOne = possible(found, change, decision, { carriedTo, replaced: wrong });
  if (!possibleOne.ok) return isBehind ? CONFLICT : refused(possibleOne);
  const replaces = isBehind ? asked.sequence : wrong.sequence;
  return record(found, user, form, { from, change: possibleOne.change, replaces, carriedTo });
}

/** Where the line of a rescheduling points to, as the history tells it; nulls on every other line. */
type RescheduledTo = {
  target_action_year_id: number | null;
  target_year: number | null;
  target_plan: string | null;
};

/** The annualità of another plan that a line carries over to, undefined where it stays in its own. */
export function carriedToBy(line: RescheduledTo, plan: { code: string }): number | undefined {
  return line.target_plan === plan.code ? undefined : (line.target_action_year_id ?? undefined);
}

/** True when a rescheduled annualità is asked to be rescheduled: it is reopened first, and an update would drop the year asked for. */
function isMovedAgain(form: Form, { status }: FoundActionYear["actionYear"]): boolean {
  return status === "rescheduled" && form.choice === "rescheduled";
}

const NOT_REACHABLE = { ok: false, field: "to", reason: "not-reachable" } as const;

const CONFLICT: ChangeOutcome = {
  ok: false,
  isConflict: true,
  errors: {
    to: [
      "Nel frattempo qualcuno ha cambiato questa annualità: leggi che cosa, poi salva di nuovo se vale ancora",
    ],
  },
};

type Decision = ReturnType<typeof decideCorrection>;
type DecidedChange = Extract<Decision, { ok: true }>["change"];

function contextOf(found: FoundActionYear, change: Change) {
  return {
    year: found.actionYear.year,
    today: today(),
    targetStatus: targetStatusOf(found, change.targetYear),
  };
}

/** A decision that also looks at what the rule of one annualità does not see: the years offered, and circles. */
function possible(
  found: FoundActionYear,
  change: Change,
  decision: Decision,
  around: { carriedTo?: number; replaced?: CorrectableLine } = {},
): Decision {
  const years = targetYearsOf(found.plan, found.actionYear.year);
  const isListed = change.targetYear === found.actionYear.year || years.includes(change.targetYear ?? NaN);
  if (change.targetYear !== null && !isListed && around.carriedTo === undefined) {
    return { ok: false, field: "targetYear", reason: "target-required" };
  }
  const isCircle = decision.ok && leadsBack(found, decision.change, around);
  return isCircle ? { ok: false, field: "targetYear", reason: "target-leads-back" } : decision;
}

function refused(decision: Extract<Decision, { ok: false }>): ChangeOutcome {
  return { ok: false, errors: refusalErrors(decision), isConflict: false };
}

async function record(
  found: FoundActionYear,
  user: User,
  form: Form,
  line: {
    from: FoundActionYear["actionYear"]["status"];
    change: DecidedChange;
    replaces: number | null;
    carriedTo?: number;
  },
): Promise<ChangeOutcome> {
  const by = authorOf(user);
  const asked = line.carriedTo === undefined ? form.change.targetYear : line.change.targetYear;
  const askedTargetYear = line.change.to === "rescheduled" ? asked : null;
  const destination = { targetYear: line.change.targetYear, carriedTo: line.carriedTo };
  const isTheirs = user.role === "rtd" ? undefined : (now: Answerable) => mayUpdate(user, now);
  const expected = { ...expectedOf(found, form.sequence, destination), isTheirs };
  const outcome = await recordLine(
    db,
    { action_year_id: found.actionYear.id, askedTargetYear, ...line, by },
    expected,
  );
  if (outcome.recorded) return { ok: true, sequence: outcome.sequence };
  if (outcome.seenByAReview) return refused({ ok: false, field: "effectiveOn", reason: "seen-by-a-review" });
  if (outcome.changedHands) throw changedHands(await findAgain(found));
  return CONFLICT;
}
