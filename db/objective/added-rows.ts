import { type Db, inWriteTransaction } from "../open.ts";

/** `moved`: what came meanwhile. "last": something of the same kind; "hands": it is no longer theirs; "gone": what it was about. */
export type AddedOutcome =
  { recorded: true; id: number } | { recorded: false; moved: "last" | "hands" | "gone" };

type Row = { id: number; author_id: string };

/** A row to be added to what was said of the same thing, and never changed afterwards. */
export type Adding<Content> = {
  /** The id of the last row of its kind that the person saw; 0 for none. */
  last: number;
  by: { id: string };
  content: Content;
  /** The last rows of its kind, newest first: two are enough. */
  listLast: (tx: Db) => Promise<(Row & Content)[]>;
  /** What else keeps it from being written now, asked where it is written. */
  moved: (tx: Db) => Promise<"hands" | "gone" | undefined>;
  insert: (tx: Db) => Promise<{ id: number }>;
};

/** Adds a row if all is as the person saw it. The same row sent twice by the same hand (a double click) is one. */
export function recordAdded<Content extends object>(db: Db, adding: Adding<Content>): Promise<AddedOutcome> {
  return inWriteTransaction(db, async (tx): Promise<AddedOutcome> => {
    const [last, before] = await adding.listLast(tx);
    if ((last?.id ?? 0) !== adding.last) {
      const isAgain = last !== undefined && (before?.id ?? 0) === adding.last && isSame(last, adding);
      return isAgain ? { recorded: true, id: last.id } : { recorded: false, moved: "last" };
    }
    const moved = await adding.moved(tx);
    if (moved) return { recorded: false, moved };
    return { recorded: true, id: (await adding.insert(tx)).id };
  });
}

function isSame<Content extends object>(last: Row & Content, { by, content }: Adding<Content>): boolean {
  const columns = Object.entries(content) as [keyof Content, unknown][];
  return last.author_id === by.id && columns.every(([column, value]) => last[column] === value);
}
