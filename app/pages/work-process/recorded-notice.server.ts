import type { Recorded } from "#app/components/work-process/recorded-notice.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import type { User } from "#db/users.ts";
import { listClaimsWrittenBy } from "#db/work-process/claims.ts";
import { findAnswerGivenBy, listTurns } from "#db/work-process/turns.ts";
import { levelsOnDay } from "./smartability.server.ts";
import { toldClaims } from "./told-claims.server.ts";

/**
 * What a person has just recorded of a process by a claim, a decision or an answer, as the address names it (`?salvato=`, the edit): read
 * from the database, and told to nobody else. Null where the address names nothing of theirs.
 */
export async function recordedNotice(
  request: Request,
  user: User,
  process: { code: string },
  at: Viewpoint,
): Promise<Recorded | null> {
  const asked = new URL(request.url).searchParams.get("salvato") ?? "";
  const id = /^\d{1,15}$/.test(asked) ? Number(asked) : -1;
  const [edit] = await listEdits(db, [id]);
  if (edit?.author_id !== user.id) return null;
  const written = (await listClaimsWrittenBy(db, id)).filter((claim) => claim.process === process.code);
  const answer = await findAnswerGivenBy(db, id);
  if (written.length === 0 && answer?.process !== process.code) return null;
  const ids = written.map((claim) => claim.id);
  const levels = await levelsOnDay(at);
  const claims = levels.flatMap(({ blockers }) => blockers.flatMap((blocker) => blocker.claims));
  const turns = await listTurns(db, { editId: id });
  return {
    claims: await toldClaims(
      claims.filter((claim) => ids.includes(claim.id)),
      at,
    ),
    answer: answer?.answer ?? null,
    turns: turns.map(({ id, from_level, to_level }) => ({ id, from_level, to_level })),
  };
}
