import { existsSync } from "node:fs";
import { groupBy } from "#app/domain/grouping.ts";
import { type ChainedLine, type ChainVerdict, verifyChain } from "#app/domain/history-chain.ts";
import { count } from "#app/format.ts";
import { CHAIN_FAULT_LABEL } from "#app/labels.ts";
import { listChain } from "#db/chain.ts";
import { hasTables, listPlacedLines, listStrayReschedulings, type PlacedLine } from "#db/export-facts.ts";
import { inReadTransaction, type OpenDatabase, openDatabase } from "#db/open.ts";
import { databasePath } from "#db/path.ts";
import { emptyDatabase, isStarted, missingDatabase } from "./command-line.ts";
import { processFaults } from "./process-faults.ts";
import { snapshotFaults } from "./snapshot-faults.ts";

/** What the command says and how it ends: 0 all holds, 1 something does not, 2 there is nothing to verify. */
export type Outcome = { code: 0 | 1 | 2; sentences: string[] };

export type PlaceFault = "place-mismatch" | "from-mismatch" | "before-the-previous";

const PLACE_FAULT_LABEL: Record<PlaceFault, string> = {
  "place-mismatch": "la riga non sta al suo posto, o in quello della riga che rettifica",
  "from-mismatch": "la riga parte da uno stato diverso da quello della riga precedente",
  "before-the-previous": "la riga ha effetto prima della precedente",
};

const STRAY =
  "la ripianificazione non porta a un altro anno della stessa azione, né all’azione che la continua";

/** What SQLite says of a file that is broken, or is no database. */
export const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

/** Verifies a database file without writing to it. */
export async function verifyFile(path: string): Promise<Outcome> {
  if (!existsSync(path)) {
    return { code: 2, sentences: [missingDatabase(path)] };
  }
  try {
    const database = openDatabase(path);
    database.sqlite.pragma("query_only = ON");
    return await verifyDatabase(database).finally(() => database.db.destroy());
  } catch (error) {
    if (!DAMAGED.test((error as { code?: string }).code ?? "")) throw error;
    const said = (error as Error).message;
    return { code: 1, sentences: [`La base dati ${path} è danneggiata o non è una base dati: ${said}.`] };
  }
}

/** Verifies the file's structure, the references between tables, the chain (R3), the place of each line in its annualità, where reschedulings lead (R1), what levels follow from (R7), and what is frozen (R12). */
export async function verifyDatabase({ db, sqlite, path }: OpenDatabase): Promise<Outcome> {
  if (!(await hasTables(db))) return { code: 2, sentences: [emptyDatabase(path)] };
  const { chain, placed, stray, ofProcesses, frozen } = await inReadTransaction(db, async (tx) => ({
    chain: await listChain(tx),
    placed: await listPlacedLines(tx),
    stray: await listStrayReschedulings(tx),
    ofProcesses: await processFaults(tx),
    frozen: await snapshotFaults(tx),
  }));
  const verdict = verifyChain(chain);
  const faults = [
    ...structureFaults(sqlite),
    ...chainFaults(verdict, chain),
    ...placeFaults(placed),
    ...stray.map((line) => `Nella ${nameOf(line)}: ${STRAY}.`),
    ...ofProcesses,
    ...frozen,
  ];
  return verdict.ok && faults.length === 0
    ? { code: 0, sentences: reportOf(verdict, path) }
    : { code: 1, sentences: [`La base dati ${path} non è integra.`, ...faults] };
}

function reportOf({ lines, obscured, head }: ChainVerdict & { ok: true }, path: string): string[] {
  return [
    `La base dati ${path} è integra.`,
    `La catena è intatta: ${count(lines, "riga", "righe")}, ${count(obscured, "testo oscurato", "testi oscurati")}.`,
    `Testa della catena: ${head}`,
  ];
}

function structureFaults(sqlite: OpenDatabase["sqlite"]): string[] {
  const integrity = sqlite.pragma("integrity_check") as { integrity_check: string }[];
  const references = sqlite.pragma("foreign_key_check") as {
    table: string;
    /** Null in a table that has no row ids. */
    rowid: number | null;
    parent: string;
  }[];
  return [
    ...integrity
      .map((row) => row.integrity_check)
      .filter((said) => said !== "ok")
      .map((said) => `SQLite: ${said}`),
    ...references.map(
      ({ table, rowid, parent }) =>
        `Tabella ${table}, ${rowid === null ? "una riga" : `riga ${rowid}`}: si riferisce a una riga di ${parent} che non c’è.`,
    ),
  ];
}

function chainFaults(verdict: ChainVerdict, chain: ChainedLine[]): string[] {
  if (verdict.ok) return [];
  const { content } = chain.find((line) => line.content.sequenza === verdict.sequence)!;
  const { sequenza: sequence, piano: plan, azione: action, anno: year } = content;
  return [
    `La catena si rompe alla ${nameOf({ sequence, plan, action, year })}: ${CHAIN_FAULT_LABEL[verdict.fault]}.`,
  ];
}

/**
 * Each line stands in its own place or, for a rettifica, in that of the line it replaces; those in force start from where
 * the one before ends, and none takes effect before it (R3). The chain does not say this: it covers what was written,
 * not whether it could be.
 */
function placeFaults(lines: PlacedLine[]): string[] {
  return [...groupBy(lines, (line) => line.action_year_id).values()]
    .flatMap(faultsOfOne)
    .sort((a, b) => a.line.sequence - b.line.sequence)
    .map(({ line, fault }) => `Nella ${nameOf(line)}: ${PLACE_FAULT_LABEL[fault]}.`);
}

function faultsOfOne(lines: PlacedLine[]): { line: PlacedLine; fault: PlaceFault }[] {
  const bySequence = new Map(lines.map((line) => [line.sequence, line]));
  const replaced = new Set(lines.map((line) => line.replaces_sequence));
  const inForce = lines.filter((line) => !replaced.has(line.sequence)).sort((a, b) => a.place - b.place);
  const misplaced = lines.filter((line) => {
    const { sequence, replaces_sequence } = line;
    return line.place !== (replaces_sequence === null ? sequence : bySequence.get(replaces_sequence)?.place);
  });
  const startingElsewhere = inForce.filter(
    (line, index) => line.from_status !== (inForce[index - 1]?.to_status ?? "to-start"),
  );
  const tooEarly = inForce.filter(
    (line, index) => line.effective_on < (inForce[index - 1]?.effective_on ?? ""),
  );
  return [
    ...misplaced.map((line) => ({ line, fault: "place-mismatch" as const })),
    ...startingElsewhere.map((line) => ({ line, fault: "from-mismatch" as const })),
    ...tooEarly.map((line) => ({ line, fault: "before-the-previous" as const })),
  ];
}

function nameOf({ sequence, plan, action, year }: Pick<PlacedLine, "sequence" | "plan" | "action" | "year">) {
  return `riga ${sequence} (piano ${plan}, azione ${action}, anno ${year})`;
}

async function main(): Promise<void> {
  const { code, sentences } = await verifyFile(databasePath());
  const say = code === 0 ? console.log : console.error;
  for (const sentence of sentences) say(sentence);
  process.exitCode = code;
}

if (isStarted(import.meta.url)) await main();
