import { describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import type { LineFact } from "#app/domain/status/action-years.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { levelUnder, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import {
  linesOf,
  mapFacts,
  theProcess,
  workFacts,
  type WrittenClaim,
  type WrittenProcess,
  yearId,
} from "#tests/support/process-examples.ts";

/** The years of document 004 for the actions that these claims name. */
const YEARS = {
  "4.4.1": [2021, 2022],
  "4.4.5": [2021, 2022, 2023],
  "4.4.6": [2021, 2022, 2023],
  "4.6.1": [2021],
  "4.6.3": [2022, 2023],
  "4.10.2": [2022, 2023],
};
const TODAY = "2024-01-31";

function seen(process: WrittenProcess, lines: LineFact[] = [], day = TODAY): ProcessOnDay {
  return theProcess(mapFacts([process]), workFacts(YEARS, lines), day);
}

/** Every annualità of an action completed, the last one on the day given. */
function completed(...actions: [code: keyof typeof YEARS, on: string][]): LineFact[] {
  return linesOf(
    ...actions.flatMap(([code, on]) => YEARS[code].map((year) => [code, year, "completed", on] as const)),
  );
}

describe("FVG-TEC-088, access to files: an archive not digitised, that 4.10.2 and 4.6.1 together would remove", () => {
  const claim: WrittenClaim = { actions: ["4.10.2", "4.6.1"], effect: "full" };
  const process: WrittenProcess = {
    code: "FVG-TEC-088",
    written: "no",
    blockers: [{ kind: "paper_archive", extent: "whole", removability: "digital", claims: [claim] }],
  };
  const withClaim = (varied: Partial<WrittenClaim>): WrittenProcess => ({
    ...process,
    blockers: [{ ...process.blockers![0]!, claims: [{ ...claim, ...varied }] }],
  });

  test("is NO, and could become SI", () => {
    expect(seen(process)).toMatchObject({ level: "no", attainable: "yes", figure: "unlockable" });
  });

  test("stays NO with one of the two, and waits for the other", () => {
    const half = seen(process, completed(["4.6.1", "2021-10-01"]));

    expect(half.level).toBe("no");
    expect(half.blockers[0]!.claims[0]).toMatchObject({ standing: "open", doneOn: null, awaits: [4102] });
  });

  test("is SI from the day of the last completion, not the day before", () => {
    const lines = completed(["4.6.1", "2021-10-01"], ["4.10.2", "2023-11-15"]);

    expect(seen(process, lines, "2023-11-14").level).toBe("no");
    expect(seen(process, lines, "2023-11-15")).toMatchObject({
      level: "yes",
      attainable: "yes",
      figure: null,
    });
    expect(seen(process, lines).blockers[0]).toMatchObject({ state: "removed" });
    expect(seen(process, lines).blockers[0]!.claims[0]).toMatchObject({ doneOn: "2023-11-15", awaits: [] });
  });

  test("is SI from the day of the confirmation, where that comes later", () => {
    const lines = completed(["4.6.1", "2021-10-01"], ["4.10.2", "2023-11-15"]);
    const late = withClaim({ since: "2024-01-10" });

    expect(seen(late, lines, "2024-01-09").level).toBe("no");
    expect(seen(late, lines, "2024-01-10").level).toBe("yes");
  });

  test("stays NO while the claim is only proposed, contested or rejected; only a proposed one may still raise it", () => {
    const lines = completed(["4.6.1", "2021-10-01"], ["4.10.2", "2023-11-15"]);

    expect(seen(withClaim({ state: "proposed" }), lines)).toMatchObject({ level: "no", attainable: "yes" });
    for (const state of ["contested", "rejected"] as const)
      expect(seen(withClaim({ state }), lines)).toMatchObject({
        ...{ level: "no", attainable: "no", figure: "without-action" },
      });
  });

  test("has a void claim once a year of 4.10.2 is cancelled, also where it was rescheduled to the cancelled one", () => {
    const cancelled = seen(process, linesOf(["4.10.2", 2023, "cancelled", "2023-02-01"]));
    const moved = linesOf(
      ["4.10.2", 2022, "rescheduled", "2022-11-01", { target_action_year_id: yearId("4.10.2", 2023) }],
      ["4.10.2", 2023, "cancelled", "2023-02-01"],
    );

    expect(cancelled).toMatchObject({ level: "no", attainable: "no", figure: "without-action" });
    expect(cancelled.blockers[0]!.claims[0]!.standing).toBe("cancelled");
    const narrowed = seen(withClaim({ actions: ["4.10.2/2022"] }), moved);
    expect(narrowed.blockers[0]!.claims[0]!.standing).toBe("cancelled");
  });

  test("asks only for the years that its claim is narrowed to, whatever becomes of the others", () => {
    const narrowed = withClaim({ actions: ["4.10.2/2022"] });
    const lines = linesOf(
      ["4.10.2", 2022, "completed", "2022-10-01"],
      ["4.10.2", 2023, "cancelled", "2023-02-01"],
    );

    expect(seen(narrowed, lines).level).toBe("yes");
  });

  test("has a claim that the map has seen, when all was done by the day that it describes", () => {
    const lines = completed(["4.6.1", "2021-10-01"], ["4.10.2", "2022-12-31"]);
    const redrawn = (observed_on: string) => seen({ ...process, observed_on }, lines);

    expect(redrawn("2022-12-30").level).toBe("yes");
    expect(redrawn("2022-12-31")).toMatchObject({ level: "no", attainable: "no", figure: "without-action" });
    expect(redrawn("2022-12-31").blockers[0]!.claims[0]!.standing).toBe("seen-by-the-map");
  });

  test("is never unlocked by an action that has no annualità", () => {
    const facts = mapFacts([process]);
    const without = theProcess(
      facts,
      workFacts({ ...YEARS, "4.6.1": [] }, completed(["4.10.2", "2023-11-15"])),
      TODAY,
    );

    expect(without).toMatchObject({ level: "no", attainable: "yes" });
    expect(without.blockers[0]!.claims[0]).toMatchObject({ standing: "open", awaits: [461] });
  });

  test("does not stand before the day of its map", () => {
    const facts = mapFacts([process]);
    expect(smartabilityAt(facts, workAt(workFacts(YEARS), asOfNow("2020-12-30")))).toEqual([]);
  });
});

describe("FVG-DEM-025, civil status: original documents by law, and paper archives", () => {
  const process: WrittenProcess = {
    code: "FVG-DEM-025",
    written: "no",
    blockers: [
      {
        ...{ kind: "legal_or_certified_workstation", extent: "whole", removability: "structural" },
        claims: [{ actions: ["4.6.3"], effect: "full" }],
      },
      {
        ...{ kind: "paper_archive", extent: "part", removability: "digital" },
        claims: [{ actions: ["4.6.3"], effect: "full" }],
      },
    ],
  };

  test("is NO for ever, even if its archive went, and whatever is claimed of the law", () => {
    const before = seen(process);
    const after = seen(process, completed(["4.6.3", "2023-11-15"]));

    expect(before).toMatchObject({ level: "no", attainable: "no", figure: "never" });
    expect(after).toMatchObject({ level: "no", attainable: "no", figure: "never" });
    expect(after.blockers.map(({ state }) => state)).toEqual(["open", "removed"]);
  });
});

describe("FVG-TEC-085, housing certificates: paper plans that 4.10.2 reduces, and an inspection on site", () => {
  const process: WrittenProcess = {
    code: "FVG-TEC-085",
    written: "no",
    blockers: [
      {
        ...{ kind: "paper_archive", extent: "whole", removability: "partly" },
        claims: [{ actions: ["4.10.2"], effect: "partial" }],
      },
      { kind: "physical_site_inspection", extent: "part", removability: "structural" },
    ],
  };

  test("goes from NO to IN PARTE, and never to SI: the inspection stays", () => {
    const after = seen(process, completed(["4.10.2", "2023-11-15"]));

    expect(seen(process)).toMatchObject({ level: "no", attainable: "in-part", figure: "unlockable" });
    expect(after).toMatchObject({ level: "in-part", attainable: "in-part", figure: "never" });
    expect(after.blockers.map(({ state }) => state)).toEqual(["reduced", "open"]);
  });

  test("would be IN PARTE even if a claim took away the whole archive", () => {
    const [archive, inspection] = process.blockers!;
    const full: WrittenClaim[] = [{ actions: ["4.10.2"], effect: "full" }];

    expect(seen({ ...process, blockers: [{ ...archive!, claims: full }, inspection!] }).attainable).toBe(
      "in-part",
    );
  });
});

describe("FVG-SEG-080, school transport: no online form, which 4.4.1 brings, and enrolments by post", () => {
  const process: WrittenProcess = {
    code: "FVG-SEG-080",
    written: "would-be-if-digital",
    blockers: [
      {
        ...{ kind: "missing_online_form", extent: "whole", removability: "digital" },
        claims: [{ actions: ["4.4.1"], effect: "full" }],
      },
      { kind: "incoming_paper_mail", extent: "part", removability: "partly" },
    ],
  };

  test("goes from NO to IN PARTE: what comes by post still has to be received", () => {
    const after = seen(process, completed(["4.4.1", "2022-06-30"]));

    expect(seen(process)).toMatchObject({ level: "no", attainable: "in-part", figure: "unlockable" });
    expect(after).toMatchObject({ level: "in-part", attainable: "in-part", figure: "lightened" });
    expect(after.blockers.map(({ state }) => state)).toEqual(["removed", "open"]);
  });
});

test("CAS-210-2-B, IN PARTE without a reason, stays so: nobody claims to know what would unlock it", () => {
  const process: WrittenProcess = {
    code: "CAS-210-2-B",
    written: "partial",
    blockers: [{ kind: "unspecified", extent: "part", removability: "unknown" }],
  };

  expect(seen(process)).toMatchObject({ level: "in-part", attainable: "in-part", figure: "without-action" });
});

describe("FVG-TEC-046, landscape permits: users without PEC, that three actions together make fewer", () => {
  const process: WrittenProcess = {
    code: "FVG-TEC-046",
    written: "depends",
    blockers: [
      {
        ...{ kind: "wet_signature_or_no_pec", extent: "part", removability: "partly" },
        claims: [{ actions: ["4.4.1", "4.4.5", "4.4.6"], effect: "partial" }],
      },
    ],
  };

  test("is lightened and stays IN PARTE: its blocker is reduced", () => {
    const done = completed(["4.4.1", "2022-06-30"], ["4.4.5", "2023-06-30"], ["4.4.6", "2023-09-30"]);

    expect(seen(process)).toMatchObject({ level: "in-part", attainable: "in-part", figure: "lightened" });
    expect(seen(process).blockers[0]!.state).toBe("open");
    expect(seen(process, done)).toMatchObject({ level: "in-part", figure: "lightened" });
    expect(seen(process, done).blockers[0]!.state).toBe("reduced");
  });
});

describe("claims on the same blocker", () => {
  const alternatives: WrittenProcess = {
    code: "P",
    written: "no",
    blockers: [
      {
        ...{ kind: "paper_archive", extent: "whole", removability: "digital" },
        claims: [
          { actions: ["4.6.3"], effect: "full" },
          { actions: ["4.6.1"], effect: "partial" },
        ],
      },
    ],
  };

  test("are alternatives: the best one that holds counts", () => {
    expect(seen(alternatives, completed(["4.6.1", "2021-10-01"])).level).toBe("in-part");
    expect(seen(alternatives, completed(["4.6.1", "2021-10-01"], ["4.6.3", "2023-10-01"])).level).toBe("yes");
    expect(seen(alternatives, completed(["4.6.3", "2021-10-01"], ["4.6.1", "2023-10-01"])).level).toBe("yes");
  });
});

test("what is outsourced stays esterno, whatever is claimed", () => {
  const process: WrittenProcess = {
    code: "P",
    written: "outsourced",
    blockers: [{ kind: "outsourced", extent: "whole", removability: "structural" }],
  };

  expect(seen(process)).toMatchObject({ level: "outsourced", attainable: "outsourced", figure: null });
  expect(levelUnder(seen(process), () => true)).toBe("outsourced");
});
