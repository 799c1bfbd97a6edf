import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";

/** Answers when the server and its database do. */
export async function loader() {
  await findSetting(db, "entity_name");
  return new Response("ok\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
