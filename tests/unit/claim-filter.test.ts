import { expect, test } from "vitest";
import { countClaims, filterClaims, type FilteredClaim } from "#app/domain/unblock-claim/claim-filter.ts";

const FASCICOLI = { plan: "2021-2023", code: "4.6.3", title: "Fascicolazione digitale" };
const ARCHIVIO = { plan: "2024-2026", code: "4.10.2", title: "Archivio delle pratiche edilizie" };

function aClaim(code: string, told: Partial<FilteredClaim["told"]> = {}): FilteredClaim {
  return {
    process: { code, title: `Attività ${code}` },
    rationale: "i fascicoli si leggono online",
    told: { stands: "proposed", actions: [FASCICOLI], ...told },
  };
}

const CLAIMS = [
  aClaim("A-1"),
  aClaim("A-2", { stands: "void", actions: [FASCICOLI, ARCHIVIO] }),
  aClaim("A-3", { stands: "rejected" }),
];

function found(filter: Parameters<typeof filterClaims>[1]) {
  return filterClaims(CLAIMS, filter).map(({ process }) => process.code);
}

test("claims are found by state; those proposed or confirmed that are void apart", () => {
  expect(found({})).toEqual(["A-1", "A-2", "A-3"]);
  expect(found({ stands: "confirmed" })).toEqual([]);
  expect(found({ stands: "void" })).toEqual(["A-2"]);
  expect(found({ stands: "rejected" })).toEqual(["A-3"]);
});

test("claims are found by an action that they name, of its plan alone", () => {
  expect(found({ action: "2024-2026/4.10.2" })).toEqual(["A-2"]);
  expect(found({ action: "2021-2023/4.10.2" })).toEqual([]);
});

test("claims are found by all of some words, of the process, of the actions or of the reason, whatever accents and case", () => {
  expect(found({ text: "attivita a-1" })).toEqual(["A-1"]);
  expect(found({ text: "PRATICHE online" })).toEqual(["A-2"]);
  expect(found({ text: "online A-2 zzz" })).toEqual([]);
});

test("the counts add up to all claims: none stands in two", () => {
  expect(countClaims(CLAIMS.map(({ told }) => told))).toEqual({
    proposed: 1,
    confirmed: 0,
    contested: 0,
    rejected: 1,
    void: 1,
  });
});
