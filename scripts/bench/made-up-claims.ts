import { CLAIM_STATES, type ClaimState } from "#app/domain/level/claims.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { SHIPPED_FILES } from "#seeds/load.ts";
import { CLAIM } from "#seeds/process-rows.ts";
import { readRows } from "#seeds/read-rows.ts";
import { type Chance, wholeBelow } from "./chance.ts";
import type { MadeUpYear } from "./made-up-actions.ts";
import type { MadeUpBlocker } from "./made-up-blockers.ts";
import type { MapSize } from "./made-up-map.ts";

type Context = { size: MapSize; years: MadeUpYear[]; chance: Chance; life: Life };
type MadeUpClaim = { blocker: MadeUpBlocker; actions: number[]; state: ClaimState; shape: ClaimRow };
type ClaimRow = ReturnType<typeof realClaims>[number];

/** How many in a hundred of the other claims are in each state: the demonstration's 19 confirmed of 100, and some that were refused. */
const IN_A_HUNDRED: Record<ClaimState, number> = { proposed: 70, confirmed: 19, contested: 5, rejected: 6 };

/** One in so many of the claims that turn a process needs a second action too: one that is completed already. */
const ONE_NEEDS_TWO_IN = 4;

/** The annualità whose completion turns many processes, and those that may change meanwhile without turning them. */
export type Turning = { turning: MadeUpYear; others: MadeUpYear[] };

/**
 * As many claims as wanted: a confirmed and full one on each blocker that is to turn, all of them waiting for one annualità; the others
 * on blockers that actions may take away, of the shape of the real ones (how many actions, effect, confidence, texts).
 */
export async function insertClaims(tx: Db, blockers: MadeUpBlocker[], context: Context): Promise<Turning> {
  const actionIds = await actionIdsOf(tx, context.years);
  const byAction = [...groupBy(context.years, (year) => year.code).values()];
  const waitedFor = byAction.find((years) => isUnderWay(years) && pendingOf(years).length === 1);
  const done = byAction.find((years) => pendingOf(years).length === 0);
  if (!waitedFor || !done) throw new Error("no action waits for one annualità alone, or none is completed");
  const idOf = (years: MadeUpYear[]) => actionIds.get(years[0]!.code)!;
  const claims = [
    ...turningClaims(blockers, [idOf(waitedFor), idOf(done)]),
    ...otherClaims(
      blockers,
      [...actionIds.values()].filter((id) => id !== idOf(waitedFor)),
      context,
    ),
  ];
  await insertAll(tx, claims, { ...context.life, held_from_on: waitedFor[0]!.adoptedOn });
  return {
    turning: pendingOf(waitedFor)[0]!,
    others: context.years.filter((year) => !waitedFor.includes(year) && !done.includes(year)),
  };
}

function pendingOf(years: MadeUpYear[]): MadeUpYear[] {
  return years.filter(({ status }) => status !== "completed");
}

function isUnderWay(years: MadeUpYear[]): boolean {
  return pendingOf(years).every(({ status }) => status === "in-progress");
}

function turningClaims(blockers: MadeUpBlocker[], [waitedFor, done]: [number, number]): MadeUpClaim[] {
  const shape = realClaims().find(({ effetto }) => effetto === "full")!;
  return blockers
    .filter(({ isTurning }) => isTurning)
    .map((blocker, index) => ({
      blocker,
      actions: index % ONE_NEEDS_TWO_IN === 0 ? [waitedFor, done] : [waitedFor],
      state: "confirmed",
      shape,
    }));
}

function otherClaims(blockers: MadeUpBlocker[], actions: number[], { size, chance }: Context): MadeUpClaim[] {
  const shapes = realClaims();
  const open = blockers.filter(({ removability, isTurning }) => removability !== "structural" && !isTurning);
  return Array.from({ length: size.claims - size.turning }, (_, index) => {
    const shape = shapes[index % shapes.length]!;
    const named = new Set<number>();
    while (named.size < shape.azioni.length) named.add(actions[wholeBelow(chance, actions.length)]!);
    return {
      blocker: open[wholeBelow(chance, open.length)]!,
      actions: [...named],
      state: stateOf(wholeBelow(chance, 100)),
      shape,
    };
  });
}

function stateOf(draw: number): ClaimState {
  let below = 0;
  return CLAIM_STATES.find((state) => draw < (below += IN_A_HUNDRED[state]))!;
}

async function insertAll(tx: Db, claims: MadeUpClaim[], life: Life): Promise<void> {
  await insertMany(
    tx,
    "unblock_claim",
    claims.map(({ blocker, shape }, index) => ({
      ...{ id: index + 1, blocker_id: blocker.id, confidence: shape.confidenza },
      ...{ rationale: shape.motivazione, source: "inventato per le misure" },
    })),
  );
  await insertMany(
    tx,
    "unblock_claim_action",
    claims.flatMap(({ actions }, index) =>
      actions.map((plan_action_id) => ({ unblock_claim_id: index + 1, plan_action_id })),
    ),
  );
  await insertMany(
    tx,
    "unblock_claim_version",
    claims.map(({ state, shape }, index) => ({
      unblock_claim_id: index + 1,
      state,
      effect: shape.effetto,
      ...life,
    })),
  );
}

function realClaims() {
  return readRows(SHIPPED_FILES, "sblocchi.csv", CLAIM);
}

/** The actions of the plan in force, by code. */
async function actionIdsOf(tx: Db, years: MadeUpYear[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["plan_action.code", "plan_action.id"])
    .distinct()
    .where("plan.code", "=", years[0]!.plan)
    .orderBy("plan_action.id")
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}
