import { describe, expect, test } from "vitest";
import {
  type AskedNewStep,
  decideNewStep,
  decideStep,
  yearsWrittenIn,
} from "#app/domain/objective/step-edits.ts";
import { decideWeights } from "#app/domain/objective/weights.ts";

const ASKED: AskedNewStep = {
  text: "Relazione finale",
  planned: "entro il 31/12/2026",
  weight: 1,
  place: { kind: "activity", ordinal: 2 },
};

function refusals(varied: Partial<AskedNewStep>, otherWeights = [1]) {
  const steps = [{ ...ASKED, ordinal: 7, activity: 1 }];
  const decision = decideNewStep({ ...ASKED, ...varied }, { steps, activities: [1, 2], otherWeights });
  return decision.ok ? [] : decision.refusals.map(({ field, reason }) => `${field}: ${reason}`);
}

describe("a step added", () => {
  test.each<[string, Partial<AskedNewStep>, string[]]>([
    ["in an activity that there is", {}, []],
    [
      "in the one where the same step stands",
      { place: { kind: "activity", ordinal: 1 } },
      ["text: already-there"],
    ],
    ["beside one with another term", { place: { kind: "activity", ordinal: 1 }, planned: null }, []],
    ["by itself", { place: { kind: "none" } }, []],
    [
      "in an activity that there is not",
      { place: { kind: "activity", ordinal: 9 } },
      ["activity: activity-unknown"],
    ],
    [
      "in a new one without a title",
      { place: { kind: "new", title: "" } },
      ["activityTitle: activity-title-required"],
    ],
    ["in a new one", { place: { kind: "new", title: "Chiusura" } }, []],
    ["without words", { text: "" }, ["text: text-required"]],
    ["with less than no weight", { weight: -1 }, ["weight: weight-negative"]],
    ["with a programmato that nobody can read", { planned: "quando sarà" }, []],
  ])("%s", (_, varied, expected) => {
    expect(refusals(varied)).toEqual(expected);
  });

  test("may count nothing beside others that count, and not where nothing would", () => {
    expect(refusals({ weight: 0 })).toEqual([]);
    expect(refusals({ weight: 0 }, [0, 0])).toEqual(["weight: nothing-weighs"]);
    expect(decideStep({ ...ASKED, weight: 0 }, { otherWeights: [] })).toMatchObject({ ok: false });
    expect(decideStep({ ...ASKED, weight: 0 }, { otherWeights: [0.5] })).toEqual({ ok: true });
  });
});

test("the years written in a text are those of this century, each once", () => {
  expect(yearsWrittenIn("dal 1/2/2024 al 31/12/2024, poi 2025; n. 120245, art. 1998")).toEqual([2024, 2025]);
  expect(yearsWrittenIn("entro il 31/01")).toEqual([]);
});

describe("the weights of an objective", () => {
  const BEFORE = [
    { key: "step-1", weight: 1 },
    { key: "step-2", weight: 1.5 },
    { key: "link-9", weight: 2 },
  ];

  test("only those that change are written", () => {
    const asked = [
      { key: "step-1", weight: 0 },
      { key: "step-2", weight: 1.5 },
      { key: "link-9", weight: 3 },
    ];

    expect(decideWeights(asked, BEFORE)).toEqual({ ok: true, changed: [asked[0], asked[2]] });
  });

  test("are refused where one is less than nothing, each at its own, and where all are nothing", () => {
    const all = (weight: number) => BEFORE.map(({ key }) => ({ key, weight }));

    expect(
      decideWeights([{ key: "step-1", weight: -1 }, BEFORE[1]!, { key: "link-9", weight: 101 }], BEFORE),
    ).toEqual({
      ok: false,
      refusals: [
        { field: "step-1", reason: "weight-negative" },
        { field: "link-9", reason: "weight-too-large" },
      ],
    });
    expect(decideWeights(all(0), BEFORE)).toEqual({
      ok: false,
      refusals: [{ field: "weights", reason: "nothing-weighs" }],
    });
  });
});
