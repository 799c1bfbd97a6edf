import { expect, test } from "vitest";
import { undoneBy } from "#app/domain/triennium/draft-removal.ts";

const own = { source_id: 7, target_year: 2027 };

test("with a choice taken back its year goes, and the action where it has no other", () => {
  expect(undoneBy(7, 2027, { years: [2027, 2028], carriedInto: [own] })).toBe("year");
  expect(undoneBy(7, 2027, { years: [2027], carriedInto: [own] })).toBe("action");
});

test("nothing goes where something else is carried over into the same year", () => {
  const other = { source_id: 8, target_year: 2027 };

  expect(undoneBy(7, 2027, { years: [2027], carriedInto: [own, other] })).toBe("nothing");
  expect(
    undoneBy(7, 2027, { years: [2027, 2028], carriedInto: [own, { ...other, target_year: 2028 }] }),
  ).toBe("year");
});

test("nothing goes where the draft has that year no longer", () => {
  expect(undoneBy(7, 2027, { years: [2028], carriedInto: [own] })).toBe("nothing");
});
