import type { Params } from "@remix-run/react";
import { z } from "zod";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { mayDecideClaims } from "#app/domain/permissions.ts";
import {
  afterDecision,
  CLAIM_DECISIONS,
  decideOnClaim,
  offeredDecisions,
} from "#app/domain/unblock-claim/claim-decisions.ts";
import { outcomeOf } from "#app/domain/unblock-claim/claim-outcomes.ts";
import { decisionWords } from "#app/components/work-process/typed-words.ts";
import { forbidden, goneMeanwhile, notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { findStandingBlockerVersion } from "#db/work-process/blocker-edits.ts";
import { findLastClaimVersion, recordDecision } from "#db/unblock-claim/claim-records.ts";
import { isClaimOnNothing, listClaims } from "#db/unblock-claim/claims.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { standingProcessOr404 } from "./blocker-to-claim.server.ts";
import { CLAIM_CHANGED_MEANWHILE, decisionErrors } from "./claim-refusals.server.ts";

/** The claim that an address names, on a process that stands, for who decides: 404 where there is none, 403 for all but the RTD. */
export async function claimToDecideOr404(params: Params, user: User) {
  const id = /^\d{1,15}$/.test(params.claim ?? "") ? Number(params.claim) : -1;
  const [claim] = await listClaims(db, { id });
  if (!claim) throw notFound("Non c’è uno sblocco con questo numero.");
  const process = await standingProcessOr404(claim.process);
  const blocker = process.onDay.blockers.find((one) => one.id === claim.blocker_id);
  const onDay = blocker?.claims.find((one) => one.id === id);
  if (!blocker || !onDay) throw notFound("Il blocco di questo sblocco è stato ritirato.");
  if (!mayDecideClaims(user)) throw forbidden("Sugli sblocchi decide il RTD.");
  const version = (await findLastClaimVersion(db, id)).id;
  const expected = { version, blocker: await findStandingBlockerVersion(db, blocker.id) };
  return { claim, process, blocker, onDay, expected };
}

/** The same for who sends a form: where the blocker was retired meanwhile, 409 with what was typed. */
export async function claimToDecideOr409(params: Params, user: User, typed: Record<string, string>) {
  const id = /^\d{1,15}$/.test(params.claim ?? "") ? Number(params.claim) : -1;
  if (mayDecideClaims(user) && (await isClaimOnNothing(db, id)))
    throw goneMeanwhile("Il blocco di questo sblocco è stato ritirato.", decisionWords(typed));
  return claimToDecideOr404(params, user);
}

export type ClaimToDecide = Awaited<ReturnType<typeof claimToDecideOr404>>;

/** The decisions that the claim leaves open, each with what it would make of the level. */
export function decisionsOf({ claim, process, blocker }: ClaimToDecide) {
  const decidable = { state: claim.state, effect: claim.effect, removability: blocker.removability };
  return offeredDecisions(decidable).map((decision) => ({
    decision,
    outcome: outcomeOf(process.onDay, claim.id, afterDecision(claim, decision)),
  }));
}

const DecisionForm = z.object({
  decision: z.enum(CLAIM_DECISIONS, "Scegli che cosa decidi"),
  reason: paragraph(LONGEST_TEXT),
  version: guard,
  blocker: guard,
});

export type DecisionOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Reads, decides and records what the RTD says of a claim (R7). When someone was faster, that is what the person is told. */
export async function decide(found: ClaimToDecide, user: User, values: Values): Promise<DecisionOutcome> {
  const form = DecisionForm.safeParse(values);
  if (!form.success) return { ...unreadable(form.error), isConflict: false };
  const { decision, reason, ...expected } = form.data;
  const { claim, blocker } = found;
  const decidable = { state: claim.state, effect: claim.effect, removability: blocker.removability };
  const decided = decideOnClaim(decidable, { decision, reason });
  const isBehind = expected.version !== found.expected.version || expected.blocker !== found.expected.blocker;
  if (!decided.ok && !isBehind) return { ok: false, errors: decisionErrors(decided), isConflict: false };
  const entry = { claimId: claim.id, decided: afterDecision(claim, decision), reason, by: authorOf(user) };
  const outcome = await recordDecision(db, entry, expected);
  if (outcome.recorded) return { ok: true, edit: outcome.edit };
  return { ok: false, errors: { version: [CLAIM_CHANGED_MEANWHILE] }, isConflict: true };
}
