import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  canonicalJson,
  type ChainedLine,
  type ChainVerdict,
  commitmentTo,
  GENESIS,
  hashOf,
  sha256,
  verifyChain,
} from "#app/domain/history-chain.ts";
import { aChain } from "#tests/support/examples.ts";

const REASON = "Il fornitore ha perso la qualificazione.";

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

function headOf(verdict: ChainVerdict) {
  return verdict.ok ? verdict.head : undefined;
}

describe("canonical JSON", () => {
  test("has its keys in alphabetical order at every depth, and no spaces", () => {
    expect(canonicalJson({ tipo: "nota", del: null, altro: { b: 1, a: ["z", "a"] } })).toBe(
      '{"altro":{"a":["z","a"],"b":1},"del":null,"tipo":"nota"}',
    );
  });

  test("does not depend on the order in which things were written down", () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
  });
});

describe("a hash", () => {
  test("is SHA-256 of the bytes of the text, in lowercase hexadecimal digits", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4, example
    expect(sha256("è")).toBe(
      createHash("sha256")
        .update(Buffer.from([0xc3, 0xa8]))
        .digest("hex"),
    );
  });

  test("of a line covers its canonical content; a commitment covers the salt, then the text", () => {
    const [line] = aChain([REASON]);

    expect(line!.hash).toBe(sha256(canonicalJson(line!.content)));
    expect(hashOf(line!.content)).toBe(line!.hash);
    expect(commitmentTo("sale", "00ff")).toBe(sha256("00ffsale"));
  });
});

describe("a chain", () => {
  test("without lines holds, and its head is the beginning", () => {
    expect(verifyChain([])).toEqual({ ok: true, lines: 0, obscured: 0, head: GENESIS });
  });

  test("of three lines holds, and its head is the hash of the last", () => {
    const chain = aChain([REASON, null, "Ripresa"]);

    expect(verifyChain(chain)).toEqual({ ok: true, lines: 3, obscured: 0, head: chain[2]!.hash });
  });

  test("holds with a text obscured, and counts it", () => {
    const chain = aChain([REASON, null, "Ripresa"]);

    expect(verifyChain(tampered(chain, 0, obscured))).toEqual({
      ok: true,
      lines: 3,
      obscured: 1,
      head: chain[2]!.hash,
    });
  });

  test("cut at its end still holds: only the head that a review printed shows it", () => {
    const chain = aChain([REASON, null, "Ripresa"]);
    const verdict = verifyChain(chain.slice(0, 2));

    expect(verdict).toMatchObject({ ok: true, lines: 2 });
    expect(headOf(verdict)).not.toBe(chain[2]!.hash);
  });

  test("cut at its beginning or in the middle says at which line it breaks", () => {
    const chain = aChain(["a", "b", "c", "d"]);

    expect(verifyChain(chain.slice(1))).toEqual({ ok: false, sequence: 2, fault: "sequence-gap" });
    expect(verifyChain([chain[0]!, chain[1]!, chain[3]!])).toEqual({
      ok: false,
      sequence: 4,
      fault: "sequence-gap",
    });
  });

  test("rewritten from a line on holds by itself, with another head", () => {
    const rewritten = aChain(["a", "altro", "c"]);

    expect(verifyChain(rewritten).ok).toBe(true);
    expect(headOf(verifyChain(rewritten))).not.toBe(headOf(verifyChain(aChain(["a", "b", "c"]))));
  });

  test("with a line taken from another chain breaks there", () => {
    const chain = tampered(aChain(["a", "b", "c"]), 1, () => aChain(["altro", "b"])[1]!);

    expect(verifyChain(chain)).toEqual({ ok: false, sequence: 2, fault: "link-broken" });
  });
});

describe("a text", () => {
  test("changed is found at its line", () => {
    const chain = tampered(aChain([null, REASON, null]), 1, (line) => ({
      ...line,
      texts: [{ ...line.texts[0]!, text: "Il fornitore non ha perso la qualificazione." }, line.texts[1]!],
    }));

    expect(verifyChain(chain)).toEqual({ ok: false, sequence: 2, fault: "text-mismatch" });
  });

  test("dropped with its salt left behind is not an obscured one", () => {
    const chain = tampered(aChain([REASON]), 0, (line) => ({
      ...line,
      texts: [{ ...line.texts[0]!, text: null }, line.texts[1]!],
    }));

    expect(verifyChain(chain)).toMatchObject({ ok: false, fault: "text-mismatch" });
  });

  test("put in the place of another, with a salt and a commitment of its own, is found: the hash covers the first", () => {
    const forged = { text: "Altro motivo", salt: "00", commitment: commitmentTo("Altro motivo", "00") };
    const chain = tampered(aChain([REASON, null]), 0, (line) => ({
      ...line,
      texts: [forged, line.texts[1]!],
    }));

    expect(verifyChain(chain)).toMatchObject({ ok: false, sequence: 1 });
  });
});
