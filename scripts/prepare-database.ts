import { dayInRome, isDay } from "#app/domain/days.ts";
import { hashPassword } from "#app/passwords.server.ts";
import { migrate, type MigrationOutcome } from "#db/migrate.ts";
import type { Db, OpenDatabase } from "#db/open.ts";
import { findSetting, recordSetting } from "#db/settings.ts";
import { findLastMoment } from "#db/status-lines.ts";
import { countUsers } from "#db/users.ts";
import { DEMONSTRATION_DAY, loadDemonstration } from "#seeds/load.ts";

export type Prepared = { ok: true; demonstrationDay: string | undefined } | { ok: false; sentence: string };

/**
 * The database as the program needs it: at its schema, with the demonstration when it is empty and nothing else was asked
 * (`ROTTA_DIMOSTRAZIONE=no`), and with a `ROTTA_OGGI` that can be today. Otherwise a sentence that says what to do.
 */
export async function prepareDatabase(database: OpenDatabase): Promise<Prepared> {
  const migrated = await migrate(database);
  if (!migrated.ok) return refused(sentenceOf(migrated, database.path));
  const { db } = database;
  const asked = process.env.ROTTA_OGGI || undefined;
  if (asked !== undefined && !isDay(asked))
    return refused(`ROTTA_OGGI=${asked} non è un giorno: scrivilo come 2026-10-15.`);
  if (process.env.ROTTA_DIMOSTRAZIONE !== "no" && (await isEmpty(db))) {
    const today = asked ?? DEMONSTRATION_DAY;
    await loadDemonstration(db, { today, now: new Date().toISOString(), hashPassword });
  }
  const demonstrationDay = await findSetting(db, "demonstration_day");
  if (demonstrationDay === undefined) await nameEntity(db);
  if (demonstrationDay === undefined) {
    return asked === undefined ? { ok: true, demonstrationDay } : refused(OWN_DATA);
  }
  const today = asked ?? demonstrationDay;
  const last = await findLastMoment(db);
  if (last !== undefined && today < dayInRome(last)) return refused(beforeTheLast(today, dayInRome(last)));
  return { ok: true, demonstrationDay: today };
}

const OWN_DATA =
  "ROTTA_OGGI vale solo con i dati dimostrativi: sui dati propri oggi è oggi. Togli la variabile e riavvia.";

/** Today never goes back before what has been recorded (design, section 6). */
function beforeTheLast(today: string, last: string): string {
  return `Il giorno della dimostrazione, ${today}, viene prima dell’ultima registrazione (${last}): avvia con ROTTA_OGGI=${last} o un giorno successivo.`;
}

function sentenceOf(migrated: Extract<MigrationOutcome, { ok: false }>, path: string): string {
  return migrated.reason === "not-a-database-of-rotta"
    ? `${path} è la base dati di un altro programma: indicane un’altra con DATABASE_PATH. Non è stato toccato nulla.`
    : `La base dati ${path} è di una versione di Rotta più recente (${migrated.unknown.join(", ")}): aggiorna il programma. Non è stato toccato nulla.`;
}

async function isEmpty(db: Db): Promise<boolean> {
  const plan = await db.selectFrom("plan").select("id").limit(1).executeTakeFirst();
  return plan === undefined && (await countUsers(db)) === 0;
}

/** The name of the ente on its own data, given once: `ROTTA_ENTE="Comune di …" npm start`. */
async function nameEntity(db: Db): Promise<void> {
  const name = process.env.ROTTA_ENTE;
  if (name) await recordSetting(db, "entity_name", name);
}

function refused(sentence: string): Prepared {
  return { ok: false, sentence };
}
