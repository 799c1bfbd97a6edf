import { MIGRATIONS, migrate, schemaOf } from "#db/migrate.ts";
import { openInMemory, type OpenDatabase, openReadOnly } from "#db/open.ts";
import { DAMAGED, verifyDatabase } from "./data-verify.ts";

/** `pending`: the migrations that a copy of an older version will go through when the program starts on it. */
export type CopyVerdict =
  { ok: true; sentences: string[]; pending: string[] } | { ok: false; sentence: string };

/**
 * Opens a copy without writing to it, and says whether it is a whole database that this program can start on: its structure
 * and its chain hold, its schema is the program's or an older one. `name`: the file as the person knows it.
 */
export async function verifyCopy(path: string, name: string): Promise<CopyVerdict> {
  try {
    const copy = openReadOnly(path);
    return await verdictOf(copy, name).finally(() => copy.sqlite.close());
  } catch (error) {
    if (!DAMAGED.test((error as { code?: string }).code ?? "")) throw error;
    return refused(`${name} è danneggiato o non è una base dati (${(error as Error).message}).`);
  }
}

async function verdictOf(copy: OpenDatabase, name: string): Promise<CopyVerdict> {
  const schema = schemaOf(copy.sqlite);
  if (!schema.ok)
    return schema.reason === "not-a-database-of-rotta"
      ? refused(`${name} è la base dati di un altro programma.`)
      : refused(
          `${name} è di una versione di Rotta più recente (${schema.unknown.join(", ")}): aggiorna il programma.`,
        );
  const { pending } = schema;
  if (pending.length === Object.keys(MIGRATIONS).length) return refused(`${name} è una base dati vuota.`);

  const subject = pending.length === 0 ? copy : openInMemory(copy);
  if (subject !== copy) await migrate(subject);
  const { code, sentences } = await verifyDatabase(subject);
  if (subject !== copy) subject.sqlite.close();
  const [, ...details] = sentences;
  return code === 0
    ? { ok: true, sentences: details, pending }
    : refused(`${name} non è integra. ${details.join(" ")}`.trim());
}

function refused(sentence: string): CopyVerdict {
  return { ok: false, sentence };
}
