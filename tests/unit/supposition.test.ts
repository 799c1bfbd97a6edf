import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { readSupposed, risesIf } from "#app/domain/smartability/supposition.ts";
import {
  actionId,
  aMunicipality,
  heightOf,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
} from "#tests/support/process-examples.ts";

const AWAITED = new Map([
  ["2021-2023/4.4.1", 11],
  ["2021-2023/4.6.3", 25],
  ["2024-2026/4.4.1", 65],
]);

describe("the actions that an address supposes completed", () => {
  test("are those that it names, plan and code, in the order of the plans", () => {
    expect(readSupposed(["2024-2026/4.4.1", "2021-2023/4.4.1"], AWAITED)).toEqual({
      names: ["2021-2023/4.4.1", "2024-2026/4.4.1"],
      ids: [11, 65],
      notAwaited: [],
      unknown: [],
    });
  });

  test("count once, however often they are named", () => {
    expect(readSupposed(["2021-2023/4.6.3", " 2021-2023/4.6.3 ", ""], AWAITED).ids).toEqual([25]);
  });

  test("are told apart from what no claim waits for, and from what names no action", () => {
    expect(readSupposed(["4.6.3", "2021-2023/4.6.3", "2021-2023/9.9.9", "pippo", "pippo"], AWAITED)).toEqual({
      names: ["2021-2023/4.6.3"],
      ids: [25],
      notAwaited: [{ plan: "2021-2023", code: "9.9.9" }],
      unknown: ["4.6.3", "pippo"],
    });
  });

  test("are none where none is named", () => {
    expect(readSupposed([], AWAITED)).toEqual({ names: [], ids: [], notAwaited: [], unknown: [] });
  });
});

describe("the processes that would rise", () => {
  const claim = (
    action: string,
    state: "confirmed" | "proposed",
    effect: "full" | "partial",
  ): WrittenClaim => ({
    actions: [action],
    state,
    effect,
  });
  const work = workFacts(
    { "4.6.3": [2022], "4.10.3": [2021] },
    linesOf(["4.10.3", 2021, "completed", "2021-11-30"]),
  );
  const rises = (...claims: WrittenClaim[]) => {
    const blocker = { kind: "paper_archive", extent: "whole", removability: "digital", claims } as const;
    const facts = mapFacts([{ code: "FVG-TEC-088", written: "no", blockers: [blocker] }]);
    return risesIf(onDay({ facts, work }, asOfNow("2022-06-30")), [actionId("4.6.3")]);
  };

  test("rise by confirmed claims, and further, apart, by proposed ones", () => {
    expect(rises(claim("4.6.3", "confirmed", "partial"), claim("4.6.3", "proposed", "full"))).toEqual({
      confirmed: [{ id: 1, from: "no", to: "in-part" }],
      proposed: [{ id: 1, from: "in-part", to: "yes" }],
      again: 1,
      anyway: 0,
    });
  });

  test("are told when the confirmation alone would raise them", () => {
    expect(rises(claim("4.10.3", "proposed", "full"))).toEqual({
      confirmed: [],
      proposed: [{ id: 1, from: "no", to: "yes" }],
      again: 0,
      anyway: 1,
    });
  });

  test("rise from what they are to what the two together give", () => {
    fc.assert(
      fc.property(aMunicipality, fc.subarray([1, 2, 3, 4, 5]), ({ day, ...municipality }, actions) => {
        const processes = onDay(municipality, asOf(day));
        const { confirmed, proposed, again, anyway } = risesIf(processes, actions);
        for (const { id, from, to } of [...confirmed, ...proposed]) {
          expect(heightOf(to)).toBeGreaterThan(heightOf(from));
          expect(heightOf(to)).toBeLessThanOrEqual(
            heightOf(processes.find((one) => one.id === id)!.attainable),
          );
        }
        expect(anyway).toBeLessThanOrEqual(proposed.length);
        const ids = new Set([...confirmed, ...proposed].map(({ id }) => id));
        expect(confirmed.length + proposed.length - again).toBe(ids.size);
      }),
    );
  });
});
