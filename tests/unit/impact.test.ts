import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { impacts } from "#app/domain/smartability/impact.ts";
import { ifCompleted } from "#app/domain/smartability/what-if.ts";
import {
  actionId,
  aMunicipality,
  heightOf,
  levelsOf,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenBlocker,
  type WrittenClaim,
  type WrittenProcess,
  yearId,
} from "#tests/support/process-examples.ts";

const TODAY = asOfNow("2022-06-30");
const WORK = workFacts({ "4.6.1": [2021], "4.6.3": [2022, 2023], "4.10.2": [2022, 2023] });

function stoppedBy(extent: "whole" | "part", ...claims: WrittenClaim[]): WrittenBlocker {
  return { kind: "paper_archive", extent, removability: "digital", claims };
}

function aProcess(...blockers: WrittenBlocker[]): WrittenProcess {
  return { code: "P", written: "no", blockers };
}

function seen(processes: WrittenProcess[], work = WORK) {
  return onDay({ facts: mapFacts(processes), work }, TODAY);
}

const NOTHING = { alone: [], withOthers: [], proposedOnly: [], proposedWithOthers: [] };

describe("the impact of an open action", () => {
  test("tells what it would raise alone from what it would together with others", () => {
    const found = impacts(
      seen([
        aProcess(stoppedBy("whole", { actions: ["4.6.3"], effect: "full" })),
        aProcess(stoppedBy("whole", { actions: ["4.6.3", "4.10.2"], effect: "full" })),
      ]),
    );

    expect(found.get(actionId("4.6.3"))).toEqual({ ...NOTHING, alone: [1], withOthers: [2] });
    expect(found.get(actionId("4.10.2"))).toEqual({ ...NOTHING, withOthers: [2] });
  });

  test("keeps apart what would rise if claims only proposed were confirmed", () => {
    const proposed = { effect: "full", state: "proposed" } as const;
    const found = impacts(
      seen([
        aProcess(stoppedBy("whole", { actions: ["4.6.3"], effect: "full" })),
        aProcess(stoppedBy("whole", { actions: ["4.6.3"], ...proposed })),
        aProcess(stoppedBy("whole", { actions: ["4.6.3", "4.6.1"], ...proposed })),
      ]),
    );

    expect(found.get(actionId("4.6.3"))).toEqual({
      ...NOTHING,
      alone: [1],
      proposedOnly: [2],
      proposedWithOthers: [3],
    });
  });

  test("is nothing where the level does not move: a part reduced, another whole blocker, a structural one", () => {
    const full = { actions: ["4.6.3"], effect: "full" } as const;
    const found = impacts(
      seen([
        {
          ...aProcess(stoppedBy("part", { ...full, actions: ["4.6.3"], effect: "partial" })),
          written: "partial",
        },
        aProcess(stoppedBy("whole", { ...full, actions: ["4.6.3"] }), stoppedBy("whole")),
        aProcess({ ...stoppedBy("whole", { ...full, actions: ["4.6.3"] }), removability: "structural" }),
      ]),
    );

    expect(found.get(actionId("4.6.3"))).toEqual(NOTHING);
  });

  test("is only of what is still to be done: the year completed is no longer waited for", () => {
    const done = workFacts(
      { "4.6.1": [2021], "4.6.3": [2022] },
      linesOf(["4.6.1", 2021, "completed", "2021-10-01"]),
    );
    const both: WrittenClaim = { actions: ["4.6.1", "4.6.3"], effect: "full" };
    const found = impacts(seen([aProcess(stoppedBy("whole", both))], done));

    expect([...found]).toEqual([[actionId("4.6.3"), { ...NOTHING, alone: [1] }]]);
  });

  test("is that of the action to which an annualità was carried over", () => {
    const carried = linesOf([
      ...(["4.6.3", 2022, "rescheduled", "2022-03-01"] as const),
      { target_action_year_id: yearId("14.6.3", 2024) },
    ]);
    const work = workFacts({ "4.6.3": [2022], "14.6.3": [2024] }, carried);
    const found = impacts(seen([aProcess(stoppedBy("whole", { actions: ["4.6.3"], effect: "full" }))], work));

    expect([...found]).toEqual([[actionId("14.6.3"), { ...NOTHING, alone: [1] }]]);
  });

  test("is also of an action without annualità, and of none that only void or rejected claims name", () => {
    const work = workFacts(
      { "4.6.3": [2022], "4.10.2": [2022] },
      linesOf(["4.10.2", 2022, "cancelled", "2022-03-01"]),
    );
    const found = impacts(
      seen(
        [
          aProcess(
            stoppedBy(
              "whole",
              { actions: ["4.1.1"], effect: "full" },
              { actions: ["4.10.2"], effect: "full" },
              { actions: ["4.6.3"], effect: "full", state: "rejected" },
            ),
          ),
        ],
        work,
      ),
    );

    expect([...found]).toEqual([[actionId("4.1.1"), { ...NOTHING, alone: [1] }]]);
  });
});

test("whatever the maps, completing an action alone raises what its impact says and nothing else", () => {
  fc.assert(
    fc.property(aMunicipality, ({ facts, work, day }) => {
      const processes = onDay({ facts, work }, asOf(day));
      const now = levelsOf(processes);
      for (const [action, { alone }] of impacts(processes)) {
        const then = ifCompleted(processes, [action], { withProposed: false });
        const risen = [...then].filter(([id, level]) => heightOf(level) > heightOf(now.get(id)!));
        expect(risen.map(([id]) => id)).toEqual(alone);
      }
    }),
    { numRuns: 500 },
  );
});

test("nothing ticked changes nothing, and everything completed with every claim confirmed gives the attainable levels", () => {
  fc.assert(
    fc.property(aMunicipality, ({ facts, work, day }) => {
      const processes = onDay({ facts, work }, asOf(day));
      const attainable = new Map(processes.map((process) => [process.id, process.attainable]));
      expect(ifCompleted(processes, [], { withProposed: false })).toEqual(levelsOf(processes));
      expect(ifCompleted(processes, impacts(processes).keys(), { withProposed: true })).toEqual(attainable);
    }),
    { numRuns: 500 },
  );
});
