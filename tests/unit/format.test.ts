import { describe, expect, test } from "vitest";
import {
  capitalize,
  count,
  dayWith,
  formatDay,
  formatNumber,
  formatPercent,
  formatProgress,
  joinWords,
  momentWithArticle,
  numberWith,
  percentWith,
} from "#app/format.ts";

test("a day is written as an Italian writes it, whatever the zone of the machine", () => {
  expect(formatDay("2022-12-31")).toBe("31/12/2022");
  expect(formatDay("2021-05-04")).toBe("04/05/2021");
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1.000"],
  [7730, "7.730"],
  [1234567, "1.234.567"],
  [76.46, "76,5"],
  [1234.56, "1.234,6"],
])("%d is written %s", (number, written) => {
  expect(formatNumber(number)).toBe(written);
});

test.each([
  [76.46, "76,5%"],
  [76.5, "76,5%"],
  [100, "100%"],
  [0, "0%"],
  [66.666, "66,7%"],
])("%d in percent is %s", (percent, written) => {
  expect(formatPercent(percent)).toBe(written);
});

test.each([
  [1, "l’unico", "dell’unico"],
  [7, "i 7", "dei 7"],
  [8, "gli 8", "degli 8"],
  [11, "gli 11", "degli 11"],
  [18, "i 18", "dei 18"],
  [80, "gli 80", "degli 80"],
])("%d things are read with their article", (number, the, ofThe) => {
  expect([numberWith("i", number), numberWith("dei", number)]).toEqual([the, ofThe]);
});

describe("a progress", () => {
  test("is its points over its weights", () => {
    expect(formatProgress({ points: 153, weight: 2, over: 2 })).toBe("76,5%");
    expect(formatProgress({ points: 0, weight: 3, over: 3 })).toBe("0%");
  });

  test("is not measurable, rather than none, where there is nothing to measure", () => {
    expect(formatProgress({ points: 0, weight: 0, over: 0 })).toBe("non misurabile");
  });
});

describe("a moment is what the clock on the wall in Rome showed", () => {
  test.each([
    ["2023-09-13T07:41:00Z", "13/09/2023 alle 9:41", "two hours ahead in summer"],
    ["2023-12-13T08:41:00Z", "13/12/2023 alle 9:41", "one hour ahead in winter"],
    ["2022-12-31T23:30:00Z", "01/01/2023 alle 0:30", "already the next year"],
    ["2022-06-30T22:00:00.000Z", "01/07/2022 alle 0:00", "at midnight"],
    ["2023-03-26T00:59:00Z", "26/03/2023 alle 1:59", "the minute before the clocks go forward"],
    ["2023-03-26T01:00:00Z", "26/03/2023 alle 3:00", "the minute after"],
    ["2023-10-29T00:59:00Z", "29/10/2023 alle 2:59", "the minute before they go back"],
    ["2023-10-29T01:00:00Z", "29/10/2023 alle 2:00", "the minute after"],
    ["2023-09-13T18:05:59Z", "13/09/2023 alle 20:05", "in the evening"],
  ])("%s is %s: %s", (moment, written) => {
    expect(momentWithArticle(moment)).toBe(`il ${written}`);
  });
});

test("words are joined by commas, the last by «e»", () => {
  expect(joinWords([])).toBe("");
  expect(joinWords(["a"])).toBe("a");
  expect(joinWords(["a", "b"])).toBe("a e b");
  expect(joinWords(["a", "b", "c"])).toBe("a, b e c");
});

test("a number agrees with its word", () => {
  expect(count(1, "azione", "azioni")).toBe("1 azione");
  expect(count(0, "azione", "azioni")).toBe("0 azioni");
  expect(count(7730, "riga", "righe")).toBe("7.730 righe");
});

test("a sentence begins with a capital", () => {
  expect(capitalize("vero")).toBe("Vero");
  expect(capitalize("è vero")).toBe("È vero");
  expect(capitalize("")).toBe("");
});

test("a day and a percent take the article that they are read with", () => {
  expect(dayWith("dal", "2023-09-12")).toBe("dal 12/09/2023");
  expect(dayWith("dal", "2023-09-08")).toBe("dall’08/09/2023");
  expect(dayWith("il", "2022-10-11")).toBe("l’11/10/2022");
  expect(dayWith("del", "2022-10-01")).toBe("del 01/10/2022");
  expect(percentWith("al", 80)).toBe("all’80%");
  expect(percentWith("dal", 75)).toBe("dal 75%");
  expect(percentWith("dal", 1)).toBe("dall’1%");
  expect(percentWith("al", 0)).toBe("allo 0%");
  expect(percentWith("al", 82.5)).toBe("all’82,5%");
  expect(momentWithArticle("2022-10-11T09:20:00Z")).toBe("l’11/10/2022 alle 11:20");
});
