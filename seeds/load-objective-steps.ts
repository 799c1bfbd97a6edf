import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { LoadedObjective } from "./load-objectives.ts";
import { OBJECTIVE_ACTIVITY, OBJECTIVE_POINT } from "./objective-rows.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const ACTIVITIES = "attivita-obiettivi.csv";
const POINTS = "punti-obiettivi.csv";

type PointRow = Read<(typeof OBJECTIVE_POINT)["_output"]>;

/** The activities of the objectives and their points: each point is a step, counted through its whole objective. */
export async function loadObjectiveSteps(
  tx: Db,
  files: SeedFiles,
  objectives: Map<string, LoadedObjective>,
): Promise<void> {
  const activityIds = await loadActivities(tx, files, objectives);
  const points = readRows(files, POINTS, OBJECTIVE_POINT);
  checkOrdinals(
    POINTS,
    points.map((row) => ({ ...row, under: `${row.obiettivo}/${row.attivita}` })),
  );
  const ordinals = new Map<string, number>();
  const steps = points.map((row) => {
    const activityId =
      activityIds.get(`${row.obiettivo}/${row.attivita}`) ??
      failAt(POINTS, row.line, "attivita", `${row.obiettivo} non ha l'attività ${row.attivita}`);
    const ordinal = (ordinals.get(row.obiettivo) ?? 0) + 1;
    ordinals.set(row.obiettivo, ordinal);
    return { row, activityId, ordinal, objective: objectives.get(row.obiettivo)! };
  });
  await insertMany(
    tx,
    "objective_step",
    steps.map(({ row, activityId, ordinal, objective }) => ({
      objective_id: objective.id,
      objective_activity_id: activityId,
      ordinal,
      code_as_written: row.codice,
      heading_as_written: row.gruppo,
    })),
  );
  await insertVersions(tx, steps);
}

/** Their ids, as "PEG-CED/3". */
async function loadActivities(
  tx: Db,
  files: SeedFiles,
  objectives: Map<string, LoadedObjective>,
): Promise<Map<string, number>> {
  const rows = readRows(files, ACTIVITIES, OBJECTIVE_ACTIVITY);
  for (const { line, obiettivo } of rows)
    if (!objectives.has(obiettivo)) failAt(ACTIVITIES, line, "obiettivo", `«${obiettivo}» non c'è`);
  checkOrdinals(
    ACTIVITIES,
    rows.map((row) => ({ ...row, under: row.obiettivo })),
  );
  await insertMany(
    tx,
    "objective_activity",
    rows.map((row) => ({
      objective_id: objectives.get(row.obiettivo)!.id,
      ordinal: row.ordine,
      number_as_written: row.numero,
      title: row.titolo,
      text: row.testo,
    })),
  );
  const inserted = await tx
    .selectFrom("objective_activity as activity")
    .innerJoin("objective", "objective.id", "activity.objective_id")
    .select(["activity.id", "activity.ordinal", "objective.code"])
    .execute();
  return new Map(inserted.map(({ id, ordinal, code }) => [`${code}/${ordinal}`, id]));
}

async function insertVersions(
  tx: Db,
  steps: { row: PointRow; ordinal: number; objective: LoadedObjective }[],
): Promise<void> {
  const inserted = await tx.selectFrom("objective_step").select(["id", "objective_id", "ordinal"]).execute();
  const ids = new Map(inserted.map(({ id, objective_id, ordinal }) => [`${objective_id}/${ordinal}`, id]));
  await insertMany(
    tx,
    "objective_step_version",
    steps.map(({ row, ordinal, objective }) => ({
      objective_step_id: ids.get(`${objective.id}/${ordinal}`)!,
      text: row.testo,
      planned_as_written: row.programmato,
      planned_is_shared: row.programmato_comune,
      weight: 1,
      ...objective.life,
    })),
  );
}

/** 1, 2, … under each objective or activity, in the order of the file. */
function checkOrdinals(file: string, rows: { line: number; ordine: number; under: string }[]): void {
  const last = new Map<string, number>();
  for (const { line, ordine, under } of rows) {
    const due = (last.get(under) ?? 0) + 1;
    if (ordine !== due) failAt(file, line, "ordine", `dopo il precedente di ${under} viene il ${due}`);
    last.set(under, ordine);
  }
}
