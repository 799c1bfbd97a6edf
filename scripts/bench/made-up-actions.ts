import type { Day } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { Db } from "#db/open.ts";
import type { PlanRow } from "#db/schema.ts";
import { SHIPPED_FILES } from "#seeds/load.ts";
import type { Organisation } from "#seeds/load-organisation.ts";
import { readRows } from "#seeds/read-rows.ts";
import { PLAN_ACTION } from "#seeds/rows.ts";

/** The plan whose shape is copied. */
export const REAL_PLAN = "2021-2023";
const REAL_FIRST_YEAR = 2021;

/** An annualità and where its history has come to; `sequence` is that of its last line, 0 without any. */
export type MadeUpYear = {
  id: number;
  plan: string;
  code: string;
  year: number;
  /** The first year after the plan in which the action has no annualità: where it can be rescheduled to. */
  firstFreeYear: number;
  adoptedOn: Day;
  /** The codes of the offices that answer for it. */
  offices: string[];
  status: Status;
  progress: number;
  sequence: number;
};

type Context = {
  plan: PlanRow;
  areas: Map<string, number>;
  organisation: Organisation;
  edit: number;
  adoptedOn: Day;
};

/** Rows of one insert: SQLite takes 32,766 values at a time. */
const ROWS_AT_ONCE = 1000;

/** As many actions as wanted, each with the shape of one of the real plan's, in turn. */
export async function insertActions(tx: Db, wanted: number, context: Context): Promise<MadeUpYear[]> {
  const { plan } = context;
  const actions = await madeUpActions(tx, wanted, plan);
  await inChunks(actions, (chunk) =>
    tx
      .insertInto("plan_action")
      .values(chunk.map(({ row }) => row))
      .execute(),
  );
  const life = {
    held_from_on: context.adoptedOn,
    held_until_on: null,
    opened_by_edit_id: context.edit,
    closed_by_edit_id: null,
  };
  const versions = actions.map(({ row, shape, title }) => ({
    plan_action_id: row.id,
    area_id: context.areas.get(shape.ambito)!,
    title,
    weight: 1,
    unknown_year_count: shape.anni_non_noti ?? 0,
    ...life,
  }));
  await inChunks(versions, (chunk) => tx.insertInto("plan_action_version").values(chunk).execute());
  const themes = actions.flatMap(({ row, shape }) =>
    shape.temi.map((theme) => ({ plan_action_id: row.id, theme, ...life })),
  );
  await inChunks(themes, (chunk) => tx.insertInto("plan_action_theme").values(chunk).execute());
  await insertResponsibles(tx, actions, { ...context, life });
  return insertActionYears(tx, actions, { ...context, life });
}

type MadeUpAction = Awaited<ReturnType<typeof madeUpActions>>[number];
type Living = Context & {
  life: { held_from_on: Day; held_until_on: null; opened_by_edit_id: number; closed_by_edit_id: null };
};

async function madeUpActions(tx: Db, wanted: number, plan: PlanRow) {
  const shapes = readRows(SHIPPED_FILES, "azioni.csv", PLAN_ACTION).filter((row) => row.piano === REAL_PLAN);
  const lastId = await lastIdOf(tx, "plan_action");
  const inArea = new Map<string, number>();
  return Array.from({ length: wanted }, (_, index) => {
    const shape = shapes[index % shapes.length]!;
    const turn = Math.floor(index / shapes.length) + 1;
    const number = (inArea.get(shape.ambito) ?? 0) + 1;
    inArea.set(shape.ambito, number);
    const row = {
      id: lastId + index + 1,
      plan_id: plan.id,
      code: `${shape.ambito}.${number}`,
      ordinal: index + 1,
      title_in_table_as_written: shape.titolo_tabella,
      responsibles_as_written: shape.responsabili_testo,
      responsibles_in_table_as_written: shape.responsabili_tabella,
      years_as_written: shape.anni_testo,
      years_in_table_count: shape.x_in_tabella,
      source_document: shape.documento,
      source_section: shape.sezione,
      source_row: shape.riga,
    };
    return { row, shape, title: turn === 1 ? shape.titolo : `${shape.titolo} (${turn})` };
  });
}

async function insertResponsibles(tx: Db, actions: MadeUpAction[], { organisation, life }: Living) {
  const responsibles = actions.flatMap(({ row, shape }) =>
    shape.responsabili.map((code, index) => ({
      plan_action_id: row.id,
      ordinal: index + 1,
      office_id: organisation.offices.get(code) ?? null,
      office_group_id: organisation.groups.get(code)?.id ?? null,
      role: code === "rtd" ? ("rtd" as const) : null,
      ...life,
    })),
  );
  await inChunks(responsibles, (chunk) => tx.insertInto("plan_action_responsible").values(chunk).execute());
}

/** An annualità under each X, with the offices that answer for it (R10). */
async function insertActionYears(tx: Db, actions: MadeUpAction[], context: Living): Promise<MadeUpYear[]> {
  const { plan, organisation, life } = context;
  const lastId = await lastIdOf(tx, "action_year");
  const planned = actions.flatMap(({ row, shape }) =>
    shape.anni.map((year) => ({ row, shape, year: year - REAL_FIRST_YEAR + plan.first_year })),
  );
  const years = planned.map((one, index) => ({ ...one, id: lastId + index + 1 }));
  const identities = years.map(({ id, row, year }) => ({ id, plan_action_id: row.id, year }));
  await inChunks(identities, (chunk) => tx.insertInto("action_year").values(chunk).execute());
  const lives = years.map(({ id, shape }) => ({
    action_year_id: id,
    due_on: null,
    due_as_written: shape.anni_testo,
    ...life,
  }));
  await inChunks(lives, (chunk) => tx.insertInto("action_year_life").values(chunk).execute());
  const offices = years.flatMap(({ id, shape }) =>
    officesOf(shape.responsabili, organisation).map((code) => ({
      action_year_id: id,
      office_id: organisation.offices.get(code)!,
      ...life,
    })),
  );
  await inChunks(offices, (chunk) => tx.insertInto("action_year_office").values(chunk).execute());
  return years.map(({ id, row, shape, year }) => ({
    ...{ id, plan: plan.code, code: row.code, year, firstFreeYear: plan.last_year + 1 },
    offices: officesOf(shape.responsabili, organisation),
    ...{ adoptedOn: context.adoptedOn, status: "to-start", progress: 0, sequence: 0 },
  }));
}

function officesOf(codes: string[], { offices, groups }: Organisation): string[] {
  const own = codes.flatMap((code) => groups.get(code)?.members ?? (offices.has(code) ? [code] : []));
  return [...new Set(own)];
}

async function lastIdOf(tx: Db, table: "plan_action" | "action_year"): Promise<number> {
  const last = await tx.selectFrom(table).select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return last?.id ?? 0;
}

async function inChunks<Row>(rows: Row[], insert: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await insert(rows.slice(start, start + ROWS_AT_ONCE));
}
