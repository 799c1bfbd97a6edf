import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import type { LifeRows } from "#app/domain/edit/plan-action-history.ts";
import type { EditFact } from "#app/domain/variation/edit-variations.ts";
import type { LineOfVariation } from "#app/domain/variation/line-variations.ts";
import {
  filterVariations,
  tallyVariations,
  variationsByArea,
} from "#app/domain/variation/variation-counts.ts";
import { type VariationFacts, variationsOf } from "#app/domain/variation/variations.ts";

const ADOPTED = "2021-05-04";
const AREA = { code: "4.3", title: "Rete" };
const ACTION = { id: 1, code: "4.3.6", title: "Cloud", area: AREA };
const S3 = { code: "settore-3", name: "Settore 3" };
const S4 = { code: "settore-4", name: "Settore 4" };
const VERSION = { title: "Cloud", area_code: "4.3", area_title: "Rete", weight: 1, unknown_year_count: 0 };
const END = asOf("2023-12-31");

/** The day from which an edit holds: that of the adoption is 1. */
function dayOf(edit: number) {
  return edit === 1 ? ADOPTED : `2022-01-${String(edit).padStart(2, "0")}`;
}

function life(opened: number, closed: number | null = null) {
  const held_until_on = closed === null ? null : dayOf(closed);
  return { held_from_on: dayOf(opened), held_until_on, opened_by_edit_id: opened, closed_by_edit_id: closed };
}

function rows(varied: Partial<LifeRows> = {}): LifeRows {
  return {
    versions: [{ ...VERSION, ...life(1) }],
    themes: [],
    norms: [],
    responsibles: [{ ...S3, ...life(1) }],
    leads: [],
    years: [{ year: 2021, due_on: null, ...life(1) }],
    offices: [{ ...S3, year: 2021, ...life(1) }],
    ...varied,
  };
}

function anEdit(id: number, varied: Partial<EditFact> = {}): EditFact {
  return {
    id,
    recorded_at: `${dayOf(id)}T10:00:00Z`,
    author_role: "rtd",
    author_office: "UO 3.4",
    reason: "perché sì",
    act_organ: null,
    act_number: null,
    act_on: null,
    offices_from_action_year_id: null,
    ...varied,
  };
}

function aLine(varied: Partial<LineOfVariation> = {}): LineOfVariation {
  const sequence = varied.sequence ?? 7;
  return {
    sequence,
    place: sequence,
    plan_action_id: 1,
    action_year_id: 21,
    year: 2022,
    from_status: "to-start",
    to_status: "cancelled",
    effective_on: "2022-03-01",
    recorded_at: "2022-03-01T09:00:00Z",
    author_role: "rtd",
    author_office: null,
    reason: "non serve più",
    evidence: null,
    target: null,
    ...varied,
  };
}

function facts(varied: Partial<VariationFacts> = {}): VariationFacts {
  return {
    plan: { code: "2021-2023", adopted_on: ADOPTED },
    actions: [ACTION],
    areas: [],
    lives: new Map(),
    edits: new Map(),
    lines: [],
    ...varied,
  };
}

/** The variations of one action whose rows are these, by the edits that they name. */
function edited(life: Partial<LifeRows>, ...edits: EditFact[]) {
  const known = [anEdit(1, { reason: "adozione" }), ...edits];
  const byId = new Map(known.map((edit) => [edit.id, edit]));
  return variationsOf(facts({ lives: new Map([[1, rows(life)]]), edits: byId }), END);
}

/** The kinds of the variations that lines make, in order. */
function kindsOf(...lines: LineOfVariation[]) {
  return variationsOf(facts({ lines }), END).map(({ kind }) => kind);
}

describe("an edit of an adopted plan", () => {
  test("that adds an annualità is one variation for each", () => {
    const years = [2021, 2022, 2023].map((year) => ({ year, due_on: null, ...life(year === 2021 ? 1 : 5) }));

    expect(edited({ years }, anEdit(5))).toMatchObject([
      { kind: "added", years: [2022], on: "2022-01-05", action: { code: "4.3.6" }, source: { id: 5 } },
      { kind: "added", years: [2023], on: "2022-01-05" },
    ]);
  });

  test("that adds an action is one variation, with its years", () => {
    const added = {
      versions: [{ ...VERSION, ...life(5) }],
      responsibles: [{ ...S3, ...life(5) }],
      years: [2022, 2023].map((year) => ({ year, due_on: null, ...life(5) })),
      offices: [{ ...S3, year: 2022, ...life(5) }],
    };

    expect(edited(added, anEdit(5))).toMatchObject([{ kind: "added", years: [2022, 2023] }]);
  });

  test("that gives it to others and rewords it is two, with what was and what is", () => {
    const act = { act_organ: "Giunta comunale", act_number: "12", act_on: "2022-01-04" };
    const both = {
      versions: [
        { ...VERSION, ...life(1, 5) },
        { ...VERSION, weight: 2, ...life(5) },
      ],
      responsibles: [
        { ...S3, ...life(1, 5) },
        { ...S4, ...life(5) },
      ],
      offices: [
        { ...S3, year: 2021, ...life(1, 5) },
        { ...S4, year: 2021, ...life(5) },
      ],
    };

    expect(edited(both, anEdit(5, act))).toMatchObject([
      {
        kind: "reassigned",
        reason: "perché sì",
        act: { name: "Giunta comunale", number: "12", on: "2022-01-04" },
        changes: [
          { kind: "responsibles", from: [S3], to: [S4] },
          { kind: "offices", years: [2021] },
        ],
      },
      { kind: "reworded", changes: [{ kind: "weight", from: 1, to: 2 }] },
    ]);
  });

  test("that changes themes or norms alone is none: they are ours, not the plan's", () => {
    expect(
      edited({ themes: [{ theme: "cloud", ...life(5) }], norms: [{ norm: "CAD", ...life(5) }] }, anEdit(5)),
    ).toEqual([]);
  });

  test("that a rescheduling brought with it is told by its line", () => {
    const offices = [
      { ...S3, year: 2021, ...life(1, 5) },
      { ...S4, year: 2021, ...life(5) },
    ];

    expect(edited({ offices }, anEdit(5, { offices_from_action_year_id: 9 }))).toEqual([]);
    expect(edited({ offices }, anEdit(5))).toMatchObject([{ kind: "reassigned" }]);
  });

  test("that says the years of annualità without one adds them, and rewords nothing else", () => {
    const clarified = {
      versions: [
        { ...VERSION, unknown_year_count: 1, ...life(1, 5) },
        { ...VERSION, ...life(5) },
      ],
      years: [2021, 2022].map((year) => ({ year, due_on: null, ...life(year === 2021 ? 1 : 5) })),
    };

    expect(edited(clarified, anEdit(5))).toMatchObject([
      {
        kind: "added",
        years: [2022],
        changes: [{ kind: "year-added" }, { kind: "unknown-years", from: 1, to: 0 }],
      },
    ]);
  });
});

describe("a step on an adopted plan", () => {
  test("that cancels is a variation, with the act that proves it; a note is no act", () => {
    const evidence = {
      tipo: "deliberazione",
      numero: "202",
      del: "2022-02-28",
      collegamento: null,
      nota: null,
    } as const;
    const [acted] = variationsOf(facts({ lines: [aLine({ evidence })] }), END);
    const [noted] = variationsOf(facts({ lines: [aLine({ evidence: { ...evidence, tipo: "nota" } })] }), END);

    expect(acted).toMatchObject({
      kind: "dropped",
      years: [2022],
      act: { name: "deliberazione", number: "202" },
    });
    expect(noted!.act).toBeNull();
  });

  test.each([
    ["a later year", { plan: "2021-2023", code: "4.3.6", year: 2023 }, "postponed"],
    ["an earlier year", { plan: "2021-2023", code: "4.3.6", year: 2021 }, "brought-forward"],
    ["the next plan, also the same year", { plan: "2022-2024", code: "4.1.1", year: 2022 }, "postponed"],
  ])("that reschedules to %s", (_, target, kind) => {
    expect(kindsOf(aLine({ to_status: "rescheduled", target }))).toEqual([kind]);
  });

  test("that reopens takes back what the step before did, and both are told", () => {
    const reopened = aLine({
      sequence: 8,
      from_status: "cancelled",
      to_status: "in-progress",
      effective_on: "2022-04-01",
    });

    expect(variationsOf(facts({ lines: [aLine(), reopened] }), END)).toMatchObject([
      { kind: "dropped", takesBack: null },
      { kind: "taken-back", takesBack: "dropped", on: "2022-04-01" },
    ]);
  });

  test("that reopens a completed one, or only updates, is none", () => {
    const reopened = aLine({ from_status: "completed", to_status: "in-progress" });

    expect(kindsOf(reopened, aLine({ sequence: 8, from_status: "cancelled" }))).toEqual([]);
  });
});

describe("the variations of a plan", () => {
  const reworded = { edit: 6, on: "2022-01-06", from: "Rete", to: "Reti e cloud" };
  const all = facts({
    areas: [{ ...AREA, changes: [reworded] }],
    edits: new Map([[6, anEdit(6)]]),
    lines: [
      aLine({ effective_on: "2022-06-30" }),
      aLine({ sequence: 9, action_year_id: 22, effective_on: "2021-12-01" }),
    ],
  });

  test("are told by the day from which they hold, up to the day looked at", () => {
    expect(variationsOf(all, END).map(({ on }) => on)).toEqual(["2021-12-01", "2022-01-06", "2022-06-30"]);
    expect(variationsOf(all, asOf("2022-01-06")).map(({ kind }) => kind)).toEqual(["dropped", "reworded"]);
  });

  test("are none before its adoption", () => {
    expect(variationsOf({ ...all, plan: { code: "2024-2026", adopted_on: null } }, END)).toEqual([]);
  });

  test("are counted by kind and by area, and filtered by both", () => {
    const variations = variationsOf(all, END);

    expect(tallyVariations(variations)).toMatchObject({
      total: 3,
      counts: { dropped: 2, reworded: 1, added: 0 },
    });
    expect(variationsByArea(variations, [{ code: "4.1", title: "Altro" }, AREA])).toMatchObject([
      { code: "4.3", total: 3 },
    ]);
    expect(filterVariations(variations, { kind: "reworded", area: "4.3" })).toHaveLength(1);
    expect(filterVariations(variations, { area: "4.1" })).toEqual([]);
  });
});
