import { randomUUID } from "node:crypto";
import type { Day } from "#app/domain/days.ts";
import { listOfficeCodesUnder } from "#db/office/offices.ts";
import { type Db, inWriteTransaction } from "#db/open.ts";
import { recordSetting } from "#db/settings.ts";
import { insertUser } from "#db/users.ts";
import { contributionEvents } from "./load-contributions.ts";
import { loadHistory } from "./load-history.ts";
import { loadObjectives } from "./load-objectives.ts";
import { loadOrganisation, type Organisation } from "./load-organisation.ts";
import { loadPlans } from "./load-plans.ts";
import { loadProcessMaps } from "./load-process-maps.ts";
import { variationEvents } from "./load-variations.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";
import { USER } from "./rows.ts";

/** Today, while the demonstration is loaded (design, section 6): so that it never rots. */
export const DEMONSTRATION_DAY: Day = "2026-10-15";

/** The password of every demonstration account: shown at the start and on the sign-in page, valid on loopback only. */
export const DEMONSTRATION_PASSWORD = "dimostrazione";

/** The files the product ships, as texts inside the bundle: nothing is looked for on the disk. */
export const SHIPPED_FILES: SeedFiles = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>("./data/*.csv", { query: "?raw", import: "default", eager: true }),
  ).map(([path, text]) => [path.replace("./data/", ""), text]),
);

/**
 * Loads the demonstration into an empty database, everything or nothing: the organisation and the plans of documents 004 and 002,
 * the process maps of documents 000, 003 and 001, the objectives of documents 004 and 002, then what is invented (accounts, capofila, the history, the contributions and the edits up to `today`). A row that does not pass, or a line of history
 * that the rules refuse, stops the load naming file, line and field.
 */
export async function loadDemonstration(
  db: Db,
  {
    files = SHIPPED_FILES,
    today,
    now,
    hashPassword,
  }: { files?: SeedFiles; today: Day; now: string; hashPassword: (password: string) => Promise<string> },
): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await inWriteTransaction(db, async (tx) => {
    await recordSetting(tx, "entity_name", "Comune dimostrativo");
    await recordSetting(tx, "demonstration_day", DEMONSTRATION_DAY);
    await recordSetting(tx, "demonstration_password", DEMONSTRATION_PASSWORD);
    const organisation = await loadOrganisation(tx, files);
    const authors = await loadUsers(tx, files, { organisation, passwordHash, now });
    await recordSetting(tx, "demonstration_accounts", [...authors.keys()].join(" "));
    await loadPlans(tx, files, organisation, authors.get("rtd")!);
    await loadProcessMaps(tx, files, { organisation, by: authors.get("rtd")! });
    await loadObjectives(tx, files, { organisation, by: authors.get("rtd")! });
    const events = [
      ...contributionEvents(files, { authors, today }),
      ...variationEvents(files, { authors, today }),
    ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    await loadHistory(tx, files, { authors, today, events });
  });
}

/** The accounts of the demonstration, as authors of its history. */
async function loadUsers(
  tx: Db,
  files: SeedFiles,
  { organisation, passwordHash, now }: { organisation: Organisation; passwordHash: string; now: string },
) {
  const file = "utenti-dimostrativi.csv";
  const authors = new Map<
    string,
    { id: string; role: (typeof USER)["_output"]["ruolo"]; officeId: number | null; offices: string[] }
  >();
  for (const row of readRows(files, file, USER)) {
    const officeIds = row.uffici.map(
      (code) =>
        organisation.offices.get(code) ?? failAt(file, row.line, "uffici", `«${code}» non è un ufficio`),
    );
    const id = randomUUID();
    await insertUser(tx, {
      id,
      username: row.utente,
      name: row.nome,
      role: row.ruolo,
      password_hash: passwordHash,
      created_at: now,
      officeIds,
    });
    const offices = await listOfficeCodesUnder(tx, officeIds);
    authors.set(row.utente, { id, role: row.ruolo, officeId: officeIds[0] ?? null, offices });
  }
  if (!authors.has("rtd")) failAt(file, 1, "utente", "manca l'utente rtd");
  return authors;
}
