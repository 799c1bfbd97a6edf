import { createHash } from "node:crypto";

/** The hash that the first line of a database stands on. */
export const GENESIS = "0".repeat(64);

/**
 * A line of history as it is hashed, with the keys of the export (docs/formato-dati.md). Codes, days and moments are
 * texts; `motivo` and `prova` are commitments, never the texts themselves, so that a text can be obscured later and
 * the chain still verifies (R3). Author is an opaque id: names live in the user table alone.
 */
export type ChainedContent = {
  sequenza: number;
  piano: string;
  azione: string;
  anno: number;
  da: string;
  a: string;
  avanzamento: number;
  scadenza: string | null;
  versoPiano: string | null;
  versoAnno: number | null;
  rettifica: number | null;
  effettivaDal: string;
  registrataIl: string;
  autore: string;
  ruolo: string;
  ufficio: string | null;
  motivo: string | null;
  prova: string | null;
  hashPrecedente: string;
};

/** A free text as the database keeps it. Obscured: text and salt are gone, the commitment stays. No text was ever written: all null. */
export type CommittedText = { text: string | null; salt: string | null; commitment: string | null };

/** `texts`: reason and proof, in this order. */
export type ChainedLine = { content: ChainedContent; hash: string; texts: CommittedText[] };

export type ChainFault = "hash-mismatch" | "link-broken" | "sequence-gap" | "text-mismatch";
export type ChainVerdict =
  | { ok: true; lines: number; obscured: number; head: string }
  | { ok: false; sequence: number; fault: ChainFault };

/** Canonical JSON: keys in alphabetical order at every depth, no spaces, as `JSON.stringify` writes texts and integers. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** SHA-256 of the UTF-8 bytes, as 64 lowercase hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The commitment to a free text: SHA-256 of the salt (32 hexadecimal digits, as text) followed by the text (R3). */
export function commitmentTo(text: string, salt: string): string {
  return sha256(salt + text);
}

/** The hash of a line covers its canonical content, which names the hash before it (R3). */
export function hashOf(content: ChainedContent): string {
  return sha256(canonicalJson(content));
}

/**
 * Verifies a whole chain, in order of recording (R3): sequences without gaps from 1, each line standing on the one
 * before, each hash made again, each readable text against its commitment. Says where it breaks first.
 */
export function verifyChain(lines: Iterable<ChainedLine>): ChainVerdict {
  let head = GENESIS;
  let count = 0;
  let obscured = 0;
  for (const { content, hash, texts } of lines) {
    const fault = faultOf(content, hash, texts, { head, sequence: count + 1 });
    if (fault) return { ok: false, sequence: content.sequenza, fault };
    obscured += texts.filter((text) => text.commitment !== null && text.text === null).length;
    head = hash;
    count += 1;
  }
  return { ok: true, lines: count, obscured, head };
}

function faultOf(
  content: ChainedContent,
  hash: string,
  texts: CommittedText[],
  expected: { head: string; sequence: number },
) {
  if (content.sequenza !== expected.sequence) return "sequence-gap";
  if (content.hashPrecedente !== expected.head) return "link-broken";
  const areTheirs = texts[0]?.commitment === content.motivo && texts[1]?.commitment === content.prova;
  if (!areTheirs || !texts.every(isAsCommitted)) return "text-mismatch";
  if (hashOf(content) !== hash) return "hash-mismatch";
  return undefined;
}

function isAsCommitted({ text, salt, commitment }: CommittedText): boolean {
  if (text === null) return salt === null;
  return salt !== null && commitmentTo(text, salt) === commitment;
}
