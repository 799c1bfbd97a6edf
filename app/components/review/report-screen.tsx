import type { ReactNode } from "react";

export type Place = { number: number; of: number; entity: string; subject: string };

export function screenId(number: number): string {
  return `passo-${number}`;
}

/** A screen of the session: its title, what it shows, and the way to the one before and the one after. */
export function ReportScreen({
  title,
  note,
  place,
  children,
}: {
  title: string;
  note?: string;
  place: Place;
  children?: ReactNode;
}) {
  const { number, of } = place;
  const Title = number === 1 ? "h1" : "h2";
  const id = screenId(number);
  return (
    <section
      className={children ? "screen" : "screen alone"}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-titolo`}
    >
      <Title id={`${id}-titolo`}>{title}</Title>
      {note && <p className="note">{note}</p>}
      <div className="shown">{children}</div>
      <p className="way">
        <span>{place.subject}</span>
        <span className="steps">
          {number > 1 && (
            <a className="noprint" href={`#${screenId(number - 1)}`}>
              ← Indietro<span className="sr">, al passo {number - 1}</span>
            </a>
          )}
          <b>
            Passo {number} di {of}
          </b>
          {number < of && (
            <a className="noprint" href={`#${screenId(number + 1)}`}>
              Avanti →<span className="sr">, al passo {number + 1}</span>
            </a>
          )}
        </span>
      </p>
    </section>
  );
}
