import { createRequire, isBuiltin } from "node:module";
import { expect, test } from "vitest";
import card from "../../package.json";

const require = createRequire(import.meta.url);

/** The packages that the card of the project names; zod and date-fns are the ones that rules stand on. */
const ON_THE_CARD = ["remix", "better-sqlite3", "kysely", "recharts", "zod", "date-fns"];

test("the card's dependencies are listed", () => {
  expect(Object.keys(card.dependencies)).toEqual(expect.arrayContaining(ON_THE_CARD));
});

test("the ones that bind the others are pinned to one version", () => {
  const versions = Object.entries(card.dependencies).filter(
    ([name]) => ON_THE_CARD.includes(name) || name.startsWith("@remix-run/"),
  );

  for (const [name, version] of versions) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
  expect(
    new Set(versions.filter(([name]) => name.includes("remix")).map(([, version]) => version)).size,
  ).toBe(1);
});

test("remix is a stub that throws when imported: it is listed, and never imported", async () => {
  await expect(import(/* @vite-ignore */ require.resolve("remix"))).rejects.toThrow();
});

test("no dependency has the name of something that Node.js has built in", () => {
  expect(
    Object.keys({ ...card.dependencies, ...card.devDependencies }).filter((name) => isBuiltin(name)),
  ).toEqual([]);
});
