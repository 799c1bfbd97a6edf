import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import type { MapFacts } from "#app/domain/smartability.ts";
import type { Removability } from "#app/domain/level/blockers.ts";
import type { WorkFacts } from "#app/domain/level/claimed-work.ts";
import { smartabilityFinding } from "#app/domain/smartability/smartability-finding.ts";
import {
  aMunicipality,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

const TODAY = asOfNow("2022-06-30");

/** 4.4.1 is late, 4.6.3 still has time, 4.10.3 is completed. */
const WORK = workFacts(
  { "4.4.1": [2021], "4.6.3": [2022], "4.10.3": [2021] },
  linesOf(["4.10.3", 2021, "completed", "2021-11-30"]),
);

function findingOf(processes: WrittenProcess[]) {
  return smartabilityFinding(onDay({ facts: mapFacts(processes), work: WORK }, TODAY), TODAY);
}

function stopped(claims: WrittenClaim[], removability: Removability = "digital"): WrittenProcess {
  return {
    code: "FVG-TEC-088",
    written: "no",
    blockers: [{ kind: "paper_archive", extent: "whole", removability, claims }],
  };
}

function claim(action: string, varied: Partial<WrittenClaim> = {}): WrittenClaim {
  return { actions: [action], effect: "full", state: "confirmed", ...varied };
}

function withOnlyConfirmed({ facts, ...rest }: { facts: MapFacts; work: WorkFacts }) {
  return { ...rest, facts: { ...facts, claims: facts.claims.filter(({ state }) => state === "confirmed") } };
}

const FREE: WrittenProcess = { code: "FVG-TEC-001", written: "yes" };
const OUTSIDE: WrittenProcess = { code: "FVG-TEC-002", written: "outsourced" };

describe("what the chart of levels says", () => {
  test("is how many may rise, to what, by which claims, and how many of them wait for what is late", () => {
    const processes = [
      FREE,
      stopped([claim("4.4.1")]),
      stopped([claim("4.6.3")]),
      stopped([claim("4.4.1", { effect: "partial" })]),
    ];

    expect(findingOf(processes)).toEqual({
      kind: "can-rise",
      yes: 1,
      attainable: 3,
      total: 4,
      rising: 3,
      toYes: 2,
      toInPart: 1,
      byConfirmed: 3,
      ifConfirmed: 0,
      awaitingConfirmation: 0,
      awaitingLate: 2,
      awaitingOther: 1,
    });
  });

  test("does not call waiting for what is late a process that may rise another way", () => {
    expect(findingOf([stopped([claim("4.4.1"), claim("4.6.3")])])).toMatchObject({ awaitingLate: 0 });
  });

  test("tells which need nothing but a confirmation", () => {
    const processes = [
      stopped([claim("4.10.3", { state: "proposed" })]),
      stopped([claim("4.6.3", { state: "proposed" })]),
    ];

    expect(findingOf(processes)).toMatchObject({ rising: 2, awaitingLate: 0, awaitingConfirmation: 1 });
  });

  test("tells those that rise only by proposed claims from those that a confirmed one may raise", () => {
    const proposed = claim("4.4.1", { state: "proposed" });
    const processes = [
      stopped([claim("4.6.3", { effect: "partial" }), proposed]),
      stopped([proposed]),
      stopped([claim("4.6.3", { state: "contested" }), proposed]),
    ];

    expect(findingOf(processes)).toMatchObject({ rising: 3, byConfirmed: 1, ifConfirmed: 2 });
  });

  test("is that none can rise where no claim can raise any", () => {
    expect(findingOf([FREE, stopped([]), stopped([claim("4.6.3")], "structural")])).toEqual({
      kind: "stuck",
      yes: 1,
      below: 2,
      total: 3,
    });
  });

  test("is that none is below SI, those outsourced apart", () => {
    expect(findingOf([FREE, OUTSIDE])).toEqual({ kind: "none-below", yes: 1, total: 2 });
    expect(findingOf([])).toEqual({ kind: "none-below", yes: 0, total: 0 });
  });

  test("always adds up", () => {
    fc.assert(
      fc.property(aMunicipality, ({ day, ...municipality }) => {
        const processes = onDay(municipality, asOf(day));
        const finding = smartabilityFinding(processes, asOf(day));
        if (finding.kind !== "can-rise") return;
        const { rising, toYes, toInPart, byConfirmed, ifConfirmed, ...awaiting } = finding;
        const { awaitingConfirmation, awaitingLate, awaitingOther } = awaiting;
        expect(toYes + toInPart).toBe(rising);
        expect(byConfirmed + ifConfirmed).toBe(rising);
        expect(awaitingConfirmation + awaitingLate + awaitingOther).toBe(rising);
        for (const part of [toYes, toInPart, byConfirmed, ifConfirmed, awaitingOther])
          expect(part).toBeGreaterThanOrEqual(0);
        expect(finding.attainable).toBe(processes.filter(({ attainable }) => attainable === "yes").length);
        const confirmed = withOnlyConfirmed(municipality);
        const alone = smartabilityFinding(onDay(confirmed, asOf(day)), asOf(day));
        expect(byConfirmed).toBe(alone.kind === "can-rise" ? alone.rising : 0);
      }),
    );
  });
});
