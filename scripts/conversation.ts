import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Puts a question and waits for one line; undefined when there are no more. A secret is not echoed. */
export type Ask = (question: string, how?: { secret: boolean }) => Promise<string | undefined>;

/**
 * A conversation over two streams. On a terminal a secret is not echoed, nor brought back by the arrow keys; elsewhere each
 * line received is an answer.
 */
export function openConversation(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
) {
  let isSecret = false;
  const screen = new Writable({
    write(chunk, _encoding, done) {
      if (!isSecret) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: screen, terminal: input.isTTY === true, historySize: 0 });
  const answers = lines[Symbol.asyncIterator]();
  const ask: Ask = async (question, { secret } = { secret: false }) => {
    lines.setPrompt(question);
    lines.prompt();
    isSecret = secret;
    const { value, done } = await answers.next();
    isSecret = false;
    if (done || (secret && question !== "")) output.write("\n");
    return done ? undefined : value;
  };
  return { ask, close: () => lines.close() };
}
