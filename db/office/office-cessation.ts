import { sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import { type HeldAction, isEmptyHanded } from "#app/domain/office/office-cessation.ts";
import { isActive, withThoseUnder } from "#app/domain/office/offices.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { findHoldings } from "./office-holdings.ts";
import { listOffices } from "./offices.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { markEdited } from "../plan-action/plan-action-edits.ts";
import type { Writing } from "../plan-action/plan-action-life.ts";

/** An office that ceases today, to whom what it holds goes, and what the person saw of it (`seenKey` of its holdings). */
export type Cessation = { office: string; successor: string | null; seen: string; today: Day };

/**
 * Ceases an office and hands over what it holds, in one transaction by one edit: on adopted plans its rows are closed and
 * those of the successor opened today, as are those of its processes and objectives; on the others they are changed in place; its groups, the offices
 * under it and its people become the successor's. Without a successor its objectives remain without it. Writes nothing when what it holds, or either office, changed meanwhile.
 */
export function recordCessation(
  db: Db,
  { office, successor, seen, today }: Cessation,
  edit: Edit,
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const offices = await listOffices(tx);
    const from = offices.find(({ code }) => code === office);
    const to = offices.find(({ code }) => code === successor) ?? null;
    const both = to ? [from, to] : [from];
    if (!from || both.some((one) => !isActive(one!, today))) return { recorded: false };
    const holdings = await findHoldings(tx, from, today);
    if (seenKey(holdings) !== seen || (!to && !isEmptyHanded(holdings))) return { recorded: false };

    const id = await insertEdit(tx, edit);
    const writing = { tx, edit: id, inPlace: false, on: today };
    if (to) {
      for (const { plan, actions } of holdings.plans)
        await handOverActions({ ...writing, inPlace: plan.adopted_on === null }, { from, to }, actions);
      await handOverRows(writing, { from, to }, "work_process_office", idsOf(holdings.workProcesses));
      await handOverRows(writing, { from, to }, "objective_office", idsOf(holdings.objectives));
      await handOverPlace(tx, { from, to, isUnder: withThoseUnder(office, offices).has(to.code) });
    } else await closeRows(writing, from, "objective_office", idsOf(holdings.objectives));
    await tx
      .updateTable("office")
      .set({ ceased_on: today, successor_id: to?.id ?? null })
      .where("id", "=", from.id)
      .execute();
    return { recorded: true };
  });
}

type HandOver = { from: { id: number }; to: { id: number } };

async function handOverActions(writing: Writing, offices: HandOver, actions: HeldAction[]): Promise<void> {
  const idsWhere = (holds: (action: HeldAction) => boolean) => actions.filter(holds).map(({ id }) => id);
  const years = actions.flatMap(({ years }) => years.map(({ id }) => id));
  const { tx, edit, inPlace } = writing;
  await handOverRows(
    writing,
    offices,
    "plan_action_responsible",
    idsWhere((one) => one.isResponsible),
  );
  await handOverRows(
    writing,
    offices,
    "plan_action_lead",
    idsWhere((one) => one.isLead),
  );
  await handOverRows(writing, offices, "action_year_office", years);
  if (inPlace) for (const { id } of actions) await markEdited(tx, id, edit);
}

/** What the rows of each table point to, and what a row that takes the place of another keeps of it. */
const HOLDING = {
  plan_action_responsible: { owner: "plan_action_id", kept: ["plan_action_id", "ordinal"] },
  plan_action_lead: { owner: "plan_action_id", kept: ["plan_action_id"] },
  action_year_office: { owner: "action_year_id", kept: ["action_year_id"] },
  work_process_office: { owner: "work_process_id", kept: ["work_process_id"] },
  objective_office: { owner: "objective_id", kept: ["objective_id"] },
};

/** Hands over the rows of some owners, all at once; where the successor already stands there, it is not written twice. */
async function handOverRows(
  writing: Writing,
  { from, to }: HandOver,
  table: keyof typeof HOLDING,
  owners: number[],
): Promise<void> {
  const { tx, edit, inPlace, on } = writing;
  const { owner, kept } = HOLDING[table];
  const [rows, ownerId, keptColumns] = [
    sql.table(table),
    sql.ref(owner),
    sql.join(kept.map((one) => sql.ref(one))),
  ];
  const held = heldBy(from, table, owners);
  const isFree = sql`${ownerId} not in
    (select ${ownerId} from ${rows} where office_id = ${to.id} and held_until_on is null)`;
  if (inPlace) {
    await sql`update ${rows} set office_id = ${to.id}, opened_by_edit_id = ${edit} where ${held} and ${isFree}`.execute(
      tx,
    );
    await sql`delete from ${rows} where ${held}`.execute(tx);
  } else {
    await sql`insert into ${rows} (${keptColumns}, office_id, held_from_on, opened_by_edit_id)
      select ${keptColumns}, ${to.id}, ${on}, ${edit} from ${rows} where ${held} and ${isFree}`.execute(tx);
    await closeRows(writing, from, table, owners);
  }
}

async function closeRows(
  { tx, edit, on }: Writing,
  from: { id: number },
  table: keyof typeof HOLDING,
  owners: number[],
): Promise<void> {
  const held = heldBy(from, table, owners);
  await sql`update ${sql.table(table)} set held_until_on = ${on}, closed_by_edit_id = ${edit} where ${held}`.execute(
    tx,
  );
}

/** The rows of some owners that stand under an office. */
function heldBy(from: { id: number }, table: keyof typeof HOLDING, owners: number[]) {
  return sql<boolean>`office_id = ${from.id} and held_until_on is null
    and ${sql.ref(HOLDING[table].owner)} in (select value from json_each(${JSON.stringify(owners)}))`;
}

function idsOf(things: readonly { id: number }[]): number[] {
  return things.map(({ id }) => id);
}

/** Groups, the offices under it and people go to the successor; one that was under it comes to stand where it stood. */
async function handOverPlace(
  tx: Db,
  {
    from,
    to,
    isUnder,
  }: { from: { id: number; parent_code: string | null }; to: { id: number }; isUnder: boolean },
): Promise<void> {
  for (const [table, owner] of [
    ["office_group_member", "office_group_id"],
    ["user_office", "user_id"],
  ] as const) {
    const [rows, ownerId] = [sql.table(table), sql.ref(owner)];
    await sql`insert or ignore into ${rows} (${ownerId}, office_id)
      select ${ownerId}, ${to.id} from ${rows} where office_id = ${from.id}`.execute(tx);
    await sql`delete from ${rows} where office_id = ${from.id}`.execute(tx);
  }
  const above = tx.selectFrom("office").select("parent_id").where("id", "=", from.id);
  if (isUnder) await tx.updateTable("office").set({ parent_id: above }).where("id", "=", to.id).execute();
  await tx
    .updateTable("office")
    .set({ parent_id: to.id })
    .where("parent_id", "=", from.id)
    .where("id", "<>", to.id)
    .where("ceased_on", "is", null)
    .execute();
}
