import { insertEdit } from "#db/edits.ts";
import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { type AdoptedPlan, listAdoptedPlans } from "./adopted-plans.ts";
import { loadObjectiveDiscrepancies, loadPriorities } from "./load-objective-documents.ts";
import { loadObjectiveLinks } from "./load-objective-links.ts";
import { loadObjectiveSteps } from "./load-objective-steps.ts";
import type { Organisation } from "./load-organisation.ts";
import type { AdoptedBy } from "./load-plans.ts";
import { OBJECTIVE, OBJECTIVE_OFFICES } from "./objective-rows.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const FILE = "obiettivi.csv";
const OFFICES = "assegnazioni-obiettivi.csv";

type ObjectiveRow = Read<(typeof OBJECTIVE)["_output"]>;
type Assigned = { officeIds: number[]; isChosen: 0 | 1 };

/** An objective that is loaded, and the life that it begins with. */
export type LoadedObjective = { id: number; life: Life };

/**
 * The objectives that documents 004 and 002 write: each holds from the first day of its first year, and is entered when the plan of that year is
 * adopted. With their offices, steps and links, the priorities, and where the documents do not agree with themselves.
 */
export async function loadObjectives(
  tx: Db,
  files: SeedFiles,
  { organisation, by }: { organisation: Organisation; by: AdoptedBy },
): Promise<void> {
  const plans = await listAdoptedPlans(tx);
  const rows = readRows(files, FILE, OBJECTIVE);
  checkNoneIsTwice(rows);
  const assigned = readAssigned(files, rows, organisation);
  const edits = await insertEdits(tx, rows, plans, by);
  const ids = await insertObjectives(tx, rows, assigned);
  const objectives = new Map<string, LoadedObjective>(
    rows.map((row) => [row.codice, { id: ids.get(row.codice)!, life: lifeOf(row, edits.get(row.codice)!) }]),
  );
  await insertWhatIsUnderstood(tx, rows, objectives, assigned);
  await loadObjectiveSteps(tx, files, objectives);
  await loadObjectiveLinks(tx, files, { objectives, plans });
  await loadObjectiveDiscrepancies(tx, files, objectives);
  await loadPriorities(tx, files);
}

function checkNoneIsTwice(rows: ObjectiveRow[]): void {
  const seen = new Set<string>();
  for (const { line, codice, anno, ultimo_anno } of rows) {
    if (seen.size === seen.add(codice).size) failAt(FILE, line, "codice", `«${codice}» c'è due volte`);
    if (ultimo_anno < anno) failAt(FILE, line, "ultimo_anno", `viene prima del ${anno}`);
  }
}

/** The offices of each objective: those that its document names, or those that the demonstration chose. */
function readAssigned(
  files: SeedFiles,
  rows: ObjectiveRow[],
  organisation: Organisation,
): Map<string, Assigned> {
  const known = new Set(rows.map(({ codice }) => codice));
  const assigned = new Map<string, Assigned>();
  for (const { line, obiettivo, uffici, scelta } of readRows(files, OFFICES, OBJECTIVE_OFFICES)) {
    if (!known.has(obiettivo)) failAt(OFFICES, line, "obiettivo", `«${obiettivo}» non c'è`);
    if (assigned.has(obiettivo)) failAt(OFFICES, line, "obiettivo", `«${obiettivo}» c'è due volte`);
    const officeIds = [...new Set(uffici)].map(
      (code) =>
        organisation.offices.get(code) ?? failAt(OFFICES, line, "uffici", `«${code}» non è un ufficio`),
    );
    assigned.set(obiettivo, { officeIds, isChosen: scelta });
  }
  return assigned;
}

/** One edit for the objectives of each plan's years, by the objective's code. */
async function insertEdits(
  tx: Db,
  rows: ObjectiveRow[],
  plans: Map<string, AdoptedPlan>,
  by: AdoptedBy,
): Promise<Map<string, number>> {
  const edits = new Map<AdoptedPlan, number>();
  const ofObjective = new Map<string, number>();
  for (const { line, codice, anno } of rows) {
    const plan =
      [...plans.values()].find(({ firstYear, lastYear }) => firstYear <= anno && anno <= lastYear) ??
      failAt(FILE, line, "anno", `nessun piano comprende il ${anno}`);
    if (!edits.has(plan)) edits.set(plan, await insertLoading(tx, plan, by));
    ofObjective.set(codice, edits.get(plan)!);
  }
  return ofObjective;
}

function insertLoading(tx: Db, { adoptedOn }: AdoptedPlan, by: AdoptedBy): Promise<number> {
  return insertEdit(tx, {
    by: { ...by, at: `${adoptedOn}T10:30:00.000Z` },
    reason: "obiettivi caricati dalla dimostrazione",
    act: null,
  });
}

function lifeOf({ anno }: ObjectiveRow, opened_by_edit_id: number): Life {
  return {
    held_from_on: `${anno}-01-01`,
    held_until_on: null,
    opened_by_edit_id,
    closed_by_edit_id: null,
  };
}

/** The objectives as their documents write them. Their ids, by code. */
async function insertObjectives(
  tx: Db,
  rows: ObjectiveRow[],
  assigned: Map<string, Assigned>,
): Promise<Map<string, number>> {
  await insertMany(
    tx,
    "objective",
    rows.map((row) => ({
      code: row.codice,
      document: row.documento,
      act_as_written: row.atto,
      first_year: row.anno,
      last_year: row.ultimo_anno,
      number_as_written: row.numero,
      mission_as_written: row.missione,
      programme_as_written: row.programma,
      project_as_written: row.progetto,
      parent_title_as_written: row.titolo_di,
      title_as_written: row.titolo_come_scritto,
      office_as_written: row.settore,
      unit_as_written: row.uo,
      office_is_chosen: assigned.get(row.codice)?.isChosen ?? 0,
      source: row.fonte,
    })),
  );
  const inserted = await tx.selectFrom("objective").select(["id", "code"]).execute();
  return new Map(inserted.map(({ id, code }) => [code, id]));
}

async function insertWhatIsUnderstood(
  tx: Db,
  rows: ObjectiveRow[],
  objectives: Map<string, LoadedObjective>,
  assigned: Map<string, Assigned>,
): Promise<void> {
  await insertMany(
    tx,
    "objective_version",
    rows.map((row) => ({
      objective_id: objectives.get(row.codice)!.id,
      title: row.titolo,
      description: row.descrizione,
      kind: row.tipo,
      is_transversal: row.trasversale,
      weight: 1,
      ...objectives.get(row.codice)!.life,
    })),
  );
  await insertMany(
    tx,
    "objective_office",
    [...assigned].flatMap(([code, { officeIds }]) => {
      const { id, life } = objectives.get(code)!;
      return officeIds.map((office_id) => ({ objective_id: id, office_id, ...life }));
    }),
  );
}
