import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { blockersByKind } from "#app/domain/level/blocker-figures.ts";
import { aMunicipality, linesOf, mapFacts, onDay, workFacts } from "#tests/support/process-examples.ts";

describe("the blockers by kind", () => {
  test("are open, reduced or removed, the kind with most first", () => {
    const whole = { extent: "whole", removability: "digital" } as const;
    const by = (effect: "full" | "partial") => ({ ...whole, claims: [{ actions: ["4.6.3"], effect }] });
    const facts = mapFacts([
      { code: "P-1", written: "no", blockers: [{ kind: "missing_online_form", ...whole }] },
      { code: "P-2", written: "no", blockers: [{ kind: "paper_archive", ...by("full") }] },
      { code: "P-3", written: "no", blockers: [{ kind: "paper_archive", ...by("partial") }] },
    ]);
    const work = workFacts({ "4.6.3": [2022] }, linesOf(["4.6.3", 2022, "completed", "2022-06-01"]));

    expect(blockersByKind(onDay({ facts, work }, asOfNow("2022-06-30")))).toEqual({
      rows: [
        { kind: "paper_archive", open: 0, reduced: 1, removed: 1, total: 2 },
        { kind: "missing_online_form", open: 1, reduced: 0, removed: 0, total: 1 },
      ],
      total: { open: 1, reduced: 1, removed: 1, total: 3 },
    });
  });

  test("add up to all the blockers, whatever has happened", () => {
    fc.assert(
      fc.property(aMunicipality, ({ day, ...municipality }) => {
        const processes = onDay(municipality, asOf(day));
        const { rows, total } = blockersByKind(processes);
        expect(total.total).toBe(processes.flatMap(({ blockers }) => blockers).length);
        for (const state of ["open", "reduced", "removed", "total"] as const)
          expect(rows.reduce((sum, row) => sum + row[state], 0)).toBe(total[state]);
        for (const row of rows) expect(row.open + row.reduced + row.removed).toBe(row.total);
      }),
    );
  });
});
