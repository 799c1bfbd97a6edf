import { carryOverAddress, planActionAddress } from "#app/addresses.ts";
import type { Target } from "#app/domain/plan/plan-at.ts";

/** What of an annualità comes from another plan or goes on in one. */
export type YearLineage = {
  year: number;
  target: Target | null;
  origins: { plan: string; code: string; year: number }[];
  /** Where a draft is to take it, if that was chosen. */
  chosen: { plan: string; year: number } | null;
  mayCarryOver: boolean;
};

/** In the box of a year: where it comes from, where it goes on, and how to carry it over for who may. */
export function YearCarrying({
  plan,
  code,
  carrying,
}: {
  plan: string;
  code: string;
  carrying: YearLineage | undefined;
}) {
  if (!carrying) return null;
  const { year, target, origins, chosen, mayCarryOver } = carrying;
  return (
    <>
      {origins.map((origin) => (
        <p key={`${origin.plan} ${origin.year}`}>
          Viene dal{" "}
          <a href={yearAddress(origin)}>
            {origin.year} del piano {origin.plan}
          </a>
          {origin.code !== code && <>, azione {origin.code}</>}
        </p>
      ))}
      {target && (
        <p>
          <a href={yearAddress(target)}>
            Vai al {target.year} del piano {target.plan}
          </a>
        </p>
      )}
      {chosen && (
        <p>
          Scelta per il {chosen.year} della bozza {chosen.plan}: cambia stato quando il piano è adottato.
        </p>
      )}
      {mayCarryOver && (
        <p>
          <a href={carryOverAddress(plan, code, year)}>
            {chosen ? "Cambia il riporto" : "Riporta nel piano successivo"}
            <span className="sr"> del {year}</span>
          </a>
        </p>
      )}
    </>
  );
}

function yearAddress({ plan, code, year }: { plan: string; code: string; year: number }): string {
  return `${planActionAddress(plan, code)}#anno-${year}`;
}
