import { sql } from "kysely";
import { db } from "#db/connection.server.ts";

/** Answers when the server and its database do. */
export async function loader() {
  await sql`select 1`.execute(db);
  return new Response("ok\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
