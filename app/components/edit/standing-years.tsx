import { actionYearOfficesAddress, statusAddress } from "#app/addresses.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { formatDay } from "#app/format.ts";
import { STATUS_LABEL } from "#app/labels.ts";

/** The years that an action of an adopted plan has: they are changed where their status is. */
export function StandingYears({
  plan,
  code,
  years,
}: {
  plan: string;
  code: string;
  years: { year: number; dueOn: string; status: Status }[];
}) {
  if (years.length === 0) return <p>L’azione non ha ancora nessuna annualità.</p>;
  return (
    <ul className="list standing">
      {years.map(({ year, dueOn, status }) => (
        <li key={year}>
          <b>{year}</b>, {STATUS_LABEL[status]}, termine {formatDay(dueOn)}:{" "}
          <a href={statusAddress(plan, code, year)}>
            cambia stato o termine<span className="sr"> del {year}</span>
          </a>{" "}
          ·{" "}
          <a href={actionYearOfficesAddress(plan, code, year)}>
            chi ne risponde<span className="sr"> nel {year}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
