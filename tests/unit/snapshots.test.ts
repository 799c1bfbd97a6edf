import { describe, expect, test } from "vitest";
import { GENESIS, sha256 } from "#app/domain/history-chain.ts";
import { faultOf, frozen } from "#app/domain/review/snapshots.ts";

const HEAD = sha256("the line");
const HASHES = new Map([[7, HEAD]]);

describe("what is frozen", () => {
  test("is the same text whatever the order of its keys, and its hash is that of the text", () => {
    const text = frozen({ piano: "2021-2023", azioni: [{ titolo: "Sito", codice: "4.1.1" }] });

    expect(text.content).toBe('{"azioni":[{"codice":"4.1.1","titolo":"Sito"}],"piano":"2021-2023"}');
    expect(text).toEqual(frozen({ azioni: [{ codice: "4.1.1", titolo: "Sito" }], piano: "2021-2023" }));
    expect(text.sha256).toBe(sha256(text.content));
  });

  test("holds while its text and the line that it printed are what they were", () => {
    const snapshot = { ...frozen({ anno: 2021 }), head_sequence: 7, head_hash: HEAD };

    expect(faultOf(snapshot, HASHES)).toBeUndefined();
    expect(faultOf({ ...snapshot, content: '{"anno":2022}' }, HASHES)).toBe("content-mismatch");
    expect(faultOf(snapshot, new Map([[7, sha256("another line")]]))).toBe("head-mismatch");
    expect(faultOf(snapshot, new Map())).toBe("head-mismatch");
  });

  test("stands on nothing where no line had been recorded yet", () => {
    expect(faultOf({ ...frozen({}), head_sequence: 0, head_hash: GENESIS }, new Map())).toBeUndefined();
    expect(faultOf({ ...frozen({}), head_sequence: 0, head_hash: HEAD }, HASHES)).toBe("head-mismatch");
  });
});
