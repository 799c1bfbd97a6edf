import type { Day } from "../days.ts";
import { canonicalJson, GENESIS, sha256 } from "../history-chain.ts";

export type SnapshotKind = "adoption" | "review";

/** What is frozen, as the database keeps it: its text, the hash of the text, and the head of the chain of that moment (R12). */
export type FrozenText = { content: string; sha256: string; head_sequence: number; head_hash: string };

/** A frozen text as a person knows it. */
export type NamedSnapshot = FrozenText & { id: number; kind: SnapshotKind; plan: string; shown_on: Day };

export type SnapshotFault = "content-mismatch" | "head-mismatch";

/** Content as it is frozen: canonical JSON, and the SHA-256 of its UTF-8 bytes, which anyone can make again without Rotta. */
export function frozen(content: unknown): { content: string; sha256: string } {
  const text = canonicalJson(content);
  return { content: text, sha256: sha256(text) };
}

/**
 * What is wrong with a frozen text, if anything (R12): the text is no longer the one that was hashed, or the head that it printed is not
 * the hash of that line of the chain any more, so that the chain was cut or written anew.
 *
 *     faultOf({ content: "{}", sha256: sha256("{ }"), … }, hashes) // "content-mismatch"
 */
export function faultOf(
  snapshot: FrozenText,
  hashes: ReadonlyMap<number, string>,
): SnapshotFault | undefined {
  if (sha256(snapshot.content) !== snapshot.sha256) return "content-mismatch";
  const head = snapshot.head_sequence === 0 ? GENESIS : hashes.get(snapshot.head_sequence);
  return head === snapshot.head_hash ? undefined : "head-mismatch";
}
