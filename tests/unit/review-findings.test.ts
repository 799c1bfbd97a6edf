import { describe, expect, test } from "vitest";
import { compareReviews, type ReviewedYear } from "#app/domain/review/comparison.ts";
import { keyOf } from "#app/domain/review/decisions.ts";
import { tally } from "#app/domain/plan/yearly-progress.ts";
import { cellNote, findingSentence, suggestionSentence } from "#app/review-sentences.ts";

function aYear(key: string, varied: Partial<ReviewedYear> = {}): ReviewedYear {
  return { key, situation: "in-progress", progress: 0, weight: 1, ...varied };
}

describe("what the figures say", () => {
  /* 40 and 20 of two, then 40 of one that is left: from 30 % to 60 %: 10 points struck off, 20 worked. */
  test("parts the points of a percentage, which add up as they are written", () => {
    const comparison = compareReviews(
      [aYear("a", { progress: 40 }), aYear("b", { progress: 20 })],
      [
        aYear("a", { progress: 60, situation: "completed-declared" }),
        aYear("b", { progress: 20, situation: "cancelled" }),
      ],
    );

    expect(findingSentence({ kind: "compared", before: "2022-06-30", comparison })).toEqual({
      sentence:
        "Rispetto al 30/06/2022 l’avanzamento è passato dal 30% al 60%: 20 punti in più per il lavoro fatto, 10 punti in più per 1 annualità eliminata o rinviata",
      grounds:
        "Dal 30/06/2022 è stata completata 1 annualità, 0 con prova. Allora 60 punti su 200, media su 2 annualità; ora 60 punti su 100, media su 1 annualità",
    });
  });

  test("says numerator and denominator of a year, and of its progress", () => {
    const counted = [
      { year: 2022, situation: "completed-proven" as const, progress: 100, weight: 1 },
      { year: 2022, situation: "late" as const, progress: 50, weight: 1 },
      { year: 2022, situation: "cancelled" as const, progress: 0, weight: 1 },
    ];

    expect(findingSentence({ kind: "year", row: { year: 2022, adopted: 2, ...tally(counted) } })).toEqual({
      sentence: "Nel 2022 è completata 1 annualità su 3, 1 con prova; 1 è in ritardo",
      grounds:
        "Adottate per il 2022: 2; delle 3, 1 annullata; avanzamento 75%: 150 punti su 200, media su 2 annualità, senza ripianificate e annullate",
    });
  });
});

test("a suggestion is what is asked, and what it follows from", () => {
  const late = {
    kind: "late",
    code: "4.2.1",
    title: "Personale",
    years: [2021, 2022],
    dueOn: "2021-12-31",
    progress: 0,
  } as const;

  expect(keyOf({ ...late, years: [...late.years] })).toBe("ritardo:4.2.1");
  expect(suggestionSentence({ ...late, years: [...late.years] })).toEqual({
    text: "Sostenere, ripianificare o annullare l’azione 4.2.1, «Personale»",
    from: "4.2.1 in ritardo: 2021 e 2022, la prima scaduta il 31/12/2021 e ferma allo 0%",
  });
});

test("the note of a cell says where an annualità went, where it comes from, and a due day of its own", () => {
  const target = { plan: "2024-2026", code: "4.3.6", year: 2024, beyondPlan: false, inNextPlan: true };
  const cell = { situation: "late" as const, year: 2022, target: null, origins: [2021], dueOn: "2022-06-30" };

  expect(cellNote(cell)).toBe("viene dal 2021, termine 30/06/2022");
  expect(cellNote({ ...cell, situation: "rescheduled", target, origins: [] })).toBe(
    "rinviata al 2024, piano 2024-2026",
  );
  expect(cellNote({ ...cell, situation: "completed-proven", origins: [] })).toBe("");
});
