import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import type { Addend, ObjectiveProgress } from "#app/domain/objective/objective-progress.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import {
  divisionWords,
  doneWords,
  expectedWords,
  numberWords,
  otherYearSentence,
  progressSentence,
  shareWords,
  sumWords,
  whyNotMeasurable,
} from "#app/objective-sentences.ts";
import { sentenceText } from "#app/sentence-parts.ts";

const TODAY = asOfNow("2024-06-30");

function anAddend(done: number, of = 100, expected = 0, weight = 1): Addend {
  return { kind: "step", id: 1, weight, done: { parts: done, of }, expected: { parts: expected, of } };
}

function progressOf(percents: { percent: number | null; expectedPercent: number | null }, addends: Addend[]) {
  const sum = (of: "done" | "expected") =>
    addends.reduce((total, one) => total + one.weight * (one[of].parts / one[of].of), 0);
  return {
    ...percents,
    addends,
    weight: addends.reduce((total, one) => total + one.weight, 0),
    done: sum("done"),
    expected: sum("expected"),
  } satisfies ObjectiveProgress;
}

const SIXTY = progressOf({ percent: 60, expectedPercent: 100 }, [
  anAddend(100, 100, 100),
  anAddend(80, 100, 100),
  anAddend(0, 100, 100),
]);
const NOTHING = progressOf({ percent: null, expectedPercent: null }, []);

describe("a share", () => {
  test("is a part of a whole, as an Italian writes it", () => {
    expect(shareWords(1.8, 3)).toBe("1,8 su 3");
    expect(shareWords(2 / 3, 1)).toBe("0,67 su 1");
  });

  test("never says nothing of something, nor a whole of less", () => {
    expect(numberWords(1 / 366)).toBe("0,0027");
    expect(numberWords(2.998)).toBe("2,998");
    expect(numberWords(3)).toBe("3");
  });
});

describe("progress", () => {
  test("is never a percentage without its numerator and denominator (R5)", () => {
    expect(doneWords(SIXTY)).toEqual({ percent: "60%", share: "1,8 su 3" });
    expect(expectedWords(SIXTY)).toEqual({ percent: "100%", share: "3 su 3" });
  });

  test("of one step with periods is said in them: a month reported by 31 January is 1 of 12, and 1 was expected", () => {
    const january = progressOf({ percent: 8, expectedPercent: 8 }, [anAddend(1, 12, 1)]);

    expect(doneWords(january)!.share).toBe("1 su 12");
    expect(sentenceText(progressSentence(january, asOf("2024-01-31")))).toBe(
      "È all’8%: 1 su 12. Al 31/01/2024 era atteso all’8% (1 su 12): come atteso.",
    );
  });

  test("says that weights are counted where they are not all 1", () => {
    const weighed = progressOf({ percent: 67, expectedPercent: 0 }, [anAddend(100, 100, 0, 2), anAddend(0)]);

    expect(doneWords(weighed)!.share).toBe("2 su 3, contando i pesi");
  });

  test("is told against what is expected by the day", () => {
    expect(sentenceText(progressSentence(SIXTY, TODAY))).toBe(
      "È al 60%: 1,8 su 3. Al 30/06/2024 è atteso al 100% (3 su 3): sotto l’atteso.",
    );
    const ahead = progressOf({ percent: 100, expectedPercent: 0 }, [anAddend(100)]);
    expect(sentenceText(progressSentence(ahead, TODAY))).toMatch(/\(0 su 1\): oltre l’atteso\.$/);
  });

  test("is compared as it is shown: one percentage is never under itself", () => {
    const nearly = progressOf({ percent: 7, expectedPercent: 7 }, [anAddend(68, 1000, 72)]);

    expect(sentenceText(progressSentence(nearly, TODAY))).toBe(
      "È al 7%: 68 su 1.000. Al 30/06/2024 è atteso al 7% (72 su 1.000): come atteso.",
    );
  });

  test("is told as a division, with what it is shown as where that is rounded", () => {
    const rounded = progressOf({ percent: 67, expectedPercent: 0 }, [
      anAddend(100),
      anAddend(100),
      anAddend(0),
    ]);

    expect(divisionWords(rounded)).toBe("2 diviso 3 fa 66,67%, mostrato come 67%");
    expect(divisionWords(SIXTY)).toBe("1,8 diviso 3 fa 60%");
  });

  test("is told in columns that add up as they are written", () => {
    expect(sumWords([2 / 3, 2 / 3, 2 / 3])).toEqual({ parts: ["0,67", "0,67", "0,66"], total: "2" });
  });

  test("of which nothing can be measured is no 0%", () => {
    expect(doneWords(NOTHING)).toBeNull();
    expect(sentenceText(progressSentence(NOTHING, TODAY))).toBe("Non misurabile.");
  });
});

describe("why nothing can be measured", () => {
  const objective = {
    ...{ first_year: 2021, last_year: 2023, steps: [] as unknown[], links: [] as unknown[] },
    progress: { addends: [] as unknown[] },
  };

  test("is not for want of something to measure where all of that weighs 0", () => {
    const weighsNothing = { ...objective, steps: [1, 2], progress: { addends: [1] } };

    expect(whyNotMeasurable(weighsNothing)).toBe("Ciò che si misura pesa 0.");
  });

  test("is said for points and for actions", () => {
    expect(whyNotMeasurable(objective)).toBe("Non ha né punti né azioni collegate.");
    expect(whyNotMeasurable({ ...objective, steps: [1, 2] })).toBe(
      "Nessuno dei suoi 2 punti ha un termine che si misuri, e non ha azioni collegate.",
    );
    expect(whyNotMeasurable({ ...objective, links: [1] })).toBe(
      "Non ha punti, e nessuna annualità collegata è del 2021–2023 e resta nel piano.",
    );
  });
});

describe("the year that nobody asked for", () => {
  test("is said, and whose objectives it is the last of", () => {
    expect(otherYearSentence(2026, 2024, "all")).toBe(
      "Nel 2026 non ci sono obiettivi: qui si vede il 2024, l’ultimo che ne ha.",
    );
    expect(otherYearSentence(2026, 2021, "own")).toBe(
      "Nel 2026 i tuoi uffici non hanno obiettivi: qui si vede il 2021, l’ultimo in cui ne hanno.",
    );
    expect(otherYearSentence(2019, 2021, "office")).toBe(
      "Nel 2019 l’ufficio scelto non ha obiettivi: qui si vede il 2021, il primo in cui ne ha.",
    );
  });
});

describe("a point", () => {
  test("is called by its number, with the code of its document where that says more", () => {
    expect(stepName({ code_as_written: "1.10", ordinal: 8 })).toBe("8 (1.10)");
    expect(stepName({ code_as_written: "a", ordinal: 8 })).toBe("8 (a)");
    expect(stepName({ code_as_written: "8", ordinal: 8 })).toBe("8");
    expect(stepName({ code_as_written: null, ordinal: 8 })).toBe("8");
  });
});
