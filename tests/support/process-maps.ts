import { asOf } from "#app/domain/days.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import { heldOn } from "#db/life.ts";
import type { Db, OpenDatabase } from "#db/open.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import taxonomy from "./sources/blocker-taxonomy.json";
import units from "./sources/processes-001.json";
import ofTeams from "./sources/processes-casalecchio.json";
import ofSections from "./sources/processes-fvg.json";
import links from "./sources/unblock-links.json";

export { ofSections, ofTeams };

/** The 193 activities of document 001, with the unit and the column that each stands under. */
export const ofUnits = units.flatMap(({ unit, smartable, non_smartable }) => [
  ...smartable.map((one) => ({ ...one, unit, column: "Attività smartizzabili" })),
  ...non_smartable.map((one) => ({ ...one, unit, column: "Attività non smartizzabili" })),
]);

type BlockedSource = {
  id: string;
  smartable: string;
  blocker_kind: string;
  blocker_subkind: string | null;
  blocker_basis: string;
  blockers_secondary: string[];
};

/** The 243 rows of the reference that something blocks, in the order of the maps. */
export const blockedSources = [...ofSections, ...ofTeams, ...ofUnits].filter(
  (source): source is typeof source & BlockedSource =>
    "blocker_kind" in source && typeof source.blocker_kind === "string",
);

/** R7, in the test's own words: what the reference says of the first blocker of a row. */
export function removabilityOfFirst(processId: string): string {
  const proposal = links.proposals.find((one) => one.process_id === processId);
  if (proposal) return { fully: "digital", partly: "partly" }[proposal.effect]!;
  const { removable } = links.no_ptd_action.find((one) => one.process_id === processId)!;
  return {
    never: "structural",
    "never (by the PTD)": "outside-plan",
    "partly (third parties)": "outside-plan",
    "partly (no PTD action)": "partly",
    unknown: "unknown",
  }[removable]!;
}

/** R7, in the test's own words: what the taxonomy says of a kind; one that it divides is removable in part. */
export function removabilityInTaxonomy(kind: string): string {
  const text = taxonomy.find((one) => one.kind === kind)!.removable_by_digital_action;
  if (text.includes(" / ")) return "partly";
  return { never: "structural", fully: "digital", partly: "partly", unknown: "unknown" }[text]!;
}

/** "PTD-4.6-3" in the reference is 4.6.3. */
export function planActionCode(id: string): string {
  return id.replace("PTD-", "").replace("-", ".");
}

export function listLoadedProcesses(db: Db) {
  return db
    .selectFrom("work_process")
    .innerJoin("process_map", "process_map.id", "work_process.process_map_id")
    .innerJoin("work_process_version as version", "version.work_process_id", "work_process.id")
    .select(["work_process.code", "process_map.code as map", "work_process.level_as_written"])
    .select([
      "work_process.as_written",
      "version.name",
      "version.activity",
      "version.risk",
      "version.on_paper",
    ])
    .orderBy("work_process.id")
    .execute();
}

/** The columns of each process of a map as written, by its code. */
export async function loadedColumns(db: Db, map: string): Promise<Map<string, ColumnAsWritten[]>> {
  const rows = (await listLoadedProcesses(db)).filter((row) => row.map === map);
  return new Map(rows.map((row) => [row.code, JSON.parse(row.as_written) as ColumnAsWritten[]]));
}

/** Columns as a map is loaded with them, from the cells of the reference: head, text, what a ditto mark stands for. */
export function asColumns(cells: [string, string | null, (string | undefined)?][]): ColumnAsWritten[] {
  return cells
    .filter(([, text]) => text)
    .map(([column, text, resolved]) => ({ column, text: text!, resolved: resolved ?? null }));
}

/** What each process is listed under, in order, by its code. */
export function listedUnder(
  { sqlite }: Pick<OpenDatabase, "sqlite">,
  table: "work_process_area" | "work_process_team" | "work_process_phase",
): Map<string, string[]> {
  const rows = sqlite
    .prepare(
      `select code, json_group_array(${table === "work_process_phase" ? "text" : "name"} order by item.ordinal)
       from ${table} as item join work_process on work_process.id = work_process_id group by code`,
    )
    .raw()
    .all() as [string, string][];
  return new Map(rows.map(([code, items]) => [code, JSON.parse(items) as string[]]));
}

export function listLoadedBlockers(db: Db) {
  return db
    .selectFrom("blocker")
    .innerJoin("work_process", "work_process.id", "blocker.work_process_id")
    .innerJoin("blocker_version as version", "version.blocker_id", "blocker.id")
    .selectAll("version")
    .select(["work_process.code", "blocker.ordinal"])
    .orderBy("blocker.work_process_id")
    .orderBy("blocker.ordinal")
    .execute();
}

/** The claims that stand on a day, with the codes of their actions. */
export async function listLoadedClaims(db: Db, day: string) {
  const claims = await db
    .selectFrom("unblock_claim as claim")
    .innerJoin("unblock_claim_version as version", "version.unblock_claim_id", "claim.id")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .innerJoin("work_process", "work_process.id", "blocker.work_process_id")
    .select(["claim.id", "claim.confidence", "version.state", "version.effect"])
    .select(["work_process.code", "blocker.ordinal"])
    .where(heldOn("version", day))
    .orderBy("claim.id")
    .execute();
  const named = await db
    .selectFrom("unblock_claim_action as named")
    .innerJoin("plan_action", "plan_action.id", "named.plan_action_id")
    .select(["named.unblock_claim_id", "plan_action.code"])
    .execute();
  return claims.map((claim) => ({
    ...claim,
    actions: named
      .filter((one) => one.unblock_claim_id === claim.id)
      .map(({ code }) => code)
      .toSorted(),
  }));
}

/** What the rules make of the maps at the end of a day. */
export async function smartabilityOn(db: Db, day: string) {
  const maps = await listMapFacts(db);
  const actions = new Set(maps.claimActions.map(({ plan_action_id }) => plan_action_id));
  return smartabilityAt(maps, workAt(await listWorkFacts(db, [...actions]), asOf(day)));
}
