import type { Life } from "#db/schema.ts";
import type { Db } from "#db/open.ts";
import { loadActionYears, type PlanActionRow } from "./load-action-years.ts";
import type { Organisation } from "./load-organisation.ts";
import type { LoadedPlan } from "./load-plans.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";
import { DISCREPANCY, PLAN_ACTION } from "./rows.ts";

const FILE = "azioni.csv";

type PlanContext = {
  plan: LoadedPlan["row"];
  before: LoadedPlan | undefined;
  plan_id: number;
  areas: Map<string, number>;
  life: Life;
  organisation: Organisation;
};

/** The actions of a plan as adopted, in the order of the file, with what does not match in their source. Their ids, by code. */
export async function loadPlanActions(
  tx: Db,
  files: SeedFiles,
  context: PlanContext,
): Promise<Map<string, number>> {
  const rows = readRows(files, FILE, PLAN_ACTION).filter((row) => row.piano === context.plan.codice);
  const ids = new Map<string, number>();
  for (const [index, row] of rows.entries())
    ids.set(row.codice, await loadPlanAction(tx, row, index + 1, context));
  await loadDiscrepancies(tx, files, context.plan.codice, ids);
  return ids;
}

async function loadPlanAction(
  tx: Db,
  row: PlanActionRow,
  ordinal: number,
  context: PlanContext,
): Promise<number> {
  const { plan, areas, life } = context;
  const beyond = row.anni.find((year) => year < plan.primo_anno || year > plan.ultimo_anno);
  if (beyond !== undefined)
    failAt(FILE, row.line, "anni", `${beyond} non è un anno del piano ${plan.codice}`);
  const plan_action_id = await insertIdentity(tx, row, ordinal, context);
  await tx
    .insertInto("plan_action_version")
    .values({
      plan_action_id,
      area_id:
        areas.get(row.ambito) ??
        failAt(FILE, row.line, "ambito", `«${row.ambito}» non è un ambito del piano`),
      title: row.titolo,
      weight: 1,
      unknown_year_count: row.anni_non_noti ?? 0,
      ...life,
    })
    .execute();
  for (const theme of row.temi)
    await tx
      .insertInto("plan_action_theme")
      .values({ plan_action_id, theme, ...life })
      .execute();
  await loadResponsibles(tx, row, plan_action_id, context);
  await loadActionYears(tx, row, plan_action_id, context);
  return plan_action_id;
}

async function insertIdentity(
  tx: Db,
  row: PlanActionRow,
  ordinal: number,
  { plan_id, before }: PlanContext,
): Promise<number> {
  const action = await tx
    .insertInto("plan_action")
    .values({
      plan_id,
      code: row.codice,
      ordinal,
      continues_id: row.continua === null ? null : continuedId(row, row.continua, before),
      title_in_table_as_written: row.titolo_tabella,
      responsibles_as_written: row.responsabili_testo,
      responsibles_in_table_as_written: row.responsabili_tabella,
      years_as_written: row.anni_testo,
      years_in_table_count: row.x_in_tabella,
      source_document: row.documento,
      source_section: row.sezione,
      source_row: row.riga,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return action.id;
}

/** The action of the plan before that this one continues (R1). */
function continuedId(row: PlanActionRow, code: string, before: LoadedPlan | undefined): number {
  return (
    before?.actions.get(code) ??
    failAt(FILE, row.line, "continua", `«${code}» non è un'azione del piano precedente`)
  );
}

async function loadResponsibles(
  tx: Db,
  row: PlanActionRow,
  plan_action_id: number,
  { life, organisation }: PlanContext,
): Promise<void> {
  for (const [index, code] of row.responsabili.entries()) {
    const office_id = organisation.offices.get(code) ?? null;
    const office_group_id = organisation.groups.get(code)?.id ?? null;
    const role = code === "rtd" ? ("rtd" as const) : null;
    if (office_id === null && office_group_id === null && role === null)
      failAt(FILE, row.line, "responsabili", `«${code}» non è un ufficio, un gruppo o rtd`);
    await tx
      .insertInto("plan_action_responsible")
      .values({ plan_action_id, ordinal: index + 1, office_id, office_group_id, role, ...life })
      .execute();
  }
}

async function loadDiscrepancies(
  tx: Db,
  files: SeedFiles,
  planCode: string,
  ids: Map<string, number>,
): Promise<void> {
  const file = "discordanze.csv";
  for (const row of readRows(files, file, DISCREPANCY).filter((one) => one.piano === planCode)) {
    const plan_action_id =
      ids.get(row.azione) ?? failAt(file, row.line, "azione", `«${row.azione}» non è un'azione del piano`);
    await tx
      .insertInto("discrepancy")
      .values({ plan_action_id, code: row.codice, detail: row.dettaglio, source: row.fonte })
      .execute();
  }
}
