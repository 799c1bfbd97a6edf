import { describe, expect, test } from "vitest";
import {
  type AskedBlocker,
  decideBlocker,
  levelIfStructural,
  levelWith,
  levelWithout,
} from "#app/domain/work-process/blocker-edits.ts";
import {
  linesOf,
  mapFacts,
  theProcess,
  workFacts,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

const ASKED: AskedBlocker = {
  kind: "counter_service",
  subkind: null,
  extent: "part",
  basis: "stated",
  removability: "partly",
  note: null,
};

describe("a blocker", () => {
  const on = (varied: Partial<AskedBlocker> = {}, others: Pick<AskedBlocker, "kind" | "subkind">[] = []) =>
    decideBlocker({ ...ASKED, ...varied }, { others, addedTo: "yes" });

  test("is allowed on a process written SI, and not added to one that is outsourced", () => {
    expect(on()).toEqual({ ok: true });
    expect(decideBlocker(ASKED, { others: [], addedTo: "outsourced" })).toEqual({
      ok: false,
      field: "kind",
      reason: "process-outsourced",
    });
    expect(decideBlocker(ASKED, { others: [], addedTo: null })).toEqual({ ok: true });
  });

  test("is not there twice, unless its subkind tells the two apart", () => {
    const same = { kind: "counter_service", subkind: null } as const;

    expect(on({}, [same])).toMatchObject({ field: "kind", reason: "already-there" });
    expect(on({ subkind: "sportello tributi" }, [same])).toEqual({ ok: true });
  });

  test("is based on something exactly when it says a reason", () => {
    expect(on({ kind: "unspecified", basis: "stated" })).toMatchObject({ reason: "basis-of-nothing" });
    expect(on({ kind: "unspecified", basis: "none" })).toEqual({ ok: true });
    expect(on({ basis: "none" })).toMatchObject({ field: "basis", reason: "basis-required" });
  });
});

describe("the level that follows, said before it does", () => {
  const process: WrittenProcess = {
    code: "FVG-DEM-025",
    written: "no",
    blockers: [
      {
        ...{ kind: "paper_archive", extent: "whole", removability: "digital" },
        claims: [{ actions: ["4.6.3"], effect: "full" }],
      },
      { kind: "counter_service", extent: "part", removability: "partly" },
    ],
  };
  const today = theProcess(
    mapFacts([process]),
    workFacts({ "4.6.3": [2022] }, linesOf(["4.6.3", 2022, "completed", "2022-06-30"])),
    "2023-01-01",
  );

  test("of one blocker more, or less", () => {
    expect(today.level).toBe("in-part");
    expect([levelWith(today, "whole"), levelWith(today, "part")]).toEqual(["no", "in-part"]);
    expect([levelWithout(today, 1), levelWithout(today, 2)]).toEqual(["in-part", "yes"]);
  });

  test("of one found to be structural: what removed it does not any more", () => {
    expect([levelIfStructural(today, 1), levelIfStructural(today, 2)]).toEqual(["no", "in-part"]);
  });
});
