import type { Day } from "#app/domain/days.ts";
import type { Db } from "#db/open.ts";
import type { Organisation } from "./load-organisation.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { AREA, DISCREPANCY, LEAD, PLAN, PLAN_ACTION } from "./rows.ts";

type PlanActionRow = Read<(typeof PLAN_ACTION)["_output"]>;
type RecordedBy = { id: string; role: "rtd" | string; officeId: number | null };

/** The plans with their areas and actions as adopted, what does not match in the source, and the capofila of the demonstration. */
export async function loadPlans(
  tx: Db,
  files: SeedFiles,
  organisation: Organisation,
  rtd: RecordedBy,
): Promise<void> {
  for (const plan of readRows(files, "piani.csv", PLAN)) {
    const { id: plan_id } = await tx
      .insertInto("plan")
      .values({
        code: plan.codice,
        title: plan.titolo,
        first_year: plan.primo_anno,
        last_year: plan.ultimo_anno,
        act_organ: plan.organo,
        act_number: plan.numero_atto,
        act_on: plan.data_atto,
        adopted_on: plan.adottato_il,
        source: plan.fonte,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const edit = await insertEdit(tx, rtd, plan.adottato_il, "adozione del piano", plan);
    const areas = await loadAreas(tx, files, plan.codice, plan_id);
    const life = {
      held_from_on: plan.adottato_il,
      held_until_on: null,
      opened_by_edit_id: edit,
      closed_by_edit_id: null,
    };
    await loadPlanActions(tx, files, plan.codice, { plan_id, areas, life, organisation });
    await loadLeads(tx, files, plan.codice, { plan_id, organisation, rtd, day: plan.adottato_il });
  }
}

type Life = { held_from_on: Day; held_until_on: null; opened_by_edit_id: number; closed_by_edit_id: null };

async function insertEdit(
  tx: Db,
  rtd: RecordedBy,
  day: Day,
  reason: string,
  act?: { organo: string; numero_atto: string; data_atto: string },
): Promise<number> {
  const edit = await tx
    .insertInto("edit")
    .values({
      recorded_at: `${day}T10:00:00.000Z`,
      author_id: rtd.id,
      author_role: "rtd",
      author_office_id: rtd.officeId,
      reason,
      act_organ: act?.organo ?? null,
      act_number: act?.numero_atto ?? null,
      act_on: act?.data_atto ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return edit.id;
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

type PlanContext = { plan_id: number; areas: Map<string, number>; life: Life; organisation: Organisation };

async function loadPlanActions(
  tx: Db,
  files: SeedFiles,
  planCode: string,
  context: PlanContext,
): Promise<void> {
  const rows = readRows(files, "azioni.csv", PLAN_ACTION).filter((row) => row.piano === planCode);
  const ids = new Map<string, number>();
  for (const [index, row] of rows.entries())
    ids.set(row.codice, await loadPlanAction(tx, row, index + 1, context));

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

async function loadPlanAction(
  tx: Db,
  row: PlanActionRow,
  ordinal: number,
  { plan_id, areas, life, organisation }: PlanContext,
): Promise<number> {
  const area_id =
    areas.get(row.ambito) ??
    failAt("azioni.csv", row.line, "ambito", `«${row.ambito}» non è un ambito del piano`);
  const { id: plan_action_id } = await tx
    .insertInto("plan_action")
    .values({
      plan_id,
      code: row.codice,
      ordinal,
      continues_id: null,
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

  await tx
    .insertInto("plan_action_version")
    .values({
      plan_action_id,
      area_id,
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
  await loadResponsibles(tx, row, plan_action_id, { life, organisation });
  await loadActionYears(tx, row, plan_action_id, { life, organisation });
  return plan_action_id;
}

async function loadResponsibles(
  tx: Db,
  row: PlanActionRow,
  plan_action_id: number,
  { life, organisation }: Pick<PlanContext, "life" | "organisation">,
) {
  for (const [index, code] of row.responsabili.entries()) {
    const office_id = organisation.offices.get(code) ?? null;
    const office_group_id = organisation.groups.get(code)?.id ?? null;
    const role = code === "rtd" ? ("rtd" as const) : null;
    if (office_id === null && office_group_id === null && role === null)
      failAt("azioni.csv", row.line, "responsabili", `«${code}» non è un ufficio, un gruppo o rtd`);
    await tx
      .insertInto("plan_action_responsible")
      .values({ plan_action_id, ordinal: index + 1, office_id, office_group_id, role, ...life })
      .execute();
  }
}

/** An annualità under each X, with the offices that answer for it written down from the groups as they stand (R10). */
async function loadActionYears(
  tx: Db,
  row: PlanActionRow,
  plan_action_id: number,
  { life, organisation }: Pick<PlanContext, "life" | "organisation">,
) {
  const codes = new Set(
    row.responsabili.flatMap(
      (code) => organisation.groups.get(code)?.members ?? (organisation.offices.has(code) ? [code] : []),
    ),
  );
  for (const year of row.anni) {
    const { id: action_year_id } = await tx
      .insertInto("action_year")
      .values({ plan_action_id, year })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("action_year_life")
      .values({ action_year_id, due_on: null, due_as_written: row.anni_testo, ...life })
      .execute();
    for (const code of codes) {
      await tx
        .insertInto("action_year_office")
        .values({ action_year_id, office_id: organisation.offices.get(code)!, ...life })
        .execute();
    }
  }
}

async function loadLeads(
  tx: Db,
  files: SeedFiles,
  planCode: string,
  {
    plan_id,
    organisation,
    rtd,
    day,
  }: { plan_id: number; organisation: Organisation; rtd: RecordedBy; day: Day },
): Promise<void> {
  const file = "capofila-dimostrativi.csv";
  const rows = readRows(files, file, LEAD).filter((row) => row.piano === planCode);
  if (rows.length === 0) return;
  const opened_by_edit_id = await insertEdit(tx, rtd, day, "capofila della dimostrazione");
  for (const row of rows) {
    const action = await tx
      .selectFrom("plan_action")
      .select("id")
      .where("plan_id", "=", plan_id)
      .where("code", "=", row.azione)
      .executeTakeFirst();
    await tx
      .insertInto("plan_action_lead")
      .values({
        plan_action_id:
          action?.id ?? failAt(file, row.line, "azione", `«${row.azione}» non è un'azione del piano`),
        office_id:
          organisation.offices.get(row.ufficio) ??
          failAt(file, row.line, "ufficio", `«${row.ufficio}» non è un ufficio`),
        held_from_on: day,
        held_until_on: null,
        opened_by_edit_id,
        closed_by_edit_id: null,
      })
      .execute();
  }
}
