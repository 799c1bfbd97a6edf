import type { Continuation } from "#app/domain/triennium/carry-over.ts";
import type { Day } from "#app/domain/days.ts";
import { canonicalJson, sha256 } from "#app/domain/history-chain.ts";
import { insertCarryOver, listCarryOvers } from "./carry-overs.ts";
import { ensureYear, insertContinuation } from "./continued-actions.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { listPlanFacts } from "../plan-action/plan-actions.ts";
import { listNorms } from "../plan-action/responsibles.ts";

/** A plan to open as a draft; `areasOf`: the plan whose areas it begins with. */
export type NewDraft = {
  plan: { code: string; title: string; first_year: number; last_year: number; source: string };
  areasOf: number | null;
  continuations: readonly Continuation[];
};

/** The plan that is being written, if there is one: only one is at a time. */
export function findDraft(db: Db) {
  return db.selectFrom("plan").selectAll().where("adopted_on", "is", null).executeTakeFirst();
}

/**
 * Opens a plan as a draft (R1, R12): its areas, the actions that continue those of the plans before, their years, and what is
 * chosen for carrying over, which changes no status before the adoption. Writes nothing when another draft came meanwhile.
 */
export function recordDraft(
  db: Db,
  { plan, areasOf, continuations }: NewDraft,
  { today, ...edit }: Edit & { today: Day },
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    if (await findDraft(tx)) return { recorded: false };
    const act = { act_organ: null, act_number: null, act_on: null };
    const { id: planId } = await tx
      .insertInto("plan")
      .values({ ...plan, ...act, adopted_on: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (areasOf !== null) await copyAreas(tx, areasOf, planId);
    const writing = { tx, edit: await insertEdit(tx, edit), inPlace: true, on: today };
    for (const { continuesId, code, years } of continuations) {
      const action = await insertContinuation(writing, { continuesId, planId, code });
      for (const { year, sources } of years) {
        const target = await ensureYear(writing, action, year);
        for (const source of sources) await insertCarryOver(tx, source, target);
      }
    }
    return { recorded: true };
  });
}

/**
 * A draft as it stands, with what it is to take over and a stamp that changes with any of it: what an adoption was decided from
 * is what is adopted, or nothing is.
 */
export async function readDraft(db: Db, planId: number, day: Day) {
  const facts = await listPlanFacts(db, { planId }, day);
  const norms = await listNorms(db, { planId }, day);
  const carryOvers = await listCarryOvers(db, planId);
  return { facts, carryOvers, stamp: sha256(canonicalJson({ facts, norms, carryOvers })) };
}

async function copyAreas(tx: Db, from: number, to: number): Promise<void> {
  await tx
    .insertInto("area")
    .columns(["plan_id", "code", "ordinal", "title", "responsibles_as_written", "source"])
    .expression((eb) =>
      eb
        .selectFrom("area")
        .select([eb.val(to).as("plan_id"), "code", "ordinal", "title", "responsibles_as_written", "source"])
        .where("plan_id", "=", from)
        .orderBy("ordinal"),
    )
    .execute();
}
