import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { AdoptedPlan } from "./adopted-plans.ts";
import type { LoadedObjective } from "./load-objectives.ts";
import { OBJECTIVE_LINK } from "./objective-rows.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const FILE = "collegamenti-obiettivi.csv";

type LinkRow = Read<(typeof OBJECTIVE_LINK)["_output"]>;
type Known = {
  objectives: Map<string, LoadedObjective>;
  plans: Map<string, AdoptedPlan>;
};
type Ends = { objective_id: number; plan_action_id: number; action_year_id: number | null };

/** The actions that the objectives rest on, from the day that their plan is adopted. */
export async function loadObjectiveLinks(tx: Db, files: SeedFiles, known: Known): Promise<void> {
  const rows = readRows(files, FILE, OBJECTIVE_LINK);
  const years = await listActionYears(tx);
  const links = rows.map((row) => ({ row, ends: endsOf(row, known, years) }));
  checkNoneIsTwice(links);
  await insertMany(
    tx,
    "objective_link",
    links.map(({ ends }) => ends),
  );
  const inserted = await tx.selectFrom("objective_link").selectAll().execute();
  const ids = new Map(inserted.map(({ id, ...ends }) => [keyOf(ends), id]));
  await insertMany(
    tx,
    "objective_link_version",
    links.map(({ row, ends }) => ({
      objective_link_id: ids.get(keyOf(ends))!,
      rationale: row.motivo,
      weight: 1,
      ...known.objectives.get(row.obiettivo)!.life,
      held_from_on: known.plans.get(row.piano)!.adoptedOn,
    })),
  );
}

/** The ids of the annualità, as "12/2024". */
async function listActionYears(tx: Db): Promise<Map<string, number>> {
  const rows = await tx.selectFrom("action_year").selectAll().execute();
  return new Map(rows.map(({ id, plan_action_id, year }) => [`${plan_action_id}/${year}`, id]));
}

function endsOf(row: LinkRow, { objectives, plans }: Known, years: Map<string, number>): Ends {
  const { line, obiettivo, piano, azione, anno } = row;
  const objective = objectives.get(obiettivo) ?? failAt(FILE, line, "obiettivo", `«${obiettivo}» non c'è`);
  const plan = plans.get(piano) ?? failAt(FILE, line, "piano", `«${piano}» non c'è`);
  const plan_action_id =
    plan.actions.get(azione) ?? failAt(FILE, line, "azione", `«${azione}» non è un'azione del piano`);
  const action_year_id =
    anno === null
      ? null
      : (years.get(`${plan_action_id}/${anno}`) ?? failAt(FILE, line, "anno", `${azione} non ha il ${anno}`));
  return { objective_id: objective.id, plan_action_id, action_year_id };
}

function checkNoneIsTwice(links: { row: LinkRow; ends: Ends }[]): void {
  const seen = new Set<string>();
  for (const { row, ends } of links)
    if (seen.size === seen.add(keyOf(ends)).size)
      failAt(FILE, row.line, "azione", `${row.obiettivo} è già collegato a ${row.azione}`);
}

function keyOf({ objective_id, plan_action_id, action_year_id }: Ends): string {
  return `${objective_id}/${plan_action_id}/${action_year_id ?? ""}`;
}
