import { connection } from "#db/connection.server.ts";
import { dataVersion } from "#db/open.ts";

/** How much is kept at most, in the unit of `sizeOf`: annualità of a plan on a day (a few hundred bytes each). */
const ROOM = 60_000;

type Answer = { promise: Promise<unknown>; size: number };
type Kept = { version: string; answers: Map<string, Answer>; size: number };

let kept: Kept = { version: "", answers: new Map(), size: 0 };

/**
 * The answer to a question about the database, computed once while nothing in it changes: any write, from here or from
 * another program, forgets them all. The least recently asked make room. Whoever is answered must not alter the answer:
 * others are given the same.
 */
export function whileUnchanged<Value>(
  question: string,
  compute: () => Promise<Value>,
  sizeOf: (value: Value) => number = () => 1,
): Promise<Value> {
  const now = keptNow();
  const known = now.answers.get(question);
  if (known) {
    now.answers.delete(question);
    now.answers.set(question, known);
    return known.promise as Promise<Value>;
  }
  const promise = compute();
  const answer = { promise, size: 0 };
  now.answers.set(question, answer);
  promise.then(
    (value) => makeRoom(now, answer, sizeOf(value)),
    () => now.answers.delete(question),
  );
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
  for (const [question, oldest] of now.answers) {
    if (now.size <= ROOM || oldest === answer) return;
    now.answers.delete(question);
    now.size -= oldest.size;
  }
}
