import { decideGrounds, type TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { lastSequenceOf } from "#app/domain/status/last-sequences.ts";
import { type Change, decideChange, isOpen } from "#app/domain/status/status-steps.ts";
import { formatDay } from "#app/format.ts";
import { REFUSAL_LABEL } from "#app/labels.ts";
import { undoneBy } from "#app/domain/triennium/draft-removal.ts";
import { type Place, recordCarryOver, recordChoice } from "#db/plan/carry-over-records.ts";
import { findCarryOver } from "#db/plan/carry-overs.ts";
import { readDraftAction } from "#db/plan/draft-removals.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { currentOf, type FoundActionYear } from "../status/action-year.server.ts";
import type { AskedCarryOver } from "./carry-over-form.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import { placeIn, placesFor, type Standing } from "./carry-over-places.server.ts";
import { today } from "#app/clock.server.ts";
import { authorOf } from "#app/session.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";

export type CarryOverOutcome =
  { ok: true; sequence: number | null } | { ok: false; errors: FormErrors; isConflict: boolean };

/**
 * What the page of a carrying over says: where the annualità may go; where a draft is to take it, if that was chosen, and what of the
 * draft would go with the choice.
 */
export async function carryOverOf(found: FoundActionYear) {
  const chosen = (await findCarryOver(db, found.actionYear.id)) ?? null;
  const draftAction = chosen && (await readDraftAction(db, chosen.target_action_id));
  return {
    places: await placesFor(found),
    chosen,
    draftStamp: draftAction?.stamp ?? "",
    undone: draftAction ? undoneBy(found.actionYear.id, chosen.target_year, draftAction) : "nothing",
  };
}

/**
 * Decides and records where one annualità is carried over to (R1): into an adopted plan by a line, at once; into a draft by a
 * choice, which the adoption makes a line; or, of a draft, no longer.
 */
export async function carryOver(
  found: FoundActionYear,
  asked: AskedCarryOver,
  user: User,
): Promise<CarryOverOutcome> {
  const { places, chosen } = await carryOverOf(found);
  const choice = { chosen, asked, user };
  if (asked.target === null)
    return chosen || asked.chosen ? choose(found, null, choice) : refused({ target: [CHOOSE] });
  const { plan: code, year } = asked.target;
  const plan = places.find((place) => place.code === code);
  if (!plan || !plan.years.includes(year)) return refused({ target: [CHOOSE] });
  const { place, standing } = await placeIn(found, plan, year);
  if (plan.adopted_on !== null)
    return asked.drafts.includes(code) ? ADOPTED : carryInto(found, place, standing, choice);
  if (isOpen(found.actionYear.status)) return choose(found, place, choice);
  return isBehind(found, asked) ? CONFLICT : refused({ target: [NOTHING_LEFT] });
}

type Chosen = Awaited<ReturnType<typeof findCarryOver>> | null;

/** A choice of the draft: no status changes, and nobody asks why. The same form sent twice finds its choice made. */
async function choose(
  found: FoundActionYear,
  place: Place | null,
  { chosen, asked, user }: { chosen: Chosen; asked: AskedCarryOver; user: User },
): Promise<CarryOverOutcome> {
  if (isBehind(found, asked)) return CONFLICT;
  if (!isSamePlace(chosen, asked.chosen))
    return isSamePlace(chosen, asked.target) ? { ok: true, sequence: null } : CHOSEN_MEANWHILE;
  const { sequence, undo } = asked;
  const outcome = await recordChoice(
    db,
    { sourceId: found.actionYear.id, place, sequence, expected: chosen?.target_id ?? null, undo },
    { by: authorOf(user), reason: "", act: null, today: today() },
  );
  if (outcome.recorded) return { ok: true, sequence: null };
  return outcome.moved === "source" ? CONFLICT : CHOSEN_MEANWHILE;
}

function isSamePlace(chosen: Chosen, asked: AskedCarryOver["target"]): boolean {
  if (!chosen || !asked) return !chosen && !asked;
  return chosen.target_plan === asked.plan && chosen.target_year === asked.year;
}

/** A line now, and an edit of the plan where the year is not there yet. What was sent twice is taken for an update, and found recorded. */
async function carryInto(
  found: FoundActionYear,
  place: Place,
  standing: Standing | undefined,
  { asked, user }: { asked: AskedCarryOver; user: User },
): Promise<CarryOverOutcome> {
  const { actionYear } = found;
  const behind = isBehind(found, asked);
  if (!behind && !isOpen(actionYear.status)) return refused({ target: [NOTHING_LEFT] });
  const grounds = decideGrounds(asked.grounds, { isAdopted: true, today: today() });
  const decision = decideChange(currentOf(found), changeOf(asked.grounds, place.year), {
    ...{ year: actionYear.year, today: today() },
    ...{ targetStatus: standing?.status, carriesOver: true },
  });
  if (behind && !(grounds.ok && decision.ok)) return CONFLICT;
  if (!grounds.ok) return refused(groundsErrors(grounds));
  if (!decision.ok) return refused(refusalErrors(decision));
  const by = authorOf(user);
  const line = { action_year_id: actionYear.id, from: actionYear.status, change: decision.change, by };
  const outcome = await recordCarryOver(
    db,
    place,
    { ...line, askedTargetYear: place.year, replaces: null },
    {
      edit: { by, ...grounds.grounds, today: today() },
      expected: { sequence: asked.sequence, targetSequence: standing?.sequence ?? 0 },
      undo: asked.undo,
    },
  );
  if (outcome.recorded) return { ok: true, sequence: outcome.sequence };
  return "moved" in outcome ? CHOSEN_MEANWHILE : CONFLICT;
}

type Refusal = Extract<ReturnType<typeof decideChange>, { ok: false }>;

function refusalErrors({ field, reason }: Refusal): FormErrors {
  return { [field === "reason" ? "reason" : "target"]: [REFUSAL_LABEL[reason]] };
}

/** The change that a carrying over is; its reason names the act, if there is one: the line may be all that is written. */
function changeOf({ reason, actOrgan, actNumber, actOn }: TypedGrounds, targetYear: number): Change {
  const act = actOn === null ? "" : ` (${actOrgan}, atto n. ${actNumber} del ${formatDay(actOn)})`;
  const told = reason === "" ? "" : `${reason}${act}`;
  return {
    ...{ to: "rescheduled", progress: null, effectiveOn: today(), reason: told },
    ...{ evidence: null, dueOn: null, targetYear },
  };
}

function isBehind({ facts, actionYear }: FoundActionYear, { sequence }: AskedCarryOver): boolean {
  return sequence !== lastSequenceOf(facts.lines, actionYear.id);
}

const CHOOSE = REFUSAL_LABEL["target-required"];
const NOTHING_LEFT = "Questa annualità non è aperta: non c’è nulla da riportare";

function refused(errors: FormErrors): CarryOverOutcome {
  return { ok: false, errors, isConflict: false };
}

function conflict(says: string): CarryOverOutcome {
  return { ok: false, isConflict: true, errors: { target: [says] } };
}

const CHOSEN_MEANWHILE = conflict(
  "Nel frattempo qualcuno ha cambiato questa scelta, o la bozza: rileggi che cosa succede, poi salva di nuovo se vale ancora",
);
const CONFLICT = conflict(
  "Nel frattempo qualcuno ha cambiato questa annualità: leggi che cosa, poi salva di nuovo se vale ancora",
);
const ADOPTED = conflict(
  "Nel frattempo il piano è stato adottato: riportarvi un’annualità ora la ripianifica subito, e serve il motivo. Salva di nuovo se vale ancora",
);
