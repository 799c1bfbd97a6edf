import { formatDay } from "#app/format.ts";
import { ROLE_LABEL } from "#app/labels.ts";
import { readMailSettings } from "#app/outside/mail.server.ts";
import { isServedBeyondLoopback } from "#app/own-address.server.ts";
import { databasePath } from "#db/path.ts";
import { countUsers, listDemonstrationAccounts } from "#db/users.ts";
import { DEMONSTRATION_PASSWORD } from "#seeds/load.ts";
import { copyDaily } from "./daily-copies.ts";
import { sendReminders } from "./send-reminders.ts";
import { prepareDatabase } from "./prepare-database.ts";

const { connection } = await import("#db/connection.server.ts").catch(failToOpen);
const prepared = await prepareDatabase(connection);
if (!prepared.ok) fail(prepared.sentence);
if (prepared.demonstrationDay !== undefined && isServedBeyondLoopback()) {
  fail(
    `La dimostrazione ha password note a tutti: si avvia solo su 127.0.0.1, senza HOST e senza ROTTA_INDIRIZZO. Per i dati propri vedi docs/esercizio/messa-in-servizio.md.`,
  );
}
const accounts = await listDemonstrationAccounts(connection.db);
const hasUsers = (await countUsers(connection.db)) > 0;
const mail = readMailSettings();
if (mail.kind === "wrong") fail(mail.sentence);
const { serve } = await import("#app/server.ts");
const { copiesFolder } = await import("#app/copies.server.ts");
await serve({ fail, greeting: (address) => console.log(greetingOf(address, prepared.demonstrationDay)) });
const folder = copiesFolder(prepared.demonstrationDay !== undefined);
if (folder !== undefined) copyDaily(folder);
if (mail.kind === "on") {
  const { machineNow, now } = await import("#app/clock.server.ts");
  sendReminders(connection.db, mail.settings, { machineNow, now });
}

function greetingOf(address: string, demonstrationDay: string | undefined): string {
  if (demonstrationDay === undefined) {
    return hasUsers
      ? `Rotta è su ${address}`
      : `Rotta è su ${address}, senza dati. Crea il primo utente: npm run user:create`;
  }
  const names = accounts
    .map(({ username, role }) => `  ${username.padEnd(22)}${ROLE_LABEL[role]}`)
    .join("\n");
  return `Rotta è su ${address} (dimostrazione: oggi è il ${formatDay(demonstrationDay)})

Accedi con uno di questi utenti; la password è «${DEMONSTRATION_PASSWORD}» per tutti:
${names}
`;
}

/** A file that cannot be opened as a database is told in words; what SQLite says comes with it. */
function failToOpen(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  return fail(
    `La base dati ${databasePath()} non si può aprire (${said}): controlla il file e i permessi, o indicane un’altra con DATABASE_PATH.`,
  );
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
