import { insertEdit } from "#db/edits.ts";
import type { Author } from "#db/chain.ts";
import type { Db } from "#db/open.ts";
import { freezeAdoption } from "#db/review/adoption-snapshot.ts";
import { loadLeads } from "./load-leads.ts";
import type { Organisation } from "./load-organisation.ts";
import { loadPlanActions } from "./load-plan-actions.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { AREA, PLAN } from "./rows.ts";

type PlanRow = Read<(typeof PLAN)["_output"]>;

/** A plan that is loaded: its row in the file and the ids of its actions, by code. */
export type LoadedPlan = { row: PlanRow; actions: Map<string, number> };

/** Who adopts the plans of the demonstration: the RTD, at the moment of each adoption. */
export type AdoptedBy = Omit<Author, "at">;

/** The plans, oldest first, each with its areas and actions as adopted, what does not match in the source, and the capofila of the demonstration. */
export async function loadPlans(
  tx: Db,
  files: SeedFiles,
  organisation: Organisation,
  adoptedBy: AdoptedBy,
): Promise<void> {
  let before: LoadedPlan | undefined;
  for (const row of readRows(files, "piani.csv", PLAN))
    before = await loadPlan(tx, files, row, { before, organisation, adoptedBy });
}

async function loadPlan(
  tx: Db,
  files: SeedFiles,
  row: PlanRow,
  {
    before,
    organisation,
    adoptedBy,
  }: { before: LoadedPlan | undefined; organisation: Organisation; adoptedBy: AdoptedBy },
): Promise<LoadedPlan> {
  if (before && row.primo_anno <= before.row.ultimo_anno)
    failAt("piani.csv", row.line, "primo_anno", `viene prima della fine del piano ${before.row.codice}`);
  const plan_id = await insertPlan(tx, row);
  const by = { ...adoptedBy, at: `${row.adottato_il}T10:00:00.000Z` };
  const adoption = await insertEdit(tx, {
    by,
    reason: "adozione del piano",
    act: { organ: row.organo, number: row.numero_atto, on: row.data_atto },
  });
  const actions = await loadPlanActions(tx, files, {
    plan: row,
    before,
    plan_id,
    areas: await loadAreas(tx, files, row.codice, plan_id),
    life: {
      held_from_on: row.adottato_il,
      held_until_on: null,
      opened_by_edit_id: adoption,
      closed_by_edit_id: null,
    },
    organisation,
  });
  await loadLeads(tx, files, { plan: row, actions, organisation, by });
  await freezeAdoption(tx, plan_id, by);
  return { row, actions };
}

async function insertPlan(tx: Db, row: PlanRow): Promise<number> {
  const plan = await tx
    .insertInto("plan")
    .values({
      code: row.codice,
      title: row.titolo,
      first_year: row.primo_anno,
      last_year: row.ultimo_anno,
      act_organ: row.organo,
      act_number: row.numero_atto,
      act_on: row.data_atto,
      adopted_on: row.adottato_il,
      source: row.fonte,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return plan.id;
}

async function loadAreas(
  tx: Db,
  files: SeedFiles,
  planCode: string,
  plan_id: number,
): Promise<Map<string, number>> {
  const areas = new Map<string, number>();
  const rows = readRows(files, "ambiti.csv", AREA).filter((row) => row.piano === planCode);
  for (const [index, row] of rows.entries()) {
    const area = await tx
      .insertInto("area")
      .values({
        plan_id,
        code: row.codice,
        ordinal: index + 1,
        title: row.titolo,
        responsibles_as_written: row.responsabili_come_scritto,
        source: row.fonte,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    areas.set(row.codice, area.id);
  }
  return areas;
}
