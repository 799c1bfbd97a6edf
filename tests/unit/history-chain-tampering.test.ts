import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChainedLine, verifyChain } from "#app/domain/history-chain.ts";
import { aChain } from "#tests/support/examples.ts";

/** The chain with one line changed. */
function tampered(
  chain: ChainedLine[],
  index: number,
  change: (line: ChainedLine) => ChainedLine,
): ChainedLine[] {
  return chain.with(index, change(chain[index]!));
}

/** The line without its readable texts, as the database keeps it once they are obscured. */
function obscured(line: ChainedLine): ChainedLine {
  return { ...line, texts: line.texts.map(({ commitment }) => ({ text: null, salt: null, commitment })) };
}

describe("a chain, whatever its texts", () => {
  const someReasons = fc.array(fc.option(fc.string({ minLength: 1, unit: "grapheme" })), {
    minLength: 1,
    maxLength: 8,
  });
  const aChainAndALine = someReasons.chain((reasons) =>
    fc.record({ chain: fc.constant(aChain(reasons)), index: fc.nat({ max: reasons.length - 1 }) }),
  );

  test("what was appended in order verifies, whatever the texts", () => {
    fc.assert(fc.property(someReasons, (reasons) => verifyChain(aChain(reasons)).ok));
  });

  test("a byte changed in any field of any line is found, at that line or at the next", () => {
    const change = aChainAndALine.chain(({ chain, index }) =>
      fc
        .constantFrom(...leavesOf(chain[index]!))
        .chain((path) => fc.nat().map((byte) => ({ chain, index, path, byte }))),
    );
    fc.assert(
      fc.property(change, ({ chain, index, path, byte }) => {
        const broken = tampered(chain, index, (line) => withByteChanged(line, path, byte));
        const places = broken.slice(index, index + 2).map(({ content }) => content.sequenza);
        const verdict = verifyChain(broken);
        expect(verdict.ok ? "nothing found" : places.includes(verdict.sequence)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a line cut from the middle is found", () => {
    fc.assert(
      fc.property(aChainAndALine, ({ chain, index }) => {
        fc.pre(index < chain.length - 1);
        expect(verifyChain(chain.toSpliced(index, 1))).toMatchObject({ ok: false, sequence: index + 2 });
      }),
    );
  });

  test("two lines that changed places are found", () => {
    fc.assert(
      fc.property(aChainAndALine, ({ chain, index }) => {
        fc.pre(index < chain.length - 1);
        expect(verifyChain(chain.with(index, chain[index + 1]!).with(index + 1, chain[index]!)).ok).toBe(
          false,
        );
      }),
    );
  });

  test("obscuring any texts keeps the chain valid, its head the same, and counts them", () => {
    const someObscured = someReasons.chain((reasons) =>
      fc.record({ reasons: fc.constant(reasons), which: fc.subarray([...reasons.keys()]) }),
    );
    fc.assert(
      fc.property(someObscured, ({ reasons, which }) => {
        const chain = aChain(reasons);
        const after = which.reduce((lines, index) => tampered(lines, index, obscured), chain);
        const written = which.filter((index) => reasons[index] !== null).length;
        expect(verifyChain(after)).toEqual({
          ok: true,
          lines: chain.length,
          obscured: written,
          head: chain.at(-1)!.hash,
        });
      }),
    );
  });
});

type Path = (string | number)[];

/** Where each single value of a line is. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

/** The same line with one value changed by as little as it can be. */
function withByteChanged(line: ChainedLine, path: Path, byte: number): ChainedLine {
  const copy = structuredClone(line);
  const key = path.at(-1)!;
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], copy) as Record<
    string,
    unknown
  >;
  holder[key] = changed(holder[key], byte);
  return copy;
}

function changed(value: unknown, byte: number): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string" || value === "") return "0";
  const at = byte % value.length;
  return `${value.slice(0, at)}${value[at] === "0" ? "1" : "0"}${value.slice(at + 1)}`;
}
