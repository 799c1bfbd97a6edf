import { asOf, type Day, dayInRome } from "#app/domain/days.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { lastEditOf } from "#app/domain/edit/plan-action-history.ts";
import { decideResponsibles, officesNamedBy } from "#app/domain/edit/plan-action-responsibles.ts";
import { decideYears } from "#app/domain/edit/plan-action-years.ts";
import { type PlanActionOnDay, planAt } from "#app/domain/plan/plan-at.ts";
import { listOfficeGroups, listOffices } from "#db/office/offices.ts";
import type { Db } from "#db/open.ts";
import { recordPlanActionEdit, writeVersion } from "#db/plan-action/plan-action-edits.ts";
import { listLifeRows, type Writing } from "#db/plan-action/plan-action-life.ts";
import { writeResponsibles } from "#db/plan-action/plan-action-responsibles.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { writeYears } from "#db/plan-action/plan-action-years.ts";
import { findPlan } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { Authors, SeedEvent } from "./load-history.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { VARIATION } from "./rows.ts";

const FILE = "variazioni-dimostrative.csv";

type VariationRow = Read<(typeof VARIATION)["_output"]>;

/** The invented edits of adopted plans, each decided by the rules of the product. What was recorded after `today` has not happened yet. */
export function variationEvents(
  files: SeedFiles,
  { authors, today }: { authors: Authors; today: Day },
): SeedEvent[] {
  return readRows(files, FILE, VARIATION)
    .filter((row) => dayInRome(row.registrata_il) <= today)
    .map((row) => ({ at: row.registrata_il, write: (tx) => loadVariation(tx, row, authors) }));
}

async function loadVariation(tx: Db, row: VariationRow, authors: Authors): Promise<void> {
  const author = authors.get(row.autore);
  if (author?.role !== "rtd") return failAt(FILE, row.line, "autore", `${row.autore} non modifica il piano`);
  const today = dayInRome(row.registrata_il);
  const plan = (await findPlan(tx, row.piano)) ?? failAt(FILE, row.line, "piano", `«${row.piano}» non c'è`);
  const facts = await listPlanFacts(tx, { planId: plan.id, code: row.azione }, today);
  const action =
    planAt(facts, plan, asOf(today))[0] ??
    failAt(FILE, row.line, "azione", `«${row.azione}» non è un'azione del piano`);
  const typed = { actOrgan: row.organo ?? "", actNumber: row.numero_atto ?? "", actOn: row.data_atto };
  const grounds = decideGrounds({ reason: row.motivo, ...typed }, { isAdopted: true, today });
  if (!grounds.ok) return failAt(FILE, row.line, grounds.field, grounds.reason);

  const write = await writeOf(tx, row, { plan, action, today });
  const expected = lastEditOf(await listLifeRows(tx, action.id));
  const by = { id: author.id, role: author.role, officeId: author.officeId, at: row.registrata_il };
  await recordPlanActionEdit(
    tx,
    { planActionId: action.id, expected, today },
    { by, ...grounds.grounds },
    write,
  );
}

/** What a row changes of its action, once the rules have let it. */
async function writeOf(
  tx: Db,
  row: VariationRow,
  { plan, action, today }: { plan: PlanRow; action: PlanActionOnDay; today: Day },
): Promise<(writing: Writing) => Promise<void>> {
  const organisation = { offices: await listOffices(tx), groups: await listOfficeGroups(tx) };
  const responsibles = action.responsibles.map(({ code }) => code);
  const answering = officesNamedBy(responsibles, organisation, today);
  const lead = row.capofila ?? action.lead?.code ?? null;
  const asked = decideResponsibles({ responsibles, lead }, { organisation, answering, today });
  if (!asked.ok) return failAt(FILE, row.line, "capofila", asked.reason);
  const years = decideYears(
    { years: row.anni_aggiunti.map((year) => ({ year, dueOn: null })), clarifies: false },
    {
      plan,
      standing: action.years.map(({ year }) => ({ year, dueOn: null, isPlanned: true })),
      carriedInto: [],
      unknownYearCount: action.unknownYearCount,
    },
  );
  if (!years.ok) return failAt(FILE, row.line, "anni_aggiunti", years.reason);
  return async (writing) => {
    if (row.titolo !== null) await writeVersion(writing, action.id, { title: row.titolo });
    await writeResponsibles(writing, action.id, asked.asked);
    await writeYears(writing, action.id, years.change, answering);
  };
}
