import { planActionAddress } from "#app/addresses.ts";

/** The actions before and after one, in the order of the plan. */
export function Neighbours({
  plan,
  al,
  previous,
  next,
}: {
  plan: string;
  al?: string;
  previous?: string;
  next?: string;
}) {
  return (
    <nav className="neighbours" aria-label="Altre azioni del piano">
      {previous ? (
        <a href={planActionAddress(plan, previous, al)} rel="prev">
          ← Precedente: {previous}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a href={planActionAddress(plan, next, al)} rel="next">
          Successiva: {next} →
        </a>
      )}
    </nav>
  );
}
