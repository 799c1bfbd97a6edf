import type { Author } from "#db/chain.ts";
import { insertEdit } from "#db/edits.ts";
import type { Db } from "#db/open.ts";
import type { Organisation } from "./load-organisation.ts";
import type { LoadedPlan } from "./load-plans.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";
import { LEAD } from "./rows.ts";

const FILE = "capofila-dimostrativi.csv";

/** The capofila of a plan's actions, named on the day of its adoption: invented, because no document names one. */
export async function loadLeads(
  tx: Db,
  files: SeedFiles,
  {
    plan,
    actions,
    organisation,
    by,
  }: { plan: LoadedPlan["row"]; actions: LoadedPlan["actions"]; organisation: Organisation; by: Author },
): Promise<void> {
  const rows = readRows(files, FILE, LEAD).filter((row) => row.piano === plan.codice);
  if (rows.length === 0) return;
  const opened_by_edit_id = await insertEdit(tx, { by, reason: "capofila della dimostrazione", act: null });
  for (const row of rows) {
    await tx
      .insertInto("plan_action_lead")
      .values({
        plan_action_id:
          actions.get(row.azione) ??
          failAt(FILE, row.line, "azione", `«${row.azione}» non è un'azione del piano`),
        office_id:
          organisation.offices.get(row.ufficio) ??
          failAt(FILE, row.line, "ufficio", `«${row.ufficio}» non è un ufficio`),
        held_from_on: plan.adottato_il,
        held_until_on: null,
        opened_by_edit_id,
        closed_by_edit_id: null,
      })
      .execute();
  }
}
