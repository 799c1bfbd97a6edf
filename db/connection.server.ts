import { type OpenDatabase, openDatabase } from "./open.ts";
import { databasePath } from "./path.ts";

declare global {
  var rottaDatabase: OpenDatabase | undefined;
}

/** One handle for the process: the server and the pages are two bundles, and the development server reloads modules. */
export const connection: OpenDatabase = (globalThis.rottaDatabase ??= openDatabase(databasePath()));

export const db = connection.db;
