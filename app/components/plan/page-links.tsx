import { withQuery } from "#app/addresses.ts";
import { formatNumber } from "#app/format.ts";

/** The way through a list that does not fit one page; nothing where it does. */
export function PageLinks({
  path,
  query,
  of: { page, pages, first, last, total },
  things,
}: {
  path: string;
  query: Record<string, string | undefined>;
  of: { page: number; pages: number; first: number; last: number; total: number };
  things: string;
}) {
  if (pages === 1) return null;
  const to = (number: number) => `${withQuery(path, { ...query, pagina: number })}#azioni`;
  return (
    <nav className="pages" aria-label="Pagine">
      <p>
        {page > 1 && (
          <a className="noprint" href={to(page - 1)} rel="prev">
            ← Precedenti
          </a>
        )}{" "}
        <span>
          {things} da {formatNumber(first)} a {formatNumber(last)} su {formatNumber(total)}, pagina{" "}
          {formatNumber(page)} di {formatNumber(pages)}
        </span>{" "}
        {page < pages && (
          <a className="noprint" href={to(page + 1)} rel="next">
            Successive →
          </a>
        )}
      </p>
    </nav>
  );
}
