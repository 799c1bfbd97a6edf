import { describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { isToUpdate, missedRhythm, nearestDue } from "#app/domain/objective/nearest-due.ts";
import type { MeasuredStep } from "#app/domain/objective/objective-progress.ts";
import { measureOf } from "#app/domain/objective/step-measures.ts";
import { readTerms } from "#app/domain/objective/terms.ts";
import { whyLine } from "#app/objective-why.ts";

const at = asOfNow("2026-10-15");

function aStep(
  id: number,
  planned: string,
  reported: string[] = [],
  progress: number | null = 100,
): MeasuredStep {
  const fact = { evidence: null, replaces_id: null, is_withdrawal: 0, occurrences: null } as const;
  return {
    id,
    weight: 1,
    measure: measureOf(readTerms(planned).terms, { firstYear: 2026, lastYear: 2026 }),
    reports: reported.map((effective_on, index) => ({
      ...{ id: index, objective_step_id: id, effective_on, text: "fatto", progress },
      ...{ covers_from_on: null, covers_until_on: null, ...fact },
    })),
  };
}

describe("of an objective comes first", () => {
  test("the step that has been late for longest, then the one that is due soonest", () => {
    const [late, soon, far] = [
      aStep(1, "Entro il 30/6."),
      aStep(2, "Entro il 31/10."),
      aStep(3, "Entro il 31/12."),
    ];

    expect(nearestDue([far, soon, late], at)).toMatchObject({
      step: late,
      dueOn: "2026-06-30",
      standing: "late",
    });
    expect(nearestDue([far, soon], at)).toMatchObject({
      step: soon,
      dueOn: "2026-10-31",
      standing: "in-time",
    });
  });

  test("of several periods the first that nobody reported on", () => {
    const monthly = aStep(1, "Mensile.", ["2026-01-10", "2026-02-10", "2026-04-10"]);

    expect(nearestDue([monthly], at)).toMatchObject({ dueOn: "2026-03-31", standing: "late" });
  });

  test("never what goes by days or weeks, which is told together", () => {
    const [daily, weekly, due] = [
      aStep(1, "Giornaliera."),
      aStep(2, "Settimanale."),
      aStep(3, "Entro il 31/12."),
    ];

    expect(nearestDue([daily, weekly, due], at)).toMatchObject({ step: due, dueOn: "2026-12-31" });
    expect(nearestDue([daily, weekly], at)).toBeUndefined();
    expect(missedRhythm([daily, weekly, due], at)).toEqual({ steps: 2, days: 287, weeks: 41 });
    expect(missedRhythm([due, aStep(4, "Mensile.")], at)).toBeUndefined();
  });

  test("nothing that is done, nor what happens on request; a part of it is not done", () => {
    const done = aStep(1, "Entro il 30/6.", ["2026-06-01"]);
    const half = aStep(2, "Entro il 30/9.", ["2026-06-01"], 50);

    expect(nearestDue([done, aStep(3, "Su richiesta.")], at)).toBeUndefined();
    expect(nearestDue([done, half], at)).toMatchObject({ step: half, standing: "late" });
  });
});

test("a step is to be updated when it is late or due within a month", () => {
  const dueOn = (day: string) => nearestDue([aStep(1, `Entro il ${day}.`)], at);

  expect(isToUpdate(dueOn("30/6"), at)).toBe(true);
  expect(isToUpdate(dueOn("14/11"), at)).toBe(true);
  expect(isToUpdate(dueOn("15/11"), at)).toBe(false);
  expect(isToUpdate(undefined, at)).toBe(false);
});

describe("why an objective is where it is, in one line", () => {
  const progressOf = (addends: object[]) =>
    ({ first_year: 2024, last_year: 2024, steps: [], links: [], progress: { addends } }) as never;
  const step = (parts: number, of: number, weight = 1) => ({
    ...{ kind: "step", id: 1 },
    ...{ weight, done: { parts, of } },
  });
  const year = (id: number, parts: number, weight = 1) => ({
    ...{ kind: "action-year", id },
    ...{ weight, done: { parts, of: 100 } },
  });
  const names = new Map([1, 2, 3].map((id) => [id, { code: `4.4.${id}`, year: 2024 }]));

  test("is its points together and its annualità by name", () => {
    expect(whyLine(progressOf([step(1, 4), step(100, 100), year(1, 60)]), names)).toBe(
      "2 punti: 1,25 su 2; 4.4.1 del 2024: 60%",
    );
  });

  test("counts annualità where they are many", () => {
    expect(whyLine(progressOf([year(1, 60), year(2, 0), year(3, 100)]), names)).toBe("3 annualità: 1,6 su 3");
  });

  test("counts the weights, and leaves out what weighs nothing", () => {
    const unequal = progressOf([step(100, 100, 3), step(0, 100), step(100, 100, 0), year(1, 60, 2)]);

    expect(whyLine(unequal, names)).toBe("2 punti: 3 su 4, contando i pesi; 4.4.1 del 2024: 60% (peso 2)");
    expect(whyLine(progressOf([year(1, 60, 2), year(2, 0, 2), year(3, 100)]), names)).toBe(
      "3 annualità: 2,2 su 5, contando i pesi",
    );
    expect(whyLine(progressOf([step(100, 100, 0)]), names)).toBe("Ciò che si misura pesa 0.");
  });

  test("says why it cannot be measured", () => {
    expect(whyLine(progressOf([]), names)).toBe("Non ha né punti né azioni collegate.");
  });
});
