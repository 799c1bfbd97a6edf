import { describe, expect, test } from "vitest";
import {
  decideOffices,
  decideResponsibles,
  isNobodyLeft,
  officesNamedBy,
  type Organisation,
  responsiblesFrom,
} from "#app/domain/edit/plan-action-responsibles.ts";

const TODAY = "2026-10-15";

const ORGANISATION: Organisation = {
  offices: [
    { code: "settore-1", ceased_on: null, successor_code: null },
    { code: "settore-2", ceased_on: "2026-10-15", successor_code: null },
    { code: "settore-3", ceased_on: null, successor_code: null },
    { code: "settore-4", ceased_on: "2026-10-16", successor_code: null },
  ],
  groups: [
    { code: "settori-3-e-4", offices: ["settore-4", "settore-3"] },
    { code: "tutti", offices: ["settore-1", "settore-2", "settore-3", "settore-4"] },
  ],
};

function decide(responsibles: string[], lead: string | null = null, answering: string[] = []) {
  return decideResponsibles({ responsibles, lead }, { organisation: ORGANISATION, answering, today: TODAY });
}

/** Settore 5 gave way to Settore 6, and that to Settore 1; nobody took the place of Settore 2. */
const CEASED_TWICE: Organisation = {
  offices: [
    ...ORGANISATION.offices,
    { code: "settore-5", ceased_on: "2024-01-01", successor_code: "settore-6" },
    { code: "settore-6", ceased_on: "2025-01-01", successor_code: "settore-1" },
  ],
  groups: ORGANISATION.groups,
};

describe("who answers for what goes on from an action", () => {
  const from = (responsibles: string[], lead: string | null = null) =>
    responsiblesFrom({ responsibles, lead }, CEASED_TWICE, TODAY);

  test("is, for an office that has ceased, its successor, once; for the others who answered", () => {
    expect(from(["settori-3-e-4", "settore-5", "rtd", "settore-1"], "settore-5")).toEqual({
      responsibles: ["settori-3-e-4", "settore-1", "rtd"],
      lead: "settore-1",
    });
  });

  test("still names an office whose place nobody took, so that its absence is seen; as capofila it goes", () => {
    expect(from(["settore-2"], "settore-2")).toEqual({ responsibles: ["settore-2"], lead: null });
    expect(isNobodyLeft(["settore-2"], CEASED_TWICE, TODAY)).toBe(true);
  });
});

describe("who answers for an action", () => {
  test("is an office, a group or the RTD, in the order asked", () => {
    expect(decide(["settori-3-e-4", "rtd", "settore-1"])).toEqual({
      ok: true,
      asked: { responsibles: ["settori-3-e-4", "rtd", "settore-1"], lead: null },
    });
  });

  test("is somebody, who exists, once", () => {
    expect(decide([])).toMatchObject({ reason: "responsible-required" });
    expect(decide(["rtd", "settore-9"])).toMatchObject({ reason: "responsible-unknown", code: "settore-9" });
    expect(decide(["rtd", "rtd"])).toMatchObject({ reason: "responsible-twice", code: "rtd" });
  });

  test("is no office that has ceased; one that will tomorrow still may", () => {
    expect(decide(["settore-2"])).toMatchObject({ reason: "responsible-ceased", code: "settore-2" });
    expect(decide(["settore-4"]).ok).toBe(true);
  });
});

describe("the capofila", () => {
  test("is one of the offices that answer, by itself or in a group", () => {
    expect(decide(["settori-3-e-4"], "settore-3").ok).toBe(true);
    expect(decide(["settori-3-e-4"], "settore-1")).toMatchObject({ reason: "lead-does-not-answer" });
  });

  test("may be one that the RTD added to an annualità", () => {
    expect(decide(["rtd"], "settore-1", ["settore-1"]).ok).toBe(true);
  });

  test("is neither the RTD, nor a group, nor an office of the group that has ceased", () => {
    expect(decide(["rtd"], "rtd").ok).toBe(false);
    expect(decide(["settori-3-e-4"], "settori-3-e-4").ok).toBe(false);
    expect(decide(["tutti"], "settore-2").ok).toBe(false);
  });
});

describe("the offices of an annualità", () => {
  test("are those of the groups as they stand, in the order of the organisation, those that ceased left out", () => {
    expect(officesNamedBy(["rtd", "tutti", "settore-1"], ORGANISATION, TODAY)).toEqual([
      "settore-1",
      "settore-3",
      "settore-4",
    ]);
  });

  test("are, for one that has ceased, that of its successor, however many times over", () => {
    expect(officesNamedBy(["settore-5", "settore-2"], CEASED_TWICE, TODAY)).toEqual(["settore-1"]);
    expect(officesNamedBy(["settore-5"], CEASED_TWICE, "2020-01-01")).toEqual(["settore-5"]);
  });

  test("set by hand are offices that exist; one that has ceased may only go", () => {
    const decideFrom = (asked: string[], current: string[]) =>
      decideOffices(asked, { current, organisation: ORGANISATION, today: TODAY });

    expect(decideFrom(["settore-3", "settore-1"], [])).toEqual({
      ok: true,
      offices: ["settore-1", "settore-3"],
    });
    expect(decideFrom([], ["settore-1"])).toEqual({ ok: true, offices: [] });
    expect(decideFrom(["settore-9"], [])).toMatchObject({ reason: "office-unknown" });
    expect(decideFrom(["settore-2"], [])).toMatchObject({ reason: "office-ceased" });
    expect(decideFrom(["settore-1", "settore-2"], ["settore-2"]).ok).toBe(true);
  });
});
