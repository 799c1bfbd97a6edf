import { expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import { mapFacts, onDay, workFacts, type WrittenBlocker } from "#tests/support/process-examples.ts";

test("each process below SI is counted once, in the first figure that fits, and esterno is apart", () => {
  const paper: WrittenBlocker = { kind: "paper_archive", extent: "whole", removability: "digital" };
  const law: WrittenBlocker = {
    kind: "physical_site_inspection",
    extent: "part",
    removability: "structural",
  };
  const full = { ...paper, claims: [{ actions: ["4.6.3"], effect: "full" as const }] };
  const lighter = {
    ...paper,
    extent: "part" as const,
    claims: [{ actions: ["4.6.3"], effect: "partial" as const }],
  };
  const facts = mapFacts([
    { code: "SI", written: "yes" },
    { code: "esterno", written: "outsourced" },
    { code: "sbloccabile", written: "no", blockers: [full] },
    { code: "sbloccabile, poi mai", written: "no", blockers: [full, law] },
    { code: "mai", written: "partial", blockers: [law, lighter] },
    { code: "alleggerito", written: "partial", blockers: [lighter] },
    { code: "senza azione", written: "no", blockers: [paper] },
  ]);
  const processes = onDay({ facts, work: workFacts({ "4.6.3": [2022] }) }, asOfNow("2021-12-31"));

  expect(figuresOf(processes)).toEqual({
    levels: { yes: 1, "in-part": 2, no: 3, outsourced: 1 },
    attainable: { yes: 2, "in-part": 3, no: 1, outsourced: 1 },
    below: 5,
    figures: { unlockable: 2, never: 1, lightened: 1, "without-action": 1 },
  });
});
