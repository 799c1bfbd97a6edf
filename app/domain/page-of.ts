/** Part of a long list. `pages` is at least 1; `first` and `last` are the positions of its items, from 1. */
export type Page<Item> = {
  items: Item[];
  page: number;
  pages: number;
  first: number;
  last: number;
  total: number;
};

/** The asked page of a list, or the nearest there is; `asked` is counted from 1. */
export function pageOf<Item>(items: readonly Item[], asked: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  const from = (page - 1) * size;
  const shown = items.slice(from, from + size);
  return { items: shown, page, pages, first: from + 1, last: from + shown.length, total: items.length };
}
