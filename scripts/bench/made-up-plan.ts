import type { Day } from "#app/domain/days.ts";
import { hashPassword } from "#app/passwords.server.ts";
import type { Author } from "#db/chain.ts";
import { insertEdit } from "#db/edits.ts";
import { migrate } from "#db/migrate.ts";
import { type Db, inWriteTransaction, openDatabase } from "#db/open.ts";
import { recordSetting } from "#db/settings.ts";
import { insertUser } from "#db/users.ts";
import { DEMONSTRATION_DAY, SHIPPED_FILES } from "#seeds/load.ts";
import { loadOrganisation, type Organisation } from "#seeds/load-organisation.ts";
import { readRows } from "#seeds/read-rows.ts";
import { AREA } from "#seeds/rows.ts";
import { chanceOf } from "./chance.ts";
import { insertActions, type MadeUpYear, REAL_PLAN } from "./made-up-actions.ts";
import { recordContributions } from "./made-up-contributions.ts";
import { recordHistory } from "./made-up-history.ts";

export type Size = { actions: number; lines: number; contributions: number };

/** The demonstration has 37 contributions for the 98 actions of its plans. */
const contributionsOf = (actions: number) => Math.round((actions * 37) / 98);

/** What the demonstration's plan 2021–2023 has; here the plan before the one in force always has as much. */
export const REAL_SIZE: Size = { actions: 56, lines: 290, contributions: contributionsOf(56) };

export const FIRST_YEAR = 2024;
export const PLAN_IN_FORCE = `${FIRST_YEAR}-${FIRST_YEAR + 2}`;
export const TODAY: Day = DEMONSTRATION_DAY;
export const ACCOUNT = { username: "rtd", password: "una parola di prova" };
export const RTD = { id: "rtd-delle-misure", role: "rtd", officeId: null } as const satisfies Omit<
  Author,
  "at"
>;

/** The size of a plan in force: the real one's for 56 actions, 2.6 lines an action (26,000 for 10,000) for any other number. */
export function sizeOf(actions: number): Size {
  if (actions === REAL_SIZE.actions) return REAL_SIZE;
  return { actions, lines: Math.round(actions * 2.6), contributions: contributionsOf(actions) };
}

/**
 * Makes a database with two plans of the real one's shape: its actions over and over (years, responsibles, areas, themes,
 * texts), moved by three years for the plan in force. Actions and days of validity go in many rows at a time; lines of
 * history and contributions one by one, by the product's own functions, so that the chain verifies. Returns the annualità in force as
 * their histories leave them.
 */
export async function makeUpPlan(path: string, size: Size, seed: number): Promise<MadeUpYear[]> {
  const database = openDatabase(path);
  const migrated = await migrate(database);
  if (!migrated.ok) throw new Error(migrated.reason);
  const passwordHash = await hashPassword(ACCOUNT.password);
  const chance = chanceOf(seed);
  const years = await inWriteTransaction(database.db, async (tx) => {
    const organisation = await loadOrganisation(tx, SHIPPED_FILES);
    await insertEntity(tx, passwordHash);
    const before = await insertPlan(tx, REAL_SIZE, FIRST_YEAR - 3, organisation);
    const inForce = await insertPlan(tx, size, FIRST_YEAR, organisation);
    await recordHistory(tx, before, {
      lines: REAL_SIZE.lines,
      chance,
      by: RTD,
      today: `${FIRST_YEAR - 1}-12-31`,
    });
    await recordHistory(tx, inForce, { lines: size.lines, chance, by: RTD, today: TODAY });
    await recordContributions(tx, inForce, { count: size.contributions, chance, by: RTD, today: TODAY });
    return inForce;
  });
  await database.db.destroy();
  return years;
}

async function insertEntity(tx: Db, password_hash: string): Promise<void> {
  await recordSetting(tx, "entity_name", "Comune inventato per le misure");
  await recordSetting(tx, "demonstration_day", TODAY);
  const { id, role } = RTD;
  const created_at = `${TODAY}T08:00:00.000Z`;
  await insertUser(tx, {
    id,
    role,
    username: ACCOUNT.username,
    name: "RTD",
    password_hash,
    created_at,
    officeIds: [],
  });
}

async function insertPlan(
  tx: Db,
  size: Size,
  firstYear: number,
  organisation: Organisation,
): Promise<MadeUpYear[]> {
  const adoptedOn: Day = `${firstYear}-01-15`;
  const act = { organ: "Giunta comunale", number: "1", on: adoptedOn };
  const plan = await tx
    .insertInto("plan")
    .values({
      code: `${firstYear}-${firstYear + 2}`,
      title: `Piano di transizione al digitale ${firstYear}-${firstYear + 2}`,
      first_year: firstYear,
      last_year: firstYear + 2,
      act_organ: act.organ,
      act_number: act.number,
      act_on: act.on,
      adopted_on: adoptedOn,
      source: "inventato per le misure",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const by = { ...RTD, at: `${adoptedOn}T09:00:00.000Z` };
  const edit = await insertEdit(tx, { by, reason: "adozione del piano", act });
  const areas = await insertAreas(tx, plan.id);
  return insertActions(tx, size.actions, { plan, areas, organisation, edit, adoptedOn });
}

/** Ids by code. */
async function insertAreas(tx: Db, plan_id: number): Promise<Map<string, number>> {
  const rows = readRows(SHIPPED_FILES, "ambiti.csv", AREA)
    .filter((row) => row.piano === REAL_PLAN)
    .map((row, index) => ({
      plan_id,
      code: row.codice,
      ordinal: index + 1,
      title: row.titolo,
      responsibles_as_written: row.responsabili_come_scritto,
      source: row.fonte,
    }));
  const made = await tx.insertInto("area").values(rows).returning(["id", "code"]).execute();
  return new Map(made.map((area) => [area.code, area.id]));
}
