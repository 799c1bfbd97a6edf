import { describe, expect, test } from "vitest";
import { areaChangesOf, decideArea } from "#app/domain/edit/area-edits.ts";

describe("an area", () => {
  test("has a code of its plan and a name", () => {
    expect(decideArea({ code: "4.14", title: "Intelligenza artificiale" }, ["4.1", "4.13"])).toEqual({
      ok: true,
    });
    expect(decideArea({ code: "4", title: "Servizi" }, [])).toEqual({ ok: true });
  });

  test.each([
    ["", "code-required"],
    ["quattro", "code-malformed"],
    ["4.", "code-malformed"],
    ["0.1", "code-malformed"],
    ["4.3.2.1", "code-malformed"],
    ["4.3", "code-taken"],
  ])("is refused with the code %j: %s", (code, reason) => {
    expect(decideArea({ code, title: "Servizi" }, ["4.3"])).toEqual({
      ok: false,
      refusals: [{ field: "code", reason }],
    });
  });

  test("says all that is wrong at once", () => {
    expect(decideArea({ code: "4.3", title: "" }, ["4.3"])).toEqual({
      ok: false,
      refusals: [
        { field: "code", reason: "code-taken" },
        { field: "title", reason: "title-required" },
      ],
    });
  });
});

describe("the changes of an area since its plan was adopted", () => {
  const former = (title: string, until_on: string, opened: number | null, closed: number) => ({
    area_id: 1,
    title,
    until_on,
    opened_by_edit_id: opened,
    closed_by_edit_id: closed,
  });

  test("are none where nobody touched it, or only before the adoption", () => {
    expect(areaChangesOf({ id: 1, title: "Servizi", held_from_on: null, edit_id: null }, [])).toEqual([]);
    expect(areaChangesOf({ id: 1, title: "Servizi", held_from_on: null, edit_id: 7 }, [])).toEqual([]);
  });

  test("are each name in turn, up to the one that it has", () => {
    const area = { id: 1, title: "Servizi in rete", held_from_on: null, edit_id: 9 };
    const titles = [former("Servizi", "2022-01-10", null, 8), former("Servizi digitali", "2022-01-10", 8, 9)];

    expect(areaChangesOf(area, [...titles, { ...titles[0]!, area_id: 2 }])).toEqual([
      { edit: 8, on: "2022-01-10", from: "Servizi", to: "Servizi digitali" },
      { edit: 9, on: "2022-01-10", from: "Servizi digitali", to: "Servizi in rete" },
    ]);
  });

  test("begin with its adding, under the name that it was added with", () => {
    const area = { id: 1, title: "Dati aperti", held_from_on: "2022-01-10", edit_id: 9 };

    expect(areaChangesOf(area, [former("Dati", "2022-02-10", 8, 9)])).toEqual([
      { edit: 8, on: "2022-01-10", from: null, to: "Dati" },
      { edit: 9, on: "2022-02-10", from: "Dati", to: "Dati aperti" },
    ]);
    expect(areaChangesOf({ ...area, edit_id: 8 }, [])).toEqual([
      { edit: 8, on: "2022-01-10", from: null, to: "Dati aperti" },
    ]);
  });
});
