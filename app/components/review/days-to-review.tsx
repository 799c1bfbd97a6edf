import { withQuery } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { dayWith, formatDay } from "#app/format.ts";

export type PlanDays = { code: string; days: Day[]; next: Day | null };

/** How many of the days that were skipped are offered: the latest. */
const OFFERED = 4;

/** The days on which a plan is usually reviewed and is not yet, each a form begun; and the next one to come. */
export function DaysToReview({ plans }: { plans: PlanDays[] }) {
  return (
    <ul className="list">
      {plans.map(({ code, days, next }) => (
        <li key={code}>
          Piano {code}: {days.length === 0 && !next && "tutte le fotografie di metà e di fine anno ci sono."}
          {days.slice(-OFFERED).map((day, index) => (
            <span key={day}>
              {index > 0 && ", "}
              <a href={withQuery("/fotografie/nuova", { piano: code, al: day })}>{formatDay(day)}</a>
            </span>
          ))}
          {days.length > 0 && next && "; "}
          {next && `la prossima ${dayWith("al", next)}`}
          {(days.length > 0 || next) && "."}
        </li>
      ))}
    </ul>
  );
}
