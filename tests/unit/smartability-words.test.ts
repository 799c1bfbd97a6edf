import { describe, expect, test } from "vitest";
import { findingSubtitle, findingTitle } from "#app/components/work-process/finding-words.tsx";
import { risingWords } from "#app/components/work-process/processes-line.tsx";

const FINDING = {
  ...({ kind: "can-rise", yes: 401, attainable: 416, total: 641 } as const),
  ...{ rising: 52, toYes: 15, toInPart: 37, byConfirmed: 14, ifConfirmed: 38 },
  ...{ awaitingConfirmation: 28, awaitingLate: 23, awaitingOther: 1 },
};

describe("the chart of levels", () => {
  test("says in its title to what the processes rise and by which claims", () => {
    expect(findingTitle(FINDING)).toBe(
      "Si può ancora alzare il livello di 52 processi: 15 a SI (da 401 a 416) e 37 da NO a IN PARTE; 14 secondo sblocchi confermati, 38 solo se il RTD conferma quelli proposti",
    );
  });

  test("names one ground where there is only one", () => {
    const one = { ...FINDING, attainable: 402, rising: 1, toYes: 1, toInPart: 0 };

    expect(findingTitle({ ...one, byConfirmed: 1, ifConfirmed: 0 })).toBe(
      "Si può ancora alzare il livello di 1 processo: 1 a SI (da 401 a 402); secondo sblocchi confermati",
    );
    expect(findingTitle({ ...one, byConfirmed: 0, ifConfirmed: 1 })).toMatch(
      /; solo se il RTD conferma gli sblocchi proposti$/,
    );
  });

  test("says under it what each waits for", () => {
    expect(findingSubtitle(FINDING)).toBe(
      "Processi per livello, su 641. Dei 52, possono salire 28 appena si confermano sblocchi le cui azioni sono già completate, 23 solo se si completano annualità in ritardo e 1 anche senza recuperare ritardi.",
    );
    expect(
      findingSubtitle({ ...FINDING, awaitingConfirmation: 0, awaitingLate: 52, awaitingOther: 0 }),
    ).toMatch(/su 641\. Possono salire solo se si completano annualità in ritardo\.$/);
  });
});

describe("the desk of who reads", () => {
  test.each([
    [{ rising: 52, toYes: 52, ifConfirmed: 0 }, "52, tutti fino a SI."],
    [
      { rising: 8, toYes: 1, ifConfirmed: 3 },
      "8: 1 fino a SI; 3 degli 8 solo se il RTD conferma sblocchi proposti.",
    ],
    [
      { rising: 2, toYes: 0, ifConfirmed: 2 },
      "2, da NO a IN PARTE; solo se il RTD conferma sblocchi proposti.",
    ],
    [{ rising: 1, toYes: 1, ifConfirmed: 1 }, "uno, fino a SI; solo se il RTD conferma sblocchi proposti."],
  ])("says of %o how many the plan may raise", (figures, words) => {
    expect(risingWords(figures)).toBe(`Degli altri, il piano può ancora alzarne ${words}`);
  });
});
