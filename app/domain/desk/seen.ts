import { canonicalJson, sha256 } from "../history-chain.ts";

/**
 * A short text that differs when what a person saw differs: a form carries it, and a write that finds another one was
 * overtaken. For what has only a present, and no sequence of its own: offices and groups.
 */
export function seenKey(seen: unknown): string {
  return sha256(canonicalJson(seen)).slice(0, 16);
}
