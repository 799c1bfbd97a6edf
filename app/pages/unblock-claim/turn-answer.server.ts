import type { Params } from "@remix-run/react";
import { z } from "zod";
import { mayAnswerTurn } from "#app/domain/permissions.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { holds } from "#app/domain/level/claims-on-day.ts";
import { decideAnswer, TURN_ANSWERS, unanswerable } from "#app/domain/unblock-claim/turn-answers.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { recordAnswer } from "#db/unblock-claim/turn-answers.ts";
import { listTurnClaims, listTurns } from "#db/level/turns.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { codesOf, standingProcessOr404 } from "./blocker-to-claim.server.ts";
import { ANSWER, answerErrors, TURN_CHANGED_MEANWHILE } from "./claim-refusals.server.ts";

/** The turn that an address names, of a process that stands, for who answers: 404 where there is none, 403 for all but its dirigenti. */
export async function turnToAnswerOr404(params: Params, user: User) {
  const id = /^\d{1,15}$/.test(params.turn ?? "") ? Number(params.turn) : -1;
  const [turn] = await listTurns(db, { ids: [id] });
  if (!turn) throw notFound("Non c’è una svolta con questo numero.");
  const process = await standingProcessOr404(turn.process);
  if (!mayAnswerTurn(user, { offices: codesOf(process) }))
    throw forbidden("A una svolta risponde il dirigente di un ufficio del processo.");
  const brought = (await listTurnClaims(db, [id])).map((row) => row.unblock_claim_id);
  const claims = process.onDay.blockers
    .flatMap((blocker) => blocker.claims)
    .filter((claim) => brought.includes(claim.id));
  return { turn, process, claims, turns: await listTurns(db, { processIds: [turn.work_process_id] }) };
}

export type TurnToAnswer = Awaited<ReturnType<typeof turnToAnswerOr404>>;

/** Why a turn takes no answer; null where it waits for one. */
export function whyUnanswerable({ turn, turns }: TurnToAnswer): string | null {
  const reason = unanswerable(turn, turns);
  return reason === undefined ? null : ANSWER[reason];
}

const AnswerForm = z.object({
  answer: z.enum(TURN_ANSWERS, "Scegli se è così oppure no"),
  reason: paragraph(LONGEST_TEXT),
  last: guard,
});

export type AnswerOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Reads, decides and records what the office of a process answers (R7). When something moved meanwhile, that is what the person is told. */
export async function answer(found: TurnToAnswer, user: User, values: Values): Promise<AnswerOutcome> {
  const form = AnswerForm.safeParse(values);
  if (!form.success) return { ...unreadable(form.error), isConflict: false };
  const { answer, reason, last } = form.data;
  const { turn, turns, claims } = found;
  const holding = claims.filter(holds).map(({ id }) => id);
  const decision = decideAnswer(turn, { answer, reason }, { turns, holding });
  const isBehind = last !== lastOf(found) || turn.answer !== null;
  if (!decision.ok && !isBehind) return { ok: false, errors: answerErrors(decision), isConflict: false };
  const suspended = decision.ok ? decision.suspended : [];
  const entry = { turnId: turn.id, answer, suspended, reason, by: authorOf(user) };
  const outcome = await recordAnswer(db, entry, last);
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return { ok: false, errors: { last: [TURN_CHANGED_MEANWHILE] }, isConflict: true };
}

/** The last turn of the process: what two windows are told apart by. */
export function lastOf({ turns }: Pick<TurnToAnswer, "turns">): number {
  return Math.max(...turns.map(({ id }) => id));
}
