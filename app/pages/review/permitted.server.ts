import { mayRunReviews } from "#app/domain/permissions.ts";
import { forbidden } from "#app/http.server.ts";
import { requireUser } from "#app/session.server.ts";
import type { User } from "#db/users.ts";

/** Who opens, writes, closes and puts right reviews (R11): 403 for the others. */
export async function requireReviewer(request: Request): Promise<User> {
  const user = await requireUser(request);
  if (!mayRunReviews(user))
    throw forbidden("Le fotografie le apre, le scrive e le chiude il RTD; le leggono tutti.");
  return user;
}
