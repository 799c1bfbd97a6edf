import { withQuery } from "#app/addresses.ts";
import { usePastDay } from "./past-day.ts";

/** Where the page is: a link for each place above it, then its own name. */
export function Crumbs({ above = [], here }: { above?: { address: string; name: string }[]; here: string }) {
  const al = usePastDay();
  return (
    <nav className="crumbs" aria-label="Percorso">
      <ol>
        {[{ address: withQuery("/", { al }), name: "Rotta" }, ...above].map(({ address, name }) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
