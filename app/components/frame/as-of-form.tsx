import { type Day, isDay, type Viewpoint } from "#app/domain/days.ts";
import { withQuery } from "#app/addresses.ts";
import { dayWith, formatDay } from "#app/format.ts";
import { Glyph } from "../situation.tsx";

export type AsOfProps = {
  path: string;
  /** What else the address asks for: it is kept when the day changes. */
  kept?: Record<string, string | readonly string[]>;
  asOf: { at: Viewpoint; today: Day; asked: string; error: string | undefined };
  /** Past days worth a link, latest first. */
  shortcuts: Day[];
};

/** The day the page is looked at (R4): a form and links, both plain addresses. */
export function AsOfForm({ path, kept = {}, asOf, shortcuts }: AsOfProps) {
  const { at, today, asked, error } = asOf;
  return (
    <div className="asof">
      {!at.isOver && <p className="only-print b">Situazione {dayWith("al", at.day)}</p>}
      <form action={path} method="get">
        {Object.entries(kept).flatMap(([name, values]) =>
          [values]
            .flat()
            .map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
        )}
        <label htmlFor="al">Situazione al</label>
        <input
          className="fi"
          type="date"
          id="al"
          name="al"
          defaultValue={error ? (isDay(asked) ? asked : "") : at.day}
          max={today}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "al-errore" : undefined}
        />
        <button className="btn btn-outline-primary btn-s" type="submit">
          Mostra
        </button>
      </form>
      <span className="q">
        {at.isOver ? <a href={withQuery(path, kept)}>oggi</a> : <b>oggi</b>}
        {shortcuts.map((day) => (
          <span key={day}>
            {" · "}
            {day === at.day ? (
              <b>{formatDay(day)}</b>
            ) : (
              <a href={withQuery(path, { ...kept, al: day })}>{formatDay(day)}</a>
            )}
          </span>
        ))}
      </span>
      {error && (
        <p className="er" id="al-errore" role="alert">
          <Glyph of="error" /> {error}
        </p>
      )}
    </div>
  );
}
