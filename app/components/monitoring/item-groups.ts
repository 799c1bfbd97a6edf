import { groupBy } from "#app/domain/grouping.ts";
import type { ToldItem } from "./item-words.tsx";

export type ItemGroup<Item> = { group: ToldItem["group"]; items: Item[]; late: number };

/** Items under their action or objective; what is late comes first, and what holds something late before the rest. */
export function itemGroups<Item extends Pick<ToldItem, "group" | "isLate">>(
  items: readonly Item[],
): ItemGroup<Item>[] {
  const groups = [...groupBy(items, ({ group }) => group.address).values()].map((own) => ({
    group: own[0]!.group,
    items: lateFirst(own, ({ isLate }) => isLate),
    late: own.filter(({ isLate }) => isLate).length,
  }));
  return lateFirst(groups, ({ late }) => late > 0);
}

function lateFirst<One>(ones: readonly One[], isLate: (one: One) => boolean): One[] {
  return [...ones].sort((a, b) => Number(isLate(b)) - Number(isLate(a)));
}
