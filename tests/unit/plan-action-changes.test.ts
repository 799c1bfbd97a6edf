import { describe, expect, test } from "vitest";
import { changesBy } from "#app/domain/edit/plan-action-changes.ts";
import { editsSinceAdoption, lastEditOf, type LifeRows } from "#app/domain/edit/plan-action-history.ts";

const ADOPTED = "2021-05-04";

function life(opened: number, closed: number | null = null) {
  return {
    held_from_on: opened === 1 ? ADOPTED : `2022-01-${String(opened).padStart(2, "0")}`,
    held_until_on: closed === null ? null : `2022-01-${String(closed).padStart(2, "0")}`,
    opened_by_edit_id: opened,
    closed_by_edit_id: closed,
  };
}

const version = { title: "Servizi", area_code: "4.3", area_title: "Rete", weight: 1, unknown_year_count: 0 };
const S3 = { code: "settore-3", name: "Settore 3" };
const S4 = { code: "settore-4", name: "Settore 4" };
const RTD = { code: "rtd", name: null };

/** 4.3.6 as adopted by edit 1, and what the test varies. */
function rows(varied: Partial<LifeRows> = {}): LifeRows {
  return {
    versions: [{ ...version, ...life(1) }],
    themes: [],
    norms: [],
    responsibles: [
      { ...S3, ...life(1) },
      { ...RTD, ...life(1) },
    ],
    leads: [],
    years: [2021, 2022].map((year) => ({ year, due_on: null, ...life(1) })),
    offices: [2021, 2022].map((year) => ({ ...S3, year, ...life(1) })),
    ...varied,
  };
}

describe("an edit is told by what it changed", () => {
  test("a version: only what differs, from and to", () => {
    const reworded = rows({
      versions: [
        { ...version, ...life(1, 5) },
        { ...version, title: "Servizi in linea", area_code: "4.4", area_title: "Dati", ...life(5) },
      ],
    });

    expect(changesBy(reworded, 5)).toEqual([
      { kind: "title", from: "Servizi", to: "Servizi in linea" },
      { kind: "area", from: "4.3 Rete", to: "4.4 Dati" },
    ]);
  });

  test("the second of two on one day starts from the first, which held on no day", () => {
    const twice = rows({
      versions: [
        { ...version, ...life(1, 5) },
        { ...version, title: "Uno", ...life(5), held_until_on: "2022-01-05", closed_by_edit_id: 6 },
        { ...version, title: "Due", ...life(6), held_from_on: "2022-01-05" },
      ],
    });

    expect(changesBy(twice, 5)).toEqual([{ kind: "title", from: "Servizi", to: "Uno" }]);
    expect(changesBy(twice, 6)).toEqual([{ kind: "title", from: "Uno", to: "Due" }]);
  });

  test("responsibles as a whole list, the order included; annualità that changed hands alike together", () => {
    const given = rows({
      responsibles: [
        { ...S3, ...life(1, 5) },
        { ...RTD, ...life(1, 5) },
        { ...RTD, ...life(5) },
        { ...S4, ...life(5) },
      ],
      leads: [{ ...S4, ...life(5) }],
      offices: [2021, 2022].flatMap((year) => [
        { ...S3, year, ...life(1, 5) },
        { ...S4, year, ...life(5) },
      ]),
    });

    expect(changesBy(given, 5)).toEqual([
      { kind: "responsibles", from: [S3, RTD], to: [RTD, S4] },
      { kind: "lead", from: null, to: S4 },
      { kind: "offices", years: [2021, 2022], from: [S3], to: [S4] },
    ]);
  });

  test("a year added, once: its offices come with it", () => {
    const added = rows({
      years: [...rows().years, { year: 2023, due_on: "2023-06-30", ...life(5) }],
      offices: [...rows().offices, { ...S3, year: 2023, ...life(5) }],
    });

    expect(changesBy(added, 5)).toEqual([{ kind: "year-added", year: 2023, dueOn: "2023-06-30" }]);
  });

  test("themes and norms as they were and are", () => {
    const changed = rows({
      themes: [
        { theme: "cloud", ...life(1) },
        { theme: "sicurezza", ...life(5) },
      ],
      norms: [{ norm: "CAD", ...life(1, 5) }],
    });

    expect(changesBy(changed, 5)).toEqual([
      { kind: "themes", from: ["cloud"], to: ["cloud", "sicurezza"] },
      { kind: "norms", from: ["CAD"], to: [] },
    ]);
  });

  test("an action that was not there is told as added, and nothing else of it", () => {
    expect(changesBy(rows(), 1)).toEqual([{ kind: "created" }]);
  });
});

describe("the edits of an action", () => {
  test("are those after the adoption: the adopted plan is no change of itself", () => {
    const edited = rows({ themes: [{ theme: "cloud", ...life(7, 9) }] });

    expect(editsSinceAdoption(edited, ADOPTED)).toEqual([
      { edit: 7, on: "2022-01-07" },
      { edit: 9, on: "2022-01-09" },
    ]);
    expect(editsSinceAdoption(edited, null)).toEqual([]);
  });

  test("made on the day of adoption count where they closed something", () => {
    const sameDay = rows({
      versions: [
        { ...version, ...life(1), held_until_on: ADOPTED, closed_by_edit_id: 2 },
        { ...version, title: "Altro", ...life(2), held_from_on: ADOPTED },
      ],
    });

    expect(editsSinceAdoption(sameDay, ADOPTED)).toEqual([{ edit: 2, on: ADOPTED }]);
  });

  test("have a last one, whether it opened or closed a row, of whatever kind", () => {
    expect(lastEditOf(rows())).toBe(1);
    expect(lastEditOf(rows({ norms: [{ norm: "CAD", ...life(1, 8) }] }))).toBe(8);
    expect(lastEditOf(rows({ offices: [{ ...S4, year: 2021, ...life(9) }] }))).toBe(9);
  });
});
