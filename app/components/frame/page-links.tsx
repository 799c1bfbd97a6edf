import { withQuery } from "#app/addresses.ts";
import { formatNumber } from "#app/format.ts";

export type ShownPart = { page: number; pages: number; first: number; last: number; total: number };

type PageLinksProps = {
  path: string;
  query: Record<string, string | undefined>;
  of: ShownPart;
  things: string;
  /** Where the list stands in its page. */
  anchor: string;
  /** What the link to the whole list says: its words agree with the things. */
  whole: string;
  /** How many fit one page, and how many of a list that is asked for whole (`?pagina=tutte`). */
  sizes: { usual: number; whole: number };
};

/** The way through a list that does not fit one page; nothing where it does. */
export function PageLinks({ path, query, of, things, anchor, whole, sizes }: PageLinksProps) {
  const { page, pages, total } = of;
  if (total <= sizes.usual) return null;
  const to = (asked: number | string) => `${withQuery(path, { ...query, pagina: asked })}#${anchor}`;
  return (
    <nav className="pages" aria-label="Pagine">
      <p>
        {page > 1 && (
          <a className="noprint" href={to(page - 1)} rel="prev">
            ← Precedenti
          </a>
        )}{" "}
        <span>
          {things} {partWords(of)}, pagina {formatNumber(page)} di {formatNumber(pages)}
        </span>{" "}
        {page < pages && (
          <a className="noprint" href={to(page + 1)} rel="next">
            Successive →
          </a>
        )}
      </p>
      <p className="noprint">
        {pages === 1 ? (
          <a href={to(1)}>Dividi in pagine da {sizes.usual}</a>
        ) : total <= sizes.whole ? (
          <a href={to("tutte")}>{whole}</a>
        ) : (
          `Si stampa la pagina che si vede. Fino a ${formatNumber(sizes.whole)} si possono stampare insieme: restringi con i filtri.`
        )}
      </p>
    </nav>
  );
}

/** On paper, before a list that is printed in part: which part it is. */
export function PrintedPart({ of, things }: { of: ShownPart; things: string }) {
  if (of.pages === 1) return null;
  return (
    <p className="only-print">
      <b>
        Questa stampa è una parte: {things} {partWords(of)}.
      </b>
    </p>
  );
}

function partWords({ first, last, total }: ShownPart): string {
  return `da ${formatNumber(first)} a ${formatNumber(last)} su ${formatNumber(total)}`;
}
