import type { Recorded } from "#app/components/unblock-claim/recorded-notice.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { claimsOf } from "#app/domain/smartability.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import type { User } from "#db/users.ts";
import { findLastEdit } from "#db/work-process/edited-process.ts";
import { listClaimsWrittenBy } from "#db/unblock-claim/claims.ts";
import { findAnswerGivenBy, listTurns } from "#db/level/turns.ts";
import { levelsOnDay } from "../work-process/smartability.server.ts";
import { toldClaims } from "./told-claims.server.ts";

/**
 * What a person has just recorded on the page of a process, as the address names it (`?salvato=`, the edit): a claim, a decision, an
 * answer, or an edit of the process itself. Read from the database, and told to nobody else; null where the edit is not theirs.
 */
export async function recordedNotice(
  request: Request,
  user: User,
  process: { id: number; code: string },
  at: Viewpoint,
): Promise<Recorded | null> {
  const asked = new URL(request.url).searchParams.get("salvato") ?? "";
  const id = /^\d{1,15}$/.test(asked) ? Number(asked) : -1;
  const [edit] = await listEdits(db, [id]);
  if (edit?.author_id !== user.id) return null;
  const written = (await listClaimsWrittenBy(db, id)).filter((claim) => claim.process === process.code);
  const answer = await findAnswerGivenBy(db, id);
  const isOfIt = written.length > 0 || answer?.process === process.code;
  if (!isOfIt && (await findLastEdit(db, process.id)) !== id) return null;
  const ids = written.map((claim) => claim.id);
  const claims = (await levelsOnDay(at)).flatMap(claimsOf);
  const turns = await listTurns(db, { editId: id });
  return {
    claims: await toldClaims(
      claims.filter((claim) => ids.includes(claim.id)),
      at,
    ),
    answer: answer?.answer ?? null,
    turns: turns
      .filter(({ work_process_id }) => work_process_id === process.id)
      .map(({ id, from_level, to_level }) => ({ id, from_level, to_level })),
  };
}
