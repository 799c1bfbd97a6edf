/** Where the database lives: `DATABASE_PATH`, or a file in the folder that git does not see. */
export function databasePath(): string {
  return process.env.DATABASE_PATH || "data/rotta.sqlite";
}
