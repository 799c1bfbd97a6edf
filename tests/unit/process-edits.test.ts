import { describe, expect, test } from "vitest";
import type { OfficeFact } from "#app/domain/office/offices.ts";
import {
  type AskedNewProcess,
  decideNewProcess,
  decideProcess,
  nextCodeByHand,
} from "#app/domain/work-process/process-edits.ts";

const TODAY = "2026-10-15";

const OFFICES: OfficeFact[] = [
  { code: "settore-4", parent_code: null, ceased_on: null },
  { code: "settore-9", parent_code: null, ceased_on: "2026-01-01" },
];

const ASKED: AskedNewProcess = {
  code: "MANO-001",
  name: "Protocollo",
  activity: null,
  risk: null,
  onPaper: null,
  offices: ["settore-4"],
  area: null,
  written: "no",
  observedOn: "2026-09-01",
  blocker: { kind: "paper_archive", subkind: null, removability: null },
};

function decide(varied: Partial<AskedNewProcess> = {}) {
  return decideNewProcess(
    { ...ASKED, ...varied },
    { taken: ["FVG-TEC-088"], offices: OFFICES, today: TODAY },
  );
}

describe("a process added by hand", () => {
  test.each([
    ["no", [{ kind: "paper_archive", extent: "whole", removability: "partly", basis: "stated" }]],
    ["partial", [{ kind: "paper_archive", extent: "part", removability: "partly", basis: "stated" }]],
    ["yes", []],
    ["outsourced", [{ kind: "outsourced", extent: "whole", removability: "structural", basis: "stated" }]],
  ] as const)("written %s begins with the blocker that its level says", (written, blockers) => {
    expect(decide({ written })).toMatchObject({ ok: true, blockers });
  });

  test("below SI says what blocks it, even that nobody knows", () => {
    const unsaid = { kind: null, subkind: null, removability: null };

    expect(decide({ blocker: unsaid })).toEqual({
      ok: false,
      refusals: [{ field: "kind", reason: "kind-required" }],
    });
    expect(decide({ blocker: { ...unsaid, kind: "unspecified" } })).toMatchObject({
      ok: true,
      blockers: [{ kind: "unspecified", basis: "none", removability: "unknown" }],
    });
    expect(decide({ written: "yes", blocker: unsaid })).toEqual({ ok: true, blockers: [] });
  });

  test("keeps the removability that is said, against that of the kind", () => {
    const blocker = { ...ASKED.blocker, removability: "outside-plan" } as const;

    expect(decide({ blocker })).toMatchObject({ ok: true, blockers: [{ removability: "outside-plan" }] });
  });

  test.each([
    ["mano 1", "code-malformed"],
    ["", "code-malformed"],
    ["NUOVO", "code-reserved"],
    ["FVG-TEC-088", "code-taken"],
  ])("is not called «%s»: %s", (code, reason) => {
    expect(decide({ code })).toEqual({ ok: false, refusals: [{ field: "code", reason }] });
  });

  test("is so from a day that has come", () => {
    expect(decide({ observedOn: TODAY }).ok).toBe(true);
    expect(decide({ observedOn: "2026-10-16" })).toEqual({
      ok: false,
      refusals: [{ field: "observedOn", reason: "in-the-future" }],
    });
  });

  test("has all that is wrong said at once", () => {
    const decision = decide({ code: "?", name: "", offices: [], observedOn: "2027-01-01" });

    expect(decision.ok ? [] : decision.refusals.map(({ field }) => field)).toEqual([
      "code",
      "name",
      "office",
      "observedOn",
    ]);
  });
});

describe("the offices of a process", () => {
  const reasonFor = (offices: string[], held: string[]) => {
    const decision = decideProcess({ ...ASKED, offices }, { offices: OFFICES, held, today: TODAY });
    return decision.ok ? "ok" : decision.refusals[0]!.reason;
  };

  test("are one at least, and in being, unless it had them already", () => {
    expect(reasonFor(["settore-4"], [])).toBe("ok");
    expect(reasonFor([], ["settore-4"])).toBe("offices-required");
    expect(reasonFor(["settore-99"], [])).toBe("office-unknown");
    expect(reasonFor(["settore-9"], [])).toBe("office-ceased");
    expect(reasonFor(["settore-4", "settore-9"], ["settore-9"])).toBe("ok");
  });
});

test("the code proposed is the one after the highest given by hand", () => {
  expect(nextCodeByHand(["FVG-TEC-088"])).toBe("MANO-001");
  expect(nextCodeByHand(["MANO-009", "MANO-002", "MANO-X"])).toBe("MANO-010");
  expect(nextCodeByHand(["MANO-999"])).toBe("MANO-1000");
});
