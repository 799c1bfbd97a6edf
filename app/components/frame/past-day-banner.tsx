import type { Day } from "#app/domain/days.ts";
import { count, dayWith } from "#app/format.ts";
import { reviewAddress } from "#app/review-addresses.ts";

export type PastDayProps = {
  day: Day;
  /** The same page, without the day. */
  today: string;
  /** The closed reviews of that very day, and how many lines were noted after each of them. */
  noted: { id: number; plan: string; lines: number }[];
};

/** Says, the same on every page, that a page is of a past day, leads back to today, and tells of what a review had not seen (R4). */
export function PastDayBanner({ day, today, noted }: PastDayProps) {
  return (
    <div className="past">
      <p className="w">
        <strong>Situazione {dayWith("al", day)}</strong>, alla fine di quel giorno e con tutto quello che si
        sa oggi.{" "}
        <a className="noprint" href={today}>
          Torna a oggi
        </a>
      </p>
      {noted.map(({ id, plan, lines }) => (
        <p className="w" key={id}>
          Annotato dopo la fotografia {dayWith("al", day)}:{" "}
          <a href={reviewAddress(id)}>
            {count(lines, "riga", "righe")} del piano {plan}
          </a>
          .
        </p>
      ))}
    </div>
  );
}
