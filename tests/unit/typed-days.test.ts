import { describe, expect, test } from "vitest";
import { day, maybeDay } from "#app/pages/form/day-form.server.ts";

describe("a day that a person typed", () => {
  test.each([
    ["2022-12-31", "2022-12-31"],
    ["31/12/2022", "2022-12-31"],
    [" 1/2/2022 ", "2022-02-01"],
  ])("%j is %s: as a field for days sends it, and as the program writes it", (typed, kept) => {
    expect([day.parse(typed), maybeDay.parse(typed)]).toEqual([kept, kept]);
  });

  test.each(["31/02/2022", "12/31/2022", "31/12/22", "31-12-2022", "ieri", ""])("%j is none", (typed) => {
    expect(day.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
      "Scrivi un giorno che esiste, come 31/12/2022",
    ]);
  });

  test("of a year that nobody means is refused; one left out is none where it may be", () => {
    expect(day.safeParse("31/12/0202").error?.issues[0]?.message).toMatch(/^Controlla l’anno/);
    expect(maybeDay.parse("")).toBeNull();
  });
});
