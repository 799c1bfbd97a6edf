import { type Page, pageOf } from "#app/domain/page-of.ts";

/** The page of a list that an address asks for (`?pagina=2`); all of it (`?pagina=tutte`) where that is not too much. */
export function partAsked<Item>(
  request: Request,
  items: readonly Item[],
  sizes: { usual: number; whole: number },
): Page<Item> {
  const asked = new URL(request.url).searchParams.get("pagina") ?? "1";
  const isWhole = asked === "tutte" && items.length <= sizes.whole;
  return isWhole
    ? pageOf(items, 1, sizes.whole)
    : pageOf(items, Number.parseInt(asked, 10) || 1, sizes.usual);
}
