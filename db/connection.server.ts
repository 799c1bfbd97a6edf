import { type OpenDatabase, openDatabase } from "./open.ts";

declare global {
  var rottaDatabase: OpenDatabase | undefined;
}

/** Where the database lives: `DATABASE_PATH`, or a file of its own in the folder that git does not see. */
export function databasePath(): string {
  return process.env.DATABASE_PATH || "data/rotta.sqlite";
}

/** One handle for the process: the server and the pages are two bundles, and the development server reloads modules. */
export const connection: OpenDatabase = (globalThis.rottaDatabase ??= openDatabase(databasePath()));

export const db = connection.db;
