import { insertEdit } from "#db/edits.ts";
import { insertMany } from "#db/insert-many.ts";
import { type Db, inWriteTransaction, openDatabase } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { SHIPPED_FILES } from "#seeds/load.ts";
import { OBJECTIVE_POINT } from "#seeds/objective-rows.ts";
import { readRows } from "#seeds/read-rows.ts";
import { type Chance, chanceOf, wholeBelow } from "./chance.ts";
import { FIRST_YEAR, RTD } from "./made-up-plan.ts";

/** `steps` and `reports`: of each objective, and of each step. */
export type ObjectiveSize = { objectives: number; steps: number; reports: number };

/** A PEG of a middling town: the four real objectives have 26 points each. */
export const OBJECTIVE_SIZE: ObjectiveSize = { objectives: 100, steps: 25, reports: 2 };

/** The year of the objectives: one of the plan in force. */
export const OBJECTIVE_YEAR = FIRST_YEAR + 1;

const RECORDED_AT = `${FIRST_YEAR}-01-15T10:00:00.000Z`;

/**
 * Adds to a made-up plan objectives of the shape of the real ones: their points in turn, with their programmato, so many effettivi of each
 * on days of the year, and two actions of the plan each.
 */
export async function makeUpObjectives(
  path: string,
  { objectives, steps, reports }: ObjectiveSize,
  { seed }: { seed: number },
): Promise<void> {
  const { db } = openDatabase(path);
  await inWriteTransaction(db, async (tx) => {
    const edit = { by: { ...RTD, at: RECORDED_AT }, reason: "obiettivi inventati", act: null };
    const life = { held_from_on: `${FIRST_YEAR}-01-01`, held_until_on: null, closed_by_edit_id: null };
    const lived = { ...life, opened_by_edit_id: await insertEdit(tx, edit) };
    const ids = await insertObjectives(tx, objectives, lived);
    const stepIds = await insertSteps(tx, ids, steps, lived);
    await insertReports(tx, stepIds, reports, chanceOf(seed));
    await insertLinks(tx, ids, lived);
  });
  await db.destroy();
}

async function insertObjectives(tx: Db, count: number, life: Life): Promise<number[]> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await insertMany(
    tx,
    "objective",
    numbers.map((id) => ({
      id,
      code: codeOf(id),
      document: "PEG inventato",
      first_year: OBJECTIVE_YEAR,
      last_year: OBJECTIVE_YEAR,
      office_is_chosen: 1 as const,
      source: "inventato per le misure",
    })),
  );
  const said = { kind: "management", is_transversal: 0, weight: 1 } as const;
  const version = (id: number) => ({ objective_id: id, title: `Obiettivo ${id}`, ...said, ...life });
  await insertMany(tx, "objective_version", numbers.map(version));
  const offices = await tx.selectFrom("office").select("id").execute();
  const office = (id: number) => ({ objective_id: id, office_id: offices[id % offices.length]!.id, ...life });
  await insertMany(tx, "objective_office", numbers.map(office));
  return numbers;
}

/** "PEG-001" is the first. */
export function codeOf(objective: number): string {
  return `PEG-${String(objective).padStart(3, "0")}`;
}

async function insertSteps(tx: Db, objectives: number[], each: number, life: Life): Promise<number[]> {
  const points = readRows(SHIPPED_FILES, "punti-obiettivi.csv", OBJECTIVE_POINT);
  const steps = objectives.flatMap((objective_id, index) =>
    Array.from({ length: each }, (_, at) => ({ id: index * each + at + 1, objective_id, ordinal: at + 1 })),
  );
  await insertMany(tx, "objective_step", steps);
  await insertMany(
    tx,
    "objective_step_version",
    steps.map(({ id }) => {
      const { testo, programmato } = points[id % points.length]!;
      const said = { text: testo, planned_as_written: programmato, planned_is_shared: 0 as const, weight: 1 };
      return { objective_step_id: id, ...said, ...life };
    }),
  );
  return steps.map(({ id }) => id);
}

async function insertReports(tx: Db, steps: number[], each: number, chance: Chance): Promise<void> {
  const by = { author_id: RTD.id, author_role: RTD.role, author_office_id: RTD.officeId };
  const day = () => String(1 + wholeBelow(chance, 28)).padStart(2, "0");
  const month = () => String(1 + wholeBelow(chance, 6)).padStart(2, "0");
  const reports = steps.flatMap((objective_step_id) =>
    Array.from({ length: each }, () => ({
      objective_step_id,
      effective_on: `${OBJECTIVE_YEAR}-${month()}-${day()}`,
      text: "Effettivo inventato",
      progress: 100,
      is_withdrawal: 0 as const,
      recorded_at: RECORDED_AT,
      after_sequence: 0,
      ...by,
    })),
  );
  await insertMany(tx, "step_report", reports);
}

async function insertLinks(tx: Db, objectives: number[], life: Life): Promise<void> {
  const actions = await tx.selectFrom("plan_action").select("id").orderBy("id", "desc").limit(40).execute();
  const links = objectives.flatMap((objective_id) =>
    [0, 1].map((at) => ({
      objective_id,
      plan_action_id: actions[(objective_id * 2 + at) % actions.length]!.id,
    })),
  );
  await insertMany(
    tx,
    "objective_link",
    links.map((link, index) => ({ id: index + 1, ...link })),
  );
  const said = { rationale: "Collegamento inventato", weight: 1 };
  await insertMany(
    tx,
    "objective_link_version",
    links.map((_, index) => ({ objective_link_id: index + 1, ...said, ...life })),
  );
}
