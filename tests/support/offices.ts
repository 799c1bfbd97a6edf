import type { OfficeFact } from "#app/domain/office/offices.ts";

/** A small organisation: Settore 2 ceased and still has an office under it; under Settore 3 there are two, one below the other. */
export const OFFICES: OfficeFact[] = [
  { code: "settore-2", parent_code: null, ceased_on: "2025-01-01" },
  { code: "uo-2.3", parent_code: "settore-2", ceased_on: null },
  { code: "settore-3", parent_code: null, ceased_on: null },
  { code: "uo-3.4", parent_code: "settore-3", ceased_on: null },
  { code: "uo-3.4.1", parent_code: "uo-3.4", ceased_on: null },
  { code: "settore-4", parent_code: null, ceased_on: null },
];
