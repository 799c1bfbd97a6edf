import { planActionAddress } from "#app/addresses.ts";
import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Day } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { contributionWords } from "../situation.tsx";

type Contribution = {
  id: number;
  plan: string;
  code: string;
  year: number;
  status: ContributionStatus;
  progress: number;
  effective_on: Day;
  note: string;
};

/** The last things an office reported of its part in what it shares (R10); nothing where it never did. */
export function OfficeContributions({
  contributions,
  al,
}: {
  contributions: Contribution[];
  al: Day | undefined;
}) {
  if (contributions.length === 0) return null;
  return (
    <section aria-labelledby="contributi">
      <h2 id="contributi">Ultimi contributi</h2>
      <ul className="list">
        {contributions.map((one) => (
          <li key={one.id}>
            <time dateTime={one.effective_on}>{formatDay(one.effective_on)}</time> ·{" "}
            <a href={`${planActionAddress(one.plan, one.code, al)}#anno-${one.year}`}>
              {one.code}, {one.year}
            </a>
            : <b>{contributionWords(one.status, one.progress)}</b>
            {one.note && <span className="mut sm d">{one.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
