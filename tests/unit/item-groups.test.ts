import { expect, test } from "vitest";
import { itemGroups } from "#app/components/monitoring/item-groups.ts";

const anItem = (id: number, code: string, isLate: boolean) => ({
  id,
  isLate,
  group: { name: code, title: "", address: `/${code}` },
});

test("items stand under what they are of, late ones first, as does what holds them", () => {
  const items = [anItem(1, "a", false), anItem(2, "b", false), anItem(3, "b", true), anItem(4, "a", false)];

  expect(
    itemGroups(items).map(({ group, items, late }) => [group.name, items.map(({ id }) => id), late]),
  ).toEqual([
    ["b", [3, 2], 1],
    ["a", [1, 4], 0],
  ]);
});
