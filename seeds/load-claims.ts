import { insertEdit } from "#db/edits.ts";
import type { Db } from "#db/open.ts";
import { insertMany } from "#db/insert-many.ts";
import { type AdoptedPlan, listAdoptedPlans } from "./adopted-plans.ts";
import type { LoadedBlocker } from "./load-blockers.ts";
import type { AdoptedBy } from "./load-plans.ts";
import { CLAIM, CONFIRMED_CLAIM } from "./process-rows.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const FILE = "sblocchi.csv";
const CONFIRMED = "sblocchi-confermati-dimostrativi.csv";

type ClaimRow = Read<(typeof CLAIM)["_output"]>;
type LoadedClaim = ClaimRow & { id: number; proposedOn: string };

/** What the plan is proposed to take away, from the day that it is adopted, and the claims that the demonstration confirms. */
export async function loadClaims(
  tx: Db,
  files: SeedFiles,
  blockers: Map<string, LoadedBlocker>,
  by: AdoptedBy,
): Promise<void> {
  const rows = readRows(files, FILE, CLAIM);
  const plans = await listAdoptedPlans(tx);
  checkNoneIsTwice(rows);
  const claims: LoadedClaim[] = [];
  for (const row of rows) claims.push(await insertClaim(tx, row, { blockers, plans }));
  await proposeAll(tx, claims, by);
  await confirmSome(tx, files, claims, by);
}

function checkNoneIsTwice(rows: ClaimRow[]): void {
  const seen = new Set<string>();
  for (const { line, processo, blocco, piano, azioni } of rows) {
    if (azioni.length === 0) failAt(FILE, line, "azioni", "manca l'azione");
    const claim = [processo, blocco, piano, ...azioni.toSorted()].join(" ");
    if (seen.has(claim)) failAt(FILE, line, "riga", `lo stesso sblocco di ${processo} c'è già`);
    seen.add(claim);
  }
}

async function insertClaim(
  tx: Db,
  row: ClaimRow,
  { blockers, plans }: { blockers: Map<string, LoadedBlocker>; plans: Map<string, AdoptedPlan> },
): Promise<LoadedClaim> {
  const blocker =
    blockers.get(`${row.processo}/${row.blocco}`) ??
    failAt(FILE, row.line, "blocco", `${row.processo} non ha il blocco ${row.blocco}`);
  if (blocker.removability === "structural")
    failAt(FILE, row.line, "blocco", `quello di ${row.processo} è strutturale: nessuna azione lo toglie`);
  const plan = plans.get(row.piano) ?? failAt(FILE, row.line, "piano", `«${row.piano}» non c'è`);
  const actions = row.azioni.map(
    (code) =>
      plan.actions.get(code) ?? failAt(FILE, row.line, "azioni", `«${code}» non è un'azione del piano`),
  );
  const { id } = await tx
    .insertInto("unblock_claim")
    .values({
      blocker_id: blocker.id,
      confidence: row.confidenza,
      rationale: row.motivazione,
      source: row.fonte,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertMany(
    tx,
    "unblock_claim_action",
    actions.map((plan_action_id) => ({ unblock_claim_id: id, plan_action_id })),
  );
  return { ...row, id, proposedOn: plan.adoptedOn };
}

async function proposeAll(tx: Db, claims: LoadedClaim[], by: AdoptedBy): Promise<void> {
  if (claims.length === 0) return;
  const first = claims.map(({ proposedOn }) => proposedOn).reduce((a, b) => (a < b ? a : b));
  const opened_by_edit_id = await insertEdit(tx, {
    by: { ...by, at: `${first}T10:20:00.000Z` },
    reason: "sblocchi proposti dalla dimostrazione",
    act: null,
  });
  await insertMany(
    tx,
    "unblock_claim_version",
    claims.map((claim) => ({
      unblock_claim_id: claim.id,
      state: "proposed" as const,
      effect: claim.effetto,
      held_from_on: claim.proposedOn,
      held_until_on: null,
      opened_by_edit_id,
      closed_by_edit_id: null,
    })),
  );
}

/** The claims that the demonstration confirms: what is confirmed on the day of the proposal was proposed on no day, and stays for the history. */
async function confirmSome(tx: Db, files: SeedFiles, claims: LoadedClaim[], by: AdoptedBy): Promise<void> {
  const byRow = new Map(claims.map((claim) => [claim.riga, claim]));
  const confirmed = new Set<string>();
  const edits = new Map<string, number>();
  for (const { line, sblocco, dal } of readRows(files, CONFIRMED, CONFIRMED_CLAIM)) {
    const claim = byRow.get(sblocco) ?? failAt(CONFIRMED, line, "sblocco", `«${sblocco}» non c'è`);
    if (confirmed.has(sblocco)) failAt(CONFIRMED, line, "sblocco", `«${sblocco}» c'è due volte`);
    if (dal < claim.proposedOn) failAt(CONFIRMED, line, "dal", `è proposto dal ${claim.proposedOn}`);
    confirmed.add(sblocco);
    if (!edits.has(dal)) edits.set(dal, await insertConfirmation(tx, dal, by));
    await confirm(tx, claim, dal, edits.get(dal)!);
  }
}

function insertConfirmation(tx: Db, day: string, by: AdoptedBy): Promise<number> {
  return insertEdit(tx, {
    by: { ...by, at: `${day}T11:00:00.000Z` },
    reason: "attribuzione confermata dalla dimostrazione",
    act: null,
  });
}

async function confirm(tx: Db, claim: LoadedClaim, day: string, editId: number): Promise<void> {
  await tx
    .updateTable("unblock_claim_version")
    .set({ held_until_on: day, closed_by_edit_id: editId })
    .where("unblock_claim_id", "=", claim.id)
    .where("held_until_on", "is", null)
    .execute();
  await tx
    .insertInto("unblock_claim_version")
    .values({
      unblock_claim_id: claim.id,
      state: "confirmed",
      effect: claim.effetto,
      held_from_on: day,
      held_until_on: null,
      opened_by_edit_id: editId,
      closed_by_edit_id: null,
    })
    .execute();
}
