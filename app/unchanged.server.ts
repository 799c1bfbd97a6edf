import { connection } from "#db/connection.server.ts";
import { dataVersion } from "#db/open.ts";

/** How much is kept at most, in the unit of `sizeOf`: annualità of a plan on a day (a few hundred bytes each). */
const ROOM = 60_000;

type Answer = { promise: Promise<unknown>; size: number };
type Kept = { version: string; answers: Map<string, Answer>; size: number };

let kept: Kept = { version: "", answers: new Map(), size: 0 };

/**
 * The answer to a question about the database, computed once while nothing in it changes: any write, from here or from
 * another program, forgets them all. The least recently asked make room; an answer that there is nothing is not kept,
 * because anyone can ask for what is not there. Whoever is answered must not alter the answer: others are given the same.
 *
 * The question is the kind of the answer and what it depends on (`["piano", 3, "2026-10-15"]`). Everything that `compute`
 * depends on is either in the question or read by `compute` itself: only what is read in there is as new as the version.
 */
export function whileUnchanged<Value>(
  question: readonly (string | number | boolean | null)[],
  compute: () => Promise<Value>,
  sizeOf: (value: Value) => number = () => 1,
): Promise<Value> {
  const now = keptNow();
  const key = JSON.stringify(question);
  const known = now.answers.get(key);
  if (known) {
    now.answers.delete(key);
    now.answers.set(key, known);
    return known.promise as Promise<Value>;
  }
  const promise = compute();
  const answer = { promise, size: 0 };
  now.answers.set(key, answer);
  const settle = (value: Value | undefined) => {
    if (now.answers.get(key) !== answer) return;
    if (value === undefined) now.answers.delete(key);
    else makeRoom(now, answer, Math.max(1, sizeOf(value), key.length / 100));
  };
  promise.then(settle, () => settle(undefined));
  return promise;
}

/** The version is read before a computation begins: what is written meanwhile makes the answer be asked again. */
function keptNow(): Kept {
  const version = dataVersion(connection);
  if (version !== kept.version) kept = { version, answers: new Map(), size: 0 };
  return kept;
}

function makeRoom(now: Kept, answer: Answer, size: number): void {
  answer.size = size;
  now.size += size;
  for (const [key, oldest] of now.answers) {
    if (now.size <= ROOM || oldest === answer) return;
    now.answers.delete(key);
    now.size -= oldest.size;
  }
}
