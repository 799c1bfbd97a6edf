import type { Day } from "#app/domain/days.ts";
import { deleteCarryOvers } from "./carry-overs.ts";
import type { NewLine } from "../chain.ts";
import { writeOfficesOfPlan } from "./continued-actions.ts";
import { type Act, type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { readDraft } from "./plan-drafts.ts";
import type { Writing } from "../plan-action/plan-action-life.ts";
import { freezeAdoption } from "../review/adoption-snapshot.ts";
import { recordLine } from "../status-lines.ts";

/** A decided adoption. `stamp`: of the draft it was decided from; `lines`: what it carries over, each with its last sequence. */
export type Adoption = {
  planId: number;
  act: Act;
  adoptedOn: Day;
  stamp: string;
  today: Day;
  lines: readonly { line: NewLine & { carriedTo: number }; sequence: number }[];
};

/**
 * Adopts a plan, in one transaction (R1, R10, R12): its act and day; its rows hold from that day, by the edit that names the
 * act; the offices that answer for each annualità, from the groups as they now stand; a line for each annualità carried
 * over, rescheduled to its target; and the plan as adopted, frozen. Writes nothing when the draft, or the history of what it carries over, moved meanwhile.
 */
export function recordAdoption(
  db: Db,
  { planId, act, adoptedOn, stamp, today, lines }: Adoption,
  edit: Edit,
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const draft = await readDraft(tx, planId, today);
    if (draft.stamp !== stamp) return { recorded: false };
    const writing = { tx, edit: await insertEdit(tx, edit), inPlace: true, on: adoptedOn };
    await tx
      .updateTable("plan")
      .set({ act_organ: act.organ, act_number: act.number, act_on: act.on, adopted_on: adoptedOn })
      .where("id", "=", planId)
      .execute();
    await holdFrom(writing, planId, today);
    for (const { line, sequence } of lines) {
      const { recorded } = await recordLine(tx, line, { sequence, targetSequence: 0 });
      if (!recorded) throw new Error(`the annualità ${line.action_year_id} moved under its own stamp`);
    }
    await deleteCarryOvers(
      tx,
      draft.carryOvers.map(({ source_id }) => source_id),
    );
    await freezeAdoption(tx, planId, edit.by);
    return { recorded: true };
  });
}

const OF_ACTIONS = [
  "plan_action_version",
  "plan_action_theme",
  "plan_action_norm",
  "plan_action_responsible",
  "plan_action_lead",
] as const;
const OF_YEARS = ["action_year_life", "action_year_office"] as const;

/** What the draft holds is what the plan is adopted with: it holds from that day, and the offices are written down (R10). */
async function holdFrom(writing: Writing, planId: number, today: Day): Promise<void> {
  const { tx, edit, on } = writing;
  const adopted = { held_from_on: on, opened_by_edit_id: edit };
  const actions = tx.selectFrom("plan_action").select("id").where("plan_id", "=", planId);
  const years = tx.selectFrom("action_year").select("id").where("plan_action_id", "in", actions);
  for (const table of OF_ACTIONS)
    await tx.updateTable(table).set(adopted).where("plan_action_id", "in", actions).execute();
  for (const table of OF_YEARS)
    await tx.updateTable(table).set(adopted).where("action_year_id", "in", years).execute();
  await writeOfficesOfPlan(writing, planId, today);
}
