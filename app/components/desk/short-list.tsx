import type { ReactNode } from "react";
import { withQuery } from "#app/addresses.ts";

import { usePastDay } from "../frame/past-day.ts";

/** The first rows of a list, and how many there are: a desk says what is most urgent, and where the rest is. */
export type Short<Row> = { rows: Row[]; total: number };

/** A list of a desk with its heading and, where it is cut, the link that opens it on the same page (`?tutte=`). */
export function ShortList({
  id,
  title,
  note,
  list,
  all,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  list: Short<unknown>;
  /** What the link to the rest says. */
  all: string;
  children: ReactNode;
}) {
  const al = usePastDay();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p className="sm mut">{note}</p>}
      {children}
      {list.rows.length < list.total && (
        <p className="sm">
          <a href={`${withQuery("/", { tutte: id, al })}#${id}`}>{all}</a>
        </p>
      )}
    </section>
  );
}
