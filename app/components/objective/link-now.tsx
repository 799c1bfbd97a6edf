import type { Day } from "#app/domain/days.ts";
import { dayWith, formatWeight, quotedLast } from "#app/format.ts";

export type LinkFacts = {
  plan: string;
  action: string;
  title: string;
  year: number | null;
  rationale: string;
  weight: number;
  since: Day;
};

/** A link as it stands: to what, since when, why, and how much it counts. */
export function LinkNow({
  link: { plan, action, title, year, rationale, weight, since },
}: {
  link: LinkFacts;
}) {
  return (
    <p>
      Collegato {dayWith("dal", since)}{" "}
      {year === null ? "a tutta l’azione" : `all’annualità ${year} dell’azione`}{" "}
      <b>
        {action} {title}
      </b>{" "}
      (piano {plan}), con peso {formatWeight(weight)}: {quotedLast(rationale)}
    </p>
  );
}
