import type { ToldTurn } from "#app/components/unblock-claim/turned-notice.tsx";
import { db } from "#db/connection.server.ts";
import type { User } from "#db/users.ts";
import { listTurns } from "#db/level/turns.ts";

/** What a person's own write has altered in the levels (R7): told by the lines of history that it recorded, or by its edit. */
export async function ownTurns(
  user: User,
  { sequences = [], edit }: { sequences?: readonly number[]; edit?: number | undefined },
): Promise<ToldTurn[]> {
  const turns = [
    ...(sequences.length > 0 ? await listTurns(db, { sequences }) : []),
    ...(edit === undefined ? [] : await listTurns(db, { editId: edit })),
  ];
  return turns
    .filter(({ author_id }) => author_id === user.id)
    .map(({ id, process, name, activity, from_level, to_level, caused_by_sequence }) => ({
      ...{ id, process, name, activity, from_level, to_level, caused_by_sequence },
    }));
}
