import { mayRunMonitoring } from "#app/domain/permissions.ts";
import { forbidden } from "#app/http.server.ts";
import { requireUser } from "#app/session.server.ts";
import type { User } from "#db/users.ts";

/** Who opens, closes and follows up rounds (R11): 403 for the others. */
export async function requireMonitor(request: Request): Promise<User> {
  const user = await requireUser(request);
  if (!mayRunMonitoring(user))
    throw forbidden("I giri di monitoraggio li apre, li sollecita e li chiude il RTD.");
  return user;
}
