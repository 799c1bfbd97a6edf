import { describe, expect, test } from "vitest";
import { findingSubtitle, findingTitle } from "#app/components/smartability/finding-words.tsx";
import { notAwaitedWords, unknownWords } from "#app/components/smartability/not-supposed.tsx";
import { risingWords } from "#app/components/work-process/processes-line.tsx";
import { claimsWords } from "#app/components/unblock-claim/claim-filters.tsx";
import { narrowedWords } from "#app/components/work-process/process-counts.tsx";
import { yearWords } from "#app/components/work-process/process-table.tsx";
import { risesWords, supposedTitle } from "#app/components/smartability/supposition-words.ts";

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

test("claims are counted by state, those of no state left out", () => {
  expect(claimsWords({ proposed: 76, confirmed: 14, contested: 1, rejected: 0, void: 2 })).toBe(
    "93 sblocchi: 76 proposti, 14 confermati, 1 contestato e 2 decaduti",
  );
  expect(claimsWords({ proposed: 0, confirmed: 0, contested: 0, rejected: 0, void: 0 })).toBe(
    "nessuno sblocco",
  );
});

describe("a supposition", () => {
  const [A, B] = [
    { plan: "2021-2023", code: "4.6.3" },
    { plan: "2021-2023", code: "4.10.3" },
  ];
  const LATER = { plan: "2024-2026", code: "4.4.1" };

  test("names its actions as one says them", () => {
    expect(supposedTitle([A])).toBe("Se fosse completata la 4.6.3 del piano 2021-2023");
    expect(supposedTitle([A, B])).toBe("Se fossero completate la 4.6.3 e la 4.10.3 del piano 2021-2023");
    expect(supposedTitle([A, LATER])).toBe(
      "Se fossero completate la 4.6.3 del piano 2021-2023 e la 4.4.1 del piano 2024-2026",
    );
  });

  test.each([
    [
      { confirmed: 11, proposed: 36, again: 0, anyway: 28 },
      "salirebbero altri 36 processi, 28 dei quali per la sola conferma",
    ],
    [
      { confirmed: 11, proposed: 1, again: 0, anyway: 1 },
      "salirebbe un altro processo, per la sola conferma",
    ],
    [
      { confirmed: 11, proposed: 3, again: 1, anyway: 0 },
      "salirebbero altri 2 processi e uno dei primi salirebbe ancora",
    ],
    [{ confirmed: 11, proposed: 2, again: 2, anyway: 0 }, "2 dei primi salirebbero ancora"],
    [{ confirmed: 11, proposed: 0, again: 0, anyway: 0 }, "non ne salirebbero altri"],
    [{ confirmed: 0, proposed: 28, again: 0, anyway: 28 }, "ne salirebbero 28, tutti per la sola conferma"],
    [{ confirmed: 0, proposed: 0, again: 0, anyway: 0 }, "nemmeno"],
  ])("says of %o what proposed claims add", (counts, words) => {
    expect(risesWords(counts).further).toBe(`confermando anche quelli proposti, ${words}`);
  });

  test("says what it does not count: what no claim waits for, and what is unknown", () => {
    expect(notAwaitedWords([{ plan: "2024-2026", code: "4.10.3" }])).toBe(
      "Nessuno sblocco aspetta la 4.10.3 del piano 2024-2026: nella supposizione non conta.",
    );
    expect(unknownWords(["pippo"])).toMatch(/^Non si riconosce «pippo»: /);
    expect(unknownWords(["a", "b", "c", "d", "e", "f", "g"])).toContain("«d», «e» e altri 2: ");
  });
});

describe("the list of processes", () => {
  test.each([
    [{}, ""],
    [{ al: "2022-12-31", livello: "no" }, ""],
    [{ catalogo: "000", al: undefined }, ", con questi filtri"],
    [{ catalogo: "000", figura: "mai" }, ", con gli altri filtri"],
  ])("says in the titles of its counts what %o narrows them to", (query, words) => {
    expect(narrowedWords(query)).toBe(words);
  });

  test("calls suspended an annualità that is late because it is", () => {
    expect(yearWords({ situation: "late", status: "suspended", progress: 20 })).toBe(
      "in ritardo, sospesa al 20%",
    );
    expect(yearWords({ situation: "late", status: "in-progress", progress: 80 })).toBe("in ritardo");
    expect(yearWords({ situation: "suspended", status: "suspended", progress: 0 })).toBe("sospesa allo 0%");
  });
});
