import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { groupByEach } from "#app/domain/grouping.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import { heldOn } from "#app/domain/life.ts";
import { namedActions } from "#app/domain/smartability.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import { decideProposal, type NamableAction } from "#app/domain/unblock-claim/claim-proposals.ts";
import { type NamedAction, standsOf } from "#app/domain/level/claims-on-day.ts";
import type { ClaimStands } from "#app/domain/level/claims.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { recordProposal } from "#db/unblock-claim/claim-proposals.ts";
import { listNamableActions } from "#db/unblock-claim/namable-actions.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import type { blockerToClaimOr404 } from "./blocker-to-claim.server.ts";
import type { AskedAction, AskedClaim } from "./claim-form.server.ts";
import { BLOCKER_CHANGED_MEANWHILE, proposalErrors } from "./claim-refusals.server.ts";
import { claimedActionsOnDay, levelsOnDay, smartabilityFacts } from "../work-process/smartability.server.ts";

type BlockerToClaim = Awaited<ReturnType<typeof blockerToClaimOr404>>;

export type ProposalOutcome =
  { ok: true; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Where a claim that is proposed here comes from. */
const SOURCE = "proposto in Rotta";

/** The actions that a claim may name, the plan in force first, each with the years of its annualità. */
export async function namableActions() {
  const plans = await adoptedPlansOnDay(asOfNow(today()));
  return plans.toReversed().map(({ plan, actions }) => ({
    plan: plan.code,
    actions: actions.map(({ code, title, years }) => ({
      name: actionName({ plan: plan.code, code }),
      code,
      title,
      years: years.map(({ year, status }) => ({ year, isCancelled: status === "cancelled" })),
    })),
  }));
}

/** How many of the actions most named are shown. */
const SHOWN = 5;

type NamablePlans = Awaited<ReturnType<typeof namableActions>>;

/** The actions that claims on blockers of a kind name most: not what was rejected or is void, nor what is cancelled in all its years. */
export async function oftenNamed(kind: BlockerKind, plans: NamablePlans) {
  const at = asOfNow(today());
  const claims = (await levelsOnDay(at))
    .flatMap(({ blockers }) => blockers.filter((one) => one.kind === kind))
    .flatMap((blocker) => blocker.claims.filter((claim) => !IS_OVER.includes(standsOf(claim))));
  const named = groupByEach(claims, ({ needs }) => needs.map(({ planActionId }) => planActionId));
  const names = await claimedActionsOnDay(at);
  const usable = new Set(plans.flatMap(({ actions }) => actions.filter(mayStillAct)).map(({ name }) => name));
  return [...named]
    .sort(([, some], [, others]) => others.length - some.length)
    .flatMap(([id, own]) => {
      const action = names.get(id);
      return action && usable.has(actionName(action)) ? [{ ...action, claims: own.length }] : [];
    })
    .slice(0, SHOWN);
}

const IS_OVER: readonly ClaimStands[] = ["rejected", "void"];

function mayStillAct({ years }: NamablePlans[number]["actions"][number]): boolean {
  return years.length === 0 || years.some(({ isCancelled }) => !isCancelled);
}

/** The last claim on a blocker, of whatever state: with the row that says what it is, what two windows are told apart by. */
export async function lastClaimOn(blockerId: number): Promise<number> {
  const { maps } = await smartabilityFacts();
  return Math.max(0, ...maps.claims.filter((one) => one.blocker_id === blockerId).map(({ id }) => id));
}

/** Decides and records a proposal (R7). When someone was faster, that is what the person is told; the same form sent twice is one. */
export async function propose(
  { blocker, version }: BlockerToClaim,
  user: User,
  asked: AskedClaim,
): Promise<ProposalOutcome> {
  const isBehind =
    asked.expected.lastClaim !== (await lastClaimOn(blocker.id)) || asked.expected.version !== version;
  const known = await knownActions();
  const typed = { ...asked, actions: asked.actions.map((action) => namedBy(action, known)) };
  const decision = decideProposal(typed, {
    removability: blocker.removability,
    actions: known.map(({ action }) => action),
    claims: await claimsOn(blocker.id),
  });
  if (!decision.ok && !isBehind) {
    const yearsOf = (name: string) => [...(known.find((one) => one.name === name)?.years.keys() ?? [])];
    const errors = proposalErrors(decision.refusals, asked.actions, yearsOf);
    return { ok: false, errors, isConflict: false };
  }
  if (typed.effect === null) return CONFLICT;
  const proposal = { ...typed, effect: typed.effect };
  const entry = { blockerId: blocker.id, proposal, source: SOURCE, by: authorOf(user) };
  const outcome = await recordProposal(db, entry, asked.expected);
  return outcome.recorded ? { ok: true, edit: outcome.edit } : CONFLICT;
}

const CONFLICT: ProposalOutcome = {
  ok: false,
  errors: { blocker: [BLOCKER_CHANGED_MEANWHILE] },
  isConflict: true,
};

/** An action by the name that the form gives it, with the ids of its annualità by year. */
type KnownAction = { name: string; action: NamableAction; years: ReadonlyMap<number, number> };

async function knownActions(): Promise<KnownAction[]> {
  const plans = await adoptedPlansOnDay(asOfNow(today()));
  const years = new Map(
    plans.flatMap(({ actions }) =>
      actions.map(({ id, years }) => [id, new Map(years.map((one) => [one.year, one.id]))] as const),
    ),
  );
  return (await listNamableActions(db, today())).map((row) => {
    const own = years.get(row.id) ?? new Map<number, number>();
    return {
      name: actionName(row),
      years: own,
      action: {
        id: row.id,
        planId: row.plan_id,
        continuesId: row.continues_id,
        isAdopted: row.adopted_on !== null && row.adopted_on <= today(),
        yearIds: [...own.values()],
      },
    };
  });
}

/** No action has this id, no annualità: the rules refuse what is not there. */
const NONE = -1;

function namedBy({ name, years }: AskedAction, known: readonly KnownAction[]): NamedAction {
  const found = known.find((one) => one.name === name);
  return {
    planActionId: found?.action.id ?? NONE,
    yearIds: years.map((year) => found?.years.get(year) ?? NONE),
  };
}

async function claimsOn(blockerId: number) {
  const { maps } = await smartabilityFacts();
  const named = namedActions(maps);
  return heldOn(maps.claims, today())
    .filter((claim) => claim.blocker_id === blockerId)
    .map(({ id, state }) => ({ id, state, actions: named.get(id) ?? [] }));
}
